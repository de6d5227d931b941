"""The guards of history: what is written stays, but for rows that an open removal permit names.

A migration that rebuilds a table loses the table's triggers without a word, so they are taken off before
migrations and put on after them, and looked for at every start.
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, Table
from sqlmodel import SQLModel

HISTORY = ("stage_events", "approval_events", "case_events", "transparency", "setting_changes")
"""Append-only, but for a permit: it may delete the rows that it names, or blank columns of them."""

FOREVER = ("audit_events", "removal_permit_rows")
"""Append-only, without exception."""

PERMITS, GATE = "removal_permits", "removal_gate"
REFUSAL = "{table} keeps its history: rows are added, never changed or taken out"

_NAMED = (
    "EXISTS (SELECT 1 FROM removal_permit_rows r JOIN removal_permits p ON p.id = r.permit_id "
    "WHERE p.gate_id IS NOT NULL AND r.table_name = '{table}' AND OLD.id BETWEEN r.first_id AND r.last_id)"
)
_TAKEN = "EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"
_CLOSES = "OLD.gate_id IS NOT NULL AND NEW.gate_id IS NULL AND {same}"
_PERMIT_OPEN = "EXISTS (SELECT 1 FROM removal_permits WHERE id = NEW.permit_id AND gate_id IS NOT NULL)"
STEPS = "alembic_version"
_ON_SQLITE = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, 5) = 'keep_'"
_ON_POSTGRESQL = (
    "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
    "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() "
    "AND NOT t.tgisinternal AND starts_with(t.tgname, 'keep_') AND (t.tgenabled IN ('O', 'A') OR NOT %(on)s)"
)
_AND_STEP = "UNION ALL SELECT version_num, 'alembic_version' FROM alembic_version"
_NEXT_IN_CHAIN = "NEW.prev_hash = coalesce((SELECT hash FROM audit_events ORDER BY id DESC LIMIT 1), '')"


def put_on(connection: Connection) -> None:
    """Guard the tables. Whatever guards were there are replaced."""
    take_off(connection)
    for statement in _statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


def take_off(connection: Connection) -> None:
    """Take the guards off, for a migration or a restore, in the transaction that puts them on again."""
    for name, table in sorted(_present(connection).items()):
        of_table = f" ON {table}" if connection.dialect.name == "postgresql" else ""
        connection.exec_driver_sql(f"DROP TRIGGER {name}{of_table}")


def missing(connection: Connection) -> list[str]:
    """The names of guards that are not there, or that somebody switched off."""
    present = _present(connection, switched_on=True)
    return [name for name in expected() if name not in present]


def missing_and_step(connection: Connection) -> tuple[list[str], str | None]:
    """What `missing` finds, and the step of the schema that was taken last: both in one question.

    Raises: CouldNotRun where the database keeps no account of its steps.
    """
    present = _present(connection, switched_on=True, and_more=_AND_STEP)
    step = next((name for name, table in present.items() if table == STEPS), None)
    return [name for name in expected() if name not in present], step


def expected() -> list[str]:
    """The names of every guard."""
    return sorted(f"keep_{table}_{deed}" for table, deeds in _rules("IS").items() for deed in deeds)


def _rules(same: str) -> Mapping[str, Mapping[str, str]]:
    """Table -> deed -> the condition under which the deed is let through. `same` compares, blanks included."""
    rules: dict[str, Mapping[str, str]] = {}
    for table in HISTORY:
        named = _NAMED.format(table=table)
        rules[table] = {"delete": named, "update": f"{named} AND {_only_blanked(table, same)}"}
    for table in FOREVER:
        rules[table] = {"delete": "FALSE", "update": "FALSE"}
    rules["audit_events"] = {**rules["audit_events"], "insert": _NEXT_IN_CHAIN}
    rules["removal_permit_rows"] = {**rules["removal_permit_rows"], "insert": _PERMIT_OPEN}
    unchanged = " AND ".join(f"NEW.{name} {same} OLD.{name}" for name in _columns(PERMITS) if name != '"gate_id"')
    rules[PERMITS] = {
        "delete": "FALSE",
        "update": _CLOSES.format(same=unchanged),
        "insert": "NEW.gate_id IS NOT NULL",
    }
    rules[GATE] = {"insert": "FALSE"}
    return rules


def _columns(table: str) -> list[str]:
    found: Table = SQLModel.metadata.tables[table]
    return [f'"{column.name}"' for column in found.columns]


def _only_blanked(table: str, same: str) -> str:
    """The row keeps its number and its owner, and each other column stays or becomes blank."""
    return " AND ".join(
        f"(NEW.{name} {same} OLD.{name})" if name == '"id"' else f"(NEW.{name} IS NULL OR NEW.{name} {same} OLD.{name})"
        for name in _columns(table)
    )


def _statements(dialect: str) -> Iterator[str]:
    return _postgresql() if dialect == "postgresql" else _sqlite()


def _sqlite() -> Iterator[str]:
    for table, deeds in _rules("IS").items():
        refusal = REFUSAL.format(table=table)
        for deed, allowed in deeds.items():
            yield (
                f"CREATE TRIGGER keep_{table}_{deed} BEFORE {deed.upper()} ON {table} "
                f"WHEN NOT coalesce({allowed}, FALSE) BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
            )
    for table in (*HISTORY, *FOREVER, PERMITS):
        yield (
            f"CREATE TRIGGER keep_{table}_replace BEFORE INSERT ON {table} "
            f"WHEN {_TAKEN.format(table=table)} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL.format(table=table)}'); END"
        )


def _postgresql() -> Iterator[str]:
    for table, deeds in _rules("IS NOT DISTINCT FROM").items():
        refusal = REFUSAL.format(table=table)
        for deed, allowed in {**deeds, "truncate": "FALSE"}.items():
            each = "STATEMENT" if deed == "truncate" else "ROW"
            row = "OLD" if deed == "delete" else "NEW"
            yield (
                f"CREATE OR REPLACE FUNCTION keep_{table}_{deed}() RETURNS trigger LANGUAGE plpgsql AS $guard$ BEGIN "
                f"IF NOT coalesce({allowed}, FALSE) THEN "
                f"RAISE EXCEPTION '{refusal}' USING ERRCODE = 'integrity_constraint_violation'; "
                f"END IF; RETURN {row}; END $guard$"
            )
            yield (
                f"CREATE TRIGGER keep_{table}_{deed} BEFORE {deed.upper()} ON {table} "
                f"FOR EACH {each} EXECUTE FUNCTION keep_{table}_{deed}()"
            )


def _present(connection: Connection, *, switched_on: bool = False, and_more: str = "") -> dict[str, str]:
    """Our triggers that are there: name -> table. `and_more` asks for further pairs."""
    if connection.dialect.name == "postgresql":
        found = connection.exec_driver_sql(" ".join((_ON_POSTGRESQL, and_more)), {"on": switched_on})
    else:
        found = connection.exec_driver_sql(" ".join((_ON_SQLITE, and_more)))
    return {str(row[0]): str(row[1]) for row in found}
