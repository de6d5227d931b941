"""Views that stand before the tables within one transaction, and show them without what is withheld.

Their text is made of names of the schema, two fixed words and whole numbers, and of nothing that anybody wrote.
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, Table, func, select

from bccc_dash.domain.vocabulary import CheckOutcome
from bccc_dash.store.withheld import (
    APPROVALS,
    CHECKS,
    NUMBERED,
    REACHED,
    RECORDS,
    SPANS,
    TABLES,
    Hidden,
    Withheld,
    hidden_rows,
    in_brackets,
    links,
    name_of,
)


def hide(connection: Connection, withheld: Withheld) -> None:
    """Show the database without what is withheld, to all that is asked in this transaction and to nothing after it.

    The views are the transaction's own: both engines find them before the tables, and rolling back takes them away.
    """
    is_sqlite = connection.dialect.name == "sqlite"
    schema = "main" if is_sqlite else str(connection.execute(select(func.current_schema())).scalar_one())
    quoted = connection.dialect.identifier_preparer.quote_identifier(schema)
    hidden = hidden_rows(connection, withheld)
    for name in shadowed():
        if statement := _view(TABLES[name], hidden, quoted):
            connection.exec_driver_sql(statement)
    if not is_sqlite:
        # Said outright, so that no setting puts the views last, and no plan made before them is used again.
        connection.execute(select(func.set_config("search_path", f"pg_temp, {quoted}", True)))
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")


def shadowed() -> list[str]:
    """The tables of which something can be withheld."""
    emptied = {name for name, table in TABLES.items() if any(parent in REACHED for _, parent in links(table))}
    return sorted(REACHED | emptied)


def _view(table: Table, hidden: Hidden, schema: str) -> str | None:
    """The statement that makes the view before a table; None where nothing of the table is withheld."""
    base = f'{schema}."{table.name}"'
    left = " AND ".join(_left(table, hidden))
    instead = dict(_instead(table, hidden, base))
    if not left and not instead:
        return None
    names = [f'"{column.name}"' for column in table.columns]
    read = ", ".join(instead.get(name, name) for name in names)
    query = f"SELECT {read} FROM {base} WHERE {left or 'TRUE'}"  # noqa: S608  # names of the schema and whole numbers
    return f'CREATE TEMP VIEW "{table.name}" ({", ".join(names)}) AS {query}'


def _left(table: Table, hidden: Hidden) -> Iterator[str]:
    """What holds of the rows that are left."""
    if table.name in NUMBERED or table.name == RECORDS:
        if gone := hidden.gone.get(table.name):
            yield f'"id" NOT IN {in_brackets(gone)}'
        return
    for link, parent in links(table):
        gone = hidden.gone.get(parent)
        if gone and table.name in REACHED:
            stays = f'"{link.name}" NOT IN {in_brackets(gone)}'
            yield f'("{link.name}" IS NULL OR {stays})' if link.nullable else stays


def _instead(table: Table, hidden: Hidden, base: str) -> Iterator[tuple[str, str]]:
    """The columns that read otherwise, by name."""
    for link, _ in links(table):
        if named := hidden.emptied.get(name_of(link)):
            name = f'"{link.name}"'
            yield name, f"CASE WHEN {name} IN {in_brackets(named)} THEN NULL ELSE {name} END"
    if table.name == CHECKS and hidden.clear_checks:
        raised = f'"id" IN {in_brackets(hidden.clear_checks)} AND "outcome" = \'{CheckOutcome.CONCERN_RAISED}\''
        yield '"outcome"', f"CASE WHEN {raised} THEN '{CheckOutcome.NO_CONCERN}' ELSE \"outcome\" END"
    if table.name == SPANS and hidden.bridged:
        yield '"to_on"', _from_another(base, '"event_id"', '"to_on"', '"to_on"', hidden.bridged)
    if table.name == APPROVALS and hidden.before:
        yield '"from_status"', _from_another(base, '"id"', '"from_status"', '"to_status"', hidden.before)


def _from_another(base: str, key: str, usual: str, taken: str, others: Mapping[int, int | None]) -> str:
    """A column that for some rows is read from another row of the same table, or from none."""
    said = "".join(
        f" WHEN {number:d} THEN " + (f"(SELECT {taken} FROM {base} WHERE {key} = {row:d})" if row else "NULL")  # noqa: S608  # as above
        for number, row in others.items()
    )
    return f"CASE {key}{said} ELSE {usual} END"
