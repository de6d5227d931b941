"""What stands in place of a list that is empty: in order with its evidence, or no evidence at all."""

from bccc_dash.domain import words
from bccc_dash.domain.overview import Need, Rag
from bccc_dash.domain.vetting import Vetting
from bccc_dash.views.sentence import whole
from bccc_dash.views.vetting_sentences import AFTER_ENQUIRY, WITH_REQUIREMENTS

SILENCE = "Silence is not assurance."


def checks(vetting: Vetting) -> tuple[Need, ...]:
    """Return the verdict on Stage 1 checks; nothing where one is missing. Source: P22."""
    gaps, here = vetting.gaps, _people(vetting, ("S1",))
    left = words.number_word(gaps.left_stage_1) if gaps.left_stage_1 else "none"
    evidence = f"{words.count(here, 'person', 'people')} in Stage 1, {left} who left it in these dates."
    missing, seen = gaps.unchecked_in_all + gaps.left_unchecked_in_all, here + gaps.left_stage_1
    return _verdict(missing, seen, "No Stage 1 check is missing or late.", "No Stage 1 check was due.", evidence)


def gates(vetting: Vetting) -> tuple[Need, ...]:
    """Return the verdict on gates; nothing where one is not met. Source: P14, P16."""
    here, missing = _people(vetting, AFTER_ENQUIRY), sum(vetting.gaps.gates_in_all.values())
    evidence = f"{words.count(here, 'person', 'people')} looked at."
    return _verdict(missing, here, "Every gate is met.", "Nobody has come to a gate.", evidence)


def waiting(vetting: Vetting) -> tuple[Need, ...]:
    """Return the verdict on requirements and DBS checks; nothing where somebody waits."""
    here = _people(vetting, WITH_REQUIREMENTS)
    missing = vetting.gaps.waiting_in_all + vetting.gaps.dbs_lapsed + vetting.gaps.dbs_soon
    evidence = f"{words.count(here, 'person', 'people')} looked at."
    return _verdict(missing, here, "Nobody waits for a requirement.", "Nobody has come to a requirement.", evidence)


def _people(vetting: Vetting, stages: tuple[str, ...]) -> int:
    return sum(whole(vetting.figures, f"K6.by.stage.{code}.n") for code in stages)


def _verdict(missing: int, seen: int, good: str, silent: str, evidence: str) -> tuple[Need, ...]:
    if missing:
        return ()
    if seen == 0:
        return (Need(Rag.NO_EVIDENCE, silent, SILENCE),)
    return (Need(Rag.IN_ORDER, good, words.capital(evidence)),)
