"""What takes long to work out waits in a line of its own, so that nobody who is signed in waits behind it."""

from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar

AT_ONCE = 4
P = ParamSpec("P")
Found = TypeVar("Found")


_LINE: RunVar[CapacityLimiter] = RunVar("what takes long")


def _line() -> CapacityLimiter:
    """The line of this server."""
    try:
        return _LINE.get()
    except LookupError:
        _LINE.set(CapacityLimiter(AT_ONCE))
        return _LINE.get()


async def apart(work: Callable[P, Found], *given: P.args, **named: P.kwargs) -> Found:
    """Return what `work` finds, in a thread of its own; at most four such run at once, the others wait."""
    return await to_thread.run_sync(partial(work, *given, **named), limiter=_line())
