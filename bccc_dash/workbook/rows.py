"""Row models: one pydantic model for each sheet, made from its description."""

from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainValidator, ValidationError, create_model

from bccc_dash.workbook.cells import parser_of
from bccc_dash.workbook.columns import Column, Sheet
from bccc_dash.workbook.faults import BadCell


@cache
def row_model(sheet: Sheet) -> type[BaseModel]:
    """The model of a sheet's rows: a field for each column, in order, parsed as the column says."""
    fields: dict[str, Any] = {column.name: (_parsed(column), ...) for column in sheet.columns}
    config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)
    return create_model(f"{sheet.table.__name__}Read", __config__=config, **fields)


def _parsed(column: Column) -> Any:
    return Annotated[Any, PlainValidator(parser_of(column))]


def problems(error: ValidationError) -> list[tuple[str, BadCell]]:
    """Every bad cell of a row, with the name of its column."""
    return [(str(one["loc"][0]), one["ctx"]["error"]) for one in error.errors(include_url=False)]
