"""The words of the page "Who did what": its first sentence, what can be chosen, the list, and whether it is whole."""

from collections.abc import Iterable, Mapping

from bccc_dash.domain import words
from bccc_dash.domain.audit_deeds import DeedKind
from bccc_dash.domain.audit_event import AuditEvent, Names, actor_in_words
from bccc_dash.domain.audit_list import A_PAGE, Audit, Chain, by_no_user, people, shown
from bccc_dash.domain.audit_sentences import sentence
from bccc_dash.domain.overview import Need, Rag
from bccc_dash.views.sentence import Sentence, say
from bccc_dash.views.table import Table, table

KINDS = {
    DeedKind.SIGNING_IN: "Signing in, and one\u2019s own account",
    DeedKind.FAILURES: "Failures to sign in",
    DeedKind.SEEN: "Names and texts seen",
    DeedKind.RECORDS: "Records changed",
    DeedKind.DECISIONS: "Decisions",
    DeedKind.FILES: "Imports and exports",
    DeedKind.PEOPLE: "People and settings",
    DeedKind.KEEPING: "Backup and restore",
    DeedKind.OTHER: "Anything else",
}
LEFT_OUT = (
    "Left out is what was done to a matter that is withheld from you, and to a record that is no longer there. Times "
    "are London\u2019s. Names are those of the dashboard\u2019s users as they are today."
)
WAY_OUT = "Choose a longer period, or set a filter back to \u201cAny\u201d."
TO_COMPARE = (
    "A whole audit could still have been written anew from end to end, or cut short. So copy the head and keep it "
    "where nobody who can reach this machine can change it. Later, python -m bccc_dash audit verify --head HEAD tells "
    "whether the head that was kept is still in the audit."
)


def headline(found: Audit) -> Sentence:
    """Return how many things were done in the window, by how many people, and the latest."""
    n = shown(found.tallies)
    of_it = f" to {found.about}" if found.about else ""
    if not n:
        return say(f"Nothing was done{of_it} in these days.")
    latest = max(one.latest for one in found.tallies)
    done = f"{words.count(n, 'thing')} {words.plural(n, 'was', 'were')} done{of_it} in these days{_by(found)}."
    return say(f"{words.capital(done)} The latest: {words.uk_moment(latest)}.")


def _by(found: Audit) -> str:
    n, who = by_no_user(found.tallies), people(found.tallies)
    if not who:
        return ", by nobody who was signed in"
    by = f"by {words.count(who, 'person', 'people')}"
    theirs = words.number_word(shown(found.tallies) - n)
    return f": {theirs} {by}, {words.number_word(n)} by nobody who was signed in" if n else f", {by}"


def actor_offered(actor: str, names: Names, counts: Mapping[str, int]) -> str:
    """Return somebody as the list offers them, with the number that would be listed."""
    who = words.capital(actor_in_words(actor, names)) if actor else "Anybody"
    return f"{who} ({words.figure(counts.get(actor, 0))})"


def kind_offered(kind: str, counts: Mapping[str, int]) -> str:
    """Return a kind of deed as the list offers it, with the number that would be listed."""
    return f"{KINDS[DeedKind(kind)] if kind else 'Any deed'} ({words.figure(counts.get(kind, 0))})"


def listing(total: int, everything: int, page: int) -> Sentence:
    """Return how many events the list shows, of how many in the window."""
    if not total:
        return say("Nothing in these days matches what is chosen.") if everything else say("The list is empty.")
    said = f"Showing {words.figure(total)} of {words.figure(everything)}, the newest first."
    if total <= A_PAGE:
        return say(said)
    first, last = (page - 1) * A_PAGE + 1, min(page * A_PAGE, total)
    return say(f"{said} Here: {words.figure(first)} to {words.figure(last)}.")


def listed(events: Iterable[AuditEvent], names: Names) -> Table:
    """Return the events as a table: when, in London's time, and what was done."""
    return table(("When", "What was done"), ((words.uk_moment(one.at), sentence(one, names)) for one in events))


def whole(chain: Chain | None) -> Need:
    """Return whether the audit is whole, as the last look at it found; None is that nobody looked yet."""
    if chain is None:
        return Need(Rag.NO_EVIDENCE, "Whether the audit is whole has not been looked at on this visit.")
    looked = f"Looked at: {words.uk_moment(chain.at)}."
    if chain.broken is not None:
        wrong = f"Row {chain.broken} of the audit does not follow from the one before it"
        keep = "Keep this database as it is, tell the chair, and compare it with the latest backup."
        return Need(Rag.ACT, f"{wrong}: somebody wrote into the database itself.", f"{keep} {looked}")
    if chain.rows is None:
        return Need(Rag.IN_ORDER, "The audit is whole: each row follows from the one before it.", looked)
    if not chain.rows:
        return Need(Rag.NO_EVIDENCE, "The audit has no row yet.", looked)
    rows = f"{words.figure(chain.rows)} rows, each of which follows from the one before it"
    return Need(Rag.IN_ORDER, f"The audit is whole: {words.plural(chain.rows, 'one row', rows)}.", looked)


def to_compare(chain: Chain | None) -> tuple[tuple[str, str], ...]:
    """Return the head of an audit that was found whole, as a fact; nothing otherwise."""
    if chain is None or chain.broken is not None or chain.rows == 0:
        return ()
    return (("The head of the audit", chain.head),)
