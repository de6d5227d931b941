"""Row models: one pydantic model for each sheet, made from its description."""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainValidator, ValidationError, create_model

from bccc_dash.workbook.cells import parser_of
from bccc_dash.workbook.columns import Sheet
from bccc_dash.workbook.faults import BadCell


@cache
def row_model(sheet: Sheet) -> type[BaseModel]:
    """The model of a sheet's rows: a field for each column, in order, parsed as the column says."""
    fields: dict[str, Any] = {
        name: (Annotated[Any, PlainValidator(parse)], ...) for name, parse in parsers(sheet).items()
    }
    config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)
    return create_model(f"{sheet.table.__name__}Read", __config__=config, **fields)


@cache
def parsers(sheet: Sheet) -> dict[str, Callable[[object], object]]:
    """The parser of each column of a sheet, by its name."""
    return {column.name: parser_of(column) for column in sheet.columns}


def problems(error: ValidationError) -> list[tuple[str, BadCell]]:
    """Every bad cell of a row, with the name of its column."""
    return [(str(one["loc"][0]), one["ctx"]["error"]) for one in error.errors(include_url=False)]
