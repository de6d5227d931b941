"""Markdown of the generated documents: a table, and a whole page."""

from collections.abc import Iterable

WRITTEN_BY = "<!-- Written by `make docs`. Change the code, not this page. -->"


def table_of(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    heads = list(headings)
    lines = [heads, ["---"] * len(heads), *(list(row) for row in rows)]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |" for line in lines
    )


def page(title: str, introduction: str, *parts: str) -> str:
    """Return a whole document."""
    return "\n\n".join([f"# {title}", WRITTEN_BY, introduction, *parts]) + "\n"
