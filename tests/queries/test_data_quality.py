"""The findings on the page are those of a slow reading, each once, in the order that is promised."""

import random
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event

from bccc_dash.domain.finding import Finding, MilestoneFacts
from bccc_dash.domain.period import Period
from bccc_dash.domain.quality import CATALOGUE, PAGE_SIZE, Quality, shown_of, slices
from bccc_dash.figures import figures
from bccc_dash.queries.quality import RULES
from bccc_dash.reads.quality import findings, quality
from bccc_dash.store.engine import reading
from bccc_dash.views.finding_sentences import sentence
from bccc_dash.workbook.importing import import_sheets
from tests.oracle.cells import Records, Row, read
from tests.oracle.days import Day
from tests.oracle.dice import ANCHORS
from tests.oracle.history import concerns_at, incidents_at
from tests.oracle.quality import broken_rules
from tests.oracle.quality_checks import checks_at
from tests.oracle.strategies import periods, random_sheets
from tests.queries.conftest import ON_BOTH, SEEDS

HANGING = {"source_assessments": "concern_ref", "discussions": "concern_ref", "committee_shares": "subject_ref"}
Told = tuple[str, str, tuple[object, ...]]


def pages(session, found: Quality, period: Period, *, size: int, rule: str = "") -> Iterator[tuple[Finding, ...]]:
    for page in range(1, -(-shown_of(found.counts, rule) // size) + 1):
        yield findings(session, period, slices(found.counts, rule=rule, page=page, size=size))


def ours(one: Finding) -> Told:
    hung = (one.facts.later,) if isinstance(one.facts, MilestoneFacts) else ()
    return one.rule, one.kind.value, (one.ref.casefold(), *hung)


def theirs(rule: str, sheet: str, row: Row) -> Told:
    if sheet not in HANGING:
        return rule, sheet, (row["ref"],)
    day = row["assessed_on"] or row["held_on"] or row["shared_on"]
    return rule, sheet, (row[HANGING[sheet]], day)


def promised(records: Records, as_of: Day) -> list[Told]:
    """Rule by rule, within a rule by kind, the latest entry first."""
    broken = broken_rules(records, as_of)
    listed = []
    for rule in CATALOGUE:
        rows = sorted(broken[rule], key=lambda one: (one[0], -one[1]["place"]))
        listed += [theirs(rule, sheet, row) for sheet, row in rows]
    return listed


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_every_finding_of_a_slow_reading_stands_on_some_page_once_and_in_the_promised_order(engine, seed):
    anchor, sheets = ANCHORS[seed], random_sheets(random.Random(seed), 25, ANCHORS[seed])
    import_sheets(sheets, engine=engine)
    records = read(sheets)

    with reading(engine) as session:
        for as_of, after in periods(anchor)[seed::3]:
            period = Period(as_of, after)
            found = quality(session, period)
            listed = [one for page in pages(session, found, period, size=PAGE_SIZE) for one in page]
            assert [ours(one) for one in listed] == promised(records, as_of)
            assert all(sentence(one).endswith(".") for one in listed)


def test_the_rules_add_up_to_the_figure_and_each_rule_alone_shows_its_own(sqlite_engine):
    anchor = ANCHORS[0]
    import_sheets(random_sheets(random.Random(7), 25, anchor), engine=sqlite_engine)
    period = Period(*periods(anchor)[0])

    with reading(sqlite_engine) as session:
        found = quality(session, period)
        assert sum(found.counts.values()) == figures(session, period, codes=["K31"])["K31"]["n"] > 50
        for rule, n in found.counts.items():
            alone = [one for page in pages(session, found, period, size=10, rule=rule) for one in page]
            assert {one.rule for one in alone} <= {rule}
            assert len(alone) == n


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_as_many_records_are_looked_at_as_are_there(engine, seed):
    anchor, sheets = ANCHORS[seed], random_sheets(random.Random(seed), 15, ANCHORS[seed])
    import_sheets(sheets, engine=engine)
    records = read(sheets)

    with reading(engine) as session:
        for as_of, after in periods(anchor)[seed::3]:
            found = quality(session, Period(as_of, after))
            assert found.looked_at == looked_at_by_hand(records, as_of)
            assert all(n <= found.looked_at_by(CATALOGUE[rule]) for rule, n in found.counts.items())


def looked_at_by_hand(records: Records, as_of: Day) -> dict[str, int]:
    concerns, incidents = concerns_at(records, as_of), incidents_at(records, as_of)
    refs = {case["ref"] for case in [*concerns, *incidents]}

    def there(sheet: str, *columns: str) -> int:
        rows = [row for row in records[sheet] if any(row[one] and row[one] <= as_of for one in columns)]
        return sum(sheet not in HANGING or row[HANGING[sheet]] in refs for row in rows)

    return {
        "volunteers": there("volunteers", "applied_on"),
        "checks": len(checks_at(records, as_of)),
        "concerns": len(concerns),
        "incidents": len(incidents),
        "source_assessments": there("source_assessments", "assessed_on"),
        "discussions": there("discussions", "offered_on", "held_on"),
        "committee_shares": there("committee_shares", "shared_on"),
        "decisions": there("decisions", "decided_on"),
    }


def test_the_catalogue_tells_every_rule_that_is_asked_and_no_other():
    assert sorted(CATALOGUE) == sorted(RULES)


def statements_of(engine: Engine, asked) -> int:
    seen = []
    event.listen(engine, "before_cursor_execute", lambda *args: seen.append(args[2]))
    with reading(engine) as session:
        asked(session)
    return len([statement for statement in seen if "SELECT" in statement])


def test_counts_and_a_page_of_findings_take_at_most_three_questions_each(sqlite_engine):
    anchor = ANCHORS[0]
    import_sheets(random_sheets(random.Random(7), 25, anchor), engine=sqlite_engine)
    period = Period(*periods(anchor)[0])
    with reading(sqlite_engine) as session:
        counts = quality(session, period).counts

    assert statements_of(sqlite_engine, lambda session: quality(session, period)) <= 3
    for page in (1, 2, 3, 4):
        part = slices(counts, page=page)
        assert statements_of(sqlite_engine, lambda session, part=part: findings(session, period, part)) <= 3


def test_an_empty_database_has_nothing_to_look_at(engine):
    with reading(engine) as session:
        found = quality(session, Period(ANCHORS[0], ANCHORS[1]))

    assert (found.records, sum(found.counts.values()), found.has_records) == (0, 0, False)
