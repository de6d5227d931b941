"""What can be chosen on the Vetting page, in words, and what is said where a choice finds nobody."""

from collections.abc import Callable

from bccc_dash.domain import words
from bccc_dash.domain.vetting import Vetting
from bccc_dash.views.sentence import whole
from bccc_dash.views.vetting_sentences import stage_name


def in_stage(vetting: Vetting, stage: str) -> int:
    """Return how many people are in a stage, or in all of them where it is ""."""
    return whole(vetting.figures, f"K6.by.stage.{stage}.n" if stage else "K6.n")


def stages(vetting: Vetting) -> Callable[[str], str]:
    """Return what says each choice of a stage, with how many people it leaves."""

    def named(stage: str) -> str:
        name = stage_name(vetting, stage) if stage else "Any stage"
        return f"{name} ({words.figure(in_stage(vetting, stage))})"

    return named


def nobody(vetting: Vetting, stage: str) -> str:
    """Return what to say of an empty list, and the way out."""
    n = in_stage(vetting, "")
    if not stage or n == 0:
        return "Nobody is applying at the moment. Choose another day to see earlier applications."
    others = f"{words.capital(words.count(n, 'person is', 'people are'))} applying in all."
    return f"Nobody is in {stage_name(vetting, stage)}. {others} Choose “Any stage” to see them."
