"""The table behind each panel of the Overview: words and figures in reading order, ready to show or print."""

from collections.abc import Sequence
from itertools import chain

import pandas as pd

from bccc_dash.domain import words
from bccc_dash.domain.case_vocabulary import ConcernCategory, Severity
from bccc_dash.domain.labels import label
from bccc_dash.domain.overview import Overview, StageLane
from bccc_dash.views.facts import BreachFacts, ReviewFacts
from bccc_dash.views.sentence import whole

# The bands of K9 as its JSON names them, and as people read them.
AGE_BANDS = {"0-7": "Up to 7 days", "8-28": "8 to 28", "29-90": "29 to 90", "91+": "91 or more"}
OVERDUE_BANDS = {"1-30": "Overdue by 1 to 30 days", "31-90": "Overdue by 31 to 90 days", "91+": "Overdue by 91 or more"}
# The effects of K14, worst known last but for the first, which waits.
EFFECTS = {
    "undecided": "Not decided",
    "no_change": "No change",
    "conditions": "Conditions",
    "suspended": "Suspended",
    "withdrawn": "Withdrawn",
    "ended": "Ended",
}
SEVERITIES = (Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)
_LAST_DAY = {7: "0-7", 28: "8-28", 90: "29-90"}


def age_band(days: int) -> str:
    """Return the band of K9 that an age in days falls in.

    Bounds: 7, 28 and 90 days belong to the younger band.
    """
    return next((band for last, band in _LAST_DAY.items() if days <= last), "91+")


def breach_name(breach_type: str) -> str:
    """Return what people call a type of breach."""
    return label(ConcernCategory(breach_type))


def severity_name(severity: str) -> str:
    """Return what people call a severity."""
    return label(Severity(severity))


def stage_numbers(stages: Sequence[StageLane]) -> pd.DataFrame:
    """Count people by stage.

    Columns: Stage, People, Median days, Longest, Target (days), Over target; all as they are read.
    Shape: one row a stage in recruitment order, empty stages included.
    """
    rows = [
        (
            stage.name,
            words.figure(stage.n),
            words.number(stage.median_days, none="–"),
            words.number(stage.max_days, none="–"),
            words.number(stage.target_days),
            words.figure(stage.over_target),
        )
        for stage in stages
    ]
    return _texts(rows, "Stage", "People", "Median days", "Longest", "Target", "Over target")


def concern_numbers(overview: Overview) -> pd.DataFrame:
    """Count open concerns by severity and age.

    Columns: Severity, one a band of days, All.
    Shape: four rows, critical first, and a row of all.
    """
    cells = dict.fromkeys(((severity, band) for severity in SEVERITIES for band in AGE_BANDS), 0)
    for mark in overview.ages:
        cells[Severity(mark.severity), age_band(mark.days)] += mark.n
    figures = overview.figures
    rows = [
        (
            label(severity),
            *(words.figure(cells[severity, band]) for band in AGE_BANDS),
            words.figure(whole(figures, f"K9.by.severity.{severity}")),
        )
        for severity in SEVERITIES
    ]
    everything = (*(whole(figures, f"K9.by.age.{band}") for band in AGE_BANDS), whole(figures, "K9.n"))
    return _texts([*rows, ("All", *map(words.figure, everything))], "Severity", *AGE_BANDS.values(), "All")


def breach_numbers(overview: BreachFacts) -> pd.DataFrame:
    """List breaches that affect approval by type and effect.

    Columns: Breach, Effect on approval, Number, Longest wait (days; a dash once decided).
    Shape: one row a type and effect, undecided first, and a row of all.
    """
    order = list(EFFECTS)
    effects = sorted(overview.effects, key=lambda e: (order.index(e.effect), -(e.longest_wait_days or 0), -e.n))
    rows = [
        (
            breach_name(effect.breach_type),
            EFFECTS[effect.effect],
            words.figure(effect.n),
            words.number(effect.longest_wait_days, none="–"),
        )
        for effect in effects
    ]
    everything = ("All", "", words.figure(whole(overview.figures, "K14.n")), "")
    return _texts([*rows, everything], "Breach", "Effect on approval", "Number", "Days waited")


def review_numbers(overview: ReviewFacts) -> pd.DataFrame:
    """Count privacy reviews overdue, due and done.

    Columns: Privacy reviews, Number.
    """
    figures = overview.figures
    overdue = [(words_, whole(figures, f"K18.by.age.{band}")) for band, words_ in OVERDUE_BANDS.items()]
    counts = chain(
        overdue,
        [
            ("Overdue in all", whole(figures, "K18.n")),
            ("Due in the next 90 days", overview.due_next_90),
            ("Done in these dates", overview.reviews_done),
            ("Due, but nobody has planned one", whole(figures, "K18.unscheduled")),
        ],
    )
    rate = words.n_of_d(whole(figures, "K17.n"), whole(figures, "K17.d"))
    rows = [(name, words.figure(n)) for name, n in counts]
    return _texts([*rows, ("Volunteers up to date", rate)], "Privacy reviews", "Number")


def _texts(rows: Sequence[tuple[str, ...]], *columns: str) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns), dtype="str")
