"""The page "How it is worked out": every figure as an entry, the clauses cited, the targets and what words mean."""

from collections.abc import Iterable

from bccc_dash.domain.clauses import clause
from bccc_dash.domain.definition import Definition
from bccc_dash.domain.definitions import DEFINITIONS, DEFINITIONS_VERSION, definition
from bccc_dash.domain.method import THEMES, InForce, Method, StageTarget, Theme, in_force
from bccc_dash.domain.words import capital, figure, number_word, plural
from bccc_dash.views.entry import Entry
from bccc_dash.views.sentence import Sentence, say
from bccc_dash.views.table import Table, table

BY_BCCC = "BCCC default, not policy"


def headline() -> Sentence:
    """Return how many figures there are, and which edition of their definitions is in force."""
    return say(
        f"{figure(len(DEFINITIONS))} figures are worked out, each as at one day and for a window of days that ends on "
        f"it. This is edition {DEFINITIONS_VERSION} of their definitions."
    )


def themes(figure_code: str) -> tuple[Theme, ...]:
    """Return the themes to show: all, or the one of a figure, with that figure alone."""
    if not figure_code:
        return THEMES
    return tuple(Theme(theme.key, theme.title, (figure_code,)) for theme in THEMES if figure_code in theme.codes)


def theme_sentence(theme: Theme) -> Sentence:
    """Return how many figures stand under a theme."""
    return say(f"{number_word(len(theme.codes))} {plural(len(theme.codes), 'figure')}.")


def figure_words(code: str) -> str:
    """Return a figure as it stands in the list to choose from; "" is every one."""
    return f"{code} {definition(code).title}" if code else "Every figure"


def entries(theme: Theme) -> tuple[Entry, ...]:
    """Return the figures of a theme: title, what is counted, target, who set it, unit, clauses."""
    return tuple(_entry(definition(code)) for code in theme.codes)


def _entry(one: Definition) -> Entry:
    target = f"Target: {one.target} ({one.target_source})." if one.target else f"{capital(one.target_source)}."
    clauses = f" {plural(len(one.clauses), 'Clause')}: {', '.join(one.clauses)}." if one.clauses else ""
    return Entry(figure_words(one.code), one.words, f"{target} Unit: {one.unit}, shown as {one.shown_as}.{clauses}")


def clauses_cited(shown: Iterable[Theme]) -> Table:
    """Return the clauses that the figures shown cite, each in our words and with the figures that cite it."""
    cited: dict[str, list[str]] = {}
    for theme in shown:
        for code in theme.codes:
            for ref in definition(code).clauses:
                cited.setdefault(ref, []).append(code)
    rows = [(ref, clause(ref).gist, ", ".join(cited[ref])) for ref in sorted(cited, key=lambda ref: int(ref[1:]))]
    return table(("Clause", "What it asks for", "Figures"), rows)


def targets(method: Method) -> Table:
    """Return the targets in force: what each is about, its days, who set it."""
    rows = [(_about(one), _span(one.days, working=one.working), _setter(one)) for one in in_force(method.targets)]
    return table(("What", "Within", "Set by"), rows)


def _about(one: InForce) -> str:
    return f"{one.about} ({one.clause})" if one.clause else one.about


def _span(days: int, *, working: bool = False) -> str:
    return f"{figure(days)} {'working ' if working else ''}{plural(days, 'day')}"


def _setter(one: InForce) -> str:
    own = f"The committee (BCCC default: {figure(one.default)})"
    return BY_BCCC if one.days == one.default else own


def stage_targets(method: Method) -> Table:
    """Return the target of each recruitment stage, and who set it."""
    rows = [(stage.name, _stage_span(stage.target_days), _stage_setter(stage)) for stage in method.stages]
    return table(("Stage", "At most", "Set by"), rows)


def _stage_span(days: int | None) -> str:
    return "no target" if days is None else _span(days)


def _stage_setter(stage: StageTarget) -> str:
    default = "no target" if stage.default_days is None else figure(stage.default_days)
    return BY_BCCC if stage.target_days == stage.default_days else f"The committee (BCCC default: {default})"


def own_targets(method: Method) -> Sentence:
    """Return how many targets the committee has set itself."""
    own = sum(one.days != one.default for one in in_force(method.targets))
    own += sum(stage.target_days != stage.default_days for stage in method.stages)
    every = len(in_force(method.targets)) + len(method.stages)
    if not own:
        return say(
            f"The policy sets none of these {figure(every)}: each is a BCCC default until the committee sets it."
        )
    verb = plural(own, "is", "are")
    return say(f"The policy sets none of these {figure(every)}: {number_word(own)} {verb} the committee's own.")


MEANINGS = (
    Entry(
        "What \u201cas at\u201d means",
        "A figure is worked out as things stood at the end of the chosen day. What is dated after that day does not "
        "count, so a chair can look in June at what March's meeting saw. What has no date of its own, such as a "
        "severity, is read as it stands now. Something entered late but dated earlier changes the past picture.",
    ),
    Entry(
        "What the window is",
        "The days from the day after the last meeting to the as-at day, both counted; another window can be chosen. "
        "Under each page's title both are said in words.",
    ),
    Entry(
        "How days and ages are counted",
        "From one day to the next is one day; what was found today is 0 days old. Ages stand in four bands: up to 7 "
        "days, 8 to 28, 29 to 90, and 91 or more. A target of 28 days is passed on the 29th.",
    ),
    Entry(
        "What a working day is",
        "Monday to Friday, without the bank holidays of England. The day itself never counts: five working days after "
        "a Monday is the next Monday.",
    ),
    Entry(
        "How rates and medians are said",
        "A rate is said as 26 of 31 (84%); of fewer than five there is no percentage, and of none the words say so. A "
        "median is the middle value; cases that still wait are counted beside it, never left out.",
    ),
    Entry(
        "Who does not count",
        "A concern found to be about somebody else counts in no figure from that day on, nor do breaches that came "
        "of it.",
    ),
)
"""What the words on every page mean."""
