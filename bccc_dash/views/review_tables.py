"""The tables of the page about privacy reviews, and its months, in the order in which they are read."""

from bccc_dash.domain import due_days as due
from bccc_dash.domain import words
from bccc_dash.domain.labels import label
from bccc_dash.domain.reviews import NOT_DONE, Basis, Review, ReviewLists, Reviews, Unplanned
from bccc_dash.domain.vocabulary import ReviewMethod, ReviewOutcome
from bccc_dash.views.months import Line, Month
from bccc_dash.views.sentence import whole
from bccc_dash.views.table import Table, table

BANDS = {"1-30": "1 to 30 days", "31-90": "31 to 90 days", "91+": "91 days or more"}
METHODS = {ReviewMethod.SELF_CONFIRMED.value: "By volunteer", ReviewMethod.WITH_COORDINATOR.value: "With coordinator"}
TICK = "□"
NONE = "–"


def overdue(facts: Reviews, lists: ReviewLists) -> Table:
    """Count the overdue reviews by band, with the references of the worst.

    Columns: Overdue by, Reviews, Volunteers.
    Shape: three rows, empty bands included.
    """
    rows = []
    for (band, name), named in zip(BANDS.items(), lists.overdue, strict=True):
        n = whole(facts.figures, f"K18.by.age.{band}")
        rows.append((name, words.figure(n), _refs([review.ref for review in named], n)))
    return table(("Overdue by", "Reviews", "Volunteers"), rows, figures=("Reviews",))


def _refs(refs: list[str], n: int) -> str:
    """Return references, and how many more there are; "None" of none."""
    if n == 0:
        return "None"
    more = n - len(refs)
    return f"{', '.join(refs)} and {words.figure(more)} more" if more > 0 else ", ".join(refs)


def months(facts: Reviews, lists: ReviewLists) -> tuple[Month, ...]:
    """Return the months that the next 90 days touch: each a list of days, or of weeks where there are many reviews."""
    named = iter(lists.ahead)
    found = []
    for cells in due.months(facts.period.as_of, facts.days):
        lines: list[Line] = []
        for cell in cells:
            reviews = next(named)
            lines += _days(reviews) if len(cells) == 1 and cell.n == cell.named else [_week(cell, reviews)]
        first, n = cells[0].first, sum(cell.n for cell in cells)
        found.append(Month(words.month_year(first), _due(n), tuple(lines)))
    return tuple(found)


def _due(n: int) -> str:
    return f"{words.figure(n)} due" if n else "None due"


def _days(reviews: tuple[Review, ...]) -> list[Line]:
    by_day: dict[str, list[str]] = {}
    for review in reviews:
        by_day.setdefault(words.weekday_short(review.due_on), []).append(_named(review))
    return [Line(day, ", ".join(names)) for day, names in by_day.items()]


def _named(review: Review) -> str:
    return review.ref if review.planned else f"{review.ref} (nothing scheduled)"


def _week(cell: due.Cell, reviews: tuple[Review, ...]) -> Line:
    days = (
        words.day_month(cell.last) if cell.first == cell.last else f"{cell.first.day} to {words.day_month(cell.last)}"
    )
    refs = _refs([review.ref for review in reviews], cell.n)
    return Line(days, f"{words.figure(cell.n)}: {refs}" if cell.n else "none")


def came_up(facts: Reviews) -> Table:
    """Count what came of the reviews completed in the window, by outcome and method.

    Columns: What came of it, Counts as, By volunteer, With coordinator, Not said, All.
    Shape: a row an outcome that there is, done ones first, and a row of all.
    """
    order = [*(outcome.value for outcome in ReviewOutcome if outcome not in NOT_DONE), *map(str, NOT_DONE)]
    counts = {(row.outcome, row.method): row.n for row in facts.came_up}
    there = [outcome for outcome in order if any(row.outcome == outcome for row in facts.came_up)]
    methods = (*METHODS, "")
    rows = []
    for outcome in there:
        numbers = _numbers([counts.get((outcome, method), 0) for method in methods])
        rows.append((_outcome(outcome), "Not done" if outcome in NOT_DONE else "Done", *numbers))
    if rows:
        every = [sum(row.n for row in facts.came_up if row.method == method) for method in methods]
        rows.append(("All", "", *_numbers(every)))
    columns = ("What came of it", "Counts as", *METHODS.values(), "Not said", "All")
    return table(columns, rows, figures=columns[2:])


def _outcome(outcome: str) -> str:
    return label(ReviewOutcome(outcome)) if outcome else "No outcome recorded"


def _numbers(counts: list[int]) -> list[str]:
    return [words.figure(n) for n in (*counts, sum(counts))]


def unplanned(facts: Reviews, lists: ReviewLists) -> Table:
    """List one part of the people with nothing scheduled, by the day that is worked out.

    Columns: Volunteer, Due, Worked out from, How it stands.
    """
    rows = [
        (person.ref, words.uk_short(person.due_on), _basis(person), _stands(facts, person))
        for person in lists.unplanned
    ]
    return table(("Volunteer", "Due", "Worked out from", "How it stands"), rows)


def _basis(person: Unplanned) -> str:
    day = words.uk_short(person.basis_on)
    said = {
        Basis.LAST_REVIEW: f"last review on {day}",
        Basis.START: f"start on {day}",
        Basis.PUT_OFF: f"put off to {day}",
        Basis.DECLINED: f"declined on {day}",
    }
    return said[person.basis]


def _stands(facts: Reviews, review: Unplanned | Review) -> str:
    days = (review.due_on - facts.period.as_of).days
    if days < 0:
        return f"overdue by {words.days(-days)}"
    return f"due in {words.days(days)}" if days else "due on the day"


def reminders(facts: Reviews, lists: ReviewLists) -> Table:
    """List one part of those to remind, by due day.

    Columns: Volunteer, Due, How it stands, Reminder sent, Done (a box to tick on paper).
    """
    rows = []
    for review in lists.reminders:
        sent = words.uk_short(review.reminded_on) if review.reminded_on else NONE
        stands = _stands(facts, review)
        shown = stands if review.planned else f"{stands}, nothing scheduled"
        rows.append((review.ref, words.uk_short(review.due_on), shown, sent, TICK))
    return table(("Volunteer", "Due", "How it stands", "Reminder sent", "Tick"), rows)
