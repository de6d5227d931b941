"""Those who use the dashboard, as the chair sees them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bccc_dash.domain.vocabulary import Role


class AccountState(StrEnum):
    """Whether somebody can come in; each value is what the chair reads."""

    NEVER_INVITED = "Never invited"
    INVITED = "Has a link to a password"
    LINK_RAN_OUT = "The link ran out"
    ACTIVE = "Active"
    OUTSIDE_DAYS = "Outside the days of the role"
    DISABLED = "Disabled"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the chair may change about somebody."""

    role: Role
    is_lead: bool
    on_committee: bool
    volunteer_ref: str | None


@dataclass(frozen=True, kw_only=True)
class ListedUser:
    """One of those who use the dashboard. A volunteer stands here by reference alone."""

    user_id: int
    name: str
    email: str
    standing: Standing
    state: AccountState
    last_in: datetime | None


class Access(StrEnum):
    """What the chair may do about somebody's access; each value is what the chair reads."""

    INVITE = "Invite: make a link to a first password"
    RESET = "Reset: take password and second factor away, and make a link to new ones"
    DISABLE = "Disable: keep this person out from now on"
    ENABLE = "Enable: let this person in again"


FITTING = {
    AccountState.NEVER_INVITED: (Access.INVITE, Access.DISABLE),
    AccountState.INVITED: (Access.INVITE, Access.DISABLE),
    AccountState.LINK_RAN_OUT: (Access.INVITE, Access.DISABLE),
    AccountState.ACTIVE: (Access.RESET, Access.DISABLE),
    AccountState.OUTSIDE_DAYS: (Access.DISABLE,),
    AccountState.DISABLED: (Access.ENABLE,),
}
"""What can be done about somebody's access, by how it stands."""
