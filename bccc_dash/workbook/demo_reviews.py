"""Privacy reviews of the demonstration centre: most done, about five overdue, a dozen due soon."""

from collections.abc import Sequence

from bccc_dash.workbook.demo_centre import Centre
from bccc_dash.workbook.demo_people import ACTIVE, Person

EVERY_DAYS = 182
# The day on which each active volunteer's next review is due: overdue, in the next 90 days, later.
OVERDUE = (-64, -38, -19, -12, -8)
SOON = (9, 15, 16, 23, 31, 37, 44, 52, 58, 65, 73, 86)
LATER = (95, 101, 108, 114, 121, 128, 135, 143, 150, 157, 163, 170, 176)
OUTCOMES = ("MAX_PRIVACY_CONFIRMED",) * 6 + ("SETTINGS_CHANGED",) * 3 + ("NO_ACCOUNTS",)
PUT_OFF = "active-12"
DECLINED = "active-17"


def add_reviews(centre: Centre, people: Sequence[Person]) -> None:
    """Past and coming reviews of those who serve, and past ones of those who left."""
    due = list(OVERDUE + SOON + LATER)[:ACTIVE]
    centre.chance.shuffle(due)
    for person in people:
        started = person.first("S5")
        if person.slot.startswith("active"):
            coming = due.pop()
            _add_coming(centre, person, coming)
            _add_past(centre, person, coming - _interval(person), started or 0)
        elif started is not None and person.stage == "LEFT":
            _add_past(centre, person, person.moves[-1].on - 40, started)


def _interval(person: Person) -> int:
    return 91 if person.slot == "active-21" else EVERY_DAYS


def _add_coming(centre: Centre, person: Person, due: int) -> None:
    reminded = centre.day(due - 14) if due - 14 < 0 else None
    centre.add("privacy_reviews", volunteer_ref=person.ref, due_on=centre.day(due), reminder_sent_on=reminded)


def _add_past(centre: Centre, person: Person, latest: int, started: int) -> None:
    """Reviews done, back from the latest; one that was put off or declined comes before the latest of two people."""
    done = latest
    while done > started + 60 and done < 0:
        slip = centre.chance.randint(-6, 5)
        outcome = centre.chance.choice(OUTCOMES)
        centre.add(
            "privacy_reviews",
            volunteer_ref=person.ref,
            due_on=centre.day(done + slip),
            completed_on=centre.day(done),
            method=centre.chance.choice(("SELF_CONFIRMED", "SELF_CONFIRMED", "WITH_COORDINATOR")),
            outcome=outcome,
            reminder_sent_on=centre.day(done + slip - 14),
        )
        done -= _interval(person) + slip
    if person.slot in (PUT_OFF, DECLINED) and latest < 0:
        _add_unfinished(centre, person, latest - 20, latest if person.slot == PUT_OFF else None)


def _add_unfinished(centre: Centre, person: Person, on: int, put_off_to: int | None) -> None:
    centre.add(
        "privacy_reviews",
        volunteer_ref=person.ref,
        due_on=centre.day(on - 2),
        completed_on=centre.day(on),
        method="WITH_COORDINATOR",
        outcome="DECLINED" if put_off_to is None else "DEFERRED",
        deferred_to=None if put_off_to is None else centre.day(put_off_to),
        reminder_sent_on=centre.day(on - 16),
    )
