"""`figures`: the figures of a day, for people or for programs."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from bccc_dash import clock
from bccc_dash.cli.opening import open_records
from bccc_dash.domain.definitions import DEFINITIONS, DEFINITIONS_VERSION
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.figure_words import value_words
from bccc_dash.domain.period import EARLIEST, LATEST, Period, since, since_last_meeting
from bccc_dash.domain.words import uk_date, uk_span
from bccc_dash.figures import figures as work_out
from bccc_dash.queries.settings import centre_before
from bccc_dash.store.engine import reading


@click.command()
@click.option("--as-of", metavar="DAY", help="The as-at day, as 2026-10-31. Without it: today in London.")
@click.option("--from", "first", metavar="DAY", help="The first day of the window. Without it: since the last meeting.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON and nothing else.")
def figures(as_of: str | None, first: str | None, *, as_json: bool) -> None:
    """Print every figure for a day and the window that ends on it."""
    day = _day("--as-of", as_of) if as_of else clock.today()
    begin = _day("--from", first) if first else None
    if begin and begin > day:
        raise Refused(f"--from is {uk_date(begin)}, after the as-at day, {uk_date(day)}. Give an earlier day.")
    with open_records() as engine, reading(engine) as session:
        meeting = centre_before(session, day).latest_meeting
        period = since(begin, as_of=day) if begin else since_last_meeting(day, meeting)
        found = work_out(session, period)
    click.echo(_as_json(period, found) if as_json else _as_text(period, found))


def _day(option: str, text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refused(f"{option} is '{text}'. Write the day as 2026-10-31.") from None
    if not EARLIEST <= day <= LATEST:
        raise Refused(
            f"{option} is {uk_date(day)}. Figures can be worked out from 2015 to 2059: give a day in between."
        )
    return day


def _as_json(period: Period, found: Mapping[str, Any]) -> str:
    window = {"after": period.after.isoformat(), "to": period.as_of.isoformat()}
    whole = {"as_of": period.as_of.isoformat(), "window": window, "definitions": DEFINITIONS_VERSION, "figures": found}
    return json.dumps(whole, indent=1)


def _as_text(period: Period, found: Mapping[str, Any]) -> str:
    lines = [f"As at {uk_date(period.as_of)}. Window: {uk_span(period.first, period.as_of)}.", ""]
    for definition in DEFINITIONS:
        if definition.code in found:
            target = f"  [target: {definition.target}]" if definition.target else ""
            lines.append(f"{definition.code:4} {definition.title}: {value_words(found[definition.code])}{target}")
    return "\n".join(lines)


COMMANDS = (figures,)
