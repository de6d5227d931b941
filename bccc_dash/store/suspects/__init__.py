"""The records that break a rule of data quality on some day, or may: kept for speed, so that a rule need not look at
all the others. On which days it is broken, the rule itself asks (`queries.quality`).

Whoever changes what a suspect is adds a step to the schema, so that every database looks for its suspects anew.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from sqlalchemy import Select, delete, insert, literal, select, union
from sqlmodel import Session

from bccc_dash.store.suspects import cases, checks, decisions, people
from bccc_dash.store.suspects.tables import checks as all_checks
from bccc_dash.store.suspects.tables import concerns, incidents, suspects

Ids = Collection[int]

SUSPECTED: dict[str, tuple[Callable[[], Select[Any]], ...]] = {
    "I2": (checks.incomplete,),
    "I3": (checks.before_permission,),
    "I4": (checks.out_of_stage, checks.without_reason),
    "I5": (checks.concern_not_there, checks.concern_unsaid),
    "I7": (decisions.without_four_eyes,),
    "I11": (cases.concern_below_floor, cases.incident_below_floor),
    "I16": (
        cases.concern_out_of_order,
        cases.incident_out_of_order,
        cases.discussion_out_of_order,
        cases.share_out_of_order,
    ),
    "I18": (checks.private_communication,),
    "I20": (people.active_without_approval,),
    "CHECK_AFTER_EXIT": (checks.after_exit,),
    "NO_STAGE": (people.without_stage,),
}
"""The rules that would otherwise look at many records. No record is found twice by the questions of one rule."""


def refresh(session: Session, *, volunteer_ids: Ids | None = None, case_ids: Ids | None = None) -> None:
    """Look anew for the suspects among what belongs to these volunteers and cases, and to those beside them; among all
    where neither is given, as after a change of who is on the committee. The spans must be right already.

    Bounds: where a record is given to another volunteer or case, both the old one and the new are named.
    """
    if volunteer_ids is None and case_ids is None:
        _look_anew(session, None)
        return
    touched = _beside(session, set(volunteer_ids or ()), set(case_ids or ()))
    if touched:
        _look_anew(session, sorted(touched))


def _look_anew(session: Session, subjects: list[int] | None) -> None:
    mine = () if subjects is None else (suspects.c.subject_id.in_(subjects),)
    session.execute(delete(suspects).where(*mine))
    for rule, questions in SUSPECTED.items():
        for question in questions:
            found = question()
            columns = found.selected_columns
            rows = found.with_only_columns(literal(rule), *columns)
            if subjects is not None:
                rows = rows.where(columns.subject_id.in_(subjects))
            session.execute(insert(suspects).from_select(["rule", "kind", "row_id", "subject_id"], rows))


def _beside(session: Session, people: set[int], case_ids: set[int]) -> set[int]:
    """These volunteers and cases, the volunteers' cases, and whatever a case is told of: its volunteer, the concern or
    the incidents that belong together with it, the volunteer of the check that found it."""

    def asked(found: Iterable[Select[Any]]) -> set[int]:
        return {number for (number,) in session.execute(union(*found)) if number is not None}

    every = case_ids | asked(select(case.c.id).where(case.c.volunteer_id.in_(people)) for case in (concerns, incidents))
    volunteers = (select(case.c.volunteer_id).where(case.c.id.in_(every)) for case in (concerns, incidents))
    checked = select(all_checks.c.volunteer_id).join(concerns, concerns.c.check_id == all_checks.c.id)
    together = (
        select(incidents.c.id).where(incidents.c.concern_id.in_(every)),
        select(incidents.c.concern_id).where(incidents.c.id.in_(every)),
        checked.where(concerns.c.id.in_(every)),
    )
    return people | every | asked((*volunteers, *together))
