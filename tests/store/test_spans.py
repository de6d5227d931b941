"""The tables kept for speed are equal to a replay of the events, on every day, whole or in part."""

import random
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, delete, select
from sqlmodel import Session

from bccc_dash.store import spans
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import (
    ApprovalSpanRow,
    CaseSpanRow,
    RecordRow,
    StageEventRow,
    StageSpanRow,
)
from bccc_dash.workbook.importing import import_sheets
from tests.oracle.cells import read
from tests.oracle.dice import ANCHORS, pool
from tests.oracle.history import approval_at, stage_at
from tests.oracle.strategies import Sheets, random_sheets

ANCHOR = ANCHORS[0]


@pytest.fixture(scope="module")
def sheets() -> Sheets:
    return random_sheets(random.Random(7), 20, ANCHOR)


@pytest.fixture
def imported(engine: Engine, sheets: Sheets) -> Engine:
    import_sheets(sheets, engine=engine)
    return engine


def refs(session: Session) -> dict[int, str]:
    return {row.id: row.ref.strip().casefold() for row in session.execute(select(RecordRow)).scalars()}


def standing(session: Session, row: Any, day: date) -> dict[str, str]:
    """What the spans say of everybody on a day, by ref: stage or status."""
    begin, end, word = {
        StageSpanRow: ("entered_on", "left_on", "stage"),
        ApprovalSpanRow: ("from_on", "to_on", "status"),
    }[row]
    found = select(row).where(getattr(row, begin) <= day, getattr(row, end) > day)
    names = refs(session)
    return {names[span.volunteer_id]: getattr(span, word) for span in session.execute(found).scalars()}


def everybody(told: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    return {ref: word for ref, word in told if word is not None}


def test_stages_and_approvals_on_any_day_are_those_of_the_replay(imported, sheets):
    records = read(sheets)
    people = [volunteer["ref"] for volunteer in records["volunteers"]]

    with reading(imported) as session:
        for day in pool(ANCHOR)[::3]:
            assert standing(session, StageSpanRow, day) == everybody((p, stage_at(records, p, day)) for p in people)
            assert standing(session, ApprovalSpanRow, day) == everybody(
                (p, approval_at(records, p, day)) for p in people
            )


def whole(session: Session) -> dict[str, set[tuple[Any, ...]]]:
    """Every span but for its own number."""
    stages = session.execute(select(StageSpanRow)).scalars()
    approvals = session.execute(select(ApprovalSpanRow)).scalars()
    cases = session.execute(select(CaseSpanRow)).scalars()
    return {
        "stages": {(s.event_id, s.volunteer_id, s.stage, s.entered_on, s.left_on) for s in stages},
        "approvals": {(a.event_id, a.volunteer_id, a.status, a.from_on, a.to_on) for a in approvals},
        "cases": {(c.case_id, c.status, c.from_on, c.to_on) for c in cases},
    }


def test_spans_made_for_some_are_the_spans_made_for_all(imported):
    with reading(imported) as session:
        before = whole(session)
        people = {person for _, person, *_ in before["stages"]}
        cases = {case for case, *_ in before["cases"]}

    with writing(imported) as session:
        session.execute(delete(StageSpanRow))
        session.execute(delete(CaseSpanRow))
        spans.refresh(session, volunteer_ids=people, case_ids=cases)

    with reading(imported) as session:
        assert whole(session) == before


def test_an_event_typed_in_late_splits_the_span_that_it_falls_into(imported):
    with writing(imported) as session:
        person = session.execute(select(StageSpanRow.volunteer_id)).scalars().first()
        session.add(StageEventRow(volunteer_id=person, to_stage="S3", occurred_on=ANCHOR - timedelta(days=1)))
        session.flush()
        spans.refresh(session, volunteer_ids=[person])

    with reading(imported) as session:
        name = refs(session)[person]
        assert standing(session, StageSpanRow, ANCHOR - timedelta(days=1))[name] == "S3"
