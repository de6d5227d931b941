"""Which cell of a row belongs to which column, told from the heading row."""

from dataclasses import dataclass, field

from bccc_dash.workbook.cells import as_text
from bccc_dash.workbook.columns import Column, Sheet
from bccc_dash.workbook.faults import BadCell, Fault, shown
from bccc_dash.workbook.sheets import column_named
from bccc_dash.workbook.tables import Table


@dataclass
class Headings:
    """Where each column of a sheet stands in its table, and under which heading."""

    places: dict[str, int] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    width: int = 0
    unheaded: list[int] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def heading(self, column: str) -> str:
        """The column as the person who wrote the file knows it."""
        return self.written.get(column, column)


def read_headings(sheet: Sheet, table: Table) -> Headings:
    """The columns of a table, with a fault for each heading that is missing or met twice."""
    found = Headings()
    for place, cell in enumerate(table.heading):
        _place(found, sheet, table, place, cell)
    found.unheaded = [place for place in found.unheaded if place < found.width]
    for name in sheet.required:
        if name not in found.places:
            found.faults.append(_missing(sheet.by_name[name], table))
    return found


def _place(found: Headings, sheet: Sheet, table: Table, place: int, cell: object) -> None:
    try:
        heading = as_text(cell)
    except BadCell as bad:
        found.faults.append(Fault(table.name, 1, shown(cell), shown(cell), bad.problem, bad.remedy))
        return
    if not heading:
        found.unheaded.append(place)
        return
    found.width = place + 1
    column = column_named(sheet, heading)
    if column is None:
        found.unknown.append(heading)
    elif column.name in found.places:
        found.faults.append(_twice(column, heading, table))
    else:
        found.places[column.name] = place
        found.written[column.name] = heading


def _missing(column: Column, table: Table) -> Fault:
    problem = "is a column that must be there, and is missing"
    return Fault(table.name, 1, column.name, "", problem, f"Add the heading {column.name}.")


def _twice(column: Column, heading: str, table: Table) -> Fault:
    return Fault(
        table.name,
        1,
        heading,
        heading,
        f"is a second heading for the column {column.name}",
        "Keep one of the two columns.",
    )


def letters(place: int) -> str:
    """The letters of a spreadsheet's column, the first being 0."""
    name = ""
    place += 1
    while place:
        place, left = divmod(place - 1, 26)
        name = chr(65 + left) + name
    return name
