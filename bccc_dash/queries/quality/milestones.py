"""What tells how a source assessment, a discussion or a sharing breaks a rule: it has no reference of its own."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import CompoundSelect, Date, cast, literal, null, select, union_all
from sqlmodel import Session

from bccc_dash.domain.finding import MilestoneFacts
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.rule import Kind
from bccc_dash.queries.sql import assessments, concerns, discussions, records, shares

HUNG = (Kind.ASSESSMENT, Kind.DISCUSSION, Kind.SHARE)
"""The kinds of record that hang on a case and are known by it."""


def facts_of_milestones(
    session: Session, found: Iterable[tuple[Kind, int]]
) -> dict[tuple[Kind, int], tuple[str, bool, MilestoneFacts]]:
    """Return the case's reference, whether it is a concern, and the dates of these records. One question, or none."""
    ids: dict[Kind, list[int]] = {kind: [] for kind in HUNG}
    for kind, number in found:
        ids[kind].append(number)
    if not any(ids.values()):
        return {}
    return {
        (Kind(kind), number): (ref, record == RecordKind.CONCERN, MilestoneFacts(ref, earlier, later))
        for kind, number, ref, record, earlier, later in session.execute(_rows(ids))
    }


def _rows(ids: dict[Kind, list[int]]) -> CompoundSelect[Any]:
    """Columns: kind, id, ref and kind of the case, the earlier and the later date."""
    judged, talk, told = assessments.c, discussions.c, shares.c
    case = (records.c.ref, records.c.kind)
    of_share = shares.join(records, records.c.id == told.subject_id).outerjoin(concerns, concerns.c.id == records.c.id)
    return union_all(
        select(literal(Kind.DISCUSSION.value), talk.id, *case, talk.offered_on, talk.held_on)
        .select_from(discussions.join(records, records.c.id == talk.case_id))
        .where(talk.id.in_(ids[Kind.DISCUSSION])),
        select(literal(Kind.ASSESSMENT.value), judged.id, *case, cast(null(), Date), judged.assessed_on)
        .select_from(assessments.join(records, records.c.id == judged.case_id))
        .where(judged.id.in_(ids[Kind.ASSESSMENT])),
        select(literal(Kind.SHARE.value), told.id, *case, concerns.c.identified_on, told.shared_on)
        .select_from(of_share)
        .where(told.id.in_(ids[Kind.SHARE])),
    )
