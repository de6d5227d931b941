"""The findings on one page: which records they are, then what tells how each breaks its rule."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, Subquery, literal, select, union_all
from sqlmodel import Session

from bccc_dash.domain.finding import Finding
from bccc_dash.domain.quality import CATALOGUE, Slice
from bccc_dash.domain.rule import Kind
from bccc_dash.queries.quality import RULES
from bccc_dash.queries.quality.facts import facts_of_records
from bccc_dash.queries.quality.milestones import HUNG, facts_of_milestones

Place = tuple[int, Kind, int]


def listed_findings(session: Session, *, day: date, slices: Sequence[Slice]) -> tuple[Finding, ...]:
    """Return the findings of these slices as at the end of `day`, in the order of the slices; within a rule by kind
    and then the latest entry first. At most three questions, however long the lists are."""
    if not slices:
        return ()
    found = _found(session, day=day, slices=slices)
    own = facts_of_records(session, [id_ for _, kind, id_ in found if kind not in HUNG], day=day)
    hung = facts_of_milestones(session, [(kind, id_) for _, kind, id_ in found if kind in HUNG])
    return tuple(
        Finding(slices[place].rule, kind, *(hung[kind, id_] if kind in HUNG else own[kind, id_]))
        for place, kind, id_ in found
    )


def _found(session: Session, *, day: date, slices: Sequence[Slice]) -> list[Place]:
    parts = [_part(place, RULES[one.rule](day).subquery(), one) for place, one in enumerate(slices)]
    rows = session.execute(union_all(*parts))
    found = [(place, Kind(kind), id_) for place, kind, id_ in rows]
    return sorted(found, key=lambda one: (one[0], one[1], -one[2]))


def _part(place: int, broken: Subquery, one: Slice) -> Select[Any]:
    """The records of one slice. Where a rule looks at one kind only, the order is that of the table, backwards: the
    first page of many findings is then found without looking for all of them."""
    newest = broken.c.id.desc()
    order = (newest,) if len(CATALOGUE[one.rule].kinds) == 1 else (broken.c.kind, newest)
    cut = select(broken.c.kind, broken.c.id).order_by(*order).limit(one.take).offset(one.skip).subquery()
    return select(literal(place).label("place"), cut.c.kind, cut.c.id)
