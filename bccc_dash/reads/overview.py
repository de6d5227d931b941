"""Everything on the committee's page."""

from dataclasses import replace

from sqlmodel import Session, select

from bccc_dash.domain.needs import Evidence, needs
from bccc_dash.domain.overview import Overview, StageLane
from bccc_dash.domain.period import Period
from bccc_dash.figures import figures
from bccc_dash.figures.asking import Figure
from bccc_dash.queries.needs import need_counts
from bccc_dash.queries.overview import (
    breach_effects,
    concern_ages,
    head_counts,
    reviews_ahead,
    stage_places,
    stage_settings,
)
from bccc_dash.queries.settings import targets
from bccc_dash.store.tables import RecordRow

ON_OVERVIEW = ("K1", "K2", "K6", "K9", "K14", "K17", "K18", "K25", "K26")


def overview(session: Session, period: Period) -> Overview:
    """Everything on the committee's page as at `period.as_of`."""
    in_force = targets(session)
    shown = figures(session, period, codes=ON_OVERVIEW)
    heads = head_counts(session, period=period)
    reviews = reviews_ahead(session, period=period, targets=in_force)
    soon = sum(review.n for review in reviews if 0 <= review.offset_days <= in_force.due_soon_days)
    counts = replace(need_counts(session, period=period, targets=in_force), reviews_soon=soon)
    has_records = session.exec(select(RecordRow.id).limit(1)).first() is not None
    return Overview(
        period=period,
        active=heads["active"],
        applying=shown["K6"]["n"],
        figures=shown,
        stages=_lanes(session, shown["K6"]),
        places=stage_places(session, period=period),
        ages=concern_ages(session, period=period),
        effects=breach_effects(session, period=period),
        reviews=reviews,
        reviews_done=heads["reviews_done"],
        oldest_overdue_days=heads["oldest_overdue_days"] or None,
        due_next_90=sum(review.n for review in reviews if review.offset_days >= 0),
        needs=needs(Evidence(counts, shown, in_force)) if has_records else (),
        has_records=has_records,
    )


def _lanes(session: Session, k6: Figure) -> tuple[StageLane, ...]:
    by_stage = k6["by"]["stage"]
    return tuple(
        StageLane(code=code, name=name, target_days=target, **by_stage[code])
        for code, name, target in stage_settings(session)
    )
