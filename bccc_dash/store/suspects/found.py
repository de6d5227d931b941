"""How a suspect is written down."""

from typing import Any

from sqlalchemy import ColumnElement, Select, String, Table, literal, select


def suspect(table: Table, belongs_to: ColumnElement[Any]) -> Select[Any]:
    """The columns of a suspect: kind (the record's table), row_id, subject_id (the person or case it belongs to)."""
    return select(literal(table.name, String).label("kind"), table.c.id.label("row_id"), belongs_to.label("subject_id"))
