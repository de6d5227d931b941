"""One person's way through the stages, by ref."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, cast, exists, func, literal, null, or_, select, union_all
from sqlalchemy.types import Date
from sqlmodel import Session

from bccc_dash.domain.applicant import About, Look, Stay, Way
from bccc_dash.domain.vetting import SHOWN
from bccc_dash.queries.at_day import concern_stands
from bccc_dash.queries.sql import checks, concerns, on, records, stage_spans, volunteers

PERSON, STAY, LOOK, ABOUT = "PERSON", "STAY", "LOOK", "ABOUT"
LINE = ("code", "from_on", "to_on", "number")


def applicant_way(session: Session, ref: str, *, day: date) -> Way | None:
    """A volunteer's stays, checks and concerns up to the end of `day`, the latest SHOWN of each, and how many.

    None where no volunteer has the ref, or only applies after `day`. The case of its letters does not matter.
    """
    person = select(volunteers.c.id, records.c.ref).join(records, records.c.id == volunteers.c.id)
    who = person.where(func.lower(records.c.ref) == func.lower(literal(ref)), _has_come(day)).cte("who")
    name = _line(who.c.ref, cast(null(), Date), cast(null(), Date), who.c.id)
    parts = (
        select(literal(PERSON).label("kind"), *name, literal(1).label("n")),
        _latest(STAY, _stays(who, day)),
        _latest(LOOK, _looks(who, day)),
        _latest(ABOUT, _concerns(who, day)),
    )
    every = union_all(*parts).subquery()
    found = list(session.execute(select(every).order_by(every.c.from_on, every.c.number)))
    names = [line.code for line in found if line.kind == PERSON]
    return _way(names[0], found) if names else None


def _has_come(day: date) -> ColumnElement[bool]:
    """Whether a volunteer had applied, or come to a stage, by the end of `day`."""
    span = stage_spans.c
    came = exists().where(span.volunteer_id == volunteers.c.id, span.entered_on <= on(day))
    return or_(volunteers.c.applied_on <= on(day), came)


def _way(ref: str, lines: Sequence[Row[Any]]) -> Way:
    in_all = {line.kind: int(line.n) for line in lines}
    return Way(
        ref=ref,
        stays=tuple(Stay(line.code, line.from_on, line.to_on) for line in lines if line.kind == STAY),
        looks=tuple(Look(line.code, line.from_on, line.to_on) for line in lines if line.kind == LOOK),
        concerns=tuple(About(line.code, line.from_on) for line in lines if line.kind == ABOUT),
        stays_in_all=in_all.get(STAY, 0),
        looks_in_all=in_all.get(LOOK, 0),
        concerns_in_all=in_all.get(ABOUT, 0),
    )


def _line(*columns: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    return [column.label(name) for column, name in zip(columns, LINE, strict=True)]


def _latest(kind: str, found: Select[Any]) -> Select[Any]:
    """The latest lines of one kind; `n` in each says how many there are."""
    counted = found.add_columns(func.count().over().label("n"))
    lines = counted.order_by(found.selected_columns.from_on.desc(), found.selected_columns.number.desc()).limit(SHOWN)
    columns = lines.subquery().c
    return select(literal(kind).label("kind"), *(columns[name] for name in (*LINE, "n")))


def _by(moment: ColumnElement[Any], day: date) -> ColumnElement[Any]:
    return case((moment <= on(day), moment))


def _stays(who: Any, day: date) -> Select[Any]:
    span = stage_spans.c
    line = _line(span.stage, span.entered_on, _by(span.left_on, day), span.event_id)
    return select(*line).join(who, who.c.id == span.volunteer_id).where(span.entered_on <= on(day))


def _looks(who: Any, day: date) -> Select[Any]:
    """Checks begun or done by the day."""
    check = checks.c
    line = _line(records.c.ref, _by(check.started_on, day), _by(check.completed_on, day), check.id)
    joined = checks.join(who, who.c.id == check.volunteer_id).join(records, records.c.id == check.id)
    return select(*line).select_from(joined).where(or_(check.started_on <= on(day), check.completed_on <= on(day)))


def _concerns(who: Any, day: date) -> Select[Any]:
    concern = concerns.c
    line = _line(records.c.ref, concern.identified_on, cast(null(), Date), concern.id)
    joined = concerns.join(who, who.c.id == concern.volunteer_id).join(records, records.c.id == concern.id)
    return select(*line).select_from(joined).where(concern_stands(day))
