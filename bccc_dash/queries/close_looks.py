"""Two looks at one person close together. Source: P61."""

from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlmodel import Session

from bccc_dash.domain.period import Period
from bccc_dash.domain.targets import Targets
from bccc_dash.queries.sql import checks, days_between, number, on

Pair = tuple[int, str | None, str | None]


def close_pairs(session: Session, *, period: Period, targets: Targets) -> list[Pair]:
    """The person looked at twice, the reason given for the earlier look and that for the later one."""
    return [(int(person), first, second) for person, first, second in session.execute(close_looks(period, targets))]


def close_looks(period: Period, targets: Targets) -> Select[Any]:
    """Pairs of looks at one person fewer than 90 days apart, the later one in the window.

    Columns: volunteer_id, necessity_note (the earlier look's), later_note.
    """
    first, second = checks.alias("first"), checks.alias("second")
    in_order = or_(
        first.c.started_on < second.c.started_on,
        and_(first.c.started_on == second.c.started_on, first.c.id < second.c.id),
    )
    close = days_between(second.c.started_on, first.c.started_on) < number(targets.second_look_days)
    joined = second.join(first, first.c.volunteer_id == second.c.volunteer_id)
    notes = select(second.c.volunteer_id, first.c.necessity_note, second.c.necessity_note.label("later_note"))
    in_window = and_(second.c.started_on > on(period.after), second.c.started_on <= on(period.as_of))
    return notes.select_from(joined).where(in_window, in_order, close).distinct()
