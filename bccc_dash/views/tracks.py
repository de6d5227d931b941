"""Where each mark of the stage track and of the ageing strip stands: many are one mark with its count."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Protocol

import pandas as pd

from bccc_dash.domain import words
from bccc_dash.domain.overview import ConcernAge, Overview, StageLane, StagePlace
from bccc_dash.views.numbers import AGE_BANDS, age_band, severity_name

# A lane in time has room for this many people side by side; from there on their numbers are drawn as bars.
SLOTS = 14
PEOPLE_AT_MOST = 12
LATE_AT_MOST = 3
# Along the lane 1.0 is the target; the late stand in a row beyond it, the longest last.
LATE_FROM = 1.06
LATE_STEP = 0.09
# A cell of the strip has room for this many concerns.
CELL_AT_MOST = 4
# No mark stands nearer to the edge of its cell than this share of it, no words nearer than that one.
INSET = 0.18
WORDS_INSET = 0.3

LANES = {"code": "str", "title": "str", "target": "str", "targeted": "bool"}
PEOPLE = {"code": "str", "along": "float64", "late": "bool", "height": "float64", "bar": "bool"}
LATE_WORDS = {"code": "str", "along": "float64", "words": "str", "short": "str"}
CONCERNS = {"severity": "str", "along": "float64", "late": "bool"}
CELLS = {"severity": "str", "along": "float64", "late": "bool", "words": "str", "short": "str"}


class Staged(Protocol):
    """What a stage track is drawn from: the lanes in recruitment order, and where people stand in them."""

    @property
    def stages(self) -> tuple[StageLane, ...]:
        """The lanes."""

    @property
    def places(self) -> tuple[StagePlace, ...]:
        """The people."""


def stage_lanes(staged: Staged) -> pd.DataFrame:
    """Name each lane.

    Columns: code (str), title (str, with its count), target (str, in words), targeted (bool, has a target).
    Shape: one row a stage in recruitment order, empty stages included.
    """
    return _frame(
        [
            (
                stage.code,
                f"{stage.name}: {words.figure(stage.n)}",
                "no target" if stage.target_days is None else f"target {words.days(stage.target_days)}",
                stage.target_days is not None,
            )
            for stage in staged.stages
        ],
        LANES,
    )


def stage_people(staged: Staged) -> pd.DataFrame:
    """Place everybody along the lane of their stage.

    Columns: code (str), along (float, 1.0 is the target), late (bool), height (float, of the lane; 1 for a person),
    bar (bool, stands for many rather than for one).
    """
    fullest = max((max(_bins(stage, staged).values(), default=0) for stage in staged.stages), default=0)
    return _frame(list(chain.from_iterable(_lane(stage, staged, fullest) for stage in staged.stages)), PEOPLE)


def late_people(staged: Staged) -> pd.DataFrame:
    """Say in words how long the late have waited.

    Columns: code (str), along (float, where the words start), words (str), short (str, for a phone).
    Shape: one row a stage with somebody late.
    """
    rows = [
        (stage.code, LATE_FROM + LATE_STEP * (_late_drawn(stage) - 1), *_late_words(stage))
        for stage in staged.stages
        if stage.over_target
    ]
    return _frame(rows, LATE_WORDS)


def _late_words(stage: StageLane) -> tuple[str, str]:
    longest = words.days(stage.max_days or 0)
    if stage.over_target == 1:
        return longest, longest
    if stage.over_target <= LATE_AT_MOST:
        return f"longest {longest}", f"to {longest}"
    many = words.figure(stage.over_target)
    return f"{many} people, longest {longest}", f"{many}, to {longest}"


def _in_time(staged: Staged, code: str) -> list[StagePlace]:
    return [place for place in staged.places if place.stage == code and not place.late]


def _scale(stage: StageLane) -> int:
    return max(stage.target_days or stage.max_days or 1, 1)


def _slot(days: int, stage: StageLane) -> int:
    return min(SLOTS * days // _scale(stage), SLOTS - 1)


def _bins(stage: StageLane, staged: Staged) -> Counter[int]:
    bins: Counter[int] = Counter()
    for place in _in_time(staged, stage.code):
        bins[_slot(place.days, stage)] += place.n
    return bins


def _lane(stage: StageLane, staged: Staged, fullest: int) -> Iterator[tuple[object, ...]]:
    bins = _bins(stage, staged)
    if bins.total() <= PEOPLE_AT_MOST:
        slots = side_by_side(sorted(bins.elements()), SLOTS)
        yield from ((stage.code, (slot + 0.5) / SLOTS, False, 1.0, False) for slot in slots)
    else:
        yield from ((stage.code, (slot + 0.5) / SLOTS, False, n / fullest, True) for slot, n in sorted(bins.items()))
    yield from ((stage.code, LATE_FROM + LATE_STEP * i, True, 1.0, False) for i in range(_late_drawn(stage)))


def _late_drawn(stage: StageLane) -> int:
    return stage.over_target if stage.over_target <= LATE_AT_MOST else 1


def side_by_side(wanted: Sequence[int], slots: int) -> list[int]:
    """Return the slots nearest to those wanted (in rising order) such that no two marks share one.

    Bounds: 0 to slots - 1; there must be no more marks than slots.
    """
    placed: list[int] = []
    for slot in wanted:
        placed.append(max(slot, placed[-1] + 1) if placed else slot)
    for back in range(len(placed) - 1, -1, -1):
        placed[back] = min(placed[back], slots - (len(placed) - back))
    return placed


def concern_marks(overview: Overview) -> pd.DataFrame:
    """Place each open concern along four equal bands of days; a crowded cell is one mark.

    Columns: severity (str), along (float, 0 to 4: a whole number ends a band), late (bool, 91 days or more).
    """
    rows: list[tuple[object, ...]] = []
    for severity, band, ages in _cells(overview):
        rows += [(severity, along, band == len(AGE_BANDS) - 1) for along in _spots(band, ages)]
    return _frame(rows, CONCERNS)


def concern_words(overview: Overview) -> pd.DataFrame:
    """Say beside the marks of a cell how old the oldest is, and how many there are where one mark stands for them.

    Columns: severity (str), along (float), late (bool), words (str), short (str, for a phone).
    """
    rows = []
    for severity, band, ages in _cells(overview):
        spots, longest = _spots(band, ages), words.days(max(age.longest for age in ages))
        n = sum(age.n for age in ages)
        long, short = (longest, longest) if n == 1 else (f"longest {longest}", longest)
        if n > CELL_AT_MOST:
            long, short = f"{words.figure(n)}, up to {longest}", words.figure(n)
        middle = min(max(sum(spots) / len(spots), band + WORDS_INSET), band + 1 - WORDS_INSET)
        rows.append((severity, middle, band == len(AGE_BANDS) - 1, long, short))
    return _frame(rows, CELLS)


def _cells(overview: Overview) -> list[tuple[str, int, list[ConcernAge]]]:
    bands = list(AGE_BANDS)
    cells: dict[tuple[str, int], list[ConcernAge]] = {}
    for age in sorted(overview.ages, key=lambda age: age.days):
        cells.setdefault((severity_name(age.severity), bands.index(age_band(age.days))), []).append(age)
    return [(severity, band, ages) for (severity, band), ages in cells.items()]


_FIRST_AND_LAST = ((0, 7), (8, 28), (29, 90), (91, 180))


def _spots(band: int, ages: Sequence[ConcernAge]) -> list[float]:
    if sum(age.n for age in ages) > CELL_AT_MOST:
        return [band + 0.5]
    first, last = _FIRST_AND_LAST[band]
    shares = [min((age.days - first) / (last - first), 1.0) for age in ages for _ in range(age.n)]
    slots = side_by_side([round(share * (CELL_AT_MOST - 1)) for share in shares], CELL_AT_MOST)
    return [band + INSET + (1 - 2 * INSET) * slot / (CELL_AT_MOST - 1) for slot in slots]


def _frame(rows: Sequence[tuple[object, ...]], columns: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns)).astype(columns)
