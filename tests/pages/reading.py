"""What a person reads on a page, as plain text."""

import re
from html import unescape


def words(app):
    """Return everything that the page says, in order, without its mark-up and its style sheet."""
    said = [str(element.proto.body) for element in app.get("html")]
    said += [element.value for kind in (app.title, app.header, app.error, app.warning) for element in kind]
    text = " ".join(piece for piece in said if not piece.startswith("<style"))
    text = re.sub(r"</?span[^>]*>", "", text)  # within a line: a reference is not parted from its full stop
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)))


def tables(app):
    """Return the tables of the page as lists of rows."""
    return [table.value.values.tolist() for table in app.table]
