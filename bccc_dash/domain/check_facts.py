"""What the rules about social media checks look at, and the states of a check. Source: P14, P16, P19, P65."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from bccc_dash.domain.check_looks import Look
from bccc_dash.domain.vocabulary import CheckStatus, CheckTrigger, PlatformResult, Provenance, Role, Stage

CHECK_MOVES: Mapping[CheckStatus, frozenset[CheckStatus]] = MappingProxyType(
    {
        CheckStatus.PLANNED: frozenset({CheckStatus.IN_PROGRESS, CheckStatus.CANCELLED}),
        CheckStatus.IN_PROGRESS: frozenset({CheckStatus.COMPLETED, CheckStatus.CANCELLED}),
        CheckStatus.COMPLETED: frozenset(),
        CheckStatus.CANCELLED: frozenset(),
    }
)


@dataclass(frozen=True, kw_only=True)
class Checker:
    """Who wants to look, or to carry on: their number and role, and what keeps them away from this person."""

    user_id: int
    role: Role | None
    is_the_person: bool = False
    stood_aside: bool = False


@dataclass(frozen=True, kw_only=True)
class Papers:
    """The form, its permission and the notice of the present application; None where there is none."""

    signed_on: date | None = None
    permission: bool | None = None
    withdrawn_on: date | None = None
    notice_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class CheckPlan:
    """A check as it stands before it begins: of whom (their stage and papers), why, and who was looked at lately.

    `authoriser_id` is the chair who authorised it; `others` the references of checks that are not done yet.
    """

    trigger: CheckTrigger
    reason: str | None = None
    stage: Stage | None = None
    papers: Papers = Papers()
    looks: tuple[Look, ...] = ()
    within_days: int = 90
    authoriser_id: int | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What the checker confirms before looking: own account, public domain only, no password asked for."""

    own_account: bool = False
    public_domain: bool = False
    no_password: bool = False


class MonitoringBasis(StrEnum):
    """Why a private communication may be used at all."""

    BOTH_SIDES_CONSENT = "BOTH_SIDES_CONSENT"
    PREVENT_CRIME = "PREVENT_CRIME"
    PROTECT_THE_CENTRE = "PROTECT_THE_CENTRE"
    FINANCIAL_RULES = "FINANCIAL_RULES"


@dataclass(frozen=True, kw_only=True)
class CheckState:
    """A check under way: how it stands, who makes it, and what was recorded so far."""

    status: CheckStatus
    checker_id: int
    plan: CheckPlan
    promise: Promise = field(default_factory=Promise)
    engines: bool = False
    terms: bool = False
    platforms: tuple[PlatformResult, ...] = ()
    provenance: Provenance | None = None
    basis: str | None = None
    concerns: tuple[str, ...] = ()

    @property
    def is_authorised(self) -> bool:
        """Whether the chair authorised it, who is somebody else than the checker."""
        return self.plan.authoriser_id not in (None, self.checker_id)
