"""What needs the committee: worst first, counted, silent where there is nothing, and green only with evidence."""

from typing import Any

import pytest

from bccc_dash.domain.needs import Evidence, NeedCounts, needs
from bccc_dash.domain.overview import Rag
from bccc_dash.domain.targets import DEFAULTS


def figures(**changed: dict[str, Any]) -> dict[str, dict[str, Any]]:
    quiet = {
        "K1": {"n": 0, "in_probation_not_approved": 0},
        "K2": {"n": 0, "d": 0},
        "K6": {"n": 0, "by": {"stage": {}}},
        "K14": {"undecided_over_28_days": 0},
        "K18": {"n": 0, "unscheduled": 0},
        "K25": {"months_since_last": {"CHILD_IN_CONFIDENCE": 0, "FAMILY_MEMBER": 0, "VOLUNTEER": 0}},
        "K26": {"n": 0},
    }
    return quiet | changed


def said(counts: NeedCounts | None = None, **changed: dict[str, Any]) -> list[tuple[Rag, str]]:
    evidence = Evidence(counts or NeedCounts(), figures(**changed), DEFAULTS)
    return [(need.status, need.sentence) for need in needs(evidence)]


def test_worst_comes_first():
    statuses = [
        status
        for status, _ in said(
            NeedCounts(sharing_late=1, actions_soon=2),
            K1={"n": 1, "in_probation_not_approved": 1},
            K2={"n": 6, "d": 6},
            K18={"n": 5, "unscheduled": 0},
        )
    ]

    assert statuses == sorted(statuses, key=[Rag.ACT, Rag.WATCH, Rag.NO_EVIDENCE, Rag.IN_ORDER].index)
    assert statuses[0] is Rag.ACT
    assert statuses[-1] is Rag.IN_ORDER


@pytest.mark.parametrize(
    ("counts", "status", "sentence"),
    [
        (
            NeedCounts(critical_without_action=1),
            Rag.ACT,
            "One concern of critical severity has no action on the day of finding.",
        ),
        (NeedCounts(discussion_late=2), Rag.ACT, "Two concerns are past the day for talking to the volunteer."),
        (NeedCounts(sharing_late=1), Rag.ACT, "One concern was not shared with the committee in time."),
        (NeedCounts(suspension_unratified=1), Rag.ACT, "One urgent suspension has not been ratified."),
        (NeedCounts(own_matters=1), Rag.ACT, "One record shows somebody handling a matter about themself."),
        (NeedCounts(assessment_late=12), Rag.WATCH, "12 concerns are overdue for a judgement of the source."),
        (NeedCounts(discussion_soon=1), Rag.WATCH, "One concern is to be discussed with the volunteer soon."),
        (NeedCounts(sharing_soon=1), Rag.WATCH, "One concern is to be shared with the committee soon."),
        (NeedCounts(actions_late=1), Rag.WATCH, "One action is overdue."),
        (NeedCounts(second_looks=1), Rag.WATCH, "One person was looked at twice within 90 days."),
        (NeedCounts(reviews_soon=2), Rag.WATCH, "Two privacy reviews fall due soon."),
        (NeedCounts(actions_soon=3), Rag.WATCH, "Three actions are due soon."),
    ],
)
def test_each_count_has_its_sentence_and_its_urgency(counts, status, sentence):
    assert (status, sentence) in said(counts)


def test_nothing_to_say_says_only_that_nobody_left_stage_1():
    assert [status for status, _ in said()] == [Rag.NO_EVIDENCE]


@pytest.mark.parametrize(
    ("k2", "status", "sentence"),
    [
        ({"n": 6, "d": 6}, Rag.IN_ORDER, "All six people who left Stage 1 had the online check first."),
        ({"n": 2, "d": 2}, Rag.IN_ORDER, "Both people who left Stage 1 had the online check first."),
        ({"n": 1, "d": 1}, Rag.IN_ORDER, "The one person who left Stage 1 had the online check first."),
        ({"n": 5, "d": 6}, Rag.WATCH, "One person left Stage 1 without the online check done in it."),
    ],
)
def test_the_check_in_stage_1_is_in_order_only_when_everybody_had_it(k2, status, sentence):
    assert (status, sentence) in said(K2=k2)


@pytest.mark.parametrize(
    ("child", "family", "expected"),
    [
        (None, None, "No child or family member has ever reported anything."),
        (12, None, "No child or family member has reported anything for 12 months."),
        (30, 14, "No child or family member has reported anything for 14 months."),
    ],
)
def test_long_silence_is_no_evidence(child, family, expected):
    since = {"CHILD_IN_CONFIDENCE": child, "FAMILY_MEMBER": family, "VOLUNTEER": 0}

    assert (Rag.NO_EVIDENCE, expected) in said(K25={"months_since_last": since})


def test_a_report_within_the_year_breaks_the_silence():
    since = {"CHILD_IN_CONFIDENCE": None, "FAMILY_MEMBER": 11, "VOLUNTEER": None}

    assert not any("reported" in sentence for _, sentence in said(K25={"months_since_last": since}))
