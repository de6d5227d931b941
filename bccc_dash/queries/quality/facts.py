"""What tells how a check, a decision, a case or a volunteer breaks a rule: dates and codes, in one question."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, bindparam, func, select
from sqlmodel import Session

from bccc_dash.domain.finding import CaseFacts, CheckFacts, DecisionFacts, Facts, PersonFacts
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.rule import Kind
from bccc_dash.queries.quality import facts_of_cases, facts_of_checks, facts_of_decisions, facts_of_people
from bccc_dash.queries.sql import checks, concerns, decisions, incidents, records, volunteers

KIND_OF = {
    RecordKind.VOLUNTEER: Kind.VOLUNTEER,
    RecordKind.CHECK: Kind.CHECK,
    RecordKind.CONCERN: Kind.CONCERN,
    RecordKind.INCIDENT: Kind.INCIDENT,
    RecordKind.DECISION: Kind.DECISION,
}
Columns = Mapping[str, ColumnElement[Any]]
SHAPES: dict[Kind, tuple[type[Facts], str]] = {
    Kind.VOLUNTEER: (PersonFacts, "person"),
    Kind.CHECK: (CheckFacts, "check"),
    Kind.CONCERN: (CaseFacts, "case"),
    Kind.INCIDENT: (CaseFacts, "case"),
    Kind.DECISION: (DecisionFacts, "decision"),
}
"""What is known of each kind of record, and what the names of its columns begin with."""

SOURCES: dict[str, Callable[[date], Columns]] = {
    "person": facts_of_people.columns,
    "check": facts_of_checks.columns,
    "case": facts_of_cases.columns,
    "decision": facts_of_decisions.columns,
}


def facts_of_records(session: Session, ids: list[int], *, day: date) -> dict[tuple[Kind, int], tuple[str, bool, Facts]]:
    """Return the reference, whether it names a concern, and the facts of these records as at the end of `day`.

    One question, or none where there is no such record.
    """
    if not ids:
        return {}
    found = {}
    for row in session.execute(_asked(day), {"ids": ids}).mappings():
        kind = KIND_OF[RecordKind(row["kind"])]
        found[kind, row["id"]] = (row["ref"], kind is Kind.CONCERN, _facts(kind, row))
    return found


@lru_cache(maxsize=8)
def _asked(day: date) -> Select[Any]:
    """The question for a day, with the numbers of the records left open: putting it together takes as long as asking
    it, so it is kept."""
    columns = [
        column.label(f"{source}_{name}") for source, asked in SOURCES.items() for name, column in asked(day).items()
    ]
    asked = select(records.c.id, records.c.kind, records.c.ref, *columns).select_from(_joined())
    return asked.where(records.c.id.in_(bindparam("ids", expanding=True)))


def _joined() -> FromClause:
    """Every record with its row in the one table that it belongs to, and what that row names."""
    found: FromClause = records
    for table in (checks, concerns, incidents, decisions):
        found = found.outerjoin(table, table.c.id == records.c.id)
    person = volunteers.c.id == func.coalesce(checks.c.volunteer_id, records.c.id)
    subject = facts_of_decisions.SUBJECT
    found = found.outerjoin(volunteers, person)
    return found.outerjoin(subject, subject.c.id == decisions.c.subject_id)


def _facts(kind: Kind, row: Mapping[Any, Any]) -> Facts:
    shape, source = SHAPES[kind]
    return shape(**{field.name: row[f"{source}_{field.name}"] for field in fields(shape)})
