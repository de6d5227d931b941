"""What the committee has set, when it last met, and when the records begin."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Select, cast, func, literal, null, select
from sqlalchemy.types import Integer
from sqlmodel import Session

from bccc_dash.domain.centre import Centre
from bccc_dash.domain.targets import Targets, targets_from
from bccc_dash.queries.at_day import APPLYING
from bccc_dash.queries.sql import meetings, on, recruitment_stages, volunteers
from bccc_dash.store.tables import SettingRow

StageSetting = tuple[str, str, int | None]


def targets(session: Session) -> Targets:
    """The targets in force: BCCC defaults, and the committee's own numbers in their place."""
    return targets_from({row.name: row.value for row in session.execute(select(SettingRow)).scalars()})


def stage_settings(session: Session) -> list[StageSetting]:
    """Code, name and target (days) of every stage from S0 to S5, in order."""
    return _stages(session.execute(_of_stages().order_by("place")).all())


def in_force(session: Session) -> tuple[Targets, list[StageSetting]]:
    """In one question: the targets in force, and the stages with theirs."""
    row = SettingRow.__table__.c  # type: ignore[attr-defined]  # SQLModel adds it unseen
    of_committee = select(literal(0), row.name, row.value, cast(null(), Integer))
    rows = session.execute(_of_stages().union_all(of_committee).order_by("place")).all()
    own = {name: value for place, name, value, _ in rows if place == 0}
    return targets_from(own), _stages([row for row in rows if row.place > 0])


def _of_stages() -> Select[Any]:
    """The stages from S0 to S5: place (from 1), code, name, target_days."""
    stage = recruitment_stages.c
    place = (stage.ordinal + 1).label("place")
    return select(place, stage.code, stage.name, stage.target_days).where(stage.code.in_(APPLYING))


def _stages(rows: Iterable[Any]) -> list[StageSetting]:
    return [(str(code), str(name), target) for _, code, name, target in rows]


def centre_before(session: Session, day: date) -> Centre:
    """In one question: the latest meeting before `day`, and the day on which the first person applied."""
    met = select(func.max(meetings.c.date)).where(meetings.c.date < on(day)).scalar_subquery()
    began = select(func.min(volunteers.c.applied_on)).scalar_subquery()
    return Centre(*session.execute(select(met, began)).one())
