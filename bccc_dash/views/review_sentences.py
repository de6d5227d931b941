"""What the page about privacy reviews says: counts, then the worst of them, then the target."""

from collections.abc import Sequence

from bccc_dash.domain import due_days as due
from bccc_dash.domain import words
from bccc_dash.domain.due_days import Cell
from bccc_dash.domain.reviews import AHEAD_DAYS, REMIND_WITHIN_DAYS, Review, Reviews
from bccc_dash.views import headlines
from bccc_dash.views.sentence import Part, Sentence, say, told, whole


def head(facts: Reviews) -> Sentence:
    """Say how many reviews are overdue and due, how many people are up to date, how many are too new. Source: P46."""
    if not facts.has_records:
        return headlines.NOTHING_RECORDED
    n, soon = whole(facts.figures, "K18.n"), facts.due_next_90
    unplanned = whole(facts.figures, "K18.unscheduled")
    overdue = headlines.overdue(facts)
    if n:
        overdue = (
            told(facts.figures, "K18.n"),
            f" {words.plural(n, 'review is', 'reviews are')} overdue",
            _by(facts, n),
        )
    due_soon = (", and " if n else " and ", Part(headlines.none_or(soon), "due_next_90"))
    falls = f" {words.plural(soon, 'falls', 'fall')} due in the next {AHEAD_DAYS} days. "
    return say(*overdue, *due_soon, falls, *headlines.passed(unplanned), *headlines.current(facts), *_too_new(facts))


def _by(facts: Reviews, n: int) -> str:
    said = words.days(facts.oldest_overdue_days or 0)
    return f", by {said}" if n == 1 else f", the oldest by {said}"


def _too_new(facts: Reviews) -> tuple[str | Part, ...]:
    n = facts.active - whole(facts.figures, "K17.d")
    if n <= 0 or whole(facts.figures, "K17.d") == 0:
        return ()
    return (
        Part(words.capital(words.number_word(n)), "too_new"),
        f" {words.plural(n, 'is', 'are')} too new to need one.",
    )


def overdue(facts: Reviews) -> Sentence:
    """Say how many are overdue beyond 90 days, which none should be."""
    n, old = whole(facts.figures, "K18.n"), whole(facts.figures, "K18.by.age.91+")
    if n == 0:
        return say("None: no scheduled review is overdue.")
    start = (told(facts.figures, "K18.n"), f" {words.plural(n, 'review is', 'reviews are')} overdue, ")
    if n == 1:
        return say(*start, f"{'and ' if old else 'but not '}by more than 90 days. None should be (BCCC default).")
    beyond = Part(headlines.none_or(old), "K18.by.age.91+")
    return say(*start, beyond, " of them by more than 90 days. None should be (BCCC default).")


def this_month(facts: Reviews, cells: Sequence[Cell], named: Sequence[tuple[Review, ...]]) -> Sentence:
    """Say whose review is due in the rest of the as-at day's month, and how many due before in it are overdue."""
    as_of = facts.period.as_of
    n = sum(cell.n for cell in cells)
    month = words.month_year(as_of)
    before = due.total(facts.days, -(as_of.day - 1), -1) if as_of.day > 1 else 0
    are = f"due earlier in the month {words.plural(before, 'is', 'are')} overdue"
    passed = f" {words.capital(words.number_word(before))} {are}." if before else ""
    when = f"in {month}" if as_of.day == 1 else f"in the rest of {month}"
    if n == 0:
        return say(f"None falls due {when}.", passed)
    refs = [review.ref for reviews in named for review in reviews]
    which = f": {words.listed(refs)}" if len(refs) == n else ""
    falls = f" {words.plural(n, 'review falls', 'reviews fall')} due {when}{which}."
    return say(Part(words.number_word(n), "due_this_month"), falls, passed)


def came_up(facts: Reviews) -> Sentence:
    """Say how many reviews were done in the window, and how many that came up were not."""
    n = sum(row.n for row in facts.came_up)
    done = facts.reviews_done
    rate = headlines.current(facts)
    if n == 0:
        return say("No review came up in these dates. ", *rate)
    start = (
        "Of ",
        Part(words.number_word(n), "came_up"),
        f" {words.plural(n, 'review')} that came up in these dates, ",
    )
    was = f" {words.plural(done, 'was', 'were')} done"
    left = n - done
    not_done = f"put off, declined or left without an outcome, and {words.plural(left, 'does', 'do')} not count as done"
    aside = f" {words.capital(words.number_word(left))} {words.plural(left, 'was', 'were')} {not_done}." if left else ""
    return say(*start, Part(headlines.none_or(done), "reviews_done"), f"{was}.{aside} ", *rate)


def unplanned_n(facts: Reviews) -> int:
    """Return how many active people have nothing scheduled."""
    return due.total(facts.days, -due.EDGE, due.EDGE, planned=False)


def unplanned(facts: Reviews) -> Sentence:
    """Say how many active people have nothing scheduled, and of how many the day has passed."""
    n, late = unplanned_n(facts), whole(facts.figures, "K18.unscheduled")
    if n == 0:
        return say("Everybody who is active has a review scheduled." if facts.active else "Nobody is active.")
    has = words.plural(n, "active person has", "active people have")
    start = (Part(words.number_word(n), "unplanned"), f" {has} no review scheduled. Their day is worked out; for ")
    return say(*start, Part(headlines.none_or(late), "K18.unscheduled"), " it has passed.")


def reminders(facts: Reviews) -> Sentence:
    """Say how many are overdue or due soon, scheduled or worked out."""
    n = due.reminders_n(facts.days)
    if n == 0:
        return say(f"Nobody: nothing is overdue or due within {REMIND_WITHIN_DAYS} days.")
    are = words.plural(n, "review is", "reviews are")
    within = f" {are} overdue or due within {REMIND_WITHIN_DAYS} days (BCCC default)."
    return say(Part(words.number_word(n), "reminders"), within)


def part_of(first: int, last: int, n: int) -> str:
    """Return which part of the reminder list is shown, and how to print it."""
    rows = f"Rows {words.figure(first)} to {words.figure(last)} of {words.figure(n)}, by due day. "
    shown = rows if n > last - first + 1 else ""
    return f"{shown}To have it on paper, use the browser's print command (Ctrl+P): it prints what is shown."
