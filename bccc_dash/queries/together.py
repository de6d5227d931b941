"""Questions of one row each, asked as one: each way to the database and back takes its time."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, Subquery, select, true
from sqlalchemy.sql.selectable import FromClause
from sqlmodel import Session

Row = Mapping[str, Any]


def side_by_side(*questions: Select[Any]) -> tuple[FromClause, list[Subquery]]:
    """The one row of each question beside those of the others, and each question as a part of that."""
    parts = [question.subquery() for question in questions]
    joined: FromClause = parts[0]
    for part in parts[1:]:
        joined = joined.join(part, true())
    return joined, parts


def one_row_each(session: Session, questions: Mapping[str, Select[Any]]) -> dict[str, Row]:
    """The row that each question is answered with, in one question to the database; none where there are none."""
    if not questions:
        return {}
    joined, parts = side_by_side(*questions.values())
    columns = [column.label(f"{number} {column.key}") for number, part in enumerate(parts) for column in part.c]
    cells = iter(session.execute(select(*columns).select_from(joined)).one())
    return {
        name: {str(column.key): next(cells) for column in part.c} for name, part in zip(questions, parts, strict=True)
    }
