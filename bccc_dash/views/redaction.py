"""What of a record reaches whoever looks, by their role: done before anything is kept or sent. Source: P31, P54."""

from dataclasses import replace

from bccc_dash.domain.case_vocabulary import Severity, Source
from bccc_dash.domain.concern_case import ConcernCase, Happened, Line, OpenedConcern
from bccc_dash.domain.sight import IN_CONFIDENCE, Content, Sight, sight
from bccc_dash.domain.viewer import Matter, Person
from bccc_dash.domain.words import figure, plural


def redacted(opened: OpenedConcern, person: Person) -> OpenedConcern:
    """Return the concern as this person may see it: its source masked where it was told in confidence.

    It says, too, how they see whom it is about and what was written. Somebody who stood aside is not handed a concern.
    """
    case = opened.case
    matter = _matter(case)
    source = seen_source(case.source, person, matter)
    return replace(
        opened,
        case=replace(case, source=source),
        lines=tuple(_line(line, source) for line in opened.lines),
        name=sight(person, Content.NAME, matter=matter),
        words=sight(person, Content.FREE_TEXT, matter=matter),
    )


def withheld(items: int) -> str:
    """Return what somebody is told of the matters from which they stood aside; nothing where there is none."""
    return f"{figure(items)} {plural(items, 'item')} withheld from you, because you stood aside." if items else ""


def seen_source(source: str, person: Person, matter: Matter) -> str:
    """Return how the centre came to know, or that it was told in confidence."""
    return source if sight(person, Content.SOURCE, matter=matter) is Sight.SHOWN else IN_CONFIDENCE


def _line(line: Line, source: str) -> Line:
    return replace(line, word=source) if line.what is Happened.FOUND else line


def _matter(case: ConcernCase) -> Matter:
    """The concern's matter, as far as it is not the person's own: such a one never comes here."""
    return Matter(owner_id=case.owner_id, severity=Severity(case.severity), source=Source(case.source))
