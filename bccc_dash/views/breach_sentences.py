"""What the page about breaches says: counts, then the worst of them, then the target."""

from bccc_dash.domain import words
from bccc_dash.domain.breaches import TAKE_DOWN_DAYS, Breaches, BreachLists
from bccc_dash.domain.targets import DEFAULTS
from bccc_dash.views import headlines
from bccc_dash.views.numbers import EFFECTS
from bccc_dash.views.sentence import Part, Sentence, say, told, whole

UNDECIDED = "K14.by.effect.undecided"


def head(facts: Breaches, lists: BreachLists) -> Sentence:
    """Say how many breaches wait for a decision on approval, and which of them the longest. Source: P56."""
    if not facts.has_records:
        return headlines.NOTHING_RECORDED
    undecided, n = whole(facts.figures, UNDECIDED), whole(facts.figures, "K14.n")
    if undecided == 0 or lists.longest is None:
        return headlines.breaches(facts)
    start = say(told(facts.figures, "K14.n"), " breach affects approval, and it waits for a decision. ")
    if n > 1:
        waits = f" {words.plural(undecided, 'waits', 'wait')} for a decision. "
        all_of_them = ("Of ", told(facts.figures, "K14.n"), " breaches that affect approval, ")
        start = say(*all_of_them, told(facts.figures, UNDECIDED), waits)
    days = (facts.period.as_of - lists.longest.recorded_on).days
    ref, waited = lists.longest.ref, words.days(days)
    longest = f"{ref} has waited longest for a decision on approval: {waited}; "
    if undecided == 1:
        longest = f"{ref} has waited {waited}; "
    return say(*start, longest, f"the target is {_decision_target(facts)}.")


def _decision_target(facts: Breaches) -> str:
    days = facts.targets.undecided_effect_days
    return f"{days}{_by_default(days, DEFAULTS.undecided_effect_days)}"


def _by_default(target: int, default: int) -> str:
    """Return that a target is BCCC's own, where the committee has set no other."""
    return " (BCCC default)" if target == default else ""


def waiting(facts: Breaches) -> Sentence:
    """Say how many of those that wait have waited beyond the target."""
    n, late = whole(facts.figures, UNDECIDED), whole(facts.figures, "K14.undecided_over_28_days")
    if n == 0:
        return say("None: no breach that affects approval waits for a decision.")
    days = facts.targets.undecided_effect_days
    counted = (told(facts.figures, UNDECIDED), f" {words.plural(n, 'breach waits', 'breaches wait')}, ")
    if late == 0:
        return say(*counted, f"{'not' if n == 1 else 'none'} for more than {days} days.")
    if n == 1:
        return say(*counted, f"for more than {days} days.")
    over = Part(words.number_word(late), "K14.undecided_over_28_days")
    return say(*counted, over, f" for more than {days} days. The longest wait stands first.")


def changed(facts: Breaches) -> Sentence:
    """Say how many breaches were recorded in the window, and what those that affect approval led to. Source: P8."""
    recorded, n = sum(kind.n for kind in facts.kinds), whole(facts.figures, "K14.n")
    were = words.plural(recorded, "breach was", "breaches were")
    start = (Part(words.number_word(recorded), "recorded"), f" {were} recorded in these dates. ")
    if n == 0:
        return say(*start, "None affects approval.")
    counts = [(name, whole(facts.figures, f"K14.by.effect.{effect}")) for effect, name in EFFECTS.items()]
    led = words.listed([f"{words.number_word(count)} {_effect_words(name)}" for name, count in counts if count])
    older = n - sum(kind.approval.yes for kind in facts.kinds)
    if older == n:
        affect = words.plural(n, "older one affects approval and is", "older ones affect approval and are")
        return say(*start, Part(words.capital(words.number_word(n)), "K14.n"), f" {affect} not decided.")
    which = f"{words.count(older, 'older one')} that {words.plural(older, 'is', 'are')} not decided"
    aside = f", {which} among them" if older else ""
    many = Part(words.capital(words.number_word(n)), "K14.n")
    return say(*start, many, f" {words.plural(n, 'affects', 'affect')} approval{aside}: {led}.")


def _effect_words(name: str) -> str:
    said = {"Conditions": "with conditions", "Withdrawn": "approval withdrawn", "Ended": "service ended"}
    return said.get(name, name.lower())


def affected(facts: Breaches) -> Sentence:
    """Say to how many of the breaches recorded in the window all three questions are answered. Source: P55 to P57."""
    n = sum(kind.n for kind in facts.kinds)
    if n == 0:
        return say("No breach was recorded in these dates.")
    asked = [answer for kind in facts.kinds for answer in (kind.assessment, kind.approval, kind.length_of_service)]
    missing = sum(answer.unanswered for answer in asked)
    breaches = f"{words.count(n, 'breach', 'breaches')} recorded in these dates"
    if missing == 0:
        return say(f"For {breaches}, all three questions are answered.")
    answers = f"{words.count(missing, 'answer')} {words.plural(missing, 'is', 'are')} missing"
    return say(f"Three questions are asked of each breach. For {breaches}, {answers}.")


def suspended(facts: Breaches) -> Sentence:
    """Say how many people are suspended, whether that was ratified, and how much service it cost. Source: P57."""
    held, lost = facts.suspended, whole(facts.figures, "K16.n")
    cost = (
        *("Suspension cost ", Part(words.number_word(lost), "K16.n")),
        f" {words.plural(lost, 'day')} of service in these dates{', the first day counted' if lost else ''}.",
    )
    if held.n == 0:
        return say("Nobody is suspended. ", *cost)
    longest = words.days((facts.period.as_of - held.people[0].since).days)
    start = f"{words.count(held.n, 'person is', 'people are')} suspended, {'' if held.n == 1 else 'the longest '}for "
    return say(start, f"{longest}. ", _ratified(facts), *cost)


def _ratified(facts: Breaches) -> str:
    n, without = facts.suspended.n, facts.suspended.unratified
    days = facts.targets.urgent_suspension_days
    target = f"{words.days(days)}{_by_default(days, DEFAULTS.urgent_suspension_days)}"
    if without == 0:
        return "The decision is ratified. " if n == 1 else f"{'Both' if n == 2 else 'All'} decisions are ratified. "
    which = "It is" if n == 1 else f"{words.capital(words.number_word(without))} {words.plural(without, 'is', 'are')}"
    return f"{which} not ratified; the target for an urgent suspension is {target}. "


def online(facts: Breaches, lists: BreachLists) -> Sentence:
    """Say how long content stayed up, and how much of it is up still. Source: P49."""
    figures, d = facts.figures, whole(facts.figures, "K20.d")
    still, n = whole(figures, "K20.still_open"), whole(figures, "K20.n")
    earlier = lists.online_n - still
    older = f" {_are(earlier, 'discovered before these dates')} still online." if earlier else ""
    if d == 0:
        return say("No breach whose content was online was discovered in these dates.", older)
    unclear = d - n - still
    open_end = f" Of {words.number_word(unclear)} it is not recorded when it was removed." if unclear else ""
    return say(
        *("Of ", told(figures, "K20.d"), f" {words.plural(d, 'breach', 'breaches')} discovered in these dates whose "),
        *("content was online, ", Part(_none_or(n), "K20.n"), f" {words.plural(n, 'was', 'were')} taken down"),
        *(_spread(facts, n), " and ", Part(_none_or(still), "K20.still_open")),
        f" {words.plural(still, 'is', 'are')} still online.{open_end}{older}",
        f" The target is {TAKE_DOWN_DAYS} days (BCCC default).",
    )


def _none_or(n: int) -> str:
    return words.number_word(n) if n else "none"


def _are(n: int, which: str) -> str:
    return f"{words.capital(words.number_word(n))} {which} {words.plural(n, 'is', 'are')}"


def _spread(facts: Breaches, n: int) -> str:
    k20 = facts.figures["K20"]
    median, least, most = (k20[name] for name in ("median_days", "min_days", "max_days"))
    if n == 0 or not isinstance(median, int | float):
        return ""
    if n == 1:
        return f", after {words.number(median)} {words.plural(int(median), 'day')},"
    return f", after a median of {words.number(median)} days (from {least} to {most}, n = {words.figure(n)}),"


def unratified(lists: BreachLists, facts: Breaches) -> Sentence:
    """Say how many decisions to suspend wait to be ratified; the Overview counts the same."""
    n = lists.unratified_n
    days = facts.targets.urgent_suspension_days
    return say(
        f"{words.count(n, 'urgent suspension')} {words.plural(n, 'has', 'have')} not been ratified for more than "
        f"{days} days."
    )
