"""What the committee has set, when it last met, and when the records begin."""

from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session

from bccc_dash.domain.centre import Centre
from bccc_dash.domain.targets import Targets, targets_from
from bccc_dash.queries.sql import meetings, on, volunteers
from bccc_dash.store.tables import SettingRow


def targets(session: Session) -> Targets:
    """The targets in force: BCCC defaults, and the committee's own numbers in their place."""
    return targets_from({row.name: row.value for row in session.execute(select(SettingRow)).scalars()})


def centre_before(session: Session, day: date) -> Centre:
    """In one question: the latest meeting before `day`, and the day on which the first person applied."""
    met = select(func.max(meetings.c.date)).where(meetings.c.date < on(day)).scalar_subquery()
    began = select(func.min(volunteers.c.applied_on)).scalar_subquery()
    return Centre(*session.execute(select(met, began)).one())
