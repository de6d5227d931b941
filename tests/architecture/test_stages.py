"""The stages and requirements that BCCC starts with."""

from bccc_dash.domain.stages import ASSUMPTION, DEFAULT_REQUIREMENTS, DEFAULT_STAGES, POLICY
from bccc_dash.domain.vocabulary import Requirement, Stage


def test_every_stage_has_its_default_in_order():
    assert [stage.code for stage in DEFAULT_STAGES] == list(Stage)
    assert [stage.ordinal for stage in DEFAULT_STAGES] == list(range(len(Stage)))


def test_every_requirement_has_its_default():
    assert [requirement.code for requirement in DEFAULT_REQUIREMENTS] == list(Requirement)


def test_only_the_check_at_stage_one_is_the_policys_own():
    assert [stage.code for stage in DEFAULT_STAGES if stage.source == POLICY] == [Stage.S1]
    assert [stage.code for stage in DEFAULT_STAGES if stage.requires_social_check] == [Stage.S1]
    assert {stage.source for stage in DEFAULT_STAGES} == {POLICY, ASSUMPTION}


def test_targets_are_those_of_the_bccc_default():
    targets = {stage.code.value: stage.target_days for stage in DEFAULT_STAGES if stage.target_days is not None}

    assert targets == {"S0": 14, "S1": 28, "S2": 28, "S3": 60, "S4": 42, "S5": 183}
