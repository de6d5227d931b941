"""What the page "Data quality" asks: how many findings there are by rule, then those of one page."""

from sqlmodel import Session

from bccc_dash.domain.finding import Finding
from bccc_dash.domain.period import Period
from bccc_dash.domain.quality import Quality, Slice
from bccc_dash.figures import figures
from bccc_dash.queries.quality.listing import listed_findings
from bccc_dash.queries.quality.looked_at import looked_at


def quality(session: Session, period: Period) -> Quality:
    """How many findings there are by rule, among how many records, as at `period.as_of`."""
    counts, has_records = looked_at(session, day=period.as_of)
    return Quality(figures(session, period, codes=("K31",)), counts, has_records)


def findings(session: Session, period: Period, slices: tuple[Slice, ...]) -> tuple[Finding, ...]:
    """The findings of one page, as at `period.as_of`."""
    return listed_findings(session, day=period.as_of, slices=slices)
