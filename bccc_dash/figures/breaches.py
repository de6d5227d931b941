"""K14, K15, K20, K21: breaches, their effect, and how long their content stayed up."""

from sqlalchemy import and_, case, func, literal, or_, select

from bccc_dash.domain.case_vocabulary import CaseStatus, ConcernCategory
from bccc_dash.domain.period import twelve_months_before
from bccc_dash.figures.asking import Asking, Figure, OneRow, counts, n_of_d, spread, tallied, tally
from bccc_dash.queries.at_day import case_at, incident_stands
from bccc_dash.queries.breaches import EFFECTS, approval_affecting, still_online, was_online
from bccc_dash.queries.sql import days_between, incidents, number, on
from bccc_dash.queries.together import Row


def breaches_affecting_approval(asking: Asking) -> OneRow:
    """K14: breaches affecting approval recorded in the window, and every older one undecided, by effect."""
    day = asking.period.as_of
    found = approval_affecting(day).subquery()
    undecided = found.c.effect == "undecided"
    late = and_(undecided, days_between(on(day), found.c.recorded_on) > number(asking.targets.undecided_effect_days))
    over = func.coalesce(func.sum(case((late, 1), else_=0)), 0).label("over")
    query = select(*tally(found.c.effect, EFFECTS, literal(1)), over)

    def figure(row: Row) -> Figure:
        by = tallied(row, EFFECTS)
        return {"n": sum(by.values()), "by": {"effect": by}, "undecided_over_28_days": int(row["over"])}

    return OneRow(query.where(or_(undecided, found.c.recorded_on > on(asking.period.after))), figure)


def effect_decided(asking: Asking) -> OneRow:
    """K15: of the incidents closed in the window and closed still, how many have all three effects answered."""
    day = asking.period.as_of
    state = case_at(day, (CaseStatus.CLOSED,))
    answered = and_(
        incidents.c.affects_assessment.is_not(None),
        incidents.c.affects_approval.is_not(None),
        incidents.c.affects_length_of_service.is_not(None),
    )
    closed = select(incidents.c.id).select_from(incidents.join(state, state.c.case_id == incidents.c.id))
    closed = closed.where(incident_stands(day), state.c.from_on > on(asking.period.after))
    return n_of_d(answered, closed)


def take_down_time(asking: Asking) -> Figure:
    """K20: days from discovered to removed, for what was online; beside it, what is online still."""
    day = asking.period.as_of
    seen = and_(incident_stands(day), asking.in_window(incidents.c.discovered_on), was_online())
    days = case((incidents.c.removed_on <= on(day), days_between(incidents.c.removed_on, incidents.c.discovered_on)))
    still = case((still_online(day), 1), else_=0)
    return spread(asking, select(days.label("days"), still.label("still_open")).where(seen), beside="still_open")


def child_identified(asking: Asking) -> OneRow:
    """K21: breaches that identified a child, recorded in the window and in the twelve months to the day."""
    day = asking.period.as_of
    them = and_(incidents.c.breach_type == ConcernCategory.CHILD_IDENTIFIED, incident_stands(day))
    counting = select(func.count()).select_from(incidents).where(them)
    year = incidents.c.recorded_on > on(twelve_months_before(day))
    return counts(n=counting.where(incidents.c.recorded_on > on(asking.period.after)), n_12_months=counting.where(year))
