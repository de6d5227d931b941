"""What somebody with a conflict sees is what they would see of a database in which the matter had never been."""

import os
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from bccc_dash.store.engine import reading, writing
from bccc_dash.store.tables import RequirementResultRow, UserRow, VolunteerRow
from bccc_dash.store.withheld import NOTHING, Withheld, withheld_from
from bccc_dash.workbook.importing import import_sheets
from tests.figures.conftest import Fresh
from tests.figures.seen import Seen, everything_seen
from tests.oracle.dice import ANCHORS
from tests.oracle.made_people import USERS
from tests.oracle.strategies import Sheets, periods, random_sheets, workbooks
from tests.oracle.withholding import aside, folded, refs, tangled, without_aside, without_volunteer

pytestmark = pytest.mark.soak

SOAK = bool(os.environ.get("BCCC_SOAK"))
Windows = list[tuple[Any, Any]]


def filled(engine: Engine, sheets: Sheets) -> None:
    """The workbook in the database, and a requirement of each volunteer, which no sheet holds."""
    import_sheets(sheets, engine=engine)
    with writing(engine) as session:
        for number in session.execute(select(VolunteerRow.id).order_by(VolunteerRow.id)).scalars().all():
            session.add(RequirementResultRow(volunteer_id=number, requirement="DBS", status="MET"))


def kept_from(engine: Engine, email: str) -> Withheld:
    with reading(engine) as session:
        user = session.execute(select(UserRow).where(UserRow.email == email)).scalars().one()
        return withheld_from(session, user_id=user.id or 0, volunteer_id=user.volunteer_id)


def seen_in(engine: Engine, windows: Windows, asked: list[str], without: Withheld = NOTHING) -> Seen:
    with reading(engine, without=without) as session:
        return everything_seen(session, windows, asked)


def seen_of(fresh: Fresh, sheets: Sheets, windows: Windows, asked: list[str]) -> Seen:
    with fresh() as engine:
        filled(engine, sheets)
        return seen_in(engine, windows, asked)


def differing(one: Seen, other: Seen) -> list[str]:
    return [f"{name}:\n  {one[name]}\n  {other[name]}" for name in one if one[name] != other[name]]


def volunteer_of(sheets: Sheets, email: str) -> str | None:
    return next(folded(user["volunteer_ref"]) for user in sheets["users"] if user["email"] == email)


def to_ask(sheets: Sheets) -> list[str]:
    return sorted(refs(sheets, "concerns"))[:12] + sorted(refs(sheets, "volunteers"))[:6]


def assert_withheld(fresh: Fresh, sheets: Sheets, windows: Windows, emails: tuple[str, ...]) -> None:
    asked = to_ask(sheets)
    with fresh() as engine:
        filled(engine, sheets)
        everything = seen_in(engine, [], asked)
        for email in emails:
            without = kept_from(engine, email)
            left = without_volunteer(sheets, volunteer_of(sheets, email))
            assert without.items == len(aside(left, email))
            left, gone = without_aside(left, email)
            seen = seen_in(engine, windows, asked, without)
            assert differing(seen, seen_of(fresh, left, windows, asked)) == []
            assert [ref for ref in gone if f"'{ref}'" in repr(seen).upper()] == []
        assert seen_in(engine, [], asked) == everything


def agreement(fresh: Fresh, examples: int) -> None:
    @settings(
        verbosity=Verbosity.quiet,
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=not SOAK,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(workbooks(), st.data())
    def agrees(made: tuple[Sheets, Windows], data: st.DataObject) -> None:
        sheets, windows = made
        tangle = tangled(lambda options: data.draw(st.sampled_from(options)), sheets)
        assert_withheld(fresh, tangle, windows[:1], (data.draw(st.sampled_from(USERS[:4])),))

    agrees()


def tangle_of(seed: int, size: int) -> tuple[Sheets, Windows]:
    rng, anchor = random.Random(seed), ANCHORS[seed % len(ANCHORS)]
    return tangled(rng.choice, random_sheets(rng, size, anchor)), periods(anchor)


def large_agreement(fresh: Fresh, seeds: range, size: int) -> None:
    for seed in seeds:
        sheets, windows = tangle_of(seed, size)
        assert_withheld(fresh, sheets, windows[:: 1 if SOAK else 3], USERS[:4] if SOAK else USERS[:1])


def test_on_sqlite_a_conflict_in_any_small_workbook_shows_what_is_left(on_sqlite: Fresh) -> None:
    agreement(on_sqlite, 150 if SOAK else 4)


def test_on_postgresql_a_conflict_in_any_small_workbook_shows_what_is_left(on_postgresql: Fresh) -> None:
    agreement(on_postgresql, 40 if SOAK else 1)


def test_on_sqlite_a_conflict_in_a_large_workbook_shows_what_is_left(on_sqlite: Fresh) -> None:
    large_agreement(on_sqlite, range(20 if SOAK else 1), 25 if SOAK else 15)


def test_on_postgresql_a_conflict_in_a_large_workbook_shows_what_is_left(on_postgresql: Fresh) -> None:
    large_agreement(on_postgresql, range(100, 110 if SOAK else 101), 10)
