"""K17, K18, K19: privacy reviews and acknowledged guidance."""

from sqlalchemy import and_, exists, func, select

from bccc_dash.domain.due_days import overdue_figure
from bccc_dash.domain.vocabulary import Audience, Stage
from bccc_dash.figures.asking import Asking, Figure, OneRow, n_of_d
from bccc_dash.queries.at_day import people_in
from bccc_dash.queries.review_lists import due_days
from bccc_dash.queries.reviews import active_people, has_current_review, long_enough_active
from bccc_dash.queries.sql import acknowledgements, guidance, on


def reviews_current(asking: Asking) -> OneRow:
    """K17: of the people active for longer than their interval, how many have a current review."""
    day = asking.period.as_of
    active = active_people(day, asking.targets)
    due = select(active.c.volunteer_id).where(long_enough_active(active, day))
    return n_of_d(has_current_review(active, day), due)


def reviews_overdue(asking: Asking) -> Figure:
    """K18: reviews due before the day and not done, by days overdue; beside it, people due without a row."""
    return overdue_figure(due_days(asking.session, period=asking.period, targets=asking.targets))


def acknowledged(asking: Asking) -> OneRow:
    """K19: of the people in S4 to S6, how many acknowledged the version in force of all volunteer guidance."""
    day = asking.period.as_of
    place = func.row_number().over(
        partition_by=guidance.c.code, order_by=(guidance.c.effective_on.desc(), guidance.c.id.desc())
    )
    for_them = and_(guidance.c.audience == Audience.VOLUNTEER, guidance.c.effective_on <= on(day))
    versions = select(guidance.c.code, guidance.c.version, place.label("place")).where(for_them).subquery()
    current = select(versions.c.code, versions.c.version).where(versions.c.place == 1).subquery("current")
    people = people_in((Stage.S4, Stage.S5, Stage.S6), day)
    ack = acknowledgements.c
    given = (
        exists()
        .where(
            ack.volunteer_id == people.c.volunteer_id,
            ack.guidance_code == current.c.code,
            ack.guidance_version == current.c.version,
            ack.acknowledged_on <= on(day),
        )
        .correlate_except(acknowledgements)
    )
    missing = exists(select(current.c.code).where(~given))
    return n_of_d(~missing, select(people.c.volunteer_id).where(exists(select(current.c.code))))
