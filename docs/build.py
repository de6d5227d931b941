"""Writes the documents that come from code: the data dictionary, figures, clauses, rules, states, and who may see what.

`python -m docs.build` writes them anew; with `--check` it only says which are out of date.
"""

import inspect
import re
import sys
import tomllib
from pathlib import Path

from sqlalchemy import CheckConstraint, Column, String, Table, TypeDecorator

from bccc_dash.domain.access import FOR_THE_COMMITTEE, RIGHTS, Capability
from bccc_dash.domain.clauses import ClauseKind, clauses
from bccc_dash.domain.column_contents import CONTENTS
from bccc_dash.domain.definitions import DEFINITIONS, DEFINITIONS_VERSION, Definition
from bccc_dash.domain.labels import label
from bccc_dash.domain.sight import SIGHTS, Cell, Content
from bccc_dash.store.tables import RecordRow
from bccc_dash.store.tables.base import Row
from docs.markdown import page, table_of
from docs.rules import rule_page
from docs.states import state_page

FOLDER = Path(__file__).parent
A_WORD = re.compile(r"'(\w+)'")
TYPES = {"str": "text", "int": "number", "date": "day", "bool": "yes or no"}


def clause_page() -> str:
    """Return the clauses, each with what it asks for and the figures that measure it."""
    measured = {ref: [d.code for d in DEFINITIONS if ref in d.clauses] for ref in clauses()}
    rows = [(c.ref, c.gist, ", ".join(c.kinds), ", ".join(measured[c.ref]) or "–") for c in clauses().values()]
    kinds = ", ".join(f"*{kind}*" for kind in ClauseKind)
    introduction = (
        "What each clause of the centre's social media policy asks for, in our own words. This is not the\n"
        f"policy's text, and not legal advice. Kinds: {kinds}."
    )
    return page("The policy's clauses", introduction, table_of(("Clause", "In plain words", "Kinds", "Figures"), rows))


def figure_part(definition: Definition) -> str:
    """Return what is said about one figure."""
    target = f"{definition.target} ({definition.target_source})" if definition.target else "none"
    facts = [
        f"- Clauses: {', '.join(definition.clauses)}",
        f"- Target: {target}",
        f"- Unit: {definition.unit}",
        f"- Shown as: {definition.shown_as}",
    ]
    return "\n\n".join([f"## {definition.code} {definition.title}", definition.words, "\n".join(facts)])


def figure_page() -> str:
    """Return every figure with its definition."""
    introduction = (
        f"Edition {DEFINITIONS_VERSION} of the definitions. Every figure is worked out as at a day and for a\n"
        "window of days; the first day of a window is the day after the meeting before, unless another is chosen."
    )
    return page("The figures", introduction, *map(figure_part, DEFINITIONS))


def type_of(column: Column[object]) -> str:
    """Return in plain words what a column holds."""
    kind = "moment" if isinstance(column.type, TypeDecorator) else TYPES[column.type.python_type.__name__]
    letters = column.type.length if isinstance(column.type, String) else None
    return f"{kind}, at most {letters:,} letters" if letters else kind


def allowed_in(column: Column[object]) -> str:
    """Return the fixed words of a column, or what it points at."""
    if column.foreign_keys:
        return ", ".join(f"a row of `{key.column.table.name}`" for key in column.foreign_keys)
    checks = [str(check.sqltext) for check in column.constraints if isinstance(check, CheckConstraint)]
    return ", ".join(f"`{word}`" for check in checks for word in A_WORD.findall(check))


def table_part(table: Table, meanings: dict[str, dict[str, str]]) -> str:
    """Return one table of the database, column by column."""
    own = meanings.get(table.name, {})
    rows = [
        (
            f"`{column.name}`",
            type_of(column),
            "" if column.nullable else "yes",
            own.get(column.name) or meanings["shared"][column.name],
            allowed_in(column),
        )
        for column in table.columns
    ]
    columns = table_of(("Column", "Holds", "Required", "Meaning", "Allowed"), rows)
    return "\n\n".join([f"## {table.name}", purposes()[table.name], columns])


def purposes() -> dict[str, str]:
    """Return what each table is for: the words of its class."""
    return {str(row.__tablename__): " ".join((inspect.getdoc(row) or "").split()) for row in Row.__subclasses__()}


def dictionary_page() -> str:
    """Return every table and column.

    Raises: KeyError naming a column whose meaning is not told in meanings.toml.
    """
    meanings = tomllib.loads((FOLDER / "meanings.toml").read_text(encoding="utf-8"))
    tables = sorted(RecordRow.metadata.tables.values(), key=lambda table: table.name)
    introduction = (
        "Every table and column of the database. No column holds the name of a child, a parent or a family,\n"
        "and none a password. Where the database has numbers, the workbook names people by e-mail and records by\n"
        "reference."
    )
    return page("Data dictionary", introduction, *(table_part(table, meanings) for table in tables))


def access_page() -> str:
    """Return what each role may do, what it sees, and what every text column holds."""
    roles = [label(role) for role in RIGHTS]
    rights = [
        (
            _sentence(what) + (" *" if what in FOR_THE_COMMITTEE else ""),
            *("yes" if what in r else "" for r in RIGHTS.values()),
        )
        for what in Capability
    ]
    sights = [(_sentence(content), *(_told(SIGHTS[role][content]) for role in RIGHTS)) for content in Content]
    held = {content: sorted(name for name, c in CONTENTS.items() if c is content) for content in Content}
    columns = [(_sentence(content), ", ".join(f"`{name}`" for name in names)) for content, names in held.items()]
    introduction = (
        "The policy does not say who may see what: these are BCCC's defaults. Whoever a matter is about, and whoever\n"
        "stood aside from it, sees nothing of it and may do nothing to it, in any role. The safeguarding lead's flag\n"
        "adds the lead's rights to another role. Somebody without a role may do and see nothing."
    )
    return page(
        "Who may do and see what",
        introduction,
        "## What each role may do",
        table_of(("What", *roles), rights),
        "\\* only for those who sit on the Management Committee.",
        "## What each role sees",
        "*On reveal*: one person or matter, for that view only, with a purpose, and written down first. A matter is\n"
        "*told in confidence* where a child or a family told the centre, and *own* where the person looks after it.",
        table_of(("What", *roles), sights),
        "## What every text column holds",
        table_of(("What", "Columns"), columns),
    )


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]


def _told(cell: Cell) -> str:
    """Return what a cell says: how the plain matter is seen, and then each kind that is seen otherwise."""
    kinds = {"critical": cell.critical, "told in confidence": cell.in_confidence, "own": cell.owned}
    otherwise: dict[str, list[str]] = {}
    for kind, seen in kinds.items():
        if seen is not cell.plain:
            otherwise.setdefault(seen.value, []).append(kind)
    return "; ".join([cell.plain.value, *(f"{', '.join(kinds)}: {seen}" for seen, kinds in otherwise.items())])


PAGES = {
    "access.md": access_page,
    "clauses.md": clause_page,
    "figures.md": figure_page,
    "data-dictionary.md": dictionary_page,
    "rules.md": rule_page,
    "states.md": state_page,
}


def out_of_date() -> list[str]:
    """Return the names of the documents that no longer say what the code says."""
    return [name for name, write in PAGES.items() if not _holds(FOLDER / name, write())]


def _holds(path: Path, words: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == words


def main(arguments: list[str]) -> int:
    """Write the documents, or with `--check` return 1 where one is out of date."""
    if arguments == ["--check"]:
        old = out_of_date()
        sys.stdout.write(f"Out of date: {', '.join(old)}. Run `make docs`.\n" if old else "Documents are current.\n")
        return 1 if old else 0
    for name, write in PAGES.items():
        (FOLDER / name).write_text(write(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
