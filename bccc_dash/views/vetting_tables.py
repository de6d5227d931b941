"""The tables of the Vetting page, worst first, in words."""

from datetime import date, timedelta

from bccc_dash.domain import words
from bccc_dash.domain.applicant import PERSON, Look, Way
from bccc_dash.domain.labels import label
from bccc_dash.domain.links import Link, Place
from bccc_dash.domain.vetting import (
    Applicant,
    CheckState,
    DbsEnding,
    Gate,
    GateMissed,
    MissingCheck,
    Vetting,
    Wait,
    Waiting,
)
from bccc_dash.domain.vocabulary import Stage
from bccc_dash.domain.workbench import to_concern
from bccc_dash.views.table import Cell, Table, table
from bccc_dash.views.vetting_sentences import stage_name

CLAUSES = {
    Gate.UNAPPROVED_ACTIVE: "P1",
    Gate.WITHDRAWN: "P14",
    Gate.NO_FORM: "P14",
    Gate.NO_PERMISSION: "P14",
    Gate.NO_NOTICE: "P16",
    Gate.LATE_NOTICE: "P16",
    Gate.NOTICE_DUE: "P16",
    Gate.UNAPPROVED_PROBATION: "P1",
}
MISSING = {
    Gate.UNAPPROVED_ACTIVE: "Active without a valid approval",
    Gate.WITHDRAWN: "Permission to be searched was withdrawn",
    Gate.NO_FORM: "No signed application form",
    Gate.NO_PERMISSION: "The form gives no permission to be searched",
    Gate.NO_NOTICE: "No internet-use notice",
    Gate.LATE_NOTICE: "Internet-use notice given only on {given}",
    Gate.NOTICE_DUE: "Before Stage 1: notice not yet given",
    Gate.UNAPPROVED_PROBATION: "In probation, not approved yet",
}
WAITS = {
    Wait.NOTICE: "Internet-use notice",
    Wait.FORM: "Signed form",
    Wait.PERMISSION: "Permission",
    Wait.CHECK: "Online check",
}
NOTHING_MORE = "The move to the next stage"
NUMBERS = ("Days in stage", "Target")


def standing(who: Applicant) -> str:
    """Return how long somebody is past the target of their stage, or how long they have left."""
    if who.past is None:
        return "No target"
    if who.is_late:
        return f"Past target by {words.days(who.past)}"
    return f"In time, {words.days(-who.past)} left" if who.past else "In time, on its last day"


def person(ref: str) -> Link:
    """Return the way to one person's history."""
    return Link(Place.VETTING, ref, ((PERSON, ref),))


def _target(who: Applicant) -> str:
    return words.number(who.target_days, none="–")


def unchecked(vetting: Vetting) -> Table:
    """List people in Stage 1 without their check, most overdue first.

    Columns: Applicant, Days, Target, Standing, Online check.
    """
    rows = [_unchecked(missing) for missing in vetting.gaps.unchecked]
    return table(
        ("Applicant", "Days", "Target", "Standing", "Online check"), rows, figures=("Days", "Target"), wide=("Target",)
    )


def _unchecked(missing: MissingCheck) -> tuple[Cell, ...]:
    who = missing.applicant
    return person(who.ref), words.figure(who.days), _target(who), standing(who), check_words(missing.state, missing.on)


def check_words(state: CheckState, on: date | None) -> str:
    """Return how a check stands: "planned for 3 March 2026"."""
    day = words.uk_date(on) if on else ""
    match state:
        case CheckState.PLANNED:
            return f"Planned for {day}" if on else "Planned, no day set"
        case CheckState.STARTED:
            return f"Started {day}" if on else "Started, no day recorded"
        case CheckState.OUT_OF_STAGE:
            return f"Done {day}, but not in this stage"
        case CheckState.CANCELLED:
            return "Cancelled"
    return "Not planned"


def left_unchecked(vetting: Vetting) -> Table:
    """List people who left Stage 1 for the first time in the window without its check, the latest first.

    Columns: Volunteer, Left Stage 1.
    """
    rows = [(person(gone.ref), words.uk_short(gone.left_on)) for gone in vetting.gaps.left_unchecked]
    return table(("Volunteer", "Left Stage 1 without the check"), rows)


def gates(vetting: Vetting) -> Table:
    """List the gates that are not met, the gravest first.

    Columns: Person, What is missing, Clause, Since.
    """
    rows = [_gate(missed) for missed in vetting.gaps.gates]
    return table(("Person", "What is missing", "Clause", "Since"), rows)


def _gate(missed: GateMissed) -> tuple[Cell, ...]:
    given = words.uk_date(missed.given_on) if missed.given_on else ""
    said = MISSING[missed.gate].format(given=given)
    return person(missed.ref), said, CLAUSES[missed.gate], words.uk_short(missed.since)


def waiting(vetting: Vetting) -> Table:
    """List who waits for a requirement of their stage, most overdue first.

    Columns: Applicant, Stage, Standing, Waits for.
    """
    rows = [
        (person(one.applicant.ref), stage_name(vetting, one.applicant.stage), standing(one.applicant), waits(one))
        for one in vetting.gaps.waiting
    ]
    return table(("Applicant", "Stage", "Standing", "Waits for"), rows, wide=("Standing",))


def waits(one: Waiting) -> str:
    """Return what somebody waits for, in words."""
    return "; ".join(WAITS[Wait(code)] if code in set(Wait) else name for code, name in one.waits) or NOTHING_MORE


def dbs(vetting: Vetting) -> Table:
    """List DBS checks that have lapsed or lapse soon, the longest lapsed first.

    Columns: Volunteer, Stage, DBS check.
    """
    rows = [(person(end.ref), _any_stage(vetting, end.stage), _holds(end, vetting)) for end in vetting.gaps.dbs]
    return table(("Volunteer", "Stage", "DBS check"), rows, wide=("Stage",))


def _holds(end: DbsEnding, vetting: Vetting) -> str:
    days = (end.last_day - vetting.period.as_of).days
    if days < 0:
        return f"Lapsed: its last day was {words.uk_short(end.last_day)}, {words.days(-days)} ago"
    return f"Lapses in {words.days(days)}: its last day is {words.uk_short(end.last_day)}" if days else "Lapses today"


def _any_stage(vetting: Vetting, code: str) -> str:
    named = {lane.code for lane in vetting.stages}
    return stage_name(vetting, code) if code in named else label(Stage(code))


def listed(vetting: Vetting, people: tuple[Waiting, ...]) -> Table:
    """List applicants one by one.

    Columns: Applicant, Stage, Days in stage, Target, Standing, Waits for.
    """
    rows = [_listed(vetting, one) for one in people]
    columns = ("Applicant", "Stage", *NUMBERS, "Standing", "Waits for")
    return table(columns, rows, figures=NUMBERS, wide=NUMBERS)


def _listed(vetting: Vetting, one: Waiting) -> tuple[Cell, ...]:
    who = one.applicant
    stage = stage_name(vetting, who.stage)
    return person(who.ref), stage, words.figure(who.days), _target(who), standing(who), waits(one)


def stays(vetting: Vetting, way: Way) -> Table:
    """List a person's stays in stages, oldest first; a stay that has not ended runs to the as-at day.

    Columns: Stage, Entered, Left, Days.
    """
    rows = []
    for stay in way.stays:
        gone = words.uk_short(stay.left_on) if stay.left_on else "still there"
        days = (stay.left_on or vetting.period.as_of) - stay.entered_on
        row = (
            _any_stage(vetting, stay.stage),
            words.uk_short(stay.entered_on),
            gone,
            words.figure(days // timedelta(1)),
        )
        rows.append(row)
    return table(("Stage", "Entered", "Left", "Days"), rows, figures=("Days",))


def records(way: Way) -> Table:
    """List a person's checks, then their concerns as links.

    Columns: Record, What happened.
    """
    looks = [(look.ref, _looked(look)) for look in way.looks]
    concerns = [
        (to_concern(about.ref), f"Concern found {words.uk_date(about.identified_on)}") for about in way.concerns
    ]
    return table(("Record", "What it is"), [*looks, *concerns])


def earlier_stays(way: Way) -> str:
    """Return how many of a person's stays are shown; nothing where all are."""
    return _latest(len(way.stays), way.stays_in_all, "stays in a stage")


def earlier_records(way: Way) -> str:
    """Return how many of a person's checks and concerns are shown; nothing where all are."""
    looks = _latest(len(way.looks), way.looks_in_all, "checks")
    return f"{looks} {_latest(len(way.concerns), way.concerns_in_all, 'concerns')}".strip()


def _latest(shown: int, n: int, what: str) -> str:
    return f"These are the latest {words.figure(shown)} of {words.figure(n)} {what}." if n > shown else ""


def _looked(look: Look) -> str:
    begun = f"started {words.uk_date(look.started_on)}" if look.started_on else "start not recorded"
    done = f"done {words.uk_date(look.completed_on)}" if look.completed_on else "not done by this day"
    return f"Online check, {begun}, {done}"
