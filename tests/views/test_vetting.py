from dataclasses import replace
from datetime import date, timedelta

import pytest

from bccc_dash.domain.applicant import About, Look, Stay, Way
from bccc_dash.domain.links import Link, Place
from bccc_dash.domain.overview import Rag
from bccc_dash.domain.vetting import (
    Applicant,
    CheckState,
    DbsEnding,
    Gaps,
    Gate,
    GateMissed,
    LeftUnchecked,
    MissingCheck,
    Vetting,
    Waiting,
)
from bccc_dash.ui import palette
from bccc_dash.ui.panels import vetting as panels
from bccc_dash.views import vetting_choices as choices
from bccc_dash.views import vetting_sentences as sentences
from bccc_dash.views import vetting_tables as tables
from bccc_dash.views import vetting_verdicts as verdicts
from bccc_dash.views.sentence import plain
from tests.views.invented import AS_OF, DAYS, PERIOD, a_lane, figures_of, places

NONE_MISSING = Gaps((), (), 0, (), 0, 0, (), dict.fromkeys(Gate, 0), (), 0, (), 0, 0, has_records=True)
LATE = (Applicant("V-0049", "S3", 83, 60), Applicant("V-0061", "S1", 37, 28))


def a_vetting(days=DAYS, **gaps):
    stages = tuple(a_lane(code, *days.get(code, ())) for code in DAYS)
    shown = tuple(place for code, here in days.items() for place in places(code, *here))
    return Vetting(PERIOD, figures_of(stages), stages, shown, replace(NONE_MISSING, **gaps))


def unchecked(ref, days, state=CheckState.NOT_PLANNED, on=None, target=28):
    return MissingCheck(Applicant(ref, "S1", days, target), state, on)


@pytest.mark.parametrize(
    ("vetting", "sentence"),
    [
        (
            a_vetting(late=LATE),
            "Of 11 people applying, two have been in their stage longer than its target: V-0049 (References and DBS, "
            "83 days) and V-0061 (Application and online check, 37 days).",
        ),
        (
            a_vetting({"S0": (15,), "S1": (29, 30), "S2": (1, 29)}, late=(LATE[0], LATE[1], LATE[1])),
            "Of five people applying, four have been in their stage longer than its target: V-0049 (References and "
            "DBS, 83 days), V-0061 (Application and online check, 37 days), V-0061 (Application and online check, 37 "
            "days) and one more.",
        ),
        (
            a_vetting({"S1": (37,)}, late=LATE[1:]),
            "The one person applying has been in their stage longer than its target: V-0061 (Application and online "
            "check, 37 days).",
        ),
        (a_vetting({"S1": (28,)}), "The one person applying is within the target of the stage."),
        (a_vetting({"S1": (28, 1)}), "Both people applying are within the target of their stage."),
        (a_vetting({}), "Nobody is applying at the moment."),
        (a_vetting(has_records=False), "Nothing is recorded yet, so there is nothing to say here."),
    ],
)
def test_the_first_sentence_names_the_worst_by_ref(vetting, sentence):
    assert plain(sentences.head(vetting)) == sentence


@pytest.mark.parametrize(
    ("vetting", "sentence"),
    [
        (
            a_vetting(unchecked=(unchecked("V-0061", 37),), unchecked_in_all=1, left_stage_1=6),
            "Of three people in Stage 1, one has not had the online check. The most overdue is V-0061: in Stage 1 for "
            "37 days, 9 days past the target of 28. All six people who left it in these dates had the check first (6 "
            "of 6).",
        ),
        (
            a_vetting({"S1": (28,)}, unchecked=(unchecked("V-1", 28),), unchecked_in_all=1),
            "The one person in Stage 1 has not had the online check. None is past the target of 28 days; V-1 comes "
            "next, on its last day. Nobody left it forward for the first time in these dates, so there is no evidence "
            "of its check.",
        ),
        (
            a_vetting({"S1": (27, 1)}, left_stage_1=6, left_unchecked_in_all=1),
            "Both people in Stage 1 have had the online check. Of six who left it in these dates, one had no check "
            "done in it: 5 of 6 had it.",
        ),
        (
            a_vetting({}, left_stage_1=1),
            "Nobody is in Stage 1. The one person who left it in these dates had the check first (1 of 1).",
        ),
    ],
)
def test_the_sentence_about_checks_says_the_most_overdue_and_n_of_d(vetting, sentence):
    assert plain(sentences.checks(vetting)) == sentence


def test_numbers_that_are_figures_carry_their_names():
    vetting = a_vetting(late=LATE, left_stage_1=6, left_unchecked_in_all=1)
    parts = [*sentences.head(vetting), *sentences.where(vetting), *sentences.checks(vetting)]
    named = {part.figure: part.text for part in parts if part.figure}

    assert named["K6.n"] == "11"
    assert named["K6.over_target"] == "two"
    assert named["K2"] == "5 of 6"
    assert [named[f"K6.by.stage.S{k}.n"] for k in (0, 2, 3, 4, 5)] == ["2", "1", "3", "1", "1"]


@pytest.mark.parametrize(
    ("gates", "sentence"),
    [
        ({}, "All nine people between Stage 1 and Active gave permission, and had the internet-use notice in time."),
        (
            {Gate.NO_FORM: 1, Gate.LATE_NOTICE: 1, Gate.NO_NOTICE: 1},
            "Of nine people between Stage 1 and Active, one has no permission on record, and two had the internet-use "
            "notice late or not at all.",
        ),
        (
            {Gate.UNAPPROVED_ACTIVE: 2, Gate.NOTICE_DUE: 1},
            "All nine people between Stage 1 and Active gave permission, and had the internet-use notice in time. One "
            "person past the target of Enquiry has had no notice yet. Two volunteers are active without a valid "
            "approval.",
        ),
    ],
)
def test_the_sentence_about_gates_says_what_is_missing(gates, sentence):
    assert plain(sentences.gates(a_vetting(gates_in_all=NONE_MISSING.gates_in_all | gates))) == sentence


def test_the_sentence_about_waiting_says_requirements_and_dbs():
    waiting = a_vetting(waiting_in_all=3, dbs_lapsed=1, dbs_soon=0)

    assert plain(sentences.waiting(waiting)) == (
        "Of six people between Stage 2 and Active, three wait for something that their stage asks for. One DBS check "
        "has lapsed, and none lapse within 90 days (BCCC default, not policy)."
    )
    assert plain(sentences.waiting(a_vetting(waiting_in_all=6))).startswith(
        "All six people between Stage 2 and Active wait"
    )
    assert "No DBS check on record has lapsed" in plain(sentences.waiting(a_vetting()))


@pytest.mark.parametrize("verdict", [verdicts.checks, verdicts.gates, verdicts.waiting])
def test_in_order_needs_evidence_and_nobody_is_no_evidence(verdict):
    assert [need.status for need in verdict(a_vetting())] == [Rag.IN_ORDER]
    assert [need.status for need in verdict(a_vetting({}))] == [Rag.NO_EVIDENCE]
    missing = {"unchecked_in_all": 1, "gates_in_all": {Gate.NO_FORM: 1}, "waiting_in_all": 1}
    assert verdict(a_vetting(**missing)) == ()


@pytest.mark.parametrize(
    ("days", "target", "words"),
    [
        (27, 28, "In time, 1 day left"),
        (28, 28, "In time, on its last day"),
        (29, 28, "Past target by 1 day"),
        (400, None, "No target"),
    ],
)
def test_standing_turns_on_the_day_after_the_target(days, target, words):
    assert tables.standing(Applicant("V-1", "S1", days, target)) == words


@pytest.mark.parametrize(
    ("state", "on", "words"),
    [
        (CheckState.NOT_PLANNED, None, "Not planned"),
        (CheckState.PLANNED, date(2026, 3, 3), "Planned for 3 March 2026"),
        (CheckState.PLANNED, None, "Planned, no day set"),
        (CheckState.STARTED, date(2026, 3, 3), "Started 3 March 2026"),
        (CheckState.STARTED, None, "Started, no day recorded"),
        (CheckState.OUT_OF_STAGE, date(2026, 3, 3), "Done 3 March 2026, but not in this stage"),
        (CheckState.CANCELLED, None, "Cancelled"),
    ],
)
def test_a_check_is_said_in_words(state, on, words):
    assert tables.check_words(state, on) == words


def test_every_gate_has_its_words_and_its_clause():
    missed = tuple(GateMissed("V-1", gate, AS_OF, AS_OF) for gate in Gate)
    rows = tables.gates(a_vetting(gates=missed)).rows

    assert len({row[1] for row in rows}) == len(Gate)
    assert {row[2] for row in rows} == {"P1", "P14", "P16"}
    assert "Internet-use notice given only on 12 November 2026" in {row[1] for row in rows}


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "Lapsed: its last day was 11 Nov 2026, 1 day ago"),
        (0, "Lapses today"),
        (1, "Lapses in 1 day: its last day is 13 Nov 2026"),
    ],
)
def test_a_dbs_check_lapses_after_its_last_day(days, words):
    ending = (DbsEnding("V-1", "S6", AS_OF + timedelta(days=days)),)

    assert tables.dbs(a_vetting(dbs=ending)).rows[0][1:] == ("Active", words)


def test_what_somebody_waits_for_is_named_and_nothing_is_said_too():
    wait = Waiting(LATE[0], (("CHECK", ""), ("DBS", "DBS check")))

    assert tables.waits(wait) == "Online check; DBS check"
    assert tables.waits(replace(wait, waits=())) == "The move to the next stage"


def test_every_ref_leads_to_its_history_and_a_concern_to_the_concerns():
    left = tables.left_unchecked(a_vetting(left_unchecked=(LeftUnchecked("V-7", AS_OF),)))
    stay, look, about = Stay("S0", date(2026, 11, 1), None), Look("K-1", AS_OF, None), About("C-1", AS_OF)
    way = Way("V-7", (stay,), (look,), (about,), 1, 1, 1)

    assert left.rows == ((Link(Place.VETTING, "V-7", (("volunteer", "V-7"),)), "12 Nov 2026"),)
    assert tables.stays(a_vetting(), way).rows == (("Enquiry", "1 Nov 2026", "still there", "11"),)
    assert tables.records(way).rows[1][0] == Link(Place.CONCERNS, "C-1", (("case", "C-1"),))


def test_choices_carry_their_counts_and_an_empty_stage_says_the_way_out():
    vetting = a_vetting({"S0": (1, 2), "S3": (5,)})
    named = choices.stages(vetting)

    assert [named(stage) for stage in ("", "S0", "S1")] == [
        "Any stage (3)",
        "Enquiry (2)",
        "Application and online check (0)",
    ]
    assert choices.nobody(vetting, "S2") == (
        "Nobody is in Interview. Three people are applying in all. Choose “Any stage” to see them."
    )


def test_the_picture_is_the_overview_s_track_and_says_the_late_in_words():
    panel = panels.track(a_vetting(), palette.LIGHT)
    texts = {str(value) for rows in panel.picture["datasets"].values() for row in rows for value in row.values()}

    assert {"37 days", "83 days", "Enquiry: 2", "target 14 days"} <= texts
    assert panel.numbers.shape == (6, 6)
    assert panels.track(a_vetting(has_records=False), palette.LIGHT).empty
