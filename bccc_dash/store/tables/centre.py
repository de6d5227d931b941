"""What the chair looks after: how the settings changed, and whom to ring."""

import datetime as dt

from sqlalchemy import CheckConstraint, Column, String
from sqlmodel import Field

from bccc_dash.domain.contacts import ContactKind
from bccc_dash.store.tables.base import WORD_LETTERS, Row, link, own_id, text

KINDS = " OR ".join(f"kind = '{kind}'" for kind in ContactKind)


class SettingChangeRow(Row, table=True):
    """One change of a setting: from what, to what, by whom, when. Append-only."""

    __tablename__ = "setting_changes"

    id: int | None = own_id()
    name: str = Field(sa_column=Column(String(WORD_LETTERS), nullable=False, index=True))
    before: str | None = text(optional=True)
    value: str | None = text(optional=True)
    set_by_id: int = link("users.id", index=False)
    at: dt.datetime


class SafeguardingContactRow(Row, table=True):
    """Whom to ring when a child may be in danger. No row: not filled in yet."""

    __tablename__ = "safeguarding_contacts"

    kind: str = Field(
        sa_column=Column("kind", String(WORD_LETTERS), CheckConstraint(KINDS, name="kind"), primary_key=True)
    )
    name: str = text()
    telephone: str = text(40)
    hours: str = text()
    changed_by_id: int = link("users.id", index=False)
    changed_at: dt.datetime
