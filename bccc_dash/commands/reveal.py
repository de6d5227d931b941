"""Seeing a name, or what was written about a matter. The audit is told first; what is seen is kept nowhere."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Engine
from sqlmodel import Session, select

from bccc_dash.commands.sessions import SignedIn, check_still_in
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.purposes import TO_CHOOSE, Purpose
from bccc_dash.domain.sight import Content, Sight, sight
from bccc_dash.queries.matters import Found, matter_of
from bccc_dash.queries.words_of_case import Named, Words, name_of, words_of_case
from bccc_dash.store import audit
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import AuditRow

NOT_TO_BE_SEEN = "There is nothing here that you may see."
WHY = "Say first for what you need to see it."


class What(StrEnum):
    """What can be seen of a record: each is kept in the audit under the name of its field."""

    NAME = "full_name"
    WORDS = "free_text"


CONTENT_OF = {What.NAME: Content.NAME, What.WORDS: Content.FREE_TEXT}
DEED_OF = {What.NAME: RecordDeed.NAME_SEEN, What.WORDS: RecordDeed.TEXT_SEEN}


@dataclass(frozen=True)
class Seen:
    """What was seen: the name, or the words."""

    named: Named | None = None
    words: tuple[Words, ...] = ()


def see(engine: Engine, there: SignedIn, what: What, ref: str, *, purpose: Purpose | None = None, at: datetime) -> Seen:
    """Who the volunteer of this reference is, or the one whom a concern or breach is about; or what was written of it.

    A name that is shown as part of a duty is told to the audit once per person, record and session; a name that has
    to be revealed, each time, with its purpose. It is told in the transaction that reads.
    Raises: Refused where it is not for this person to see, in one sentence whether or not there is such a record; or
    where they have to say for what and did not.
    """
    with reading(engine) as session:
        check_still_in(session, there, at)
        found, how = _permitted(session, there, what, ref)
        if how is Sight.SHOWN and _is_told(session, there, what, found):
            return _read(session, there, what, found)
    if how is Sight.ON_REVEAL and purpose not in TO_CHOOSE:
        raise Refused(WHY)
    with writing(engine, changes_records=False) as session:
        check_still_in(session, there, at)
        found, how = _permitted(session, there, what, ref)
        is_duty = how is Sight.SHOWN
        audit.record(
            session,
            actor=f"user/{there.user_id}",
            action=DEED_OF[what],
            subject=_subject(found),
            fields=(what,),
            at=at,
            purpose=Purpose.DO_THE_WORK if is_duty else purpose,
        )
        return _read(session, there, what, found)


def _permitted(session: Session, there: SignedIn, what: What, ref: str) -> tuple[Found, Sight]:
    """The record, and how this person sees it."""
    found = matter_of(session, ref)
    how = Sight.WITHHELD if found is None else sight(there.person, CONTENT_OF[what], matter=found.matter)
    if found is None or how not in (Sight.SHOWN, Sight.ON_REVEAL):
        raise Refused(NOT_TO_BE_SEEN)
    return found, how


def _is_told(session: Session, there: SignedIn, what: What, found: Found) -> bool:
    """Whether the audit knows that this person saw it in this session."""
    told = select(AuditRow.id).where(
        AuditRow.subject == _subject(found),
        AuditRow.action == DEED_OF[what],
        AuditRow.actor == f"user/{there.user_id}",
        AuditRow.purpose == Purpose.DO_THE_WORK,
        AuditRow.at >= there.started_at,
    )
    return session.exec(told.limit(1)).first() is not None


def _read(session: Session, there: SignedIn, what: What, found: Found) -> Seen:
    if what is What.NAME:
        with_contact = sight(there.person, Content.CONTACT, matter=found.matter) is not Sight.WITHHELD
        return Seen(named=name_of(session, found.matter.volunteer_id or 0, with_contact=with_contact))
    return Seen(words=words_of_case(session, found.record_id))


def _subject(found: Found) -> str:
    """What the audit calls a record."""
    return f"{found.kind.value.lower()}/{found.record_id}"
