"""The frame of every deed at the records: it counts once, never overwrites what somebody else did, and is told.

A command opens a `Deed` in a session of `store.engine.writing`, finds what it is about, asks the rules, writes, ends.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bccc_dash import clock
from bccc_dash.commands.references import new_record
from bccc_dash.domain.access import Capability, check_may
from bccc_dash.domain.audit_deeds import RecordDeed
from bccc_dash.domain.audit_words import subject_of
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.viewer import Person
from bccc_dash.queries.matters import Found
from bccc_dash.queries.meanwhile import changed_meanwhile
from bccc_dash.queries.record_found import record_found
from bccc_dash.store import audit, spans
from bccc_dash.store.tables import SentFormRow

NOT_THERE = "You may not {doing} here."
NO_KEY = "This form has lost its key. Open the page again, then send it once more."
KEY_LETTERS = range(16, 101)


@dataclass(frozen=True, kw_only=True)
class Form:
    """What comes with every form: its own random key, and the number of the last change that its reader knew of."""

    key: str
    seen: int = 0


@dataclass(frozen=True)
class Done:
    """The record that was made or changed; `is_repeat` where the form had been sent before, and did nothing now."""

    ref: str
    is_repeat: bool = False


@dataclass(frozen=True)
class Change:
    """What the audit is told of one row: its table and number, the deed, the names of the fields. Never values."""

    table: str
    number: int
    deed: RecordDeed
    fields: tuple[str, ...]


class Deed:
    """One deed of one person, from the form that they sent to the rows that tell of it. All of it or nothing."""

    def __init__(self, session: Session, *, by: Person, form: Form, at: datetime) -> None:
        """Begin.

        Raises: Refused where the form has no key.
        """
        if len(form.key) not in KEY_LETTERS:
            raise Refused(NO_KEY)
        self.session, self.by, self.form, self.at = session, by, form, at
        self.today: date = clock.in_london(at).date()
        self._hash = hashlib.sha256(f"{by.user_id}:{form.key}".encode()).hexdigest()
        self._about: dict[tuple[str, int], None] = {}
        before = session.get(SentFormRow, self._hash)
        self.done = None if before is None else Done(before.ref, is_repeat=True)

    def find(self, ref: str, kind: RecordKind, capability: Capability) -> Found:
        """Return the record of this reference, to which this person may do this.

        Raises: Refused: in one sentence whether they may not or there is none such; or where it was changed since the
        form was opened, by whom and when.
        """
        found = record_found(self.session, ref)
        if found is None or found.kind is not kind:
            raise Refused(NOT_THERE.format(doing=capability.value))
        check_may(self.by, capability, matter=found.matter)
        self.unchanged(table_of_kind(kind), found.record_id)
        return found

    def unchanged(self, table: str, number: int) -> None:
        """Pass where nobody changed this row since the form was opened; it counts as changed by this deed.

        Raises: Refused, saying who did, when, and which fields.
        """
        meanwhile = changed_meanwhile(self.session, subject_of(table, number), since=self.form.seen, today=self.today)
        if meanwhile:
            raise Refused(meanwhile)
        self._about[table, number] = None

    def new(self, kind: RecordKind) -> tuple[int, str]:
        """Return the number and the reference of a new record of this kind."""
        return new_record(self.session, kind, self.today)

    def end(
        self, ref: str, *changes: Change, volunteer_ids: Collection[int] = (), case_ids: Collection[int] = ()
    ) -> Done:
        """Bring up to date what is kept of these volunteers and cases, tell the audit of each change, keep the form.

        The record that was found is told as changed, too: whoever has it open elsewhere is to know.
        """
        self.session.flush()
        if volunteer_ids or case_ids:
            spans.refresh(self.session, volunteer_ids=volunteer_ids, case_ids=case_ids)
        told = {(change.table, change.number) for change in changes}
        beside = [Change(*about, RecordDeed.UPDATE, _tables(changes)) for about in self._about if about not in told]
        for change in (*changes, *beside):
            audit.record(
                self.session,
                actor=f"user/{self.by.user_id}",
                action=change.deed,
                subject=subject_of(change.table, change.number),
                fields=change.fields,
                at=self.at,
            )
        self.session.add(SentFormRow(key_hash=self._hash, user_id=self.by.user_id, ref=ref, at=self.at))
        self.session.flush()
        return Done(ref)


def table_of_kind(kind: RecordKind) -> str:
    """Return the table that keeps the records of a kind."""
    return f"{kind.value.lower()}s"


def _tables(changes: Collection[Change]) -> tuple[str, ...]:
    return tuple(sorted({change.table for change in changes}))
