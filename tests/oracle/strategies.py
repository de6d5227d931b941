"""Whole invented workbooks that land on boundaries: small ones that hypothesis can shrink, large ones from a seed."""

import random
from typing import Any

from hypothesis import strategies as st

from tests.oracle import made_cases as cases
from tests.oracle import made_people as people
from tests.oracle.days import Day, year_before
from tests.oracle.dice import ANCHORS, Dice, moved

Made = people.Made
Sheets = dict[str, Made]
SHEETS = (
    *("users", "volunteers", "transparency", "stage_events", "approval_events", "checks", "check_platforms"),
    *("concerns", "case_events", "source_assessments", "discussions", "committee_shares", "incidents", "decisions"),
    *("actions", "referrals", "privacy_reviews", "guidance", "acknowledgements", "consents", "meetings"),
)


def periods(anchor: Day) -> list[tuple[Day, Day]]:
    """(as_of, after) pairs around an anchor: a month, a day, a year, the day before and after, long ago."""
    return [
        (anchor, moved(anchor, -28)),
        (anchor, moved(anchor, -1)),
        (anchor, year_before(anchor)),
        (moved(anchor, -1), moved(anchor, -90)),
        (moved(anchor, 1), anchor),
        (moved(anchor, -28), moved(anchor, -400)),
        (moved(anchor, 400), moved(anchor, -7)),
    ]


def _person(dice: Dice, made: Sheets, ref: str) -> None:
    volunteer = people.volunteer(dice, ref)
    made["volunteers"].append(volunteer)
    made["transparency"] += people.transparency(dice, ref)
    made["stage_events"] += people.stage_events(dice, ref)
    made["approval_events"] += people.approval_events(dice, ref)
    made["privacy_reviews"] += people.reviews(dice, ref)
    made["acknowledgements"] += people.acknowledgements(dice, ref)
    started = None
    for k in dice.count(3):
        check = people.check(dice, f"K-{ref}-{k}", volunteer, started)
        started = check["started_on"]
        made["checks"].append(check)
        made["check_platforms"] += people.platforms(dice, check["ref"])


def _around_case(dice: Dice, made: Sheets, case: dict[str, Any], kind: str) -> None:
    ref, found = case["ref"], case["identified_on" if kind == "concern" else "discovered_on"]
    made[f"{kind}s"].append(case)
    made["case_events"] += cases.case_events(dice, ref, kind)
    made["source_assessments"] += cases.assessments(dice, ref, found)
    made["discussions"] += cases.discussions(dice, ref, found)
    made["committee_shares"] += cases.shares(dice, ref, found)
    made["referrals"] += cases.referrals(dice, ref, found)


def _refs(made: Sheets, sheet: str, person: str) -> list[str]:
    return [str(row["ref"]) for row in made[sheet] if str(row["volunteer_ref"]).strip().upper() == person]


def _matters(dice: Dice, made: Sheets, ref: str) -> None:
    """Concerns and incidents of one volunteer, and decisions and actions on them or on the volunteer."""
    consents = [str(row["ref"]) for row in made["consents"]]
    for k in dice.count(3):
        _around_case(dice, made, cases.concern(dice, f"C-{ref}-{k}", ref, _refs(made, "checks", ref)), "concern")
    for k in dice.count(2):
        concerns = _refs(made, "concerns", ref)
        _around_case(dice, made, cases.incident(dice, f"B-{ref}-{k}", ref, concerns, consents), "incident")
    subjects = [ref, *_refs(made, "concerns", ref), *_refs(made, "incidents", ref)]
    for k in dice.count(4):
        made["decisions"].append(cases.decision(dice, f"D-{ref}-{k}", dice.pick(subjects)))
    for k in dice.count(2):
        made["actions"].append(cases.action(dice, f"A-{ref}-{k}", dice.pick(subjects)))
    made["committee_shares"] += cases.shares(dice, ref, dice.day()) if dice.chance(20) else []


def invented(dice: Dice, size: int) -> Sheets:
    """A workbook of this many volunteers. Rows of one sheet may stand in any order of their days."""
    made: Sheets = {name: [] for name in SHEETS}
    refs = [f"V-{k:04}" for k in range(1, size + 1)]
    made["users"] += people.users(dice, refs)
    made["guidance"] += people.guidance(dice)
    made["consents"] += [cases.consent(dice, f"N-{k}") for k in dice.count(3)]
    for ref in refs:
        _person(dice, made, ref)
        _matters(dice, made, ref)
        dice.warm_up()
    made["meetings"] += people.meetings(dice, [row["identified_on"] for row in made["concerns"]])
    return made


def random_sheets(rng: random.Random, size: int, anchor: Day = ANCHORS[0]) -> Sheets:
    """A large workbook, the same for the same seed."""
    return invented(Dice(rng.choice, anchor), size)


@st.composite
def workbooks(draw: st.DrawFn, most: int = 3) -> tuple[Sheets, list[tuple[Day, Day]]]:
    """A small workbook and two windows around the day where its dates lie."""
    anchor = draw(st.sampled_from(ANCHORS))
    size = draw(st.integers(1, most))
    windows = [draw(st.sampled_from(periods(anchor))) for _ in range(2)]
    return invented(Dice(lambda options: draw(st.sampled_from(options)), anchor), size), windows
