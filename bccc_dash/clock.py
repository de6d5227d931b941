"""The only reader of the clock: London's day, and the instant in UTC."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def today() -> date:
    """Today's date in London."""
    return datetime.now(LONDON).date()


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC)
