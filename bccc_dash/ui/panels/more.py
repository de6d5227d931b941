"""The page that leads to the rarer pages."""

from bccc_dash.domain.words import number_word, plural
from bccc_dash.views.sentence import Sentence, say

OUTSIDE = say(
    "Export writes every record to a workbook, and backup writes a copy of the whole database: both are typed on the "
    "command line of the machine where the records are kept. Their files hold names, so keep them as you keep the "
    "records themselves."
)
HOW = "python -m bccc_dash export --workbook PATH, and python -m bccc_dash backup PATH"


def headline(pages: int) -> Sentence:
    """Return how many pages do not stand in the menu."""
    which = plural(pages, "the page that is", f"the {number_word(pages)} pages that are")
    return say(f"Here {plural(pages, 'is', 'are')} {which} needed more rarely, and what is done outside the pages.")
