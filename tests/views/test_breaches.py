from datetime import date, timedelta

import pytest

from bccc_dash.domain.breaches import (
    Answers,
    Breaches,
    BreachKind,
    BreachLists,
    Online,
    Suspended,
    SuspendedPeople,
    Unratified,
    Waiting,
)
from bccc_dash.domain.case_vocabulary import ConcernCategory
from bccc_dash.domain.category_clauses import CLAUSE_OF
from bccc_dash.domain.clauses import clauses
from bccc_dash.domain.links import Link, Place
from bccc_dash.domain.overview import BreachEffect
from bccc_dash.domain.targets import DEFAULTS, Targets
from bccc_dash.views import breach_sentences as sentences
from bccc_dash.views import breach_tables as tables
from bccc_dash.views.sentence import plain
from tests.views.invented import AS_OF, PERIOD

EFFECTS = ("undecided", "no_change", "conditions", "suspended", "withdrawn", "ended")


def ago(days):
    return AS_OF - timedelta(days=days)


def affecting(late=0, **effects):
    by = dict.fromkeys(EFFECTS, 0) | effects
    return {"n": sum(by.values()), "by": {"effect": by}, "undecided_over_28_days": late}


def facts(*, k14=None, k16=0, k20=None, effects=(), kinds=(), held=(), targets=DEFAULTS, **more):
    none = {"median_days": None, "min_days": None, "max_days": None, "n": 0, "d": 0, "still_open": 0}
    figures = {"K14": k14 or {"n": 0, "by": {"effect": {}}}, "K16": {"n": k16}, "K20": none | (k20 or {})}
    people = SuspendedPeople(tuple(held), *more.get("all_held", (len(held), sum(p.lost_days for p in held), 0)))
    return Breaches(PERIOD, targets, figures, tuple(effects), tuple(kinds), people, more.get("has_records", True))


def lists(*waiting, online=(), unratified=(), online_n=None):
    n = len(online) if online_n is None else online_n
    longest = waiting[0] if waiting else None
    return BreachLists(longest, waiting, tuple(online), n, tuple(unratified), len(unratified))


WAITS = Waiting("B-2026-004", "CONFIDENTIALITY", ago(44), "C-2026-009")


def test_every_category_has_a_clause_of_its_own_that_the_policy_knows():
    assert set(CLAUSE_OF) == set(ConcernCategory)
    assert len(set(CLAUSE_OF.values())) == len(ConcernCategory)
    assert set(CLAUSE_OF.values()) <= set(clauses())


@pytest.mark.parametrize(
    ("figure", "waiting", "said"),
    [
        (affecting(), (), "No breach recorded in these dates affects approval, and none waits for a decision."),
        (affecting(ended=2), (), "Both breaches that affect approval have been decided."),
        (
            affecting(undecided=2, ended=2),
            (WAITS, WAITS),
            "Of four breaches that affect approval, two wait for a decision. B-2026-004 has waited longest for a "
            "decision on approval: 44 days; the target is 28 (BCCC default).",
        ),
        (
            affecting(undecided=1),
            (WAITS,),
            "One breach affects approval, and it waits for a decision. B-2026-004 has waited 44 days; "
            "the target is 28 (BCCC default).",
        ),
    ],
)
def test_the_page_begins_with_who_waits_longest(figure, waiting, said):
    assert plain(sentences.head(facts(k14=figure), lists(*waiting))) == said


def test_a_target_that_the_committee_set_is_not_called_a_default():
    own = facts(k14=affecting(undecided=1), targets=Targets(undecided_effect_days=14))

    assert plain(sentences.head(own, lists(WAITS))).endswith("the target is 14.")


@pytest.mark.parametrize(("days", "said"), [(28, "28 days"), (29, "29 days, past the target")])
def test_a_wait_is_past_the_target_from_the_day_after_it_and_says_so_in_words(days, said):
    row = tables.waiting(facts(), lists(Waiting("B-1", "OTHER", ago(days), ""))).rows[0]

    assert row == ("B-1", "Other (P59)", row[2], said, "–")


def test_a_breach_leads_to_its_concern():
    row = tables.waiting(facts(), lists(WAITS)).rows[0]

    assert row[-1] == Link(Place.CONCERNS, "C-2026-009", (("case", "C-2026-009"),))


@pytest.mark.parametrize(
    ("late", "said"),
    [
        (0, "Two breaches wait, none for more than 28 days."),
        (1, "Two breaches wait, one for more than 28 days. The longest wait stands first."),
    ],
)
def test_how_many_wait_too_long_is_said(late, said):
    assert plain(sentences.waiting(facts(k14=affecting(undecided=2, late=late)))) == said


YES, NO, OPEN = Answers(yes=1), Answers(no=1), Answers(unanswered=1)
KINDS = (BreachKind("DISREPUTE", 1, NO, NO, OPEN), BreachKind("CONFIDENTIALITY", 2, YES, Answers(1, 1), Answers(2)))
DONE = (BreachEffect("OTHER", "undecided", 1, 400), BreachEffect("CONFIDENTIALITY", "ended", 1, None))


def test_what_breaches_changed_tells_older_ones_apart():
    said = plain(sentences.changed(facts(k14=affecting(undecided=1, ended=1), kinds=KINDS, effects=DONE)))

    assert said == (
        "Three breaches were recorded in these dates. Two affect approval, one older one that is not decided among "
        "them: one not decided and one service ended."
    )


def test_only_older_ones_affecting_approval_are_said_once():
    shown = facts(k14=affecting(undecided=1), kinds=KINDS[:1], effects=DONE[:1])

    assert plain(sentences.changed(shown)) == (
        "One breach was recorded in these dates. One older one affects approval and is not decided."
    )


def test_types_stand_longest_wait_first_then_by_number_with_a_row_of_all():
    rows = tables.kinds(facts(k14=affecting(undecided=1, ended=1), kinds=KINDS, effects=DONE)).rows

    assert rows == (
        ("Other", "P59", "0", "1 not decided"),
        ("Confidential matters discussed", "P39", "2", "1 ended"),
        ("The centre brought into disrepute", "P38", "1", "none on approval"),
        ("All", "", "3", "1 not decided, 1 ended"),
    )


def test_what_is_not_answered_is_said_and_added_up():
    rows = tables.answers(facts(kinds=KINDS)).rows

    assert rows[-1] == ("All", "1 yes, 1 no", "1 yes, 2 no", "2 yes, 1 not answered")
    assert "one answer is missing" in plain(sentences.affected(facts(kinds=KINDS)))


@pytest.mark.parametrize(
    ("ratified", "days", "said"),
    [
        (date(2026, 11, 1), 20, "ratified on 1 Nov 2026"),
        (None, 14, "not ratified: urgent, 14 days; target 14"),
        (None, 15, "not ratified: urgent, 15 days, past the target; target 14"),
    ],
)
def test_a_suspension_says_whether_it_is_ratified(ratified, days, said):
    rows = tables.suspended(facts(k16=3, held=(Suspended("V-1", ago(days), ratified, 3),))).rows

    assert rows[0][3] == said


def test_days_lost_add_up_to_k16_with_the_unlisted_and_those_who_are_back():
    held = (Suspended("V-1", ago(40), None, 20),)
    rows = tables.suspended(facts(k16=50, held=held, all_held=(3, 45, 1))).rows

    assert [(row[0], row[4]) for row in rows] == [
        ("V-1", "20"),
        ("2 more people", "25"),
        ("No longer suspended", "5"),
        ("All", "50"),
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Nobody is suspended. Suspension cost no days of service in these dates."),
        (
            {"k16": 9, "held": (Suspended("V-1", ago(9), None, 9),), "all_held": (1, 9, 1)},
            "One person is suspended, for 9 days. It is not ratified; the target for an urgent suspension is "
            "14 days (BCCC default). Suspension cost nine days of service in these dates, the first day counted.",
        ),
    ],
)
def test_suspension_is_told_in_one_sentence(changes, said):
    assert plain(sentences.suspended(facts(**changes))) == said


K20 = {"median_days": 7, "min_days": 1, "max_days": 21, "n": 3, "d": 5, "still_open": 1}


def test_how_long_content_stayed_up_tells_the_spread_the_unknown_and_the_older():
    online = [Online("B-1", "OTHER", ago(8), None), Online("B-2", "OTHER", ago(7), ago(6))]
    shown = lists(online=online, online_n=30)

    said = plain(sentences.online(facts(k20=K20), shown))

    assert "three were taken down, after a median of 7 days (from 1 to 21, n = 3), and one is still online." in said
    assert "Of one it is not recorded when it was removed. 29 discovered before these dates are still online." in said
    rows = tables.online(facts(), shown).rows
    assert [row[2:] for row in rows] == [
        ("8 days, past the target (since 4 Nov 2026)", "no"),
        ("7 days (since 5 Nov 2026)", "6 Nov 2026"),
    ]


def test_unratified_suspensions_are_counted_and_listed():
    shown = lists(unratified=(Unratified("D-1", "V-1", ago(15)),))

    assert plain(sentences.unratified(shown, facts())) == (
        "One urgent suspension has not been ratified for more than 14 days."
    )
    assert tables.unratified(facts(), shown).rows == (("D-1", "V-1", "28 Oct 2026", "15"),)


def test_nothing_recorded_is_said():
    assert plain(sentences.head(facts(has_records=False), lists())).startswith("Nothing is recorded yet")
