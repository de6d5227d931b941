"""The page of rules: for each clause the guards that hold it, and the tests that prove them."""

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

from bccc_dash import domain
from bccc_dash.domain.clauses import Clause, ClauseKind, clauses
from bccc_dash.domain.guard import Guard
from docs.markdown import page, table_of

TESTS = Path(__file__).parent.parent / "tests"
INTRODUCTION = (
    "What stops a deed, by clause. A guard is a rule in `bccc_dash/domain`; its tests are those that call it by name.\n"
    "Every clause that blocks a step stands here, and every other clause that a guard answers to; then the guards\n"
    "that no clause asks for, and last what is wanting."
)
NO_CLAUSE = "Guards of the record's own sense"
WANTING = "Gate clauses without a guard or a test"


@cache
def domain_modules() -> tuple[ModuleType, ...]:
    """Return every module of the domain, by name."""
    return tuple(import_module(found.name) for found in walk_packages(domain.__path__, f"{domain.__name__}."))


def guards() -> list[Guard[Any]]:
    """Return every guard of the domain, in the order of their modules."""
    within = {module.__name__: place for place, module in enumerate(domain_modules())}
    return sorted((guard for guard in Guard.known if guard.module in within), key=lambda guard: within[guard.module])


def names_of(guard: Guard[Any]) -> set[str]:
    """Return the full names by which a guard, its check and its question can be called."""
    held = vars(import_module(guard.module))
    mine = (name for name, value in held.items() if value is guard or getattr(value, "__self__", None) is guard)
    return {f"{guard.module}.{name}" for name in mine}


@cache
def calls_by_test() -> dict[str, frozenset[str]]:
    """Return what each test, by its file and name, calls or names of this product."""
    return {
        f"{path.relative_to(TESTS)}::{name}": calls
        for path in sorted(TESTS.rglob("test_*.py"))
        for name, calls in _tests_in(path)
    }


def _tests_in(path: Path) -> Iterator[tuple[str, frozenset[str]]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    named = {node.name: _names_in(node) for node in tree.body if isinstance(node, ast.FunctionDef)}
    for name in named:
        if name.startswith("test_"):
            yield name, frozenset(_full(one, imported) for one in _reached(name, named))


def _names_in(node: ast.AST) -> set[str]:
    plain = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
    dotted = (one for one in ast.walk(node) if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name))
    return plain | {ast.unparse(one) for one in dotted}


def _reached(name: str, named: dict[str, set[str]]) -> set[str]:
    """Return what a test names, itself or through functions of its own file."""
    reached, ahead = set[str](), [name]
    while ahead:
        fresh = named.get(ahead.pop(), set()) - reached
        reached |= fresh
        ahead.extend(fresh)
    return reached


def _full(name: str, imported: dict[str, str]) -> str:
    first, dot, rest = name.partition(".")
    return imported.get(first, first) + dot + rest


def proofs_of(guard: Guard[Any]) -> list[str]:
    """Return the tests that call this guard by name."""
    names = names_of(guard)
    return [test for test, calls in calls_by_test().items() if not names.isdisjoint(calls)]


def shown(clause: Clause, found: list[Guard[Any]]) -> bool:
    """Return whether the clause blocks a step, or a guard answers to it."""
    return ClauseKind.GATE in clause.kinds or any(clause.ref in guard.clauses for guard in found)


def rule_page() -> str:
    """Return every clause that blocks a step or that a guard names, with its guards and their tests."""
    found = guards()
    parts = [_part(clause, found) for clause in clauses().values() if shown(clause, found)]
    lines = [f"- {clause.ref}: {why}" for clause in clauses().values() for why in wanting(clause, found)]
    unnamed = _table([guard for guard in found if not guard.clauses])
    return page(
        "The rules", INTRODUCTION, *parts, f"## {NO_CLAUSE}", unnamed, f"## {WANTING}", "\n".join(lines) or "None."
    )


def _part(clause: Clause, found: list[Guard[Any]]) -> str:
    return "\n\n".join([f"## {clause.ref}", clause.gist, _table([one for one in found if clause.ref in one.clauses])])


def _table(found: list[Guard[Any]]) -> str:
    return table_of(("Guard", "Meaning", "Module", "Tests"), map(_row, found)) if found else "No guard."


def _row(guard: Guard[Any]) -> tuple[str, str, str, str]:
    tests = [f"`{test}`" for test in proofs_of(guard)]
    name = guard.name.replace("_", " ").capitalize()
    return name, " ".join(guard.meaning.split()), f"`{guard.module}`", "<br>".join(tests) or "none"


def wanting(clause: Clause, found: list[Guard[Any]]) -> list[str]:
    """Return what a clause that blocks a step is without: a guard, or the test of one."""
    if ClauseKind.GATE not in clause.kinds:
        return []
    own = [guard for guard in found if clause.ref in guard.clauses]
    untested = [f"no test calls “{guard.name.replace('_', ' ')}”" for guard in own if not proofs_of(guard)]
    return untested if own else ["no guard"]
