"""The commands about who may come in: user add, role, lead, link, invite, reset, disable, enable."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlmodel import Session

from bccc_dash import clock
from bccc_dash.cli.console import console_actor
from bccc_dash.commands import people, people_flags, set_up
from bccc_dash.domain.errors import CouldNotRun
from bccc_dash.domain.vocabulary import Role
from bccc_dash.settings import home_address, is_demo, own_url, read_settings
from bccc_dash.store.engine import open_engine, writing
from bccc_dash.store.schema import prepare

NOT_OF_DEMO = "The centre has no records of its own yet, so there is nobody to let in: import a workbook first."
THE_LINK = "By this link {email} sets a password. It works once, for 24 hours. Hand it to them alone:"
THE_CODE = "With this code, which works once, for 24 hours, the first person sets up a password at:"
EMAIL, ROLE = click.argument("email"), click.argument("role", type=click.Choice(list(Role), case_sensitive=False))


@click.group("user")
def about_people() -> None:
    """Say who may come in, and as what."""


@about_people.command("add")
@EMAIL
@click.argument("name")
@ROLE
def add(email: str, name: str, role: Role) -> None:
    """Add a person. That alone gives no access: invite them next."""
    with _own_records(changes_records=True) as session:
        people.add_user(session, email, name, role, clock.now(), actor=console_actor())
    click.echo(f"{email} is added. To let them in: user invite {email}")


@about_people.command("role")
@EMAIL
@ROLE
def give_role(email: str, role: Role) -> None:
    """Give a person another role. Every session of theirs ends."""
    with _own_records(changes_records=True) as session:
        people.set_role(session, email, role, clock.now(), actor=console_actor())
    click.echo(f"{email} has another role, and has to sign in again.")


@about_people.command("lead")
@EMAIL
@click.argument("rights", type=click.Choice(["on", "off"]))
def give_lead(email: str, rights: str) -> None:
    """Give a person the safeguarding lead's rights too, or take them. Every session of theirs ends."""
    with _own_records(changes_records=True) as session:
        people_flags.set_lead(session, email, rights == "on", clock.now(), actor=console_actor())
    click.echo(f"{email} {'has' if rights == 'on' else 'is without'} the lead's rights, and has to sign in again.")


@about_people.command("link")
@EMAIL
@click.argument("ref")
def link(email: str, ref: str) -> None:
    """Say which volunteer a person also is, by reference, or none: they are kept from what is about themself."""
    with _own_records(changes_records=True) as session:
        people_flags.link_volunteer(session, email, None if ref == "none" else ref, clock.now(), actor=console_actor())
    click.echo(f"{email} is {'linked to no volunteer' if ref == 'none' else f'linked to {ref}'}.")


@about_people.command("invite")
@EMAIL
def invite(email: str) -> None:
    """Print a one-time link by which a person sets their first password."""
    with _own_records() as session:
        token = people.invite(session, email, clock.now(), actor=console_actor())
    _print_link(email, token)


@about_people.command("reset")
@EMAIL
def reset(email: str) -> None:
    """Take a person's password and second factor away, and print a one-time link to a new password."""
    with _own_records() as session:
        token = people.reset(session, email, clock.now(), actor=console_actor())
    _print_link(email, token)


@about_people.command("set-up")
def first() -> None:
    """While nobody has a password: print the code by which the first person sets one."""
    with _own_records() as session:
        code = set_up.new_code(session, clock.now())
    click.echo(f"{THE_CODE}\n{home_address(read_settings())}/set-up\n{code}")


@about_people.command("disable")
@EMAIL
def disable(email: str) -> None:
    """Keep a person out from now on."""
    with _own_records() as session:
        people.disable(session, email, clock.now(), actor=console_actor())
    click.echo(f"{email} can no longer come in.")


@about_people.command("enable")
@EMAIL
def enable(email: str) -> None:
    """Let a disabled person in again."""
    with _own_records() as session:
        people.enable(session, email, clock.now(), actor=console_actor())
    click.echo(f"{email} may come in again.")


@contextmanager
def _own_records(*, changes_records: bool = False) -> Iterator[Session]:
    """The centre's own records, to write into. The invented centre has no accounts.

    Raises: CouldNotRun where there are none yet, or the database cannot be used.
    """
    settings = read_settings()
    if is_demo(settings):
        raise CouldNotRun(NOT_OF_DEMO)
    prepare(own_url(settings), backups=settings.backups)
    engine = open_engine(own_url(settings))
    try:
        with writing(engine, changes_records=changes_records) as session:
            yield session
    finally:
        engine.dispose()


COMMANDS = (about_people,)


def _print_link(email: str, token: str) -> None:
    click.echo(f"{THE_LINK.format(email=email)}\n{home_address(read_settings())}/link/{token}")
