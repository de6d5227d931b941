"""What breaches did to approval, and what of them is online.

The effect on approval is the kind of the latest ratified decision about the incident.
"""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, case, func, or_, select

from bccc_dash.domain.outcome_vocabulary import ContentStatus, DecisionKind
from bccc_dash.domain.period import Period
from bccc_dash.queries.at_day import incident_stands, ratified_by
from bccc_dash.queries.sql import days_between, decisions, incidents, on

EFFECTS = ("undecided", "no_change", "conditions", "suspended", "withdrawn", "ended")
EFFECT_OF = {
    DecisionKind.CONDITIONS: "conditions",
    DecisionKind.SUSPEND: "suspended",
    DecisionKind.WITHDRAW_APPROVAL: "withdrawn",
    DecisionKind.REFUSE: "withdrawn",
    DecisionKind.END_SERVICE: "ended",
}


def latest_decision_kind(day: date) -> ScalarSelect[Any]:
    """The kind of the latest decision about an incident, ratified by `day`; nothing where there is none."""
    return (
        select(decisions.c.kind)
        .where(decisions.c.subject_id == incidents.c.id, ratified_by(day))
        .order_by(decisions.c.decided_on.desc(), decisions.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def effect_on_approval(day: date) -> ColumnElement[Any]:
    """One of EFFECTS for an incident, as it stood at the end of `day`. Source: P56."""
    kind = latest_decision_kind(day)
    decided = case(*((kind == decision_kind, effect) for decision_kind, effect in EFFECT_OF.items()), else_="no_change")
    return case((kind.is_(None), "undecided"), else_=decided)


def approval_affecting(day: date) -> Select[Any]:
    """Incidents said to affect approval that stand at `day`.

    Columns: id, breach_type, recorded_on, effect.
    """
    effect = effect_on_approval(day).label("effect")
    found = select(incidents.c.id, incidents.c.breach_type, incidents.c.recorded_on, effect)
    return found.where(incidents.c.affects_approval.is_(True), incident_stands(day))


def effects_by_type(period: Period) -> Select[Any]:
    """The breaches of K14, those recorded in the window and all undecided ones, by type and effect.

    Columns: breach_type, effect, n, wait (days that the longest undecided one has waited; nothing where decided).
    """
    day = period.as_of
    found = approval_affecting(day).subquery()
    undecided = found.c.effect == "undecided"
    wait = func.max(case((undecided, days_between(on(day), found.c.recorded_on)))).label("wait")
    by_type = select(found.c.breach_type, found.c.effect, func.count().label("n"), wait)
    counted = or_(undecided, found.c.recorded_on > on(period.after))
    return by_type.where(counted).group_by(found.c.breach_type, found.c.effect)


def was_online() -> ColumnElement[bool]:
    """Whether a breach was online at all, or nobody has said. Source: P49."""
    return or_(incidents.c.content_status.is_(None), incidents.c.content_status != ContentStatus.NOT_ONLINE)


def still_online(day: date) -> ColumnElement[bool]:
    """Whether what was online had not been removed by the end of `day`."""
    live = and_(incidents.c.content_status == ContentStatus.LIVE, incidents.c.removed_on.is_(None))
    return and_(was_online(), or_(live, incidents.c.removed_on > on(day)))
