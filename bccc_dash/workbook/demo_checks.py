"""The online checks of the demonstration centre: who looked, when, how; never what was seen."""

from collections.abc import Sequence

from bccc_dash.workbook.demo_centre import Cells, Centre
from bccc_dash.workbook.demo_names import CHAIR, SAFEGUARDING_LEAD, SECRETARY, TREASURER, Official, coordinator_on
from bccc_dash.workbook.demo_people import FORWARD, Person

PLATFORMS = ("Facebook", "Instagram", "X (Twitter)", "WhatsApp", "Snapchat", "TikTok", "LinkedIn")
NOT_SEARCHABLE = ("WhatsApp", "Snapchat")
RESULTS = ("PUBLIC_REVIEWED", "PUBLIC_REVIEWED", "PRIVATE_NOT_VIEWED", "NO_PROFILE")


def add_checks(centre: Centre, people: Sequence[Person], raised: frozenset[str]) -> None:
    """One online check for each application that came far enough; those of the slots `raised` found something."""
    for person in people:
        stage_1 = [(place, move.on) for place, move in enumerate(person.moves) if move.stage == "S1"]
        for turn, (place, entered) in enumerate(stage_1):
            left = person.moves[place + 1].on if place + 1 < len(person.moves) else None
            if left is None:
                _add_present_check(centre, person, turn, entered)
            elif person.moves[place + 1].stage in FORWARD or person.slot in raised:
                _add_past_check(centre, person, turn, entered, found=person.slot in raised)


def check_key(person: Person, turn: int = 0) -> str:
    """The key of a person's check: `turn` counts their applications."""
    return f"check {turn} of {person.slot}"


def check_started(person: Person) -> int:
    """The day of the check of the first application: two days after the form was signed."""
    return (person.first("S1") or 0) + (-3 if person.slot == "active-09" else 2)


def _add_past_check(centre: Centre, person: Person, turn: int, entered: int, *, found: bool) -> None:
    started = check_started(person) if turn == 0 else entered + 2
    outcome = "CONCERN_RAISED" if found else centre.chance.choice(("NO_CONCERN", "NO_CONCERN", "NOTHING_PUBLIC"))
    left = person.out_of("S1") or 0
    completed = left + 6 if person.slot == "active-14" else min(started + 4, left)
    cells = attested(centre, started) | {"outcome": outcome, "identity_confidence": "CONFIRMED"}
    add_check(centre, person, check_key(person, turn), started, completed, cells | _fault_of(person))


def _fault_of(person: Person) -> Cells:
    """The few faults that the demonstration keeps on purpose, so that the data-quality list has something to say."""
    if person.slot == "active-04":
        return {"checker": SAFEGUARDING_LEAD.email, "checker_role_at_time": SAFEGUARDING_LEAD.role}
    return {"own_account_attested": False, "no_password_attested": None} if person.slot == "active-11" else {}


def _add_present_check(centre: Centre, person: Person, turn: int, entered: int) -> None:
    """Applicants who stand at Stage 1: one check under way, one done, one not yet begun."""
    if person.slot == "applying-2":
        under_way = checker_cells(entered + 8, coordinator_on(0)) | {"status": "IN_PROGRESS"}
        centre.add(
            "checks", ref=check_key(person, turn), volunteer_ref=person.ref, trigger="APPLICANT_STAGE_1",
            planned_for=centre.day(entered + 7), started_on=centre.day(entered + 8), **under_way,
        )  # fmt: skip
        _add_platforms(centre, check_key(person, turn))
    elif person.slot == "returning":
        cells = attested(centre, entered + 6) | {"outcome": "NO_CONCERN", "identity_confidence": "PROBABLE"}
        add_check(centre, person, check_key(person, turn), entered + 6, entered + 9, cells)


def add_check(centre: Centre, person: Person, key: str, started: int, completed: int, cells: Cells) -> None:
    """A completed check and what became of each platform."""
    row: Cells = {
        "ref": key,
        "volunteer_ref": person.ref,
        "trigger": "APPLICANT_STAGE_1",
        "status": "COMPLETED",
        "planned_for": centre.day(started),
        "started_on": centre.day(started),
        "completed_on": centre.day(completed),
    }
    centre.add("checks", **(row | cells))
    _add_platforms(centre, key)


def attested(centre: Centre, number: int) -> Cells:
    """The cells of a check done by one who may, with all three attestations."""
    checkers = (coordinator_on(number), coordinator_on(number), coordinator_on(number), CHAIR, TREASURER, SECRETARY)
    return checker_cells(number, centre.chance.choice(checkers)) | {
        "own_account_attested": True,
        "public_domain_attested": True,
        "no_password_attested": True,
    }


def checker_cells(number: int, checker: Official) -> Cells:
    """Who looks, and by which means."""
    return {
        "checker": checker.email,
        "checker_role_at_time": checker.role,
        "search_engines": "Google; Bing" if number > -600 else "Google",
        "search_terms": "name; name and town",
        "look_back_months": 24,
        "policy_version": "undated",
        "provenance": "PUBLIC",
    }


def _add_platforms(centre: Centre, key: str) -> None:
    for platform in centre.chance.sample(PLATFORMS, k=centre.chance.randint(2, 4)):
        result = "NOT_SEARCHABLE" if platform in NOT_SEARCHABLE else centre.chance.choice(RESULTS)
        centre.add("check_platforms", check_ref=key, platform=platform, result=result)
    if centre.chance.random() < 0.15:
        other: Cells = {"platform": "Other", "platform_other": "Local message board", "result": "NO_PROFILE"}
        centre.add("check_platforms", check_ref=key, **other)


# slot, day, trigger, why it was needed, outcome
LATER_CHECKS = (
    ("active-00", -905, "POLICY_EXEMPTION_CATCH_UP", "Joined before the form asked for permission.", "NO_CONCERN"),
    ("active-06", -214, "SPECIFIC_CONCERN", "A complaint named a public page; no other was opened.", "CONCERN_RAISED"),
    ("active-16", -27, "SPECIFIC_CONCERN", "The report gave a name that others share.", "NOT_THIS_PERSON"),
    ("active-17", -35, "SPECIFIC_CONCERN", "A public post was reported; whether it is still there.", "INCONCLUSIVE"),
    ("active-17", -12, "SPECIFIC_CONCERN", "Second look: whether the post came down as asked.", "NO_CONCERN"),
)  # fmt: skip


def later_check_key(slot: str, number: int) -> str:
    """The key of a check that is not of an application."""
    return f"check on day {number} of {slot}"


def add_later_checks(centre: Centre, people: dict[str, Person]) -> None:
    """Checks of volunteers, each with its reason, and one that was called off."""
    for slot, number, trigger, why, outcome in LATER_CHECKS:
        confidence = "NOT_MATCHED" if outcome == "NOT_THIS_PERSON" else "CONFIRMED"
        cells = attested(centre, number) | {"trigger": trigger, "necessity_note": why, "outcome": outcome}
        cells["identity_confidence"] = confidence
        add_check(centre, people[slot], later_check_key(slot, number), number, number + 1, cells)
    called_off = checker_cells(-300, coordinator_on(-300)) | {"status": "CANCELLED", "trigger": "SPECIFIC_CONCERN"}
    centre.add(
        "checks",
        ref="check called off",
        volunteer_ref=people["active-23"].ref,
        necessity_note="Called off: the report could be settled by asking.",
        planned_for=centre.day(-298),
        **called_off,
    )
