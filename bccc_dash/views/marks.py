"""Where each mark stands in the picture of breaches and in the line of privacy reviews."""

from collections import Counter
from datetime import timedelta

import pandas as pd

from bccc_dash.domain import words
from bccc_dash.domain.overview import ReviewDay
from bccc_dash.domain.period import Period
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.views.facts import BreachFacts, ReviewFacts
from bccc_dash.views.numbers import EFFECTS, breach_name

BREACHES = {"kind": "str", "title": "str", "late": "bool"}
EFFECT_MARKS = {"kind": "str", "effect": "str", "late": "bool", "many": "str"}
REVIEWS = {"day": "int64", "level": "float64", "late": "bool", "many": "str", "bar": "bool"}
TICKS = {"day": "int64", "words": "str"}

# The line shows this many days on either side; older reviews wait at its left end and are still counted.
DAYS_BEFORE = 64
DAYS_AFTER = 90
# Beyond this many reviews the line draws weeks as bars rather than days as stems.
STEMS_AT_MOST = 40
# Heights in the line's own measure, in which 3.2 is its top: words stand above 2.4.
STEP = 0.55
TALLEST_BAR = 2.2
_ROOM_DAYS = 7
_ROOM_AROUND_TODAY = 18


def breach_rows(overview: BreachFacts) -> pd.DataFrame:
    """Name each type of breach, those that wait for a decision first.

    Columns: kind (str), title (str, with the wait where one is undecided), late (bool, waits beyond the target).
    """
    waits: dict[str, int | None] = {}
    for effect in overview.effects:
        wait = max(waits.get(effect.breach_type) or 0, effect.longest_wait_days or 0)
        waits[effect.breach_type] = wait if effect.effect == "undecided" else waits.get(effect.breach_type)
    ranked = sorted(waits.items(), key=lambda item: (item[1] is None, -(item[1] or 0), breach_name(item[0])))
    rows = [(breach_name(kind), _title(kind, wait), _is_late(wait)) for kind, wait in ranked]
    return pd.DataFrame(rows, columns=list(BREACHES)).astype(BREACHES)


def _title(kind: str, wait: int | None) -> str:
    return breach_name(kind) if wait is None else f"{breach_name(kind)}: waiting {words.days(wait)}"


def _is_late(wait: int | None) -> bool:
    return wait is not None and wait > DEFAULTS.undecided_effect_days


def breach_marks(overview: BreachFacts) -> pd.DataFrame:
    """Place one mark under each effect that breaches of a type had.

    Columns: kind (str), effect (str), late (bool), many (str, the count beside a mark that stands for several).
    """
    rows = [
        (
            breach_name(effect.breach_type),
            EFFECTS[effect.effect],
            effect.effect == "undecided" and _is_late(effect.longest_wait_days),
            f"× {words.figure(effect.n)}" if effect.n > 1 else "",
        )
        for effect in overview.effects
    ]
    return pd.DataFrame(rows, columns=list(EFFECT_MARKS)).astype(EFFECT_MARKS)


def review_marks(overview: ReviewFacts) -> pd.DataFrame:
    """Place uncompleted privacy reviews by the day on which they are due.

    Columns: day (int, days from the as-at day), level (float, how high the mark stands), late (bool),
    many (str, the count above a mark that stands for several), bar (bool, a week's bar rather than a day's stem).
    """
    few = sum(day.n for day in overview.reviews) <= STEMS_AT_MOST
    rows = _stems(overview.reviews) if few else _weeks(overview.reviews)
    return pd.DataFrame(rows, columns=list(REVIEWS)).astype(REVIEWS)


def _stems(reviews: tuple[ReviewDay, ...]) -> list[tuple[object, ...]]:
    """Stand a stem taller only where another would cover it."""
    rows: list[tuple[object, ...]] = []
    taken = [-999, -999, -999]
    for day in sorted(reviews, key=lambda day: day.offset_days):
        level = next((i for i, at in enumerate(taken) if day.offset_days - at >= _ROOM_DAYS), taken.index(min(taken)))
        taken[level] = day.offset_days
        many = words.figure(day.n) if day.n > 1 else ""
        rows.append((day.offset_days, 1 + STEP * level, day.offset_days < 0, many, False))
    return rows


def _weeks(reviews: tuple[ReviewDay, ...]) -> list[tuple[object, ...]]:
    weeks: Counter[int] = Counter()
    for day in reviews:
        weeks[day.offset_days // 7] += day.n
    tallest = max(weeks.values())
    return [
        (7 * week + 3, TALLEST_BAR * n / tallest, week < 0, words.figure(n), True) for week, n in sorted(weeks.items())
    ]


def review_ticks(period: Period) -> pd.DataFrame:
    """Name the as-at day and the first of each month that the line shows, leaving room around the as-at day.

    Columns: day (int, days from the as-at day), words (str).
    """
    days = range(-DAYS_BEFORE, DAYS_AFTER + 1)
    firsts = [(n, period.as_of + timedelta(days=n)) for n in days if abs(n) > _ROOM_AROUND_TODAY]
    ticks = [(0, words.day_month(period.as_of)), *((n, words.day_month(day)) for n, day in firsts if day.day == 1)]
    return pd.DataFrame(sorted(ticks), columns=list(TICKS)).astype(TICKS)
