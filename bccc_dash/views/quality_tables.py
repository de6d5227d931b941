"""The page "Data quality": its sentences, the rules that are broken or kept, and the findings under their rules."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from bccc_dash.domain.finding import Finding
from bccc_dash.domain.quality import CATALOGUE, PAGE_SIZE, Quality, shown_of
from bccc_dash.domain.rule import Kind, Rule
from bccc_dash.domain.words import capital, count, figure, listed, number_word, plural
from bccc_dash.domain.workbench import to_concern
from bccc_dash.views.entry import Entry
from bccc_dash.views.finding_sentences import sentence
from bccc_dash.views.sentence import Part, Sentence, say, told, whole
from bccc_dash.views.table import Cell, Table, table

NOTHING_YET = say("Nothing was recorded by this day, so there is nothing to look at.")
HUNG = {
    Kind.ASSESSMENT: "Source assessment of",
    Kind.DISCUSSION: "Discussion of",
    Kind.SHARE: "Sharing of",
}


def headline(quality: Quality) -> Sentence:
    """Return how many findings there are among how many records, and the gravest rule that is broken."""
    n, broken = whole(quality.figures, "K31.n"), _broken(quality)
    looked = (Part(figure(quality.records), "looked_at"), f" {plural(quality.records, 'record')} looked at")
    if not quality.records:
        return NOTHING_YET
    if not n:
        return say(Part("None", "K31.n"), " found, ", *looked, ".")
    gravest = CATALOGUE[broken[0]].title
    start = (told(quality.figures, "K31.n"), f" {plural(n, 'finding')} among ", *looked)
    if len(broken) == 1:
        return say(*start, f", by one rule: {_small(gravest)}.")
    return say(*start, f", by {number_word(len(broken))} rules. The gravest: {_small(gravest)}.")


def _small(title: str) -> str:
    """Return a title as it stands within a sentence; LADO keeps its capitals."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def _broken(quality: Quality) -> list[str]:
    return [code for code, n in quality.counts.items() if n]


def rules(quality: Quality) -> Sentence:
    """Return how many rules are broken and how many kept."""
    broken = len(_broken(quality))
    if not broken:
        return say(f"None of the {len(CATALOGUE)} rules is broken.")
    verb = plural(broken, "is", "are")
    return say(f"Of {len(CATALOGUE)} rules, {number_word(broken)} {verb} broken. The gravest stands first.")


def broken_rules(quality: Quality) -> Table:
    """Return the rules that are broken, the gravest first: rule, urgency, findings, looked at, clauses."""
    rows = [
        (
            rule.title,
            rule.urgency,
            figure(quality.counts[code]),
            figure(quality.looked_at_by(rule)),
            ", ".join(rule.clauses),
        )
        for code, rule in CATALOGUE.items()
        if quality.counts[code]
    ]
    return table(("Rule", "How urgent", "Findings", "Looked at", "Clauses"), rows, figures=("Findings", "Looked at"))


def kept_rules(quality: Quality) -> Table:
    """Return the rules of which no record was found to be broken, those that look at the same records together."""
    kept: dict[tuple[Kind, ...], list[str]] = {}
    for code, rule in CATALOGUE.items():
        if not quality.counts[code]:
            kept.setdefault(tuple(sorted(rule.kinds)), []).append(f"{rule.title} ({', '.join(rule.clauses)})")
    rows = [(_looked(quality, kinds), "; ".join(titles)) for kinds, titles in kept.items()]
    return table(("Looked at", "None found of"), rows)


def _looked(quality: Quality, kinds: Sequence[Kind]) -> str:
    """Return "62 checks", or "No decision": of which nothing can be said."""
    said = [f"{figure(quality.looked_at[kind])} {plural(quality.looked_at[kind], *kind.noun)}" for kind in kinds]
    return capital(listed(said))


def choice_words(counts: Mapping[str, int], rule: str) -> str:
    """Return a rule as it stands in the list to choose from; "" is any rule."""
    title = CATALOGUE[rule].title if rule else "Any rule"
    return f"{title} ({figure(shown_of(counts, rule))})"


def listing(quality: Quality, rule: str, page: int) -> str:
    """Return which findings the list shows, of how many."""
    n = shown_of(quality.counts, rule)
    if rule and not n:
        looked = quality.looked_at_by(CATALOGUE[rule])
        return f"None found: \u201c{CATALOGUE[rule].title}\u201d, {count(looked, 'record')} looked at."
    if n <= PAGE_SIZE:
        return f"{capital(count(n, 'finding'))}." if n else ""
    first = (page - 1) * PAGE_SIZE + 1
    return f"Findings {figure(first)} to {figure(min(page * PAGE_SIZE, n))} of {figure(n)}."


def grouped(findings: Sequence[Finding]) -> tuple[tuple[Entry, Table], ...]:
    """Return the findings rule by rule: the rule with its clauses and what to do, then its records."""
    groups = groupby(findings, key=lambda finding: finding.rule)
    return tuple(
        (_rule(CATALOGUE[code]), table(("Record", "What is wrong"), [(_record(one), sentence(one)) for one in rows]))
        for code, rows in groups
    )


def _rule(rule: Rule) -> Entry:
    clauses = f"{plural(len(rule.clauses), 'Clause')} {listed(rule.clauses)}."
    return Entry(rule.title, f"{rule.wrong} {clauses}", f"What to do: {rule.remedy}")


def _record(finding: Finding) -> Cell:
    """Return the record by its reference; what hangs on a concern, and the concern itself, lead to it."""
    name = f"{HUNG[finding.kind]} {finding.ref}" if finding.kind in HUNG else finding.ref
    return to_concern(finding.ref, name) if finding.is_concern else name
