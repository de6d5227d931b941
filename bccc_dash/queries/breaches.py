"""What breaches did to approval: the effect is the kind of the latest ratified decision about the incident."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, case, select

from bccc_dash.domain.outcome_vocabulary import DecisionKind
from bccc_dash.queries.at_day import incident_stands, ratified_by
from bccc_dash.queries.sql import decisions, incidents

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
