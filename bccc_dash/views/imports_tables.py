"""The words of the page "Imports": what waits for a second person, and what past imports asked of people."""

from collections.abc import Sequence
from datetime import date

from bccc_dash.clock import in_london
from bccc_dash.domain.imports import AskedOfChair, Asking, Brought, BroughtItem, LeftToPeople, WaitingImport, in_words
from bccc_dash.domain.labels import label
from bccc_dash.domain.outcome_vocabulary import DecisionKind
from bccc_dash.domain.vocabulary import ApprovalStatus, Role
from bccc_dash.domain.words import capital, count, plural, uk_date, uk_moment
from bccc_dash.views.sentence import Sentence, say
from bccc_dash.views.table import Table, table

NONE = "None"
SAID = {
    AskedOfChair.ADD_PERSON: ("Is not known here; the role would be", ""),
    AskedOfChair.ROLE: ("Role", "Role: none"),
    AskedOfChair.ON_COMMITTEE: ("Sits on the committee", "Sits on the committee: not said"),
    AskedOfChair.LEAD: ("Has the safeguarding lead's rights", "Has the safeguarding lead's rights: not said"),
    AskedOfChair.VOLUNTEER_LINK: ("Is also the volunteer", "Is no volunteer"),
    AskedOfChair.ACTIVE_FROM: ("First day of the role", "First day of the role: none"),
    AskedOfChair.ACTIVE_TO: ("Last day of the role", "Last day of the role: none"),
}
"""What a workbook says of a person: before what it gives, and where it gives nothing."""


def headline(left: LeftToPeople) -> Sentence:
    """Return how many imports wait, and how much past imports asked that is not settled."""
    waiting, asked = len(left.waiting), len(left.askings)
    waits = f"{capital(count(waiting, 'import'))} {plural(waiting, 'waits', 'wait')} for a second person"
    asks = f"{count(asked, 'thing')} that past imports asked of people {plural(asked, 'is', 'are')} not settled"
    return say(f"{waits}; {asks}." if waiting or asked else "No import waits, and none has asked anything of people.")


def waiting_table(waiting: Sequence[WaitingImport]) -> Table:
    """Return the imports that wait: who asked, when, until when somebody can confirm, and what it brings."""
    rows = [
        (
            f"Import number {one.number}",
            one.asked_by,
            uk_moment(in_london(one.asked_at)),
            uk_moment(in_london(one.until)),
            capital(in_words(one.items)),
        )
        for one in waiting
    ]
    return table(("Import", "Asked by", "Asked", "Can be confirmed until", "Brings"), rows, wide=("Asked",))


def items_table(items: Sequence[BroughtItem]) -> Table:
    """Return what one import brings: what, of which references, saying what, of which day."""
    rows = [
        (
            _what(one),
            one.ref or NONE,
            one.subject_ref,
            one.volunteer_ref,
            says(one),
            uk_date(one.day) if one.day else "No day",
        )
        for one in items
    ]
    return table(("What", "Reference", "About", "Volunteer", "It says", "Day"), rows, wide=("Volunteer",))


def _what(item: BroughtItem) -> str:
    if item.brought is Brought.APPROVAL_EVENT:
        return "Approval event"
    return "Change of a ratified decision" if item.is_change else "Ratified decision"


def says(item: BroughtItem) -> str:
    """Return what a decision or an approval event says, in the words of its lists."""
    kind = label(DecisionKind(item.kind)) if item.kind else ""
    status = label(ApprovalStatus(item.to_status)) if item.to_status else ""
    return ", to: ".join(words for words in (kind, status) if words) or NONE


def askings_table(askings: Sequence[Asking]) -> Table:
    """Return what past imports asked of people: of whom, what, when, and who imported."""
    rows = [
        (one.email, asked_in_words(one), uk_moment(in_london(one.asked_at)), capital(one.asked_by)) for one in askings
    ]
    return table(("Of whom", "The workbook says", "When", "Imported by"), rows, wide=("When", "Imported by"))


def asked_in_words(asking: Asking) -> str:
    """Return what the workbook says of a person."""
    given = asking.volunteer_ref or _given(asking)
    before, instead = SAID[asking.about]
    if not given:
        return instead or before
    return f"{before} {given}" if asking.about is AskedOfChair.VOLUNTEER_LINK else f"{before}: {given}"


def _given(asking: Asking) -> str:
    word = asking.asked or ""
    if asking.about in (AskedOfChair.ROLE, AskedOfChair.ADD_PERSON):
        return label(Role(word)) if word in list(Role) else word
    if asking.about in (AskedOfChair.ACTIVE_FROM, AskedOfChair.ACTIVE_TO) and word:
        return uk_date(date.fromisoformat(word))
    return word


def import_choice(waiting: WaitingImport) -> str:
    """Return an import as it stands in the list to choose from."""
    return f"Number {waiting.number}, asked by {waiting.asked_by}"


def asking_choice(asking: Asking) -> str:
    """Return what was asked as it stands in the list to choose from."""
    return f"{asking.email}: {asked_in_words(asking)}"
