"""What can be chosen of the audit, by the names and values that stand in the page's address, and how many there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bccc_dash.domain.audit_deeds import DeedKind
from bccc_dash.domain.audit_event import user_number
from bccc_dash.domain.workbench import PAGE

WHO, KIND, ABOUT = "who", "deed", "about"
KNOWN = (WHO, KIND, ABOUT, PAGE)
"""Every name that the page understands in its address."""

A_PAGE = 50
"""So many events stand on one part of the list."""


@dataclass(frozen=True)
class Tally:
    """`n` events of one kind by one actor; the latest of them was at `latest`."""

    actor: str
    kind: DeedKind
    n: int
    latest: datetime


@dataclass(frozen=True)
class Audit:
    """What there is to choose from in a window. `names` are those of all users; `last_id` is the newest row counted.

    `about` is the reference that was asked for, as the record writes it; "" where none was, or none is there.
    """

    tallies: tuple[Tally, ...]
    names: Mapping[int, str]
    last_id: int
    about: str


@dataclass(frozen=True)
class Chain:
    """What a look at the whole chain found: how many rows, the first that does not follow, the head; and when.

    Bounds: how many is None for whoever could count from it what is withheld from them.
    """

    at: datetime
    rows: int | None
    broken: int | None
    head: str


def shown(tallies: Iterable[Tally], *, who: str = "", kind: str = "") -> int:
    """Return how many events meet both choices; "" stands for any."""
    return sum(one.n for one in tallies if who in ("", one.actor) and kind in ("", one.kind))


def by_actor(tallies: Iterable[Tally], kind: str) -> dict[str, int]:
    """Return how many events of a kind, or of any, each actor would show; "" counts all of them."""
    found = {"": 0}
    for one in tallies:
        n = one.n if kind in ("", one.kind) else 0
        found[""] += n
        found[one.actor] = found.get(one.actor, 0) + n
    return found


def by_kind(tallies: Iterable[Tally], who: str) -> dict[str, int]:
    """Return how many events of each kind, zeros included, there are by an actor or by any; "" counts all of them."""
    found = {"": 0, **dict.fromkeys((kind.value for kind in DeedKind), 0)}
    for one in tallies:
        n = one.n if who in ("", one.actor) else 0
        found[""] += n
        found[one.kind] += n
    return found


def actors(audit: Audit, asked: str) -> tuple[str, ...]:
    """Return whom the list offers, "" first, people before the rest, each by name; also a user who is asked for and
    did nothing."""
    occurring = {one.actor for one in audit.tallies}
    if user_number(asked) in audit.names:
        occurring.add(asked)
    return ("", *sorted(occurring, key=lambda actor: _order(actor, audit.names)))


def _order(actor: str, names: Mapping[int, str]) -> tuple[bool, str, str]:
    number = user_number(actor)
    return number is None, "" if number is None else names.get(number, "\uffff").casefold(), actor


def people(tallies: Iterable[Tally]) -> int:
    """Return how many users did something."""
    return len({one.actor for one in tallies if user_number(one.actor) is not None})


def by_no_user(tallies: Iterable[Tally]) -> int:
    """Return how many events no user is known to have done: at the console, or before anybody was signed in."""
    return sum(one.n for one in tallies if user_number(one.actor) is None)
