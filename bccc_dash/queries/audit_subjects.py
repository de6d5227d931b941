"""Which record a row of the audit is about. What cannot be found among the records is not told of.

So whatever is withheld from the session's reader is withheld here too, without a rule of its own.
"""

from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, String, and_, case, func, literal, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from bccc_dash.domain.audit_deeds import ABOUT_NOBODY, USER
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.queries.sql import (
    acknowledgements,
    approval_events,
    assessments,
    audit_events,
    case_events,
    check_platforms,
    discussions,
    privacy_reviews,
    records,
    referrals,
    requirement_results,
    shares,
    stage_events,
    transparency,
)

NONE = ""
"""What an event is about that is about no record."""

_HUNG: dict[str, ColumnElement[Any]] = {
    "transparency": transparency.c.volunteer_id,
    "requirement_result": requirement_results.c.volunteer_id,
    "stage_event": stage_events.c.volunteer_id,
    "approval_event": approval_events.c.volunteer_id,
    "privacy_review": privacy_reviews.c.volunteer_id,
    "acknowledgement": acknowledgements.c.volunteer_id,
    "check_platform": check_platforms.c.check_id,
    "case_event": case_events.c.subject_id,
    "source_assessment": assessments.c.case_id,
    "discussion": discussions.c.case_id,
    "committee_share": shares.c.subject_id,
    "referral": referrals.c.subject_id,
}
"""What the audit calls the rows that hang on a record, and the number of that record."""

Subject = ColumnElement[Any]


class word_of(FunctionElement[str]):  # noqa: N801  # named as the SQL function that it stands for
    """What stands before the "/" of a subject; where there is none, nothing that matters."""

    type = String()
    inherit_cache = True


@compiles(word_of)
def _split(element: word_of, compiler: SQLCompiler, **how: Any) -> str:
    return f"split_part({compiler.process(element.clauses, **how)}, '/', 1)"


@compiles(word_of, "sqlite")
def _cut(element: word_of, compiler: SQLCompiler, **how: Any) -> str:
    subject = compiler.process(element.clauses, **how)
    return f"substr({subject}, 1, instr({subject}, '/') - 1)"


class number_of(FunctionElement[int]):  # noqa: N801  # named as the SQL function that it stands for
    """The number after the "/" of a subject; where there is none, null or a number that proves nothing."""

    type = Integer()
    inherit_cache = True


@compiles(number_of)
def _split_number(element: number_of, compiler: SQLCompiler, **how: Any) -> str:
    subject = compiler.process(element.clauses, **how)
    return f"CASE WHEN {subject} ~ '^[a-z_]+/[0-9]{{1,9}}$' THEN CAST(split_part({subject}, '/', 2) AS INTEGER) END"


@compiles(number_of, "sqlite")
def _cut_number(element: number_of, compiler: SQLCompiler, **how: Any) -> str:
    subject = compiler.process(element.clauses, **how)
    return f"CAST(substr({subject}, instr({subject}, '/') + 1) AS INTEGER)"


@lru_cache(maxsize=1)
def about() -> ColumnElement[Any]:
    """The reference of the record that an event is about or on whose record its subject hangs; NONE where it is about
    no record; null where its record is not there, or withheld: then nothing of the event is shown."""
    subject = audit_events.c.subject
    word = word_of(subject)
    own = [(word == kind.value.lower(), _record(subject, kind)) for kind in RecordKind]
    hung = [(word == name, _hung(subject, name, link)) for name, link in _HUNG.items()]
    return case((_is_about_nobody(subject, word), literal(NONE)), *own, *hung, else_=_named(subject))


def _is_about_nobody(subject: Subject, word: Subject) -> ColumnElement[bool]:
    return or_(
        subject.in_(tuple(ABOUT_NOBODY)),
        word.in_((USER, *ABOUT_NOBODY)),
        subject.startswith("file sha256:", autoescape=True),
    )


def _record(subject: Subject, kind: RecordKind) -> Subject:
    """The reference of the record of this kind and number."""
    is_it = and_(records.c.id == number_of(subject), _reads(subject, kind.value.lower(), records.c.id))
    return select(records.c.ref).where(is_it, records.c.kind == kind).correlate(audit_events).scalar_subquery()


def _hung(subject: Subject, word: str, link: Any) -> Subject:
    """The reference of the record on which the row of this number hangs; NONE where it hangs on none."""
    table = link.table
    is_it = and_(table.c.id == number_of(subject), _reads(subject, word, table.c.id))
    named = case((link.is_(None), literal(NONE)), else_=records.c.ref)
    joined = table.outerjoin(records, records.c.id == link)
    return select(named).select_from(joined).where(is_it).correlate(audit_events).scalar_subquery()


def _reads(subject: Subject, word: str, number: Subject) -> ColumnElement[bool]:
    """Whether a subject is exactly the word and the number, as the audit writes them."""
    return subject == literal(f"{word}/").concat(number.cast(String))


def _named(subject: Subject) -> Subject:
    """The reference that a subject is, in whatever case."""
    is_it = func.lower(records.c.ref) == func.lower(subject)
    return select(records.c.ref).where(is_it).correlate(audit_events).scalar_subquery()
