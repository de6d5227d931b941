"""The command that looks whether anybody has changed the audit behind the dashboard's back."""

import re

import click

from bccc_dash.cli.opening import open_records
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.words import count
from bccc_dash.store import audit
from bccc_dash.store.engine import reading

HEAD = re.compile(r"[0-9a-f]{64}")
BROKEN = (
    "Row {row} of the audit does not follow from the one before it: one of the two was changed, put in, moved or taken "
    "out by somebody who wrote into the database itself. Keep this database as it is, tell the chair, and compare it "
    "with the latest backup."
)
CUT = (
    "The kept head is not in the audit: rows at its end were taken off, or all of it was written anew. Keep this "
    "database as it is, tell the chair, and compare it with the latest backup."
)
NO_HEAD = "'{kept}' is no head of an audit: it has 64 letters, 0 to 9 and a to f, as `audit verify` prints it."


@click.group("audit")
def about_the_audit() -> None:
    """Look whether the audit is whole."""


@about_the_audit.command("verify")
@click.option("--head", "kept", help="A head that was printed earlier: is it still in the audit?")
def verify(kept: str | None) -> None:
    """Say whether every row of the audit follows from the one before it, and print its head to keep elsewhere."""
    if kept is not None and not HEAD.fullmatch(kept):
        raise Refused(NO_HEAD.format(kept=kept[:80]))
    with open_records() as engine, reading(engine) as session:
        broken = audit.verify_chain(session)
        if broken is not None:
            raise Refused(BROKEN.format(row=broken))
        if kept is not None and not audit.follows(session, kept):
            raise Refused(CUT)
        rows, head = audit.length(session), audit.head(session)
    click.echo(f"The audit is whole: {count(rows, 'row')}.")
    click.echo(f"Its head is {head}." if head else "It has no head yet.")


COMMANDS = (about_the_audit,)
