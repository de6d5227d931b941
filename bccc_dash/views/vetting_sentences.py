"""The sentences of the Vetting page: how many, the worst by ref, then the target or the evidence."""

from collections.abc import Iterator

from bccc_dash.domain import words
from bccc_dash.domain.applicant import STAGES, Way
from bccc_dash.domain.definition import BCCC_DEFAULT
from bccc_dash.domain.labels import label
from bccc_dash.domain.vetting import DBS_SOON_DAYS, Applicant, Gate, Vetting
from bccc_dash.domain.vocabulary import Stage
from bccc_dash.views.headlines import NOTHING_RECORDED
from bccc_dash.views.sentence import Part, Sentence, say, told, whole

Pieces = Iterator[str | Part]
NOBODY = "Nobody is applying at the moment."
PERMISSION = (Gate.WITHDRAWN, Gate.NO_FORM, Gate.NO_PERMISSION)
NOTICE = (Gate.NO_NOTICE, Gate.LATE_NOTICE)
AFTER_ENQUIRY = ("S1", "S2", "S3", "S4", "S5")
WITH_REQUIREMENTS = ("S2", "S3", "S4", "S5")


def head(vetting: Vetting) -> Sentence:
    """Return how many apply, how many are past their target, and the worst of them by ref. Source: P1, P22."""
    if not vetting.gaps.has_records:
        return NOTHING_RECORDED
    n, late = whole(vetting.figures, "K6.n"), over_target(vetting)
    if n == 0:
        return say(NOBODY)
    if late == 0:
        return say(*everybody(n, "person", "people", "K6.n"), f" applying {_is(n)} within the target of ", _own(n))
    start = ("The ", Part("one", "K6.n"), " person applying has") if n == 1 else _of(n, "people applying, ", "K6.n")
    rest = () if n == 1 else (Part(words.number_word(late), "K6.over_target"), f" {words.plural(late, 'has', 'have')}")
    return say(*start, *rest, " been in their stage longer than its target: ", _named(vetting, late), ".")


def over_target(vetting: Vetting) -> int:
    """Return how many people have been in their stage longer than its target."""
    return sum(lane.over_target for lane in vetting.stages)


def stage_name(vetting: Vetting, code: str) -> str:
    """Return what the centre calls a stage before Active."""
    return next((lane.name for lane in vetting.stages if lane.code == code), code)


def _own(n: int) -> str:
    return "the stage." if n == 1 else "their stage."


def _is(n: int) -> str:
    return words.plural(n, "is", "are")


def _of(n: int, noun: str, figure: str) -> tuple[str | Part, ...]:
    return ("Of ", Part(words.number_word(n), figure), f" {noun}")


def everybody(n: int, one: str, many: str, figure: str) -> tuple[str | Part, ...]:
    """Return "The one person", "Both people", "All three people"."""
    if n == 1:
        return ("The ", Part("one", figure), f" {one}")
    return (Part("Both", figure), f" {many}") if n == 2 else ("All ", Part(words.number_word(n), figure), f" {many}")


def _named(vetting: Vetting, late: int) -> str:
    worst = vetting.gaps.late
    told_of = [f"{who.ref} ({stage_name(vetting, who.stage)}, {words.days(who.days)})" for who in worst]
    more = late - len(worst)
    return words.listed([*told_of, f"{words.number_word(more)} more"] if more else told_of)


def where(vetting: Vetting) -> Sentence:
    """Return how many people are in each stage, and the longest stay. Source: P1, P22."""
    if whole(vetting.figures, "K6.n") == 0:
        return say(NOBODY)
    return say(*_where(vetting))


def _where(vetting: Vetting) -> Pieces:
    for lane in vetting.stages:
        yield f"{', ' if lane is not vetting.stages[0] else ''}{lane.name} "
        yield Part(words.figure(lane.n), f"K6.by.stage.{lane.code}.n")
    longest = max(vetting.stages, key=lambda lane: lane.max_days or 0)
    yield f". The longest stay so far is {words.days(longest.max_days or 0)}, in {longest.name}."


def checks(vetting: Vetting) -> Sentence:
    """Return how many in Stage 1 have no check, the most overdue of them, and K2. Source: P22."""
    return say(*_in_stage_1(vetting), " ", *_left_stage_1(vetting))


def _in_stage_1(vetting: Vetting) -> Pieces:
    n, missing = whole(vetting.figures, "K6.by.stage.S1.n"), vetting.gaps.unchecked_in_all
    place = "K6.by.stage.S1.n"
    if n == 0:
        yield "Nobody is in Stage 1."
    elif missing == 0:
        yield from everybody(n, "person", "people", place)
        yield f" in Stage 1 {words.plural(n, 'has', 'have')} had the online check."
    else:
        all_of = (*everybody(n, "person", "people", place), " in Stage 1") if missing == n else ()
        yield from all_of or (*_of(n, "people in Stage 1, ", place), words.number_word(missing))
        yield f" {words.plural(missing, 'has', 'have')} not had the online check. {_first_of_all(vetting)}"


def _first_of_all(vetting: Vetting) -> str:
    first = vetting.gaps.unchecked[0].applicant
    if first.past is None:
        return f"{first.ref} has waited longest: {words.days(first.days)}."
    if first.is_late:
        said = f"in Stage 1 for {words.days(first.days)}, {words.days(first.past)} past the target"
        return f"The most overdue is {first.ref}: {said} of {first.target_days}."
    return f"None is past the target of {words.days(first.target_days or 0)}; {first.ref} comes next, {left(first)}."


def left(who: Applicant) -> str:
    """Return how many days are left to somebody who is in time: "with 5 days left", "on its last day"."""
    return f"with {words.days(-(who.past or 0))} left" if who.past else "on its last day"


def _left_stage_1(vetting: Vetting) -> Pieces:
    missed, d = vetting.gaps.left_unchecked_in_all, vetting.gaps.left_stage_1
    if d == 0:
        yield "Nobody left it forward for the first time in these dates, so there is no evidence of its check."
    elif missed:
        yield from (
            "Of ",
            Part(words.number_word(d), "K2.d"),
            f" who left it in these dates, {words.number_word(missed)}",
        )
        yield from (" had no check done in it: ", Part(f"{words.figure(d - missed)} of {words.figure(d)}", "K2"))
        yield " had it."
    else:
        yield from everybody(d, "person", "people", "K2.d")
        yield from (" who left it in these dates had the check first (", Part(f"{d - missed:,} of {d:,}", "K2"), ").")


def gates(vetting: Vetting) -> Sentence:
    """Return who has no permission, who had no notice in time, who is not approved. Source: P1, P14, P16."""
    return say(*_paper(vetting), *_notice_due(vetting), *_approval(vetting))


def _paper(vetting: Vetting) -> Pieces:
    n = sum(whole(vetting.figures, f"K6.by.stage.{code}.n") for code in AFTER_ENQUIRY)
    asked, given = (sum(vetting.gaps.gates_in_all[gate] for gate in kinds) for kinds in (PERMISSION, NOTICE))
    if n == 0:
        yield "Nobody stands between Stage 1 and Active."
    elif asked == 0 == given:
        yield from everybody(n, "person", "people", "")
        yield " between Stage 1 and Active gave permission, and had the internet-use notice in time."
    else:
        yield f"Of {words.count(n, 'person', 'people')} between Stage 1 and Active, "
        yield f"{_none(asked)} {words.plural(asked, 'has', 'have')} no permission on record, and {_none(given)} "
        yield "had the internet-use notice late or not at all."


def _none(n: int) -> str:
    return words.number_word(n) if n else "none"


def _notice_due(vetting: Vetting) -> Pieces:
    due = vetting.gaps.gates_in_all[Gate.NOTICE_DUE]
    if due:
        yield f" {words.capital(words.count(due, 'person', 'people'))} past the target of Enquiry "
        yield f"{words.plural(due, 'has', 'have')} had no notice yet."


def _approval(vetting: Vetting) -> Pieces:
    active = vetting.gaps.gates_in_all[Gate.UNAPPROVED_ACTIVE]
    early = vetting.gaps.gates_in_all[Gate.UNAPPROVED_PROBATION]
    if active:
        yield from (" ", Part(words.capital(words.number_word(active)), "K1.n"))
        yield f" {words.plural(active, 'volunteer is', 'volunteers are')} active without a valid approval."
    if early:
        yield from (" ", Part(words.capital(words.number_word(early)), "K1.in_probation_not_approved"))
        yield f" {words.plural(early, 'person', 'people')} in probation {_is(early)} not approved yet; the policy does "
        yield "not say which comes first."


def waiting(vetting: Vetting) -> Sentence:
    """Return how many wait for something that their stage asks for, and which DBS checks lapse."""
    return say(*_requirements(vetting), " ", *_dbs(vetting))


def _requirements(vetting: Vetting) -> Pieces:
    n = sum(whole(vetting.figures, f"K6.by.stage.{code}.n") for code in WITH_REQUIREMENTS)
    waits = vetting.gaps.waiting_in_all
    if n == 0:
        yield "Nobody is in a stage that has requirements."
    elif waits == 0:
        yield from everybody(n, "person", "people", "")
        yield f" between Stage 2 and Active {words.plural(n, 'has', 'have')} what their stage asks for."
    else:
        all_of = everybody(n, "person", "people", "") if waits == n else ()
        yield from all_of or (f"Of {words.count(n, 'person', 'people')}",)
        yield f" between Stage 2 and Active{'' if all_of else f', {words.number_word(waits)}'} "
        yield f"{words.plural(waits, 'waits', 'wait')} for something that their stage asks for."


def _dbs(vetting: Vetting) -> Pieces:
    lapsed, soon = vetting.gaps.dbs_lapsed, vetting.gaps.dbs_soon
    if lapsed == 0 == soon:
        yield f"No DBS check on record has lapsed, and none lapses within {DBS_SOON_DAYS} days."
    else:
        yield f"{words.capital(words.count(lapsed, 'DBS check has', 'DBS checks have'))} lapsed, and {_none(soon)} "
        yield f"{words.plural(soon, 'lapses', 'lapse')} within {DBS_SOON_DAYS} days ({BCCC_DEFAULT})."


def one_by_one(vetting: Vetting, stage: str) -> Sentence:
    """Return how many people the list holds, in a stage or in all."""
    n = whole(vetting.figures, "K6.n")
    if not stage:
        return say(
            told(vetting.figures, "K6.n"),
            f" {words.plural(n, 'person is', 'people are')} applying{', the most overdue first' if n > 1 else ''}.",
        )
    place = f"K6.by.stage.{stage}.n"
    here = whole(vetting.figures, place)
    return say(
        *(
            Part(words.number_word(here) if here else "none", place),
            f" of {words.count(n, 'person', 'people')} applying {_is(here)} in ",
        ),
        f"{stage_name(vetting, stage)}.",
    )


def history(vetting: Vetting, way: Way) -> Sentence:
    """Return where one person stands on the day."""
    if not way.stays:
        return say(f"{way.ref} has come to no stage by this day.")
    stay = way.stays[-1]
    name = stage_name(vetting, stay.stage) if stay.stage in STAGES else label(Stage(stay.stage))
    days = words.days((vetting.period.as_of - stay.entered_on).days)
    return say(f"{way.ref} has been in {name} for {days}, since {words.uk_date(stay.entered_on)}.")
