"""The sentence of each panel of the Overview: what its chart says, then the worst of it, then the target."""

from bccc_dash.domain import words
from bccc_dash.domain.overview import Overview
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.views.facts import BreachFacts, ConcernFacts, ReviewFacts
from bccc_dash.views.sentence import Figures, Part, Sentence, rate, say, told, whole

# Concerns should not be open beyond this age, nor fewer reviews be current than this share: BCCC defaults.
OLDEST_DAYS = 90
CURRENT_TARGET = 90

NOTHING_RECORDED = say("Nothing is recorded yet, so there is nothing to say here.")


def people(overview: Overview) -> Sentence:
    """Return how many volunteers are active and how many people apply."""
    active, applying = overview.active, overview.applying
    return say(
        Part(words.number_word(active), "active"),
        f" {words.plural(active, 'volunteer is', 'volunteers are')} active and ",
        Part(words.number_word(applying), "K6.n"),
        f" {words.plural(applying, 'person is', 'people are')} applying.",
    )


def vetting(overview: Overview) -> Sentence:
    """Return how many applicants have been in their stage longer than its target. Source: P1, P22."""
    late = sum(stage.over_target for stage in overview.stages)
    n = overview.applying
    if n == 0:
        return say("Nobody is applying at the moment.")
    if n == 1:
        return say(
            told(overview.figures, "K6.n"),
            " person is applying, and ",
            "has passed" if late else "is within",
            " the target of the stage.",
        )
    if late == 0:
        return say(*_everybody(overview.figures, "K6.n"), " people applying are within the target of their stage.")
    return say(
        *("Of ", told(overview.figures, "K6.n"), " people applying, ", Part(words.number_word(late), "K6.over_target")),
        f" {words.plural(late, 'has', 'have')} been in their stage longer than its target. ",
        _others(n - late),
    )


def _others(n: int) -> str:
    if n == 0:
        return "Nobody is in time."
    return f"The other {words.number_word(n)} are in time." if n > 1 else "The other one is in time."


def concerns(overview: ConcernFacts) -> Sentence:
    """Return how many concerns are open and how old the oldest is. Source: P25, P31."""
    n = whole(overview.figures, "K9.n")
    if n == 0:
        return say(told(overview.figures, "K9.n"), " concern is open.")
    old = whole(overview.figures, "K9.by.age.91+")
    start = (told(overview.figures, "K9.n"), f" {words.plural(n, 'concern is', 'concerns are')} open")
    if old == 0:
        oldest = "" if n == 1 else "the oldest "
        return say(*start, f", {oldest}for {_longest(overview)}. None has passed {OLDEST_DAYS} days.")
    if n == 1:
        return say(*start, f", for {_longest(overview)}. None should pass {OLDEST_DAYS}.")
    if old == n:
        return say(*start, f", all for more than {OLDEST_DAYS} days, the oldest for {_longest(overview)}. None should.")
    return say(
        *(*start, ". ", Part(words.capital(words.number_word(old)), "K9.by.age.91+")),
        f" {words.plural(old, 'has', 'have')} been open for more than {OLDEST_DAYS} days, ",
        f"the oldest for {_longest(overview)}. None should pass {OLDEST_DAYS}.",
    )


def _longest(overview: ConcernFacts) -> str:
    return words.days(max((age.longest for age in overview.ages), default=0))


def breaches(overview: BreachFacts) -> Sentence:
    """Return how many breaches that bear on approval wait for a decision. Source: P56."""
    figures, n = overview.figures, whole(overview.figures, "K14.n")
    if n == 0:
        return say(
            told(figures, "K14.n"), " breach recorded in these dates affects approval, and none waits for a decision."
        )
    undecided = whole(figures, "K14.by.effect.undecided")
    start = ("Of ", told(figures, "K14.n"), " breaches that affect approval, ")
    if n == 1:
        decided = "waits for a decision" if undecided else "has been decided"
        return say(told(figures, "K14.n"), " breach affects approval. It ", decided, *_wait(overview, undecided))
    if undecided == 0:
        return say(*_everybody(figures, "K14.n"), " breaches that affect approval have been decided.")
    return say(
        *(*start, told(figures, "K14.by.effect.undecided")),
        f" {words.plural(undecided, 'waits', 'wait')} for a decision",
        *_wait(overview, undecided),
    )


def _wait(overview: BreachFacts, undecided: int) -> tuple[str, ...]:
    longest = max((effect.longest_wait_days or 0 for effect in overview.effects), default=0)
    if undecided == 0:
        return (".",)
    longest_said = words.days(longest) if undecided == 1 else f"the longest for {words.days(longest)}"
    joined = f": {longest_said} so far" if undecided == 1 else f", {longest_said}"
    return (f"{joined}. The target is {DEFAULTS.undecided_effect_days}.",)


def reviews(overview: ReviewFacts) -> Sentence:
    """Return how many privacy reviews are overdue, due and done. Source: P46."""
    done = overview.reviews_done
    return say(
        *(*overdue(overview), " and ", Part(none_or(overview.due_next_90), "due_next_90")),
        f" {words.plural(overview.due_next_90, 'falls', 'fall')} due in the next 90 days. ",
        *passed(whole(overview.figures, "K18.unscheduled")),
        *current(overview),
        Part(words.capital(none_or(done)), "reviews_done"),
        f" {words.plural(done, 'was', 'were')} done in these dates.",
    )


def passed(unplanned: int) -> tuple[str | Part, ...]:
    """Return how many people have nothing scheduled and would be due a review by now; nothing where nobody is."""
    if unplanned == 0:
        return ()
    people = f" more {words.plural(unplanned, 'person', 'people')} would be due one by now, with nothing scheduled. "
    return (Part(words.capital(words.number_word(unplanned)), "K18.unscheduled"), people)


def none_or(n: int) -> str:
    """Return a count that stands alone, without its noun: none, one, two."""
    return words.number_word(n) if n else "none"


def _everybody(figures: Figures, place: str) -> tuple[str | Part, ...]:
    """Return "All three", or "Both" of two."""
    return (Part("Both", place),) if whole(figures, place) == 2 else ("All ", told(figures, place))


def overdue_head(overview: ReviewFacts) -> str:
    """Return the words over the overdue part of the picture, which shows people without a planned review, too."""
    overdue, unplanned = whole(overview.figures, "K18.n"), whole(overview.figures, "K18.unscheduled")
    if unplanned:
        return f"{words.figure(overdue + unplanned)} past their day"
    return f"{words.figure(overdue)} overdue"


def overdue(overview: ReviewFacts) -> tuple[str | Part, ...]:
    n, oldest = whole(overview.figures, "K18.n"), overview.oldest_overdue_days
    if n == 0 or oldest is None:
        return ("None is overdue",)
    said = words.days(oldest)
    aside = f", by {said}," if n == 1 else f", the oldest by {said},"
    return (told(overview.figures, "K18.n"), f" {words.plural(n, 'is', 'are')} overdue{aside}")


def current(overview: ReviewFacts) -> tuple[str | Part, ...]:
    n, d = whole(overview.figures, "K17.n"), whole(overview.figures, "K17.d")
    if d == 0:
        return ("No volunteer has been active long enough to need one. ",)
    percent = f"{words.percent(n, d)}%; " if d >= words.PERCENT_FROM else ""
    return (
        *(rate(overview.figures, "K17"), f" {words.plural(d, 'volunteer is', 'volunteers are')} up to date "),
        f"({percent}target {CURRENT_TARGET}%). ",
    )
