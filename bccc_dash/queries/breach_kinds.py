"""Breaches by type: how many, what they did to approval, and what they are said to affect. Source: P8, P55 to P57."""

from typing import Any

from sqlalchemy import ColumnElement, Select, case, cast, func, literal, null, select, union_all
from sqlalchemy.types import Integer, String
from sqlmodel import Session

from bccc_dash.domain.breaches import Answers, BreachKind
from bccc_dash.domain.overview import BreachEffect
from bccc_dash.domain.period import Period
from bccc_dash.queries.at_day import anything_recorded, incident_stands
from bccc_dash.queries.breaches import effects_by_type
from bccc_dash.queries.sql import incidents, on

EFFECT, KIND, RECORD = "effect", "kind", "record"
ASKED = (incidents.c.affects_assessment, incidents.c.affects_approval, incidents.c.affects_length_of_service)


def breaches_by_type(
    session: Session, *, period: Period
) -> tuple[tuple[BreachEffect, ...], tuple[BreachKind, ...], bool]:
    """In one question: the effects of K14's breaches by type, the breaches of the window by type, and whether anything
    at all is recorded. By type in the order of the words."""
    found = session.execute(union_all(_effects(period), _kinds(period), _any_record())).all()
    rows = sorted(found, key=lambda row: (row.breach_type, row.effect))
    effects = [BreachEffect(row.breach_type, row.effect, row.n, row.wait) for row in rows if row.part == EFFECT]
    kinds = [
        BreachKind(row.breach_type, row.n, *(_answers(row, number) for number in range(len(ASKED))))
        for row in rows
        if row.part == KIND
    ]
    return tuple(effects), tuple(kinds), any(row.part == RECORD for row in rows)


def _answers(row: Any, number: int) -> Answers:
    yes, no = getattr(row, f"yes_{number}"), getattr(row, f"no_{number}")
    return Answers(yes, no, row.n - yes - no)


def _effects(period: Period) -> Select[Any]:
    effects = effects_by_type(period).subquery("effects").c
    nothing = [column for number in range(len(ASKED)) for column in _said(number, literal(0), literal(0))]
    named = literal(EFFECT, String).label("part")
    return select(named, effects.breach_type, effects.effect, effects.n, effects.wait, *nothing)


def _kinds(period: Period) -> Select[Any]:
    """The breaches recorded in the window that stand at its end."""
    told = [
        column for number, asked in enumerate(ASKED) for column in _said(number, _how_many(asked), _how_many(~asked))
    ]
    no_wait = cast(null(), Integer).label("wait")
    columns = (literal(KIND, String).label("part"), incidents.c.breach_type, literal("", String).label("effect"))
    found = select(*columns, func.count().label("n"), no_wait, *told)
    in_window = incidents.c.recorded_on > on(period.after)
    return found.where(in_window, incident_stands(period.as_of)).group_by(incidents.c.breach_type)


def _any_record() -> Select[Any]:
    blank, nought = literal("", String), literal(0)
    counts = [column for number in range(len(ASKED)) for column in _said(number, nought, nought)]
    return select(
        literal(RECORD, String).label("part"),
        blank.label("breach_type"),
        blank.label("effect"),
        nought.label("n"),
        cast(null(), Integer).label("wait"),
        *counts,
    ).where(anything_recorded())


def _said(number: int, yes: ColumnElement[Any], no: ColumnElement[Any]) -> tuple[ColumnElement[Any], ...]:
    return yes.label(f"yes_{number}"), no.label(f"no_{number}")


def _how_many(holds: ColumnElement[bool]) -> ColumnElement[Any]:
    """How many rows of a group a condition holds for; it holds for none where nothing is said."""
    return func.sum(case((holds, 1), else_=0))
