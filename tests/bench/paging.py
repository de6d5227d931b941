"""Every page, visited in one warm process, to the same page at 60 volunteers: time, statements and bytes."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from pathlib import Path

from bccc_dash.domain.links import Place
from bccc_dash.ui import warm
from bccc_dash.ui.menu import MENU
from tests.bench.databases import LARGE, SMALL
from tests.bench.report import Line, Unit, milliseconds
from tests.bench.timing import medians
from tests.bench.visiting import Visitor, sent, statements

REACH = {2_000: 1.5, LARGE: 5.0}
AT_MOST_SECONDS = {LARGE: 1.0}
PAST_AT_MOST = 2
WARM_REACH = 1.2
PAST_DAYS = (100, 400, 1_200, 3_000)
"""How many days before today the page is asked for."""

STATEMENTS = 12
KILOBYTES = 150
"""What a page may send at most. A list fills up to the size of its part and a picture to its number of places, so a
page of 100 000 people sends more than one of 2 000, where a list of six is all there is; it never sends more than
this, however many there are."""

YEARS_BEFORE, HISTORY_REACH = 10, 1.25
"""The same centre with half the history behind it: what a page sends may not follow the years. Lists that were not
full ten years before may still have filled since."""

Visitors = Mapping[int, Visitor]


def page_lines(
    databases: Mapping[int, Path], places: Collection[Place], *, today: date, repeats: int, past_repeats: int
) -> list[Line]:
    """Lines for each page: today, past days, caches warm, statements, bytes."""
    lines = []
    warm.warm()  # as the server does before anybody comes
    for place in places:
        visitors = {size: Visitor(path, place, today) for size, path in databases.items()}
        cold, kept = _cold(visitors, repeats), _kept(visitors, repeats)
        larger = [size for size in databases if size != SMALL]
        past = {size: _worst_past(visitors[size], past_repeats) for size in larger}
        for size in larger:
            lines += _against(place, "today", size, cold[size], cold[SMALL], times=1)
            lines += _against(place, "on its slowest past day", size, past[size], cold[SMALL], times=PAST_AT_MOST)
            lines.append(_ratio(place, "caches warm", size, kept[size], kept[SMALL], WARM_REACH))
        lines += [_asked(place, visitors), *_bytes(place, visitors)]
    return lines


def _cold(visitors: Visitors, repeats: int) -> dict[int, float]:
    """With nothing kept of what the records say. Drawn pictures are kept where they show the same again."""
    works = {size: visitor.visit for size, visitor in visitors.items()}
    return medians(works, repeats=repeats, before=lambda size: visitors[size].change_records())


def _kept(visitors: Visitors, repeats: int) -> dict[int, float]:
    """With everything kept: a visit takes some 30 ms, so that a blink of the machine is a fifth of it."""
    works = {size: visitor.visit for size, visitor in visitors.items()}
    return medians(works, repeats=4 * repeats, before=lambda size: works[size]())


def _worst_past(visitor: Visitor, repeats: int) -> float:
    days = {back: Visitor(visitor.path, visitor.place, visitor.as_of - timedelta(days=back)) for back in PAST_DAYS}
    works = {back: past.visit for back, past in days.items()}
    return max(medians(works, repeats=repeats, before=lambda _: visitor.change_records()).values())


def _named(place: Place, what: str) -> str:
    return f"{MENU[place].title}, {what}"


def _ratio(place: Place, when: str, size: int, taken: float, small: float, reach: float) -> Line:
    aside = milliseconds(taken, small)
    return Line(_named(place, f"{when}, {size:,} to 60"), taken / small, reach, aside=aside)


def _against(place: Place, when: str, size: int, taken: float, small: float, *, times: int) -> list[Line]:
    lines = [_ratio(place, when, size, taken, small, times * REACH[size])]
    if size in AT_MOST_SECONDS:
        what = _named(place, f"{when}, {size:,}")
        lines.append(Line(what, taken, times * AT_MOST_SECONDS[size], Unit.SECONDS))
    return lines


def _asked(place: Place, visitors: Visitors) -> Line:
    """The most statements that one cold visit asks, whatever the size."""
    counts = []
    for visitor in visitors.values():
        visitor.change_records()
        with statements() as asked:
            visitor.visit()
        counts.append(len(asked))
    return Line(_named(place, "statements of a cold visit"), max(counts), STATEMENTS, Unit.COUNT)


def _bytes(place: Place, visitors: Visitors) -> list[Line]:
    sizes = {size: _sent(visitor) for size, visitor in visitors.items()}
    largest = max(sizes)
    now = visitors[largest]
    before = Visitor(now.path, place, now.as_of.replace(year=now.as_of.year - YEARS_BEFORE, day=1))
    aside = " ".join(f"{size:,}: {taken / 1000:.0f}" for size, taken in sizes.items()) + " kB"
    what = f"bytes, {largest:,}"
    return [
        Line(_named(place, what), max(sizes.values()) / 1000, KILOBYTES, Unit.KILOBYTES, aside=aside),
        Line(_named(place, f"{what}, to ten years before"), sizes[largest] / _sent(before), HISTORY_REACH),
    ]


def _sent(visitor: Visitor) -> int:
    with sent() as sizes:
        visitor.visit()
    return sum(sizes)
