"""The history of a concern with the days on which something should have been done and was not."""

from datetime import date

from bccc_dash.domain.concern_case import MOST_BREACHES, MOST_LINES, ConcernCase, Happened, Line
from bccc_dash.domain.concern_duties import milestones


def days_passed(case: ConcernCase, day: date) -> tuple[Line, ...]:
    """Return a line for each day that passed without what was due on it: the day itself is still in time."""
    missed = [duty for duty in milestones(case.milestones, day) if duty.due is not None and duty.due < day]
    return tuple(
        Line(duty.due, Happened.DAY_PASSED, word=duty.asked.name)
        for duty in missed
        if duty.due is not None and (duty.done is None or not duty.was_in_time)
    )


def told(case: ConcernCase, lines: tuple[Line, ...], left_out: int, day: date) -> tuple[tuple[Line, ...], int]:
    """Return the newest lines with those of missed days among them, oldest first, and how many are left out."""
    every = sorted((*lines, *days_passed(case, day)), key=lambda line: (line.day, line.what.value))
    kept = every[-MOST_LINES:]
    return tuple(kept), left_out + len(every) - len(kept)


def named_breaches(lines: tuple[Line, ...]) -> tuple[tuple[str, ...], int]:
    """Return the breaches that a whole history tells of, the newest first, and how many more there are."""
    refs = [line.ref for line in reversed(lines) if line.what is Happened.BREACH and line.ref is not None]
    return tuple(refs[:MOST_BREACHES]), max(len(refs) - MOST_BREACHES, 0)
