"""The applicants one by one: one part of the list, and what each of them waits for."""

from itertools import groupby
from typing import Any

from sqlalchemy import CTE, FromClause, Row, Select, Subquery, and_, literal, or_, select, union_all
from sqlmodel import Session

from bccc_dash.domain.period import Period
from bccc_dash.domain.vetting import SHOWN, Applicant, Wait, Waiting
from bccc_dash.domain.vocabulary import Requirement, Stage
from bccc_dash.queries.applicants import applicants, most_overdue_first
from bccc_dash.queries.forms import forms
from bccc_dash.queries.sql import worked_out_once
from bccc_dash.queries.stage_1_standing import checked_in_stage_1
from bccc_dash.queries.waiting import unmet

ORDER = (*Wait, *Requirement)
"""In which the waits of one person are told."""


def applicant_page(session: Session, *, period: Period, stage: str, page: int) -> tuple[Waiting, ...]:
    """One part of the list, SHOWN at most, most overdue first: those of a stage, or of every stage where it is "".

    They wait for: the notice in S0; form, permission and check in S1; the requirements not met in S2 to S5.
    Bounds: pages count from 1; beyond the last there is nothing.
    """
    everybody = applicants(period)
    asked = select(everybody).where(everybody.c.stage == stage) if stage else select(everybody)
    part = asked.order_by(*most_overdue_first(everybody)).limit(SHOWN).offset(SHOWN * (page - 1)).cte("part")
    waits = _waits(part, period)
    joined = part.outerjoin(waits, waits.c.volunteer_id == part.c.volunteer_id)
    query = select(part, waits.c.code, waits.c.name).select_from(joined).order_by(*most_overdue_first(part))
    return grouped(list(session.execute(query)))


def grouped(lines: list[Row[Any]]) -> tuple[Waiting, ...]:
    """One record a person of lines that stand together: ref, stage, days, target_days, code, name (blank: nothing)."""
    people = []
    for who, waits in groupby(lines, key=lambda line: (line.ref, line.stage, line.days, line.target_days)):
        told = sorted(((w.code, w.name) for w in waits if w.code is not None), key=lambda wait: ORDER.index(wait[0]))
        people.append(Waiting(Applicant(*who), tuple(told)))
    return tuple(people)


def _waits(part: FromClause, period: Period) -> Subquery:
    """What each of these people waits for: volunteer_id, code, name (of a requirement, else blank)."""
    day = period.as_of
    paper, required = worked_out_once(forms(part, day), "papers"), unmet(part, day).subquery()
    refused = or_(paper.c.check_permission.is_not(True), paper.c.withdrawn_on.is_not(None))
    asked = (
        (Wait.NOTICE, Stage.S0, paper.c.notice_on.is_(None)),
        (Wait.FORM, Stage.S1, paper.c.signed_on.is_(None)),
        (Wait.PERMISSION, Stage.S1, and_(paper.c.signed_on.is_not(None), refused)),
        (Wait.CHECK, Stage.S1, ~checked_in_stage_1(paper, day)),
    )
    parts = [_wait(paper, wait).where(paper.c.stage == stage, gap) for wait, stage, gap in asked]
    return union_all(select(required.c.volunteer_id, required.c.code, required.c.name), *parts).subquery("waits")


def _wait(paper: CTE, wait: Wait) -> Select[Any]:
    return select(paper.c.volunteer_id, literal(wait.value).label("code"), literal("").label("name"))
