"""What the committee has set, and when it last met."""

from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session

from bccc_dash.domain.targets import Targets, targets_from
from bccc_dash.queries.sql import meetings, on
from bccc_dash.store.tables import SettingRow


def targets(session: Session) -> Targets:
    """The targets in force: BCCC defaults, and the committee's own numbers in their place."""
    return targets_from({row.name: row.value for row in session.execute(select(SettingRow)).scalars()})


def latest_meeting_before(session: Session, day: date) -> date | None:
    """The day of the latest meeting before `day`; a meeting on the day itself does not count."""
    found: date | None = session.execute(select(func.max(meetings.c.date)).where(meetings.c.date < on(day))).scalar()
    return found
