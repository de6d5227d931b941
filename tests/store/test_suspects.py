"""The suspects that are looked for among some are those that are looked for among all; a new version looks anew."""

import hashlib
import json
import random
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, func, select, update
from sqlalchemy.dialects import sqlite
from sqlmodel import Session

from bccc_dash.domain.case_vocabulary import CaseStatus, ConcernCategory, Severity
from bccc_dash.domain.vocabulary import ApprovalStatus, CheckOutcome, CheckTrigger, Role, Stage
from bccc_dash.store import spans, suspects
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.suspects import SUSPECTED
from bccc_dash.store.tables import (
    ApprovalEventRow,
    CaseEventRow,
    CheckPlatformRow,
    CheckRow,
    CommitteeShareRow,
    ConcernRow,
    DecisionRow,
    DiscussionRow,
    IncidentRow,
    StageEventRow,
    SuspectRow,
    VolunteerRow,
)
from bccc_dash.store.upgrade import latest_step
from bccc_dash.workbook.importing import import_sheets
from tests.oracle.dice import ANCHORS
from tests.oracle.strategies import random_sheets
from tests.sharing import FULL_FORM

ANCHOR = ANCHORS[0]
SAID_AT = ("0004", "edbcd0c070c2e887")
"""The step of the schema at which databases last looked for suspects anew, and what a suspect was then."""

Draw = st.DataObject
Touched = dict[str, list[int]]


def whole(session: Session) -> set[tuple[Any, ...]]:
    found = session.execute(select(SuspectRow)).scalars()
    return {(one.rule, one.kind, one.row_id, one.subject_id) for one in found}


def a_day(draw: Draw) -> date:
    return ANCHOR + timedelta(days=draw.draw(st.integers(-200, 5)))


def one_of(session: Session, draw: Draw, row: type) -> Any:
    rows = session.execute(select(row).order_by(*row.__table__.primary_key)).scalars().all()
    return draw.draw(st.sampled_from(rows))


def pick(draw: Draw, words: Any) -> str:
    return str(draw.draw(st.sampled_from(list(words))).value)


def a_stage(session: Session, draw: Draw) -> Touched:
    person = one_of(session, draw, VolunteerRow).id
    session.add(StageEventRow(volunteer_id=person, to_stage=pick(draw, Stage), occurred_on=a_day(draw)))
    return {"volunteer_ids": [person]}


def an_approval(session: Session, draw: Draw) -> Touched:
    person = one_of(session, draw, VolunteerRow).id
    session.add(ApprovalEventRow(volunteer_id=person, to_status=pick(draw, ApprovalStatus), effective_on=a_day(draw)))
    return {"volunteer_ids": [person]}


def a_form(session: Session, draw: Draw) -> Touched:
    person = one_of(session, draw, VolunteerRow)
    person.form_signed_on, person.notice_given_on, person.applied_on = a_day(draw), a_day(draw), a_day(draw)
    return {"volunteer_ids": [person.id]}


def a_check(session: Session, draw: Draw) -> Touched:
    check = one_of(session, draw, CheckRow)
    check.started_on, check.completed_on = draw.draw(st.none() | st.just(a_day(draw))), a_day(draw)
    check.outcome, check.trigger = pick(draw, CheckOutcome), pick(draw, CheckTrigger)
    check.checker_role_at_time = pick(draw, Role)
    if draw.draw(st.booleans()):
        session.execute(delete(CheckPlatformRow).where(CheckPlatformRow.check_id == check.id))
    return {"volunteer_ids": [check.volunteer_id]}


def a_case(session: Session, draw: Draw) -> Touched:
    case = one_of(session, draw, draw.draw(st.sampled_from([ConcernRow, IncidentRow])))
    case.recorded_on, case.severity = a_day(draw), pick(draw, Severity)
    if isinstance(case, ConcernRow):
        case.identified_on, case.category = a_day(draw), pick(draw, ConcernCategory)
    return {"case_ids": [case.id]}


def a_case_event(session: Session, draw: Draw) -> Touched:
    case = one_of(session, draw, draw.draw(st.sampled_from([ConcernRow, IncidentRow])))
    session.add(CaseEventRow(subject_id=case.id, to_status=pick(draw, CaseStatus), occurred_on=a_day(draw)))
    return {"case_ids": [case.id]}


def what_hangs_on_a_case(session: Session, draw: Draw) -> Touched:
    case = one_of(session, draw, draw.draw(st.sampled_from([ConcernRow, IncidentRow])))
    session.add(DiscussionRow(case_id=case.id, offered_on=a_day(draw), held_on=a_day(draw)))
    session.add(CommitteeShareRow(subject_id=case.id, shared_on=a_day(draw)))
    return {"case_ids": [case.id]}


def a_decision(session: Session, draw: Draw) -> Touched:
    decision = one_of(session, draw, DecisionRow)
    decision.decided_on, decision.status = a_day(draw), "RATIFIED"
    decision.proposed_by_id = decision.decided_by_id
    person = session.get(VolunteerRow, decision.subject_id)
    return {"volunteer_ids" if person else "case_ids": [decision.subject_id]}


CHANGES = (a_stage, an_approval, a_form, a_check, a_case, a_case_event, what_hangs_on_a_case, a_decision)


def test_suspects_looked_for_among_some_are_those_looked_for_among_all(engine: Engine) -> None:
    import_sheets(random_sheets(random.Random(7), 12, ANCHOR), engine=engine)

    @settings(max_examples=200 if FULL_FORM else 40, deadline=None, database=None, derandomize=not FULL_FORM)
    @given(st.data())
    def same(draw: Draw) -> None:
        with writing(engine) as session:
            touched = draw.draw(st.sampled_from(CHANGES))(session, draw)
            session.flush()
            spans.refresh(session, **touched)
            among_some = whole(session)
            spans.refresh(session)
            assert among_some == whole(session)

    same()
    with reading(engine) as session:
        assert {rule for rule, *_ in whole(session)} == set(SUSPECTED)


def test_nothing_is_looked_for_where_nobody_is_named(engine: Engine) -> None:
    import_sheets(random_sheets(random.Random(7), 12, ANCHOR), engine=engine)
    with writing(engine) as session:
        session.execute(update(CheckRow).values(necessity_note=None))
        before = whole(session)
        suspects.refresh(session, volunteer_ids=[], case_ids=[])
        assert whole(session) == before


def test_no_record_is_a_suspect_of_a_rule_twice(sqlite_engine: Engine) -> None:
    import_sheets(random_sheets(random.Random(7), 12, ANCHOR), engine=sqlite_engine)
    with reading(sqlite_engine) as session:
        for questions in SUSPECTED.values():
            found = [row[:2] for question in questions for row in session.execute(question())]
            assert len(found) == len(set(found))
        assert session.execute(select(func.count()).select_from(SuspectRow)).scalar()


def test_whoever_changes_what_a_suspect_is_adds_a_step_so_that_databases_look_anew() -> None:
    said = {
        rule: [
            str(question().compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})) for question in of
        ]
        for rule, of in SUSPECTED.items()
    }
    digest = hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]
    if digest != SAID_AT[1]:
        assert latest_step() > SAID_AT[0], "add a step to the schema, then write it here with " + digest
        pytest.fail(f"write here: {latest_step()}, {digest}")
