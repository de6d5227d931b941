"""What an import leaves to people: what it lists for the chair, and what waits for a second person."""

import datetime as dt

from bccc_dash.domain.imports import AskedOfChair, AskingEnd, Brought
from bccc_dash.domain.outcome_vocabulary import DecisionKind
from bccc_dash.domain.vocabulary import ApprovalStatus
from bccc_dash.store.tables.base import Row, link, own_id, text, word

HASH_LETTERS = 64


class ImportAskingRow(Row, table=True):
    """One thing that a workbook says of a person and the import did not do: it is listed for the chair."""

    __tablename__ = "import_askings"

    id: int | None = own_id()
    asked_at: dt.datetime
    asked_by: str = text()
    user_id: int | None = link("users.id", optional=True)
    email: str | None = text(optional=True)
    about: str = word("about", AskedOfChair)
    asked: str | None = text(optional=True)
    volunteer_id: int | None = link("volunteers.id", optional=True)
    settled_at: dt.datetime | None = None
    settled_by_id: int | None = link("users.id", optional=True, index=False)
    ending: str | None = word("ending", AskingEnd, optional=True)


class ImportConfirmationRow(Row, table=True):
    """An import that brings ratified decisions or approval events: asked for, confirmed by somebody else, used once."""

    __tablename__ = "import_confirmations"

    id: int | None = own_id()
    fingerprint: str = text(HASH_LETTERS)
    asked_at: dt.datetime
    asked_by: str = text()
    asked_by_id: int = link("users.id", index=False)
    confirmed_at: dt.datetime | None = None
    confirmed_by_id: int | None = link("users.id", optional=True, index=False)
    used_at: dt.datetime | None = None


class ImportConfirmationItemRow(Row, table=True):
    """One ratified decision or approval event that such an import brings, without a word of its reasons."""

    __tablename__ = "import_confirmation_items"

    id: int | None = own_id()
    confirmation_id: int = link("import_confirmations.id")
    brought: str = word("brought", Brought)
    ref: str | None = text(optional=True)
    subject_ref: str = text()
    volunteer_ref: str = text()
    kind: str | None = word("kind", DecisionKind, optional=True)
    to_status: str | None = word("to_status", ApprovalStatus, optional=True)
    day: dt.date | None = None
    is_change: bool
