"""All figures by a slow reading of the records, written apart from the product so that the two can be compared."""

import datetime as dt
from typing import Any

from tests.oracle import breaches, concerns, fairness, follow_up, quality, vetting
from tests.oracle.cells import Sheets, read

MODULES = (vetting, concerns, breaches, follow_up, fairness, quality)
CODES = (*(f"K{number}" for number in range(1, 29)), "K31")
READINGS = {
    code: getattr(module, code.lower()) for module in MODULES for code in CODES if hasattr(module, code.lower())
}


def oracle_figures(sheets: Sheets, as_of: dt.date, after: dt.date) -> dict[str, dict[str, Any]]:
    """K1 to K28 and K31 for the window (after, as_of], as data."""
    records = read(sheets)
    return {code: READINGS[code](records, as_of, after) for code in CODES}
