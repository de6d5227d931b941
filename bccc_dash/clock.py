"""The only reader of the clock: London's day, and the instant in UTC."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def today() -> date:
    """Today's date in London."""
    return datetime.now(LONDON).date()


def in_london(instant: datetime) -> datetime:
    """An instant as London's clocks show it."""
    return instant.astimezone(LONDON)


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC)
