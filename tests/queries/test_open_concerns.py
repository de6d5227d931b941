"""What can be chosen among open concerns, and the list of those chosen, against a slow reading of the same records."""

import random
from collections import Counter
from datetime import timedelta

import pytest

from bccc_dash.domain.period import Period
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.domain.workbench import A_PAGE, AGES, NOBODY, SEVERITIES, Choice, Sort, chosen, counted, listed, options
from bccc_dash.queries.open_concerns import concern_cells, concern_page
from bccc_dash.reads.concerns import workbench
from bccc_dash.store.engine import reading
from bccc_dash.workbook.importing import import_sheets
from tests.oracle.cells import read
from tests.oracle.concerns import SEVERITIES as RISING
from tests.oracle.concerns import discuss_by, share_by
from tests.oracle.days import days_between, working_day_after
from tests.oracle.dice import ANCHORS
from tests.oracle.history import concerns_at, stage_at, status_at
from tests.oracle.made_people import USERS
from tests.oracle.strategies import periods, random_sheets
from tests.queries.conftest import ON_BOTH, SEEDS

ADVICE = {"SAFEGUARDING_ADVICE", "POLICE_ADVICE"}


def owned(seed, size=14):
    """Random records in which most concerns have an owner."""
    rng = random.Random(seed)
    sheets = random_sheets(rng, size, ANCHORS[seed])
    for row in sheets["concerns"]:
        row["owner"] = rng.choice((*USERS, None))
    return sheets


def still_open(records, day):
    return [case for case in concerns_at(records, day) if status_at(records, case, day) != "CLOSED"]


def attributes(records, case, day, people):
    """The value of each choice for one concern, worked out by hand."""
    age = days_between(case["identified_on"], day)
    talks = records.naming("discussions", "concern_ref", case["ref"])
    done = {
        "talk": any(t["held_on"] and t["held_on"] <= day for t in talks),
        "look": any(a["assessed_on"] <= day for a in records.naming("source_assessments", "concern_ref", case["ref"])),
        "tell": any(s["shared_on"] <= day for s in records.naming("committee_shares", "subject_ref", case["ref"])),
    }
    return (
        case["severity"],
        AGES[sum(age > last for last in (7, 28, 90))],
        case["category"],
        people[case["owner"]] if case["owner"] else NOBODY,
        stage_at(records, case["volunteer_ref"], day) or NOBODY,
        *("" if done[name] else "yes" for name in ("talk", "look", "tell")),
    )


def numbered(sheets):
    return {str(row["email"]).strip().casefold(): f"u{number}" for number, row in enumerate(sheets["users"], start=1)}


def samples(rng, cells, n):
    """Choices of three values each, half of them such as some concern has."""
    for _ in range(n):
        values = {}
        for choice in rng.sample(list(Choice), 3):
            occurring = [cell.values[list(Choice).index(choice)] for cell in cells]
            known = ["yes"] if choice.startswith("un") else [v for v in options(choice, cells, "") if v]
            values[choice.value] = rng.choice([v for v in occurring if v] or known) if known else ""
        yield chosen(**values)


def meets(values, picked):
    return all(not value or value == own for value, own in zip(picked, values, strict=True))


def page(session, day, picked=None, *, sort=Sort.OLDEST, part=1, ref=""):
    return concern_page(session, day=day, chosen=picked or chosen(), sort=sort, page=part, ref=ref, targets=DEFAULTS)


def whole(session, day, picked, sort=Sort.OLDEST):
    """Every row of a list, part by part until one is empty."""
    rows, part = [], 1
    while found := page(session, day, picked, sort=sort, part=part).rows:
        rows, part = [*rows, *found], part + 1
    return rows


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_counts_and_lists_are_those_of_a_slow_reading_for_any_three_filters(engine, seed):
    sheets, rng = owned(seed), random.Random(seed)
    import_sheets(sheets, engine=engine)
    records, people = read(sheets), numbered(sheets)

    with reading(engine) as session:
        for day, _ in periods(ANCHORS[seed]):
            by_hand = {c["ref"]: attributes(records, c, day, people) for c in still_open(records, day)}
            cells, owners = concern_cells(session, day=day)
            assert Counter({cell.values: cell.n for cell in cells}) == Counter(by_hand.values())
            assert set(owners) == {values[3] for values in by_hand.values()} - {NOBODY}
            for picked in samples(rng, cells, 6):
                expected = {ref for ref, values in by_hand.items() if meets(values, picked)}
                rows = whole(session, day, picked)
                assert {row.ref.casefold() for row in rows} == expected
                assert listed(cells, picked) == len(rows) == len(expected)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_number_beside_a_choice_is_how_many_it_would_list(sqlite_engine, seed):
    import_sheets(owned(seed), engine=sqlite_engine)
    rng = random.Random(seed)

    with reading(sqlite_engine) as session:
        cells, _ = concern_cells(session, day=ANCHORS[seed])
        for picked in samples(rng, cells, 20):
            counts = counted(cells, picked)
            for number, choice in enumerate(Choice):
                for value in {"", *(cell.values[number] for cell in cells)}:
                    instead = (*picked[:number], value, *picked[number + 1 :])
                    assert counts[choice].get(value, 0) == listed(cells, instead)


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_the_page_counts_what_k9_counts(engine, seed):
    import_sheets(owned(seed), engine=engine)

    with reading(engine) as session:
        for as_of, after in periods(ANCHORS[seed]):
            bench = workbench(session, Period(as_of, after))
            k9 = bench.figures["K9"]
            assert listed(bench.ages, chosen()) == k9["n"]
            assert {s: listed(bench.ages, chosen(severity=s)) for s in SEVERITIES} == k9["by"]["severity"]
            assert {age: listed(bench.ages, chosen(age=age)) for age in AGES} == k9["by"]["age"]


ORDERS = {
    Sort.OLDEST: lambda c: (c["identified_on"], -RISING.index(c["severity"])),
    Sort.SEVERE: lambda c: (-RISING.index(c["severity"]), c["identified_on"]),
    Sort.NEWEST: lambda c: (-c["identified_on"].toordinal(), -RISING.index(c["severity"])),
    Sort.REF: lambda c: c["ref"],
}


@pytest.mark.parametrize("sort", Sort)
def test_previous_and_next_walk_the_whole_list_in_order_exactly_once(engine, sort):
    sheets = owned(1, 40)
    import_sheets(sheets, engine=engine)
    records, day = read(sheets), ANCHORS[1]

    with reading(engine) as session:
        rows = whole(session, day, chosen(), sort)
        assert len(rows) > A_PAGE
        walked, found = [], page(session, day, sort=sort, part=0, ref=rows[0].ref)
        while found.opened:
            walked.append(found.opened)
            assert found.opened in found.rows
            found = page(session, day, sort=sort, part=0, ref=found.opened.after or "")
    refs = [row.ref for row in rows]
    assert [row.ref for row in walked] == refs
    assert [row.before for row in walked] == [None, *refs[:-1]]
    assert [row.place for row in walked] == list(range(1, len(refs) + 1))
    keys = [ORDERS[sort](records.naming("concerns", "ref", ref.casefold())[0]) for ref in refs]
    assert keys == sorted(keys)


def test_the_days_by_which_something_is_due_are_those_of_a_slow_reading(engine):
    sheets = owned(0)
    import_sheets(sheets, engine=engine)
    records = read(sheets)

    with reading(engine) as session:
        for day, _ in periods(ANCHORS[0])[:4]:
            for row in whole(session, day, chosen()):
                case, found = records.naming("concerns", "ref", row.ref.casefold())[0], row.milestones
                assert found.talk_due == discuss_by(records, case, day)
                assert found.judge_due == working_day_after(case["identified_on"], 5)
                assert found.tell_due == share_by(records, case)


def test_a_concern_is_found_on_its_part_without_regard_to_case_and_stays_open_on_another(sqlite_engine):
    import_sheets(owned(1, 40), engine=sqlite_engine)
    day = ANCHORS[1]

    with reading(sqlite_engine) as session:
        last = whole(session, day, chosen())[-1]
        found = page(session, day, part=0, ref=last.ref.lower())
        elsewhere = page(session, day, part=1, ref=last.ref.lower())
    assert found.number == (last.place - 1) // A_PAGE + 1 > 1
    assert found.opened == elsewhere.opened == last
    assert elsewhere.number == 1
    assert last not in elsewhere.rows
    assert len(elsewhere.rows) == A_PAGE


def test_a_reference_that_is_not_in_the_list_opens_nothing_and_shows_the_first_part(engine):
    import_sheets(owned(0), engine=engine)

    with reading(engine) as session:
        found = page(session, ANCHORS[0], part=0, ref="C-9999-999")
    assert (found.number, found.opened) == (1, None)
    assert found.rows[0].place == 1


def test_on_an_empty_database_there_is_nothing_to_choose_from(engine):
    with reading(engine) as session:
        bench = workbench(session, Period(ANCHORS[0], ANCHORS[0] - timedelta(days=1)))
        found = page(session, ANCHORS[0], part=0)
    assert (bench.has_records, bench.ages, bench.owners) == (False, (), {})
    assert (found.number, found.rows, found.opened) == (1, (), None)


def test_no_more_cells_are_sent_than_concerns_are_open(sqlite_engine):
    import_sheets(owned(2), engine=sqlite_engine)

    with reading(sqlite_engine) as session:
        cells, _ = concern_cells(session, day=ANCHORS[2])
    assert 0 < len(cells) <= sum(cell.n for cell in cells)
