"""A rule asked of its suspects finds what a slow reading finds among all records, on any day."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlmodel import Session

from bccc_dash.queries.quality import RULES
from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import CheckRow, ConcernRow, IncidentRow, RecordRow, SuspectRow, VolunteerRow
from bccc_dash.workbook.importing import import_sheets
from tests.oracle.cells import Row, read
from tests.oracle.days import Day
from tests.oracle.dice import ANCHORS, pool
from tests.oracle.quality import broken_rules
from tests.oracle.strategies import random_sheets
from tests.queries.conftest import ON_BOTH, SEEDS
from tests.sharing import FULL_FORM

HUNG = ("source_assessments", "discussions", "committee_shares")
Found = dict[str, list[tuple[str, str]]]


def named(sheet: str, row: Row) -> tuple[str, str]:
    return sheet, "" if sheet in HUNG else str(row["ref"])


def refs_of(session: Session) -> dict[int, str]:
    return {row.id: row.ref.strip().casefold() for row in session.execute(select(RecordRow)).scalars()}


def found_on(session: Session, day: Day, refs: dict[int, str]) -> Found:
    """What hangs on a case has no reference of its own, and is told by its kind alone."""
    return {
        rule: sorted((kind, "" if kind in HUNG else refs[number]) for kind, number in session.execute(asked(day)))
        for rule, asked in RULES.items()
    }


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_a_rule_finds_among_its_suspects_what_is_there_to_find_on_any_day(engine, seed):
    anchor = ANCHORS[seed % len(ANCHORS)]
    sheets = random_sheets(random.Random(seed), 15, anchor)
    import_sheets(sheets, engine=engine)
    records = read(sheets)

    with reading(engine) as session:
        refs = refs_of(session)

        @settings(max_examples=40 if FULL_FORM else 12, deadline=None, database=None, derandomize=not FULL_FORM)
        @given(st.integers(-800, 400))
        @example(0)
        def same(days: int) -> None:
            day = anchor + timedelta(days=days)
            by_hand = {
                rule: sorted(named(sheet, row) for sheet, row in rows)
                for rule, rows in broken_rules(records, day).items()
            }
            assert found_on(session, day, refs) == by_hand

        same()


ASK_THE_DAY = {
    "I5": (CheckRow,),
    "I16": (ConcernRow, IncidentRow),
    "I20": (VolunteerRow,),
    "NO_STAGE": (VolunteerRow,),
}
"""The rules that ask the day not only whether a record was there, but whether it was broken then."""


def suspect_everything(session: Session) -> int:
    """Make every record a suspect of these rules; how many were none."""
    added = 0
    for rule, tables in ASK_THE_DAY.items():
        for table in tables:
            known = select(SuspectRow.row_id).where(SuspectRow.rule == rule, SuspectRow.kind == table.__tablename__)
            for one in session.execute(select(table).where(table.id.not_in(known))).scalars():
                subject = getattr(one, "volunteer_id", one.id) if table is CheckRow else one.id
                session.add(SuspectRow(rule=rule, kind=table.__tablename__, row_id=one.id, subject_id=subject))
                added += 1
    session.flush()
    return added


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_a_record_that_is_no_suspect_breaks_the_rule_on_no_day(engine, seed):
    anchor = ANCHORS[seed % len(ANCHORS)]
    import_sheets(random_sheets(random.Random(seed), 15, anchor), engine=engine)
    days = [*pool(anchor)[:: 1 if FULL_FORM else 4], date(1990, 1, 1), date(2060, 1, 1)]

    def found() -> list[Found]:
        with reading(engine) as session:
            return [found_on(session, day, refs_of(session)) for day in days]

    among_suspects = found()
    with writing(engine) as session:
        assert suspect_everything(session)
    assert found() == among_suspects
