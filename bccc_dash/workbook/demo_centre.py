"""The demonstration centre's ground: its calendar, its rows, and the references given out at the end."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

Cells = dict[str, object]
Sheets = dict[str, list[Cells]]

SUNDAY = 6
LAST_MEETING = -46
WEEKS_BETWEEN_MEETINGS = 9

# sheet -> letter of its references, and the dates (the first that is filled) that put its rows in order
NUMBERED = {
    "volunteers": ("V", ("applied_on",)),
    "checks": ("K", ("started_on", "planned_for")),
    "concerns": ("C", ("identified_on",)),
    "incidents": ("B", ("recorded_on",)),
    "decisions": ("D", ("decided_on", "proposed_on")),
    "actions": ("A", ("created_on",)),
    "consents": ("N", ("family_written_on",)),
}
IN_ORDER_OF = {
    "stage_events": "occurred_on",
    "approval_events": "effective_on",
    "case_events": "occurred_on",
    "source_assessments": "assessed_on",
    "committee_shares": "shared_on",
    "referrals": "considered_on",
    "privacy_reviews": "due_on",
    "acknowledgements": "given_on",
}


def monday_of(today: date) -> date:
    """The Monday of this week: every date of the demonstration is counted from it."""
    return today - timedelta(days=today.weekday())


@dataclass
class Centre:
    """An invented centre in the making. Days are numbers counted from `anchor`, a Monday: -1 is the day before."""

    anchor: date
    first_day: int
    chance: Random
    sheets: Sheets = field(default_factory=dict)

    def day(self, number: int) -> date:
        """The last ordinary working day up to that day, so that two days never change their order."""
        found = self.anchor + timedelta(days=number)
        while _is_quiet(found):
            found -= timedelta(days=1)
        return found

    def add(self, sheet: str, **cells: object) -> None:
        """Add one row; cells that are left out are blank."""
        self.sheets.setdefault(sheet, []).append(cells)

    def meeting_numbers(self) -> Iterator[int]:
        """The committee meets on a Thursday every nine weeks; the last of these is still to come."""
        step = 7 * WEEKS_BETWEEN_MEETINGS
        back = (LAST_MEETING - self.first_day) // step
        for number in range(LAST_MEETING - back * step, LAST_MEETING + step + 1, step):
            yield self._before_christmas(number)

    def meeting_from(self, number: int) -> int:
        """The first meeting on that day or later, or the one still to come."""
        return next((held for held in self.meeting_numbers() if held >= number), LAST_MEETING)

    def minuted(self, number: int) -> Cells:
        """Where a decision of that day stands in the minutes; blank until a meeting has come."""
        meeting = self.meeting_from(number)
        if not number <= meeting < 0:
            return {}
        held = self.day(meeting)
        return {"meeting_date": held, "minute_ref": f"M-{held:%Y-%m}/{self.chance.randint(3, 9)}"}

    def _before_christmas(self, number: int) -> int:
        while _is_christmas(self.anchor + timedelta(days=number)):
            number -= 7
        return number


def _is_christmas(day: date) -> bool:
    return (day.month == 12 and day.day >= 24) or (day.month == 1 and day.day == 1)


def _is_quiet(day: date) -> bool:
    weekend = day.weekday() >= SUNDAY - 1
    return weekend or (day.month, day.day) in {(12, 25), (12, 26), (1, 1)}


def with_references(sheets: Sheets) -> Sheets:
    """The rows in the order of their days, each key replaced by the reference that a centre would have given."""
    ordered = {name: _in_order(name, rows) for name, rows in sheets.items()}
    references: dict[object, str] = {}
    for name in NUMBERED:
        references |= _references(name, ordered.get(name, []))
    for rows in ordered.values():
        for row in rows:
            _name_by_reference(row, references)
    return ordered


def _in_order(name: str, rows: list[Cells]) -> list[Cells]:
    if name in NUMBERED:
        return sorted(rows, key=lambda row: _day_of(name, row))
    if name in IN_ORDER_OF:
        column = IN_ORDER_OF[name]
        return sorted(rows, key=lambda row: str(row[column]))
    return rows


def _day_of(name: str, row: Cells) -> date:
    found = next(row[column] for column in NUMBERED[name][1] if row.get(column))
    if not isinstance(found, date):
        raise TypeError(f"{name}: {found!r} is no date")
    return found


def _references(name: str, rows: list[Cells]) -> dict[object, str]:
    letter = NUMBERED[name][0]
    given: dict[object, str] = {}
    in_year: dict[int, int] = {}
    for place, row in enumerate(rows, start=1):
        year = _day_of(name, row).year
        in_year[year] = in_year.get(year, 0) + 1
        given[row["ref"]] = f"V-{place:04d}" if letter == "V" else f"{letter}-{year}-{in_year[year]:03d}"
    return given


def _name_by_reference(row: Cells, references: dict[object, str]) -> None:
    for column, value in row.items():
        if column == "ref" or column.endswith("_ref"):
            row[column] = references.get(value, value)
