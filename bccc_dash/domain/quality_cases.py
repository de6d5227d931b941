"""The rules about decisions, concerns and breaches."""

from bccc_dash.domain.rule import CASES, Kind, Rule

DECISION_RULES = (
    Rule(
        "I7",
        "Decision without four eyes",
        "One person proposed and decided an adverse decision, somebody who had stood aside took part, or the decider"
        " is not on the Management Committee.",
        ("P30", "P56"),
        "If 'Proposed by' or 'Decided by' is missing or mistyped, correct it, or 'On management committee' of the "
        "user. If not, the committee decides the matter anew, and the new decision is recorded.",
        (Kind.DECISION,),
    ),
    Rule(
        "I8",
        "Decision without an assessed source",
        "An adverse decision has no source assessment behind it, or the latest one doubts that it is this person.",
        ("P29",),
        "Add a row on the sheet 'source_assessments' that says how sure it is. If it stays doubtful, the committee "
        "looks at the decision again.",
        (Kind.DECISION,),
    ),
    Rule(
        "I9",
        "Decision about belief",
        "An adverse decision rests on views, without an objection to conduct or to the manner of saying them.",
        ("P27",),
        "The committee takes advice and says what it objects to: 'Objection to' of the concern, 'Reason is conduct "
        "not belief' of the decision. If it was the belief itself, it decides anew.",
        (Kind.DECISION,),
    ),
    Rule(
        "I10",
        "Decision without a reply",
        "The volunteer was not offered a discussion before an adverse decision, and none was put off with a note.",
        ("P25",),
        "Add the offer on the sheet 'discussions' if there was one, or the reason and the note for putting it off. "
        "If not, offer it now, and the committee looks at the decision again.",
        (Kind.DECISION,),
    ),
    Rule(
        "I12",
        "LADO not considered in time: grooming, child identified",
        "A child may have been groomed or was identified, and nobody considered telling LADO by the next working day.",
        ("P7", "P32", "P52"),
        "Consider it today, and add the row on the sheet 'referrals' with its day and outcome, also where the answer"
        " is no. A day that has passed stays passed; the committee notes why.",
        CASES,
    ),
    Rule(
        "I13",
        "Departure not considered for referral",
        "Somebody was removed, or resigned during a grave matter, and telling DBS and the Charity Commission was not"
        " considered.",
        ("P7",),
        "Consider both, take advice on the duty to refer, and add a row on the sheet 'referrals' for each.",
        CASES,
    ),
    Rule(
        "I14",
        "Effect on approval not decided",
        "A breach is said to affect approval, and no ratified decision is about it.",
        ("P56",),
        "Put it on the next agenda; record the decision with the breach as its 'Subject ref'. If it does not affect "
        "approval, correct 'Affects approval'.",
        (Kind.INCIDENT,),
    ),
)

CASE_RULES = (
    Rule(
        "I11",
        "Severity below the least",
        "A concern or a breach is recorded as less severe than its category allows.",
        ("P32", "P39", "P42", "P44", "P48", "P52"),
        "Correct the 'Severity', or the 'Category' (of a breach the 'Breach type') if that is what is wrong.",
        CASES,
    ),
    Rule(
        "I16",
        "Dates out of order",
        "Dates stand in an order in which they cannot have been.",
        ("P66",),
        "Find out which of the dates is mistyped, and correct that cell.",
        (Kind.INCIDENT, Kind.CONCERN, Kind.DISCUSSION, Kind.SHARE),
    ),
    Rule(
        "I19",
        "Consent was valid",
        "A breach is recorded as published without consent, though its own consent record was valid on that day.",
        ("P48",),
        "Compare the breach with its consent: correct 'Breach type', 'Occurred on' or 'Consent ref', or the days on "
        "the consent's row. If consent was withdrawn later, ask for a take-down instead.",
        (Kind.INCIDENT,),
    ),
)
