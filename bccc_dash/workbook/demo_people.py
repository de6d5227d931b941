"""Who volunteers, applies, left or was turned down, and how each of them went through the stages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bccc_dash.workbook.demo_centre import Centre
from bccc_dash.workbook.demo_names import OFFICIALS, ROLE_TITLES, VOLUNTEERING_MEMBER, VOLUNTEERS, Official, email_of

FORWARD = ("S0", "S1", "S2", "S3", "S4", "S5", "S6")
# Shortest and longest stay, in days, of an ordinary application.
STAYS = {"S0": (4, 12), "S1": (15, 26), "S2": (9, 25), "S3": (26, 54), "S4": (16, 38), "S5": (140, 176)}
ACTIVE, LEFT = 30, 11


@dataclass(frozen=True)
class Move:
    """A move to a stage on a day; who recorded it is known from the day."""

    stage: str
    on: int
    reason: str | None = None
    is_correction: bool | None = None


@dataclass(frozen=True)
class Standing:
    """A change of approval status; `decision` is the key of the decision behind it, if any."""

    status: str
    on: int
    decision: str | None = None
    reason: str | None = None


@dataclass
class Person:
    """One volunteer: `moves` and `standings` are their histories, in the order of their days."""

    slot: str
    moves: list[Move]
    end_reason: str | None = None
    standings: list[Standing] = field(default_factory=list)
    name: str = ""

    @property
    def ref(self) -> str:
        """The key that becomes V-0001 and so on."""
        return f"volunteer {self.slot}"

    @property
    def applied(self) -> int:
        """The day of the first application."""
        return self.moves[0].on

    @property
    def stage(self) -> str:
        """The stage in which they stand."""
        return self.moves[-1].stage

    def first(self, stage: str) -> int | None:
        """The day on which they first came to a stage."""
        return next((move.on for move in self.moves if move.stage == stage), None)

    def out_of(self, stage: str) -> int | None:
        """The day on which they first left a stage."""
        place = next((place for place, move in enumerate(self.moves) if move.stage == stage), None)
        return None if place is None or place + 1 == len(self.moves) else self.moves[place + 1].on


def cast(centre: Centre) -> dict[str, Person]:
    """Sixty people by slot ("active-07"), earliest application first in each group."""
    people = [*_active(centre), *_applying(centre), *_left(centre), *_withdrawn(centre), *_turned_down(centre)]
    others = [name for name in VOLUNTEERS if name != VOLUNTEERING_MEMBER.name]
    centre.chance.shuffle(others)
    for person in people:
        person.name = VOLUNTEERING_MEMBER.name if person.slot == "active-03" else others.pop()
    return {person.slot: person for person in people}


def forward(centre: Centre, applied: int, until: str) -> list[Move]:
    """An ordinary application from its first day to a stage."""
    moves, on = [], applied
    for stage in FORWARD[: FORWARD.index(until) + 1]:
        moves.append(Move(stage, on))
        on += centre.chance.randint(*STAYS.get(stage, (0, 0)))
    return moves


def back_from(centre: Centre, stage: str, days: int) -> list[Move]:
    """An application that has been in its present stage for so many days."""
    on = -days
    moves = [Move(stage, on)]
    for earlier in reversed(FORWARD[: FORWARD.index(stage)]):
        on -= centre.chance.randint(*STAYS[earlier])
        moves.insert(0, Move(earlier, on))
    return moves


def _active(centre: Centre) -> list[Person]:
    founded = [centre.first_day + 9 * place for place in range(12)]
    later = [-960 + 35 * place for place in range(ACTIVE - len(founded))]
    return [
        Person(f"active-{place:02d}", forward(centre, applied, "S6")) for place, applied in enumerate(founded + later)
    ]


def _applying(centre: Centre) -> list[Person]:
    stays = (("S0", 2), ("S0", 7), ("S1", 12), ("S1", 38), ("S2", 15), ("S3", 24), ("S3", 83), ("S4", 18), ("S5", 121))
    people = [Person(f"applying-{place}", back_from(centre, stage, days)) for place, (stage, days) in enumerate(stays)]
    return [*people, _sent_back(centre), _back_again(centre)]


def _sent_back(centre: Centre) -> Person:
    back = Move("S3", -47, "A reference came to light that had not been taken up; induction waits for it.", False)
    return Person("applying-again-S3", [*back_from(centre, "S4", 61), back])


def _back_again(centre: Centre) -> Person:
    """Somebody who left, and applied anew."""
    first = [*forward(centre, -1010, "S6"), Move("LEFT", -330, "Moved away for work.")]
    anew = [Move("S0", -31, "New application after a break."), Move("S1", -20)]
    return Person("returning", [*first, *anew])


def _left(centre: Centre) -> list[Person]:
    ends = (
        (-1060, -610, "RESIGNED", "Change of working hours."),
        (-1052, -470, "RETIRED", "Retired from volunteering."),
        (-1045, -388, "REMOVED", "Approval was withdrawn."),
        (-1030, -540, "RESIGNED", "Moved away."),
        (-1015, -641, "RESIGNED_DURING_CONCERN", "Resigned while a concern was being looked into."),
        (-940, -300, "RESIGNED", "Family commitments."),
        (-905, -214, "OTHER", "Took up paid work in the sector."),
        (-870, -398, "RESIGNED", "Change of working hours."),
        (-790, -160, "RETIRED", "Retired from volunteering."),
        (-700, -95, "RESIGNED", "Moved away."),
        (-640, -33, "RESIGNED", "Started a course of study."),
    )
    return [
        Person(f"left-{place:02d}", [*forward(centre, applied, "S6"), Move("LEFT", left, reason)], end_reason)
        for place, (applied, left, end_reason, reason) in enumerate(ends)
    ]


def _withdrawn(centre: Centre) -> list[Person]:
    ends = ((-830, "S2"), (-575, "S0"), (-290, "S3"), (-88, "S1"))
    return [
        _stopped(centre, f"withdrawn-{place}", applied, stage, "WITHDRAWN", "WITHDREW", "The applicant withdrew.")
        for place, (applied, stage) in enumerate(ends)
    ]


def _turned_down(centre: Centre) -> list[Person]:
    ends = (
        (-760, "S2", "Not recommended after interview."),
        (-505, "S1", "Approval was refused after the online check."),
        (-345, "S3", "Approval was refused: references were not satisfactory."),
        (-120, "S2", "Not recommended after interview."),
    )
    return [
        _stopped(centre, f"refused-{place}", applied, stage, "NOT_APPOINTED", "NOT_APPOINTED", reason)
        for place, (applied, stage, reason) in enumerate(ends)
    ]


def _stopped(centre: Centre, slot: str, applied: int, stage: str, end: str, end_reason: str, reason: str) -> Person:
    moves = forward(centre, applied, stage)
    last = moves[-1].on + 30
    return Person(slot, [*moves, Move(end, last, reason)], end_reason)


def add_people(centre: Centre, people: Sequence[Person]) -> None:
    """The rows of users and volunteers, and of the second application of the one who came back."""
    for official in OFFICIALS:
        _add_official(centre, official, people)
    for place, person in enumerate(people):
        _add_volunteer(centre, person, ROLE_TITLES[place % len(ROLE_TITLES)])


def _add_official(centre: Centre, official: Official, people: Sequence[Person]) -> None:
    centre.add(
        "users",
        email=official.email,
        display_name=official.name,
        role=official.role,
        on_management_committee=official.on_committee,
        is_safeguarding_lead=official.is_lead,
        volunteer_ref=next((person.ref for person in people if person.name == official.name), None),
        active_from=centre.day(centre.first_day - 200 if official.came is None else official.came),
        active_to=None if official.went is None else centre.day(official.went),
    )


def _add_volunteer(centre: Centre, person: Person, role_title: str) -> None:
    applied, signed, started = person.applied, person.first("S1"), person.first("S5")
    gone = person.moves[-1].on if person.end_reason else None
    centre.add(
        "volunteers",
        ref=person.ref,
        full_name=person.name,
        email=email_of(person.name),
        role_title=role_title,
        applied_on=centre.day(applied),
        form_version=None if signed is None else _version(applied),
        form_signed_on=None if signed is None else centre.day(signed),
        check_permission=None if signed is None else True,
        notice_version=_version(applied),
        notice_given_on=centre.day(applied),
        started_on=None if started is None else centre.day(started),
        ended_on=None if gone is None or started is None else centre.day(gone),
        end_reason=person.end_reason,
        privacy_review_interval_days=91 if person.slot == "active-21" else None,
        legal_hold=True if person.slot == "left-02" else None,
    )
    if person.slot == "returning":
        _add_second_application(centre, person)


def _add_second_application(centre: Centre, person: Person) -> None:
    versions = {"form_version": "2", "notice_version": "2"}
    asked, signed = (centre.day(move.on) for move in person.moves[-2:])
    centre.add(
        "transparency",
        volunteer_ref=person.ref,
        form_signed_on=signed,
        check_permission=True,
        notice_given_on=asked,
        **versions,
    )


def _version(applied: int) -> str:
    return "2" if applied >= -430 else "1"
