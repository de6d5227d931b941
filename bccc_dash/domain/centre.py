"""What every page knows of the centre's records before it asks anything of its own."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Centre:
    """The latest meeting before the as-at day, and the day of the first application; None where there is none."""

    latest_meeting: date | None
    first_application: date | None
