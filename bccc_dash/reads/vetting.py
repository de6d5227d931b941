"""Everything on the Vetting page: the page itself, one part of its list, one person of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session

from bccc_dash.domain.applicant import Way
from bccc_dash.domain.overview import StageLane
from bccc_dash.domain.period import Period
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.domain.vetting import (
    NAMED,
    Applicant,
    CheckState,
    DbsEnding,
    Gaps,
    Gate,
    GateMissed,
    LeftUnchecked,
    MissingCheck,
    Vetting,
    Waiting,
)
from bccc_dash.figures import figures
from bccc_dash.queries import gaps
from bccc_dash.queries.applicant_list import applicant_page, grouped
from bccc_dash.queries.applicant_way import applicant_way
from bccc_dash.queries.overview import stage_places
from bccc_dash.queries.settings import stage_settings
from bccc_dash.queries.waiting import LAPSED, SOON

Lines = Sequence[Row[Any]]
LISTS = (gaps.LATE, gaps.UNCHECKED, gaps.LEFT, gaps.GATES, gaps.WAITING, gaps.DBS)


def vetting(session: Session, period: Period) -> Vetting:
    """The page as at `period.as_of`, without its list one by one."""
    shown = figures(session, period, codes=("K6",), in_force=DEFAULTS)  # K6 asks for no target that can be set there
    return Vetting(
        period=period,
        figures=shown,
        stages=_lanes(session, shown["K6"]["by"]["stage"]),
        places=stage_places(session, period=period),
        gaps=_gaps(gaps.gap_lines(session, period=period)),
    )


def applicants(session: Session, period: Period, stage: str, page: int) -> tuple[Waiting, ...]:
    """One part of the list: those of a stage, or everybody where `stage` is ""."""
    return applicant_page(session, period=period, stage=stage, page=page)


def applicant(session: Session, period: Period, ref: str) -> Way | None:
    """One person as at `period.as_of`; None where no volunteer has the ref."""
    return applicant_way(session, ref, day=period.as_of)


def _lanes(session: Session, by_stage: Mapping[str, Mapping[str, Any]]) -> tuple[StageLane, ...]:
    return tuple(
        StageLane(code=code, name=name, target_days=target, **by_stage[code])
        for code, name, target in stage_settings(session)
    )


def _gaps(lines: Mapping[str, Lines]) -> Gaps:
    late, unchecked, left, gates, waiting, dbs = (
        [line for line in lines.get(kind, ()) if line.ref is not None] for kind in LISTS
    )
    counts = {kind: {line.code: int(line.n) for line in lines.get(kind, ()) if line.ref is None} for kind in LISTS}
    return Gaps(
        late=tuple(_applicant(line) for line in late[:NAMED]),
        unchecked=tuple(MissingCheck(_applicant(line), CheckState(line.code), line.since) for line in unchecked),
        unchecked_in_all=sum(counts[gaps.UNCHECKED].values()),
        left_unchecked=tuple(LeftUnchecked(line.ref, line.since) for line in left if line.code == gaps.MISSED),
        left_stage_1=sum(counts[gaps.LEFT].values()),
        left_unchecked_in_all=counts[gaps.LEFT].get(gaps.MISSED, 0),
        gates=tuple(GateMissed(line.ref, Gate(line.code), line.since, line.other_day) for line in gates),
        gates_in_all={gate: counts[gaps.GATES].get(gate.value, 0) for gate in Gate},
        waiting=grouped(waiting),
        waiting_in_all=sum(counts[gaps.WAITING].values()),
        dbs=tuple(DbsEnding(line.ref, line.stage, line.since) for line in dbs),
        dbs_lapsed=counts[gaps.DBS].get(LAPSED, 0),
        dbs_soon=counts[gaps.DBS].get(SOON, 0),
        has_records=gaps.RECORDS in lines,
    )


def _applicant(line: Row[Any]) -> Applicant:
    return Applicant(line.ref, line.stage, line.days, line.target_days)
