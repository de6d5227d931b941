"""An invented Overview: a lively centre by default, any part of it changed by name."""

from dataclasses import replace
from datetime import date

from bccc_dash.domain.overview import BreachEffect, ConcernAge, Need, Overview, Rag, ReviewDay, StageLane, StagePlace
from bccc_dash.domain.period import Period

AS_OF = date(2026, 11, 12)
PERIOD = Period(as_of=AS_OF, after=date(2026, 9, 10))
NAMES = {
    "S0": ("Enquiry", 14),
    "S1": ("Application and online check", 28),
    "S2": ("Interview", 28),
    "S3": ("References and DBS", 60),
    "S4": ("Induction and training", 42),
    "S5": ("Probation", 183),
}
DAYS = {"S0": (3, 9), "S1": (12, 22, 37), "S2": (15,), "S3": (24, 52, 83), "S4": (18,), "S5": (121,)}
OFFSETS = (-47, -26, -19, -11, -4, 3, 9, 12, 19, 26, 27, 38, 45, 52, 61, 66, 78, 87)


def a_lane(code: str, *days: int) -> StageLane:
    name, target = NAMES[code]
    ranked = sorted(days)
    middle = (ranked[(len(ranked) - 1) // 2] + ranked[len(ranked) // 2]) / 2 if ranked else None
    over = sum(day > target for day in ranked)
    return StageLane(code, name, target, len(ranked), middle, max(ranked, default=None), over)


def places(code: str, *days: int) -> tuple[StagePlace, ...]:
    return tuple(StagePlace(code, day, 1, day > NAMES[code][1]) for day in days)


def figures_of(stages: tuple[StageLane, ...]) -> dict[str, dict[str, object]]:
    by_stage = {
        lane.code: {
            "n": lane.n,
            "median_days": lane.median_days,
            "max_days": lane.max_days,
            "over_target": lane.over_target,
        }
        for lane in stages
    }
    severity = {"LOW": 1, "MEDIUM": 1, "HIGH": 1, "CRITICAL": 0}
    effect = {"undecided": 1, "no_change": 1, "conditions": 1, "suspended": 1, "withdrawn": 0, "ended": 0}
    return {
        "K6": {"n": sum(lane.n for lane in stages), "by": {"stage": by_stage}},
        "K9": {"n": 3, "by": {"severity": severity, "age": {"0-7": 1, "8-28": 0, "29-90": 1, "91+": 1}}},
        "K14": {"n": 4, "by": {"effect": effect}, "undecided_over_28_days": 1},
        "K16": {"n": 34},
        "K17": {"n": 26, "d": 31},
        "K18": {"n": 5, "by": {"age": {"1-30": 4, "31-90": 1, "91+": 0}}, "unscheduled": 0},
    }


def an_overview(**changes: object) -> Overview:
    stages = tuple(a_lane(code, *days) for code, days in DAYS.items())
    overview = Overview(
        period=PERIOD,
        active=34,
        applying=11,
        figures=figures_of(stages),
        stages=stages,
        places=tuple(place for code, days in DAYS.items() for place in places(code, *days)),
        ages=(ConcernAge("HIGH", 92, 1, 92), ConcernAge("MEDIUM", 37, 1, 37), ConcernAge("LOW", 7, 1, 7)),
        effects=(
            BreachEffect("CONFIDENTIALITY", "undecided", 1, 90),
            BreachEffect("IMAGE_OR_INFORMATION_WITHOUT_CONSENT", "suspended", 1, None),
            BreachEffect("UNPROFESSIONAL_AS_BCCC", "conditions", 1, None),
            BreachEffect("BOUNDARY_BCCC_FAMILY", "no_change", 1, None),
        ),
        reviews=tuple(ReviewDay(day, 1) for day in OFFSETS),
        reviews_done=4,
        oldest_overdue_days=47,
        due_next_90=13,
        needs=(
            Need(Rag.ACT, "One breach affecting approval has waited 90 days.", "Target: 28."),
            Need(Rag.WATCH, "Two of 11 applicants are past the target of their stage."),
            Need(Rag.NO_EVIDENCE, "No child or family has reported anything.", "Silence is not assurance."),
            Need(Rag.IN_ORDER, "All six people who left Stage 1 had their online check first."),
        ),
        has_records=True,
    )
    return replace(overview, **changes)
