"""What the page "How it is worked out" asks: the targets in force."""

from sqlmodel import Session

from bccc_dash.domain.method import Method, StageTarget
from bccc_dash.domain.period import Period
from bccc_dash.queries.settings import in_force


def method(session: Session, _: Period) -> Method:
    """The targets in force today: past days are judged by them, too."""
    targets, stages = in_force(session)
    return Method(targets, tuple(StageTarget(*stage) for stage in stages))
