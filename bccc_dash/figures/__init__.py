"""K1 to K28 and K31, worked out in SQL. Their words, clauses and targets are in domain/definitions.py."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from sqlalchemy import Select
from sqlmodel import Session

from bccc_dash.domain.period import Period
from bccc_dash.domain.targets import Targets
from bccc_dash.figures import breaches, checks, concerns, fairness, follow_up, quality, reviews, vetting
from bccc_dash.figures.asking import Asking, Figure, OneRow, answered
from bccc_dash.queries.settings import targets

FIGURES: dict[str, Callable[[Asking], Figure | OneRow]] = {
    "K1": vetting.active_without_approval,
    "K2": vetting.stage_1_coverage,
    "K3": checks.lawful_start,
    "K4": checks.authorised_checker,
    "K5": checks.full_attestation,
    "K6": vetting.time_in_stage,
    "K7": vetting.application_to_approval,
    "K8": checks.concern_yield,
    "K9": concerns.open_concerns,
    "K10": concerns.discussed_in_time,
    "K11": concerns.source_assessed,
    "K12": concerns.shared_in_time,
    "K13": concerns.time_to_decision,
    "K14": breaches.breaches_affecting_approval,
    "K15": breaches.effect_decided,
    "K16": fairness.lost_service,
    "K17": reviews.reviews_current,
    "K18": reviews.reviews_overdue,
    "K19": reviews.acknowledged,
    "K20": breaches.take_down_time,
    "K21": breaches.child_identified,
    "K22": follow_up.referral_considered,
    "K23": fairness.right_of_reply,
    "K24": fairness.four_eyes,
    "K25": follow_up.reports_by_source,
    "K26": checks.repeat_viewing,
    "K27": concerns.repeat_concerns,
    "K28": follow_up.actions_on_time,
    "K31": quality.data_quality,
}


def figures(
    session: Session, period: Period, *, codes: Collection[str] | None = None, in_force: Targets | None = None
) -> dict[str, Figure]:
    """Every figure, or those named, for a day and its window, in the shape that `figures --json` prints.

    `in_force` are the targets, where the caller has asked for them already.
    Bounds: the window is (after, as_of].
    """
    return figures_and_rows(Asking(session, period, in_force or targets(session)), codes=codes, rows={})[0]


def figures_and_rows(
    asking: Asking, *, codes: Collection[str] | None, rows: Mapping[str, Select[Any]]
) -> tuple[dict[str, Figure], dict[str, Figure]]:
    """Figures, and the answers to other questions of one row each: all that one row answers is asked as one."""
    worked_out = {code: work_out(asking) for code, work_out in FIGURES.items() if codes is None or code in codes}
    questions = {code: found for code, found in worked_out.items() if isinstance(found, OneRow)}
    found = answered(asking.session, questions | {name: OneRow(query, dict) for name, query in rows.items()})
    shown = {code: found[code] if isinstance(figure, OneRow) else figure for code, figure in worked_out.items()}
    return shown, {name: found[name] for name in rows}
