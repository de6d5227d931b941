"""An import that needs a second person: let in, or made to wait, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func
from sqlmodel import Session, col, select

from bccc_dash.clock import LONDON
from bccc_dash.domain.access import Capability, may
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.imports import CONFIRMATION_LASTS, in_words
from bccc_dash.domain.imports import BroughtItem as Item
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.domain.words import uk_date
from bccc_dash.store.engine import writing
from bccc_dash.store.tables import ImportConfirmationRow, UserRow
from bccc_dash.workbook import second_person
from bccc_dash.workbook.faults import ImportResult, ImportWaits

WAITS = (
    "This import brings {what}, so nothing is in yet: as number {number} it waits until {day} for somebody other than "
    "{asker} to confirm it, and then the same workbook can be imported again."
)
SAY_WHO = (
    "This import brings {what}, which somebody other than you has to confirm: import it with --by and your own e-mail "
    "address, so that it can wait for that."
)
NOBODY = "Nobody has the e-mail address {email}: after --by, give the address by which you are known here."
NOT_THEIRS = (
    "{email} may not import a workbook: that is for the coordinator. After --by, give the coordinator's address; "
    "the chair then confirms the import."
)
MEANWHILE = "What is stored changed meanwhile, so nothing was imported: import the workbook again."
IS_CONFIRMED = "It brings {what}: number {number} is confirmed, so that this may come in once, until {day}."
WILL_WAIT = "It brings {what}: that comes in only when a second person has confirmed it."


@dataclass(frozen=True)
class Asker:
    """Who asks for an import: as the audit names them, and the e-mail address by which the users know them."""

    actor: str
    email: str | None = None


def foretold(session: Session, mark: str, items: Sequence[Item], at: datetime) -> str:
    """What is to be said beforehand of what a second person has to confirm."""
    row = second_person.leave(session, mark, items, at)
    if row is None or row.confirmed_at is None:
        return WILL_WAIT.format(what=in_words(items))
    return IS_CONFIRMED.format(what=in_words(items), number=row.id, day=_last_day(row.confirmed_at))


def check_let_in(
    engine: Engine, mark: str, items: Sequence[Item], at: datetime, *, asker: Asker, result: ImportResult
) -> None:
    """Pass where a second person has confirmed these; otherwise let the import wait for that.

    Raises: ImportWaits, with the request written; Refused where it cannot be told who asks.
    """
    with writing(engine, changes_records=False) as session:
        if second_person.leave(session, mark, items, at) is not None:
            return
        row = second_person.waiting(session, mark, items, at) or _asked(session, mark, items, at, asker=asker)
        number, day = row.id or 0, _last_day(row.asked_at)
        name = session.exec(select(UserRow.display_name).where(UserRow.id == row.asked_by_id)).one()
    raise ImportWaits(WAITS.format(what=in_words(items), number=number, day=day, asker=name), result, number)


def use_leave(session: Session, mark: str, items: Sequence[Item], at: datetime, *, asker: Asker) -> None:
    """Use up the confirmation that lets these in.

    Raises: Refused where there is none any more.
    """
    row = second_person.leave(session, mark, items, at)
    if row is None:
        raise Refused(MEANWHILE)
    second_person.use(session, row, at, actor=asker.actor)


def _asked(session: Session, mark: str, items: Sequence[Item], at: datetime, *, asker: Asker) -> ImportConfirmationRow:
    if asker.email is None:
        raise Refused(SAY_WHO.format(what=in_words(items)))
    same = func.lower(col(UserRow.email)) == func.lower(asker.email.strip())
    user = session.exec(select(UserRow).where(same)).first() if asker.email.isprintable() else None
    if user is None or user.id is None:
        raise Refused(NOBODY.format(email=asker.email.strip()[:200]))
    if not may(Person(user_id=user.id, role=Role(user.role)), Capability.IMPORT_RECORDS):
        raise Refused(NOT_THEIRS.format(email=user.email))
    return second_person.ask(session, mark, items, at, actor=asker.actor, asker_id=user.id)


def _last_day(since: datetime) -> str:
    local = (since + CONFIRMATION_LASTS).astimezone(LONDON)
    return f"{uk_date(local.date())} at {local:%H:%M}"
