"""A workbook made smaller while it still shows the same disagreement."""

from collections.abc import Callable

from tests.oracle.strategies import Sheets


def _without(sheets: Sheets, name: str, start: int, size: int) -> Sheets:
    rows = sheets[name]
    return {**sheets, name: rows[:start] + rows[start + size :]}


def smallest(sheets: Sheets, disagrees: Callable[[Sheets], bool], *, tries: int = 400) -> Sheets:
    """The workbook with every row taken out that is not needed, in halves first, then row by row."""
    size = max(map(len, sheets.values()))
    while size and tries:
        smaller = False
        for name in sheets:
            for start in range(0, len(sheets[name]), size):
                fewer = _without(sheets, name, start, size)
                if tries and len(fewer[name]) < len(sheets[name]):
                    tries -= 1
                    if disagrees(fewer):
                        sheets, smaller = fewer, True
        size = size if smaller and size == 1 else size // 2
    return {name: rows for name, rows in sheets.items() if rows}
