"""Gates that are not met: permission, the notice about internet use, approval. Source: P1, P14, P16."""

from datetime import date
from typing import Any

from sqlalchemy import CTE, ColumnElement, FromClause, Select, and_, case, cast, func, literal, null, select, union_all
from sqlalchemy.types import Date

from bccc_dash.domain.vetting import Gate
from bccc_dash.domain.vocabulary import APPROVED, VALID_WHEN_ACTIVE, Stage
from bccc_dash.queries.at_day import approval_is, people_in
from bccc_dash.queries.forms import forms
from bccc_dash.queries.sql import records, worked_out_once

NO_DAY = cast(null(), Date)
OPEN = "OPEN"
LINE = ("ref", "code", "since", "other_day")


def gates_missed(applicants: FromClause, day: date) -> Select[Any]:
    """One row a person and gate: ref, code (Gate), since, other_day (the day of a notice that came late).

    In Stages 1 to 5: no permission (withdrawn; else no signed form; else a form without it), and no notice, or one that
    came after the first entry to Stage 1. In Stage 0: no notice, once past that stage's target. At Active: no valid
    approval, as in K1; in Probation: not approved yet.
    """
    paper = worked_out_once(forms(applicants, day), "papers")
    every = union_all(_permission(paper), _notice(paper), *_approval(day)).subquery()
    return select(every).where(every.c.code != OPEN)


def _permission(paper: CTE) -> Select[Any]:
    code = case(
        (paper.c.withdrawn_on.is_not(None), Gate.WITHDRAWN.value),
        (paper.c.signed_on.is_(None), Gate.NO_FORM.value),
        (func.coalesce(paper.c.check_permission, False), OPEN),  # SQL's own FALSE
        else_=Gate.NO_PERMISSION.value,
    )
    since = func.coalesce(paper.c.withdrawn_on, paper.c.signed_on, _due_on(paper))
    return select(*_line(paper.c.ref, code, since, NO_DAY)).where(paper.c.stage != Stage.S0)


def _notice(paper: CTE) -> Select[Any]:
    enquiry, missing = paper.c.stage == Stage.S0, paper.c.notice_on.is_(None)
    code = case(
        (and_(enquiry, missing, paper.c.past > 0), Gate.NOTICE_DUE.value),
        (enquiry, OPEN),
        (missing, Gate.NO_NOTICE.value),
        (paper.c.notice_on > paper.c.entered_s1_on, Gate.LATE_NOTICE.value),
        else_=OPEN,
    )
    return select(*_line(paper.c.ref, code, _due_on(paper), paper.c.notice_on))


def _due_on(paper: CTE) -> ColumnElement[Any]:
    """Since when both should have been there: the first entry to Stage 1, else the entry to the present stage."""
    return func.coalesce(paper.c.entered_s1_on, paper.c.entered_on)


def _line(*columns: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    return [column.label(name) for column, name in zip(columns, LINE, strict=True)]


def _approval(day: date) -> tuple[Select[Any], ...]:
    return (
        _unapproved(Stage.S6, VALID_WHEN_ACTIVE, Gate.UNAPPROVED_ACTIVE, day),
        _unapproved(Stage.S5, APPROVED, Gate.UNAPPROVED_PROBATION, day),
    )


def _unapproved(stage: Stage, enough: tuple[str, ...], gate: Gate, day: date) -> Select[Any]:
    people = people_in((stage,), day)
    joined = people.join(records, records.c.id == people.c.volunteer_id)
    missing = ~approval_is(people.c.volunteer_id, enough, day)
    line = _line(records.c.ref, literal(gate.value), people.c.entered_on, NO_DAY)
    return select(*line).select_from(joined).where(missing)
