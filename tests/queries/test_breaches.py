"""The lists and counts of the page about breaches equal a recount of the sheets, row by row."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from bccc_dash.domain.breaches import LISTED, WAITING_SIZE
from bccc_dash.domain.period import Period, last_twelve_months
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.figures import figures
from bccc_dash.queries.needs import need_counts
from bccc_dash.reads.breaches import ON_BREACHES, breaches, lists_of_breaches
from bccc_dash.store.engine import reading
from bccc_dash.workbook.importing import import_sheets
from tests.oracle.breaches import effect_of
from tests.oracle.cells import read
from tests.oracle.dice import ANCHORS
from tests.oracle.history import approval_at, each_day, incidents_at
from tests.oracle.strategies import periods, random_sheets
from tests.queries.conftest import ON_BOTH, SEEDS

DAY = date(2026, 3, 2)
ANSWERS = ("affects_assessment", "affects_approval", "affects_length_of_service")


def shown(engine, period, page=1):
    with reading(engine) as session:
        facts = breaches(session, period)
        lists = lists_of_breaches(session, period, page, facts.targets)
        assert facts.figures == figures(session, period, codes=ON_BREACHES)
    return facts, lists


def waiting_in(records, day):
    """(ref, type, recorded on, concern's ref) of what waits, the longest first."""
    rows = [i for i in incidents_at(records, day) if i["affects_approval"] is True]
    rows = sorted((i for i in rows if effect_of(records, i, day) == "undecided"), key=lambda i: i["recorded_on"])
    return [(i["ref"], i["breach_type"], i["recorded_on"], i["concern_ref"] or "") for i in rows]


def online_in(records, day):
    found = []
    for i in incidents_at(records, day):
        gone_later = i["removed_on"] is not None and i["removed_on"] > day
        live = i["content_status"] == "LIVE" and i["removed_on"] is None
        if i["discovered_on"] <= day and i["content_status"] != "NOT_ONLINE" and (live or gone_later):
            found.append((i["ref"], i["discovered_on"]))
    return found


def kinds_in(records, as_of, after):
    counts = Counter()
    for i in incidents_at(records, as_of):
        if i["recorded_on"] > after:
            counts[i["breach_type"], "n"] += 1
            counts.update((i["breach_type"], answer, i[answer]) for answer in ANSWERS)
    return counts


def suspended_in(records, as_of, after):
    """{ref: (since, days lost in the window)} by going back day by day."""
    found = {}
    for ref in {v["ref"] for v in records["volunteers"]}:
        if approval_at(records, ref, as_of) == "SUSPENDED":
            since = as_of
            while approval_at(records, ref, since - timedelta(days=1)) == "SUSPENDED":
                since -= timedelta(days=1)
            lost = sum(approval_at(records, ref, day) == "SUSPENDED" for day in each_day(after, as_of))
            found[ref] = (since, lost)
    return found


def assert_same(records, facts, lists, as_of, after):
    waiting = waiting_in(records, as_of)
    told = [(w.ref.casefold(), w.breach_type, w.recorded_on, w.concern_ref.casefold()) for w in lists.waiting]
    assert sorted(told, key=lambda row: row[2]) == told
    assert len(waiting) == facts.figures["K14"]["by"]["effect"]["undecided"]
    assert set(told) <= set(waiting)
    assert len(told) == min(len(waiting), WAITING_SIZE)
    assert (lists.longest.recorded_on if lists.longest else None) == (waiting[0][2] if waiting else None)
    online = online_in(records, as_of)
    assert lists.online_n == len(online)
    assert {(o.ref.casefold(), o.discovered_on) for o in lists.online} <= set(online)
    assert facts.figures["K20"]["still_open"] == sum(day > after for _, day in online)
    effects = Counter()
    for effect in facts.effects:
        effects[effect.effect] += effect.n
    assert effects == +Counter(facts.figures["K14"]["by"]["effect"])


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_lists_and_counts_equal_a_recount_on_any_records(engine, seed):
    anchor = ANCHORS[seed]
    sheets = random_sheets(random.Random(seed), 25, anchor)
    import_sheets(sheets, engine=engine)
    records = read(sheets)

    for as_of, after in periods(anchor):
        facts, lists = shown(engine, Period(as_of, after))
        assert_same(records, facts, lists, as_of, after)
        counts = Counter()
        for kind in facts.kinds:
            counts[kind.breach_type, "n"] = kind.n
            for answer, n in zip(ANSWERS, (kind.assessment, kind.approval, kind.length_of_service), strict=True):
                for said, many in ((True, n.yes), (False, n.no), (None, n.unanswered)):
                    counts[kind.breach_type, answer, said] = many
        assert +counts == kinds_in(records, as_of, after)


@ON_BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_suspensions_equal_a_count_of_days_on_any_records(engine, seed):
    anchor = ANCHORS[seed]
    sheets = random_sheets(random.Random(seed), 15, anchor)
    import_sheets(sheets, engine=engine)
    records = read(sheets)

    for as_of, after in periods(anchor):
        held = shown(engine, Period(as_of, after))[0].suspended
        people = suspended_in(records, as_of, after)
        assert {p.ref.casefold(): (p.since, p.lost_days) for p in held.people} == people
        assert (held.n, held.lost_days) == (len(people), sum(lost for _, lost in people.values()))
        assert [p.since for p in held.people] == sorted(p.since for p in held.people)


def a_person(ref="V-1"):
    return {"ref": ref, "full_name": "A Person", "role_title": "Helper", "applied_on": date(2020, 1, 6)}


def a_breach(ref="B-1", **changed):
    row = {"ref": ref, "volunteer_ref": "V-1", "breach_type": "OTHER", "source": "VOLUNTEER", "severity": "LOW"}
    return row | {"discovered_on": DAY, "recorded_on": DAY, "status": "REPORTED", "affects_approval": True} | changed


def suspension(decided=None, subject="V-1", **changed):
    event = {"volunteer_ref": "V-1", "to_status": "SUSPENDED", "effective_on": DAY}
    status = {"status": "RATIFIED", "decided_on": decided} if decided else {"status": "PROPOSED"}
    row = {"ref": "D-1", "subject_ref": subject, "kind": "SUSPEND", "effective_on": DAY} | status | changed
    return {"volunteers": [a_person()], "incidents": [a_breach()], "approval_events": [event], "decisions": [row]}


@pytest.mark.parametrize(("days", "ratified"), [(4, None), (5, DAY + timedelta(days=5))])
def test_a_suspension_is_ratified_from_the_day_of_the_decision(engine, days, ratified):
    import_sheets(suspension(DAY + timedelta(days=5)), engine=engine)

    held = shown(engine, last_twelve_months(DAY + timedelta(days=days)))[0].suspended

    assert held.people[0].ratified_on == ratified
    assert held.unratified == (ratified is None)


@pytest.mark.parametrize("subject", ["V-1", "B-1"])
def test_a_decision_about_the_person_or_their_breach_is_about_the_suspension(engine, subject):
    import_sheets(suspension(DAY, subject), engine=engine)

    assert shown(engine, last_twelve_months(DAY))[0].suspended.people[0].ratified_on == DAY


def test_the_decision_of_an_earlier_suspension_is_not_about_this_one(engine):
    earlier = DAY - timedelta(days=40)
    import_sheets(suspension(earlier, effective_on=earlier), engine=engine)

    assert shown(engine, last_twelve_months(DAY))[0].suspended.people[0].ratified_on is None


def test_a_decision_that_the_suspension_names_is_about_it_whenever_it_was_made(engine):
    sheets = suspension(DAY - timedelta(days=40), effective_on=None)
    sheets["approval_events"][0]["decision_ref"] = "D-1"
    import_sheets(sheets, engine=engine)

    assert shown(engine, last_twelve_months(DAY))[0].suspended.people[0].ratified_on == DAY - timedelta(days=40)


@pytest.mark.parametrize(("days", "listed"), [(14, 0), (15, 1)])
def test_a_decision_to_suspend_that_nobody_ratified_is_listed_after_14_days(engine, days, listed):
    import_sheets(suspension(), engine=engine)

    lists = shown(engine, last_twelve_months(DAY + timedelta(days=days)))[1]

    assert (lists.unratified_n, len(lists.unratified)) == (listed, listed)


def unratified(engine, day):
    """How many suspensions that nobody ratified the page lists, which is what the Overview counts."""
    period = last_twelve_months(day)
    lists = shown(engine, period)[1]
    with reading(engine) as session:
        assert need_counts(session, period=period, targets=DEFAULTS).suspension_unratified == lists.unratified_n
    assert len(lists.unratified) == lists.unratified_n
    return lists.unratified_n


@pytest.mark.parametrize("subject", ["C-1", "B-1"])
def test_a_suspension_over_a_concern_about_somebody_else_waits_for_nobody_from_that_day_on(engine, subject):
    found_out = DAY + timedelta(days=20)
    concern = {"ref": "C-1", "volunteer_ref": "V-1", "source": "VOLUNTEER", "identified_on": DAY, "recorded_on": DAY}
    concern |= {"category": "GENERAL_CONDUCT", "severity": "HIGH", "status": "OPEN"}
    moves = [(DAY, "OPEN"), (found_out, "NOT_THIS_PERSON")]
    events = [{"subject_ref": "C-1", "to_status": status, "occurred_on": day} for day, status in moves]
    born = [a_breach(concern_ref="C-1")]
    sheets = suspension(subject=subject) | {"concerns": [concern], "case_events": events, "incidents": born}
    import_sheets(sheets, engine=engine)

    assert [unratified(engine, found_out + timedelta(days=after)) for after in (-1, 0, 1)] == [1, 0, 0]


@pytest.mark.parametrize("proposed", [DAY + timedelta(days=30), None])
def test_a_suspension_waits_from_the_day_on_which_it_was_proposed(engine, proposed):
    import_sheets(suspension(proposed_on=proposed), engine=engine)

    found = [unratified(engine, DAY + timedelta(days=days)) for days in (29, 30, 31)]

    assert found == ([0, 1, 1] if proposed else [1, 1, 1])


def test_long_lists_come_in_parts_and_short_ones_say_how_many_there_are(engine):
    crowd = [
        a_breach(f"B-{n:03}", discovered_on=DAY - timedelta(days=n), recorded_on=DAY - timedelta(days=n),
                 content_status="LIVE", takedown_requested_on=DAY + timedelta(days=1))
        for n in range(60)
    ]  # fmt: skip
    import_sheets({"volunteers": [a_person()], "incidents": crowd}, engine=engine)

    pages = [shown(engine, last_twelve_months(DAY), page)[1] for page in (1, 2, 3, 4)]

    assert [len(lists.waiting) for lists in pages] == [25, 25, 10, 0]
    assert [w.ref for lists in pages for w in lists.waiting] == [f"B-{n:03}" for n in reversed(range(60))]
    assert {lists.longest.ref for lists in pages} == {"B-059"}
    assert (pages[0].online_n, len(pages[0].online)) == (60, LISTED)
    assert {online.requested_on for online in pages[0].online} == {None}


def test_nothing_recorded_is_empty(engine):
    facts, lists = shown(engine, last_twelve_months(DAY))

    assert (facts.has_records, facts.kinds, facts.effects, facts.suspended.n) == (False, (), (), 0)
    assert (lists.longest, lists.waiting, lists.online, lists.unratified) == (None, (), (), ())
    assert facts.targets == DEFAULTS
