"""The rules about people, their stages and the checks on them."""

from bccc_dash.domain.overview import Rag
from bccc_dash.domain.rule import Kind, Rule

RED_RULES = (
    Rule(
        "I6",
        "Acting in one's own matter",
        "Somebody checked, assessed, proposed or decided a matter that is about themself.",
        ("P19", "P29", "P30"),
        "Somebody else does it anew: a new check, a new row on the sheet 'source_assessments', or a new decision. "
        "The committee notes that the first one does not count; it stays on record.",
        (Kind.CHECK, Kind.ASSESSMENT, Kind.DECISION),
        Rag.ACT,
    ),
    Rule(
        "I20",
        "Active without approval",
        "A volunteer is at the Active stage without an approval that allows it.",
        ("P1",),
        "Until the committee has decided, the volunteer does no shift. Record the decision and the new row on the "
        "sheet 'approval_events'; if the person is not active, add the move to the right stage on the sheet "
        "'stage_events'.",
        (Kind.VOLUNTEER,),
        Rag.ACT,
    ),
)

GATE_RULES = (
    Rule(
        "I3",
        "Check before permission or notice",
        "A check was started before the signed form gave permission, or before the notice about internet use.",
        ("P14", "P16"),
        "If a date on the volunteer's row is missing or mistyped, correct 'Form signed on', 'Check permission' or "
        "'Notice given on'. If not, tell the committee; a new check follows once form and notice are there.",
        (Kind.CHECK,),
    ),
    Rule(
        "I2",
        "Check not complete",
        "A completed check lacks what makes it whole: a checker who may check, the three attestations, a platform, a"
        " search engine, an outcome.",
        ("P15", "P19", "P21", "P23", "P24"),
        "Ask the checker, and fill the cells of the check's row, or add its row on the sheet 'check_platforms'. What"
        " cannot be attested, or was done by somebody who may not check, is checked anew.",
        (Kind.CHECK,),
    ),
    Rule(
        "I18",
        "Private communication without authority",
        "A private communication was used without a lawful basis on record, or without somebody else's authority.",
        ("P64", "P65"),
        "Leave it out of every decision until 'Monitoring basis' and 'Authorised by' are filled: somebody other than"
        " the checker gives the authority. If it was in public view after all, correct 'Provenance'.",
        (Kind.CHECK,),
    ),
)

STAGE_RULES = (
    Rule(
        "I4",
        "Check outside Stage 1 or without a reason",
        "An applicant's check was not started in Stage 1, or another check has no reason on record.",
        ("P12", "P22"),
        "Add the missing move on the sheet 'stage_events' if the person was in Stage 1; for any other check, have "
        "the checker write the reason in 'Necessity note', or correct the 'Trigger'.",
        (Kind.CHECK,),
    ),
    Rule(
        "CHECK_AFTER_EXIT",
        "Check completed after Stage 1",
        "An applicant moved on from Stage 1 before the check was completed.",
        ("P22",),
        "If a date is mistyped, correct 'Completed on', or add the missing move on the sheet 'stage_events'. If not,"
        " tell the committee that the person moved on unchecked.",
        (Kind.CHECK,),
    ),
    Rule(
        "I5",
        "Outcome and concern do not match",
        "A check raised a concern that is not on record, or a concern names a check whose outcome says otherwise.",
        ("P25", "P31"),
        "Record the concern and name the check in its 'Check ref', or correct the check's 'Outcome'.",
        (Kind.CHECK,),
    ),
    Rule(
        "NO_STAGE",
        "No stage recorded",
        "Somebody has applied and stands at no stage, so no figure about stages counts them.",
        ("P22", "P66"),
        "Add a row on the sheet 'stage_events' for the stage in which the person began, and one for each move since.",
        (Kind.VOLUNTEER,),
    ),
)
