"""Records that break a rule, by rule (I2 to I20 and two more). Each rule is one question: kind and id of the record.

They are imported and listed, never refused or dropped: refusing them would hide the finding.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import CompoundSelect, Select, func, literal, select, union_all
from sqlmodel import Session

from bccc_dash.queries.quality import cases, checks, decisions, people
from bccc_dash.queries.quality.own_matters import own_matters

RULES: dict[str, Callable[[date], Select[Any]]] = {
    "I2": checks.incomplete,
    "I3": checks.before_permission,
    "I4": checks.out_of_stage_or_without_reason,
    "I5": checks.outcome_without_its_concern,
    "I6": own_matters,
    "I7": decisions.without_four_eyes,
    "I8": decisions.without_assessed_source,
    "I9": decisions.about_belief,
    "I10": decisions.without_reply,
    "I11": cases.below_floor,
    "I12": cases.lado_not_considered,
    "I13": cases.departure_not_referred,
    "I14": cases.effect_not_decided,
    "I16": cases.dates_out_of_order,
    "I18": checks.private_communication,
    "I19": cases.consent_was_valid,
    "I20": people.active_without_approval,
    "CHECK_AFTER_EXIT": checks.after_exit,
    "NO_STAGE": people.without_stage,
}


def findings_by_rule(session: Session, *, day: date) -> dict[str, int]:
    """Return how many records break each rule at the end of `day`, zeros included."""
    counts = {rule: int(n) for rule, n in session.execute(_counted(day))}
    return {rule: counts[rule] for rule in RULES}


@lru_cache(maxsize=64)
def _counted(day: date) -> CompoundSelect[Any]:
    """The question, kept: to put it together takes longer than to answer it in a small centre."""
    parts = []
    for rule, question in RULES.items():
        found = question(day).subquery()
        parts.append(select(literal(rule).label("rule"), func.count().label("n")).select_from(found))
    return union_all(*parts)
