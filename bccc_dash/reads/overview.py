"""Everything on the committee's page."""

from collections.abc import Iterable
from dataclasses import replace

from sqlmodel import Session

from bccc_dash.domain import due_days as due
from bccc_dash.domain.contacts import ContactKind, about_contacts, missing
from bccc_dash.domain.needs import NOTHING_RECORDED, Evidence, needs
from bccc_dash.domain.overview import Overview, StageLane
from bccc_dash.domain.period import Period
from bccc_dash.domain.reviews import AHEAD_DAYS
from bccc_dash.figures import figures_and_rows
from bccc_dash.figures.asking import Asking, Figure
from bccc_dash.figures.checks import without_a_reason
from bccc_dash.queries.close_looks import close_pairs
from bccc_dash.queries.needs import need_questions, needs_from
from bccc_dash.queries.overview import HEADS, breach_effects, concern_ages, head_questions, stage_places
from bccc_dash.queries.review_lists import due_days
from bccc_dash.queries.settings import StageSetting, in_force

COUNTED = ("K1", "K2", "K6", "K9", "K14", "K17", "K25")
"""The figures asked for as they are. K18 and K26 follow from what the page asks for beside them."""


def overview(session: Session, period: Period) -> Overview:
    """Everything on the committee's page as at `period.as_of`."""
    targets, stages = in_force(session)
    asked = {**need_questions(period, targets), **head_questions(period)}
    shown, rows = figures_and_rows(Asking(session, period, targets), codes=COUNTED, rows=asked)
    days = due_days(session, period=period, targets=targets)
    looks = close_pairs(session, period=period, targets=targets)
    shown |= {"K18": due.overdue_figure(days), "K26": without_a_reason(looks)}
    counts = replace(needs_from(rows, looks), reviews_soon=due.total(days, 0, targets.due_soon_days))
    heads = rows[HEADS]
    found = needs(Evidence(counts, shown, targets)) if heads["has_records"] else (NOTHING_RECORDED,)
    absent = missing({kind for kind in ContactKind if heads[kind]})
    return Overview(
        period=period,
        active=heads["active"],
        applying=shown["K6"]["n"],
        figures=shown,
        stages=_lanes(stages, shown["K6"]),
        places=stage_places(session, period=period),
        ages=concern_ages(session, period=period),
        effects=breach_effects(session, period=period),
        reviews=due.line(days),
        reviews_done=heads["reviews_done"],
        oldest_overdue_days=due.oldest_overdue(days),
        due_next_90=due.total(days, 0, AHEAD_DAYS),
        needs=(*about_contacts(absent), *found),
        has_records=bool(heads["has_records"]),
    )


def _lanes(stages: Iterable[StageSetting], k6: Figure) -> tuple[StageLane, ...]:
    by_stage = k6["by"]["stage"]
    return tuple(StageLane(code=code, name=name, target_days=target, **by_stage[code]) for code, name, target in stages)
