from bccc_dash.views.sentence import Part, at, plain, rate, say, told, whole

FIGURES = {"K9": {"n": 12, "by": {"age": {"91+": 3}}}, "K17": {"n": 26, "d": 31}, "K18": {"n": 1}}


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest():
    assert plain(say(told(FIGURES, "K9.by.age.91+"), " of DBS")) == "Three of DBS"
    assert say("") == ()


def test_a_number_remembers_its_figure():
    assert told(FIGURES, "K9.n") == Part("12", "K9.n")
    assert rate(FIGURES, "K17") == Part("26 of 31", "K17")


def test_a_place_that_does_not_exist_holds_nothing():
    assert at(FIGURES, "K9.by.severity.LOW") is None
    assert whole(FIGURES, "K99.n") == 0
