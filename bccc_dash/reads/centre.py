"""What every page asks first."""

from sqlmodel import Session

from bccc_dash.domain.centre import Centre
from bccc_dash.domain.period import Period
from bccc_dash.queries.settings import centre_before


def centre(session: Session, period: Period) -> Centre:
    """The latest meeting before the as-at day, and the day of the first application."""
    return centre_before(session, period.as_of)
