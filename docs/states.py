"""The page of states: a diagram for each table of moves of the domain."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from docs.markdown import page
from docs.rules import domain_modules

TABLE = "_MOVES"
INTRODUCTION = (
    "In which states a record can be, and which moves are lawful. Each diagram is drawn from the table that the\n"
    "commands ask; what else a move needs stands in [the rules](rules.md)."
)
Moves = Mapping[StrEnum | None, Iterable[StrEnum]]


def move_tables() -> dict[str, tuple[str, Moves]]:
    """Return every table of moves by its name, with the module that holds it; a table belongs where it stands first."""
    tables: dict[int, tuple[str, tuple[str, Moves]]] = {}
    for module in domain_modules():
        for name, value in vars(module).items():
            if name.endswith(TABLE) and isinstance(value, Mapping):
                tables.setdefault(id(value), (name, (module.__name__, value)))
    return dict(sorted(tables.values()))


def state_page() -> str:
    """Return a diagram of every table of moves."""
    parts = [_part(name, module, moves) for name, (module, moves) in move_tables().items()]
    return page("The states", INTRODUCTION, *parts)


def _part(name: str, module: str, moves: Moves) -> str:
    title = name.removesuffix(TABLE).replace("_", " ").capitalize()
    return "\n\n".join([f"## {title}", f"`{module}.{name}`", diagram(moves)])


def diagram(moves: Moves) -> str:
    """Return the moves as Mermaid: a state that nothing leads to is a beginning, one that leads nowhere an end."""
    ways = [(source, target) for source, targets in moves.items() for target in in_order(targets)]
    targets = {target for _, target in ways}
    states = list(dict.fromkeys([state for way in ways for state in way] + list(moves)))
    begins = [state for state in states if state is not None and state not in targets] if None not in moves else []
    ends = [state for state in states if not moves.get(state)]
    lines = [
        *(f"[*] --> {state}" for state in begins),
        *(f"{source or '[*]'} --> {target}" for source, target in ways),
        *(f"{state} --> [*]" for state in ends),
    ]
    return "\n".join(["```mermaid", "stateDiagram-v2", *(f"    {line}" for line in lines), "```"])


def in_order(states: Iterable[StrEnum]) -> list[StrEnum]:
    """Return states in the order in which their class tells them."""
    return sorted(states, key=lambda state: [*type(state).__members__].index(state.name))
