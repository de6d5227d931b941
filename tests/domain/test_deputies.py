"""Who acts where everybody who holds a duty stands aside."""

from bccc_dash.domain.deputies import DUTY_OF, Duty, Holder, who_acts

CORA, CEM, DEE = Holder(1, "Cora"), Holder(2, "Cem"), Holder(3, "Dee")
DEPUTIES = {Duty.COORDINATOR: DEE}


def said(holders=(CORA, CEM), kept_from=(1, 2), deputies=DEPUTIES, duty=Duty.COORDINATOR):
    return who_acts(duty, holders, kept_from, deputies)


def test_nobody_acts_instead_while_one_holder_may():
    assert said(kept_from=()) == said(kept_from=(1,)) == said(kept_from=(2, 3)) == ""


def test_the_deputy_acts_where_every_holder_is_conflicted():
    assert said() == "Every coordinator is conflicted: Dee acts instead."
    assert said(holders=(CORA,)) == "The coordinator is conflicted: Dee acts instead."


def test_where_nobody_is_named_the_sentence_says_who_names_somebody():
    assert said(deputies={}) == (
        "Every coordinator is conflicted: nobody is named to act instead; the chair names one under Settings."
    )


def test_a_deputy_who_is_conflicted_does_not_act():
    assert said(kept_from=(1, 2, 3)).startswith("Every coordinator is conflicted: Dee, who would act instead, is ")


def test_a_duty_that_nobody_holds_falls_to_the_deputy():
    assert said(holders=()) == "There is no coordinator: Dee acts instead."
    assert said(holders=(), duty=Duty.LEAD).startswith("There is no safeguarding lead: nobody is named")


def test_each_duty_has_its_own_setting():
    assert DUTY_OF == {
        "deputy_chair": Duty.CHAIR,
        "deputy_coordinator": Duty.COORDINATOR,
        "deputy_lead": Duty.LEAD,
    }
