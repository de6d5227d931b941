"""The command line: one group of commands, one place where errors become a sentence and an exit code."""

import errno
import sys
from collections.abc import Sequence

import click
from sqlalchemy.exc import DBAPIError

from bccc_dash.cli import audit, figures, keeping, people, workbook
from bccc_dash.domain.errors import BadRecord, CouldNotRun, Refused

DONE, REFUSED, COULD_NOT_RUN = 0, 1, 2
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@click.group(name="bccc_dash")
def bccc_dash() -> None:
    """BCCC Dash: what the committee needs to see of its volunteers, and what needs it now."""


for _command in (*keeping.COMMANDS, *workbook.COMMANDS, *figures.COMMANDS, *audit.COMMANDS, *people.COMMANDS):
    bccc_dash.add_command(_command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 could not run. Never a traceback."""
    try:
        return int(bccc_dash.main(arguments, prog_name="python -m bccc_dash", standalone_mode=False) or DONE)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as fault:
        fault.show()
        return REFUSED
    except click.Abort:
        return _say("Stopped: nothing was changed.", COULD_NOT_RUN)
    except Refused as refusal:
        return _say(str(refusal), REFUSED)
    except (CouldNotRun, BadRecord) as fault:
        return _say(str(fault), COULD_NOT_RUN)
    except DBAPIError as fault:
        first_line = str(fault.orig).partition("\n")[0]  # what follows may hold the values of a row
        return _say(f"The database could not do this: {first_line}.", COULD_NOT_RUN)
    except OSError as fault:
        return _say(disk_sentence(fault), COULD_NOT_RUN)


def disk_sentence(fault: OSError) -> str:
    """What the disk or the system said, in a sentence."""
    place = f" ({fault.filename})" if fault.filename else ""
    if fault.errno in FULL:
        return f"The disk is full{place}, so nothing was changed: make room, then try again."
    return f"The system says: {fault.strerror or fault}{place}. Mend that, then try again."


def _say(sentence: str, code: int) -> int:
    click.echo(sentence, err=True)
    return code


def main() -> None:
    """Run the command that this process was started with."""
    sys.exit(run())
