"""When a concern was discussed, assessed, judged, shared and decided, and by when. Source: P25, P29, P30, P31."""

from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Table, func, select

from bccc_dash.domain.concern_case import Milestones
from bccc_dash.domain.targets import Targets
from bccc_dash.queries.at_day import ratified_by
from bccc_dash.queries.sql import assessments, concerns, decisions, discussions, on, shares
from bccc_dash.queries.timeliness import ON_ADVICE, assessment_due_on, discussion_due_on, sharing_due_on

NAMES = (
    *("identified_on", "talk_due", "judge_due", "tell_due", "held_on", "assessed_on", "judged_on", "shared_on"),
    *("decided_on", "put_off"),
)


@lru_cache(maxsize=8)
def milestone_columns(day: date, targets: Targets) -> tuple[ColumnElement[Any], ...]:
    """The columns of Milestones for each concern, as at the end of `day`. Writing them takes longer than asking."""
    judged = func.trim(func.coalesce(assessments.c.how_to_act, "")) != ""
    held, assessed, shared = discussions.c.held_on, assessments.c.assessed_on, shares.c.shared_on
    advice = discussions.c.deferral_reason
    found: dict[str, ColumnElement[Any]] = {
        "identified_on": concerns.c.identified_on,
        "talk_due": discussion_due_on(day, targets),
        "judge_due": assessment_due_on(targets),
        "tell_due": sharing_due_on(targets),
        "held_on": _first(discussions, held, discussions.c.case_id, held <= on(day)),
        "assessed_on": _first(assessments, assessed, assessments.c.case_id, assessed <= on(day)),
        "judged_on": _first(assessments, assessed, assessments.c.case_id, assessed <= on(day), judged),
        "shared_on": _first(shares, shared, shares.c.subject_id, shared <= on(day)),
        "decided_on": _first(decisions, decisions.c.decided_on, decisions.c.subject_id, ratified_by(day)),
        # Of the two advices the one that comes last in the alphabet, safeguarding, is the one that is said.
        "put_off": _last(discussions, advice, discussions.c.case_id, advice.in_(ON_ADVICE)),
    }
    return tuple(found[name].label(name) for name in NAMES)


def _first(table: Table, day: ColumnElement[Any], of: ColumnElement[Any], *so: ColumnElement[bool]) -> Any:
    found = select(func.min(day)).where(of == concerns.c.id, *so)
    return found.correlate_except(table).scalar_subquery()


def _last(table: Table, word: ColumnElement[Any], of: ColumnElement[Any], *so: ColumnElement[bool]) -> Any:
    found = select(func.max(word)).where(of == concerns.c.id, *so)
    return found.correlate_except(table).scalar_subquery()


def milestones_of(row: RowMapping) -> Milestones:
    """The milestones that a row with `milestone_columns` tells."""
    return Milestones(**{name: row[name] for name in NAMES})
