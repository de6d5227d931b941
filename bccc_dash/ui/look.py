"""The few pieces of HTML that every page uses. Whatever comes from data is escaped here."""

import re
from html import escape
from urllib.parse import urlencode

from bccc_dash.domain.links import Choices, Link
from bccc_dash.domain.overview import Need, Rag
from bccc_dash.domain.standing import Standing
from bccc_dash.views.entry import Entry
from bccc_dash.views.months import Month
from bccc_dash.views.sentence import Sentence
from bccc_dash.views.table import Cell, Table

# A status is a word, an icon and a colour. The icons differ in outline, so that they survive a grey printer.
KIND = {
    Rag.ACT: "act",
    Rag.WATCH: "watch",
    Rag.NO_EVIDENCE: "none",
    Rag.IN_ORDER: "fine",
    Standing.LATE: "act",
    Standing.DUE_TODAY: "watch",
    Standing.NOT_YET: "todo",
    Standing.DONE: "fine",
    Standing.NOT_ASKED: "none",
}
ONE_LINE_LETTERS = 14
_REF = re.compile(r"\b[A-Z]-[0-9][0-9-]*[0-9]\b")
_MARKDOWN = set("\\`*_{}[]()<>#+-!|~$:&")


def chip(status: Rag | Standing) -> str:
    """Return the status word; its icon is a background, because Streamlit strips inline SVG."""
    return f'<span class="chip {KIND[status]}">{escape(_word(status))}</span>'


def _word(status: Rag | Standing) -> str:
    return status.words if isinstance(status, Rag) else status.value


def need(row: Need) -> str:
    """Return one thing that somebody is to know: status, sentence, aside."""
    aside = f' <span class="more">{escape(row.aside)}</span>' if row.aside else ""
    return f'<div class="need">{chip(row.status)}<p>{_whole(row.sentence)}{aside}</p></div>'


def entry(shown: Entry) -> str:
    """Return an entry of a list that is read like a book: heading, text, small print."""
    aside = note(shown.aside) if shown.aside else ""
    return f'<div class="entry"><h3>{escape(shown.heading)}</h3><p>{escape(shown.text)}</p>{aside}</div>'


def duties(rows: tuple[tuple[Standing, str, str], ...]) -> str:
    """Return what is asked for as a check list: how it stands, what it is, what there is to say of it."""
    lines = "".join(
        f"<li>{chip(standing)}<p><b>{escape(duty)}</b> {escape(aside)}</p></li>" for standing, duty, aside in rows
    )
    return f'<ul class="duties">{lines}</ul>'


def dated(rows: tuple[tuple[str, str], ...]) -> str:
    """Return what happened as a list in its order: the day, then what."""
    lines = "".join(f"<li><b>{escape(day)}</b><p>{escape(what)}</p></li>" for day, what in rows)
    return f'<ol class="dated">{lines}</ol>'


def facts(rows: tuple[tuple[str, str], ...]) -> str:
    """Return short facts, each under its name."""
    pairs = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(fact)}</dd></div>" for name, fact in rows)
    return f'<dl class="facts">{pairs}</dl>'


def reach(anchor: str, text: str) -> str:
    """Return the way to a heading further down the page, for a phone: nothing where it stands beside."""
    return f'<p class="reach"><a href="#{escape(anchor)}" target="_self">{escape(text)}</a></p>'


def href(link: Link, carried: Choices) -> str:
    """Return the address that a link leads to, with the day and the window that are carried along."""
    return f"/{link.place.value}?{urlencode((*link.choices, *carried))}".rstrip("?")


def table(shown: Table, *, caption: str, carried: Choices = ()) -> str:
    """Return a table; the caption says what it is to whoever does not see it."""
    kinds = (("figure", shown.figures), ("wide", shown.wide))
    sides = [" ".join(kind for kind, columns in kinds if column in columns) for column in shown.columns]
    head = "".join(
        f'<th scope="col" class="{side}">{escape(column)}</th>'
        for column, side in zip(shown.columns, sides, strict=True)
    )
    body = "".join(
        "<tr>" + "".join(_cell(cell, side, carried) for cell, side in zip(row, sides, strict=True)) + "</tr>"
        for row in shown.rows
    )
    return (
        f'<table class="rows"><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _cell(cell: Cell, side: str, carried: Choices) -> str:
    if isinstance(cell, Standing | Rag):
        inside = chip(cell)
    elif isinstance(cell, Link):
        inside = f'<a href="{escape(href(cell, carried))}" target="_self">{escape(cell.label)}</a>'
    else:
        inside = escape(cell)
    words = cell.label if isinstance(cell, Link) else str(cell)
    one_word = " ref" if _is_reference(words) else ""
    return f'<td class="{side}{one_word}">{inside}</td>'


def _is_reference(text: str) -> bool:
    """Whether a text is short and one word, with hyphens at which no line should end."""
    return "-" in text and " " not in text and len(text) <= ONE_LINE_LETTERS


def months(shown: tuple[Month, ...]) -> str:
    """Return months side by side, each with its lines; they stand one under the other where there is no room."""
    cells = "".join(
        f'<section class="month"><h3>{escape(month.name)}</h3><p class="note">{escape(month.count)}</p>{_lines(month)}'
        "</section>"
        for month in shown
    )
    return f'<div class="months">{cells}</div>'


def _lines(month: Month) -> str:
    lines = "".join(f"<li><b>{escape(line.when)}</b> {escape(line.what)}</li>" for line in month.lines)
    return f"<ul>{lines}</ul>" if lines else ""


def marked(sentence: Sentence) -> str:
    """Return a sentence in which each number carries the name of its figure."""
    return "".join(
        f'<span data-figure="{escape(part.figure)}">{escape(part.text)}</span>' if part.figure else _whole(part.text)
        for part in sentence
    )


def _whole(text: str) -> str:
    """Return a text in which no reference is broken over two lines."""
    return _REF.sub(r'<span class="whole">\g<0></span>', escape(text))


def lead(sentence: Sentence) -> str:
    """Return the sentence that says what the picture beside it says."""
    return f'<p class="lead">{marked(sentence)}</p>'


def line(text: str) -> str:
    """Return the line under a title."""
    return f'<p class="asat">{escape(text)}</p>'


def note(text: str) -> str:
    """Return small print in readable ink."""
    return f'<p class="note">{escape(text)}</p>'


def banner(text: str, command: str) -> str:
    """Return the line over every page of the demonstration centre, with what to type for one's own."""
    return f'<p class="banner" role="note">{escape(text)} <code>{escape(command)}</code></p>'


def signed_in(name: str, role: str) -> str:
    """Return who is signed in, the way to their account and the way out: a plain form, which needs no script."""
    who = f"<p>{escape(name)}<br>{escape(role)}</p>"
    account = '<a href="/account" target="_self">Your account</a>'
    return f'<form class="visitor" method="post" action="/sign-out">{who}{account}<button>Sign out</button></form>'


def way_in() -> str:
    """Return the way to the sign-in page."""
    return '<p class="lead"><a href="/sign-in" target="_self">Sign in again</a></p>'


def nothing(text: str, command: str) -> str:
    """Return the words of an empty panel: no evidence, and the way out."""
    way_out = f'<p class="note">{escape(text)} <code>{escape(command)}</code></p>'
    return f'<p class="nothing">{chip(Rag.NO_EVIDENCE)}</p>{way_out}'


def as_text(sentence: str) -> str:
    """Return a sentence that Streamlit's markdown leaves as it is: it may hold a file name or an address."""
    return "".join(f"\\{letter}" if letter in _MARKDOWN else letter for letter in sentence)


def paper(columns: list[str], rows: list[list[str]], method: tuple[str, ...], *, caption: str) -> str:
    """Return a table and its method that show on paper only: what is folded away on screen cannot be opened there."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    notes = "".join(note(text) for text in method)
    table = f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="paper">{table}{notes}</div>'
