"""The figures about concerns, breaches, decisions and what follows them."""

from bccc_dash.domain.definition import BCCC_DEFAULT, CONTEXT, POLICY, Definition
from bccc_dash.domain.definitions_vetting import COUNT, DAYS, N_OF_D

CASES = (
    Definition(
        "K9",
        "Open concerns",
        "Concerns neither closed nor found to be about somebody else on the as-at day, by severity and by days since "
        "they were found.",
        ("P9", "P25", "P31"),
        "none open for 91 days or more",
        BCCC_DEFAULT,
        "concerns",
        "a count by severity and age",
    ),
    Definition(
        "K10",
        "Discussed in time",
        "Of the concerns that were to be discussed by a day in the window, those discussed with the volunteer by then: "
        "five working days after the concern was found; for a critical one the day of the referral advice, at most "
        "the next working day. Those put off on safeguarding or police advice are counted beside it.",
        ("P25",),
        "95%",
        BCCC_DEFAULT,
        "concerns",
        N_OF_D,
    ),
    Definition(
        "K11",
        "Source assessed",
        "Of the concerns whose fifth working day lies in the window, those whose source was assessed by then.",
        ("P29",),
        "100%",
        BCCC_DEFAULT,
        "concerns",
        N_OF_D,
    ),
    Definition(
        "K12",
        "Shared with the committee in time",
        "Of the concerns that were to be shared by a day in the window, those shared by then: critical the same day, "
        "high within five working days, others at the first meeting at least five working days off, at most 28 days.",
        ("P31",),
        "100%",
        BCCC_DEFAULT,
        "concerns",
        N_OF_D,
    ),
    Definition(
        "K13",
        "Time to decision and to closure",
        "Days from the day a concern was found to its first ratified decision in the window, and to its closing in the "
        "window. Beside each: concerns that still wait.",
        ("P30", "P31"),
        "28 days to decide, 56 to close",
        BCCC_DEFAULT,
        "days",
        DAYS,
    ),
    Definition(
        "K14",
        "Breaches affecting approval",
        "Breaches said to affect approval that were recorded in the window, and every older one still undecided, by "
        "the latest ratified decision about the breach.",
        ("P8", "P56"),
        "none undecided for more than 28 days",
        BCCC_DEFAULT,
        "breaches",
        "a count by effect",
    ),
    Definition(
        "K15",
        "Effect decided",
        "Of the breaches closed in the window, those where the effect on assessment, on approval and on length of "
        "service are all three answered.",
        ("P55", "P56", "P57"),
        "100%",
        BCCC_DEFAULT,
        "breaches",
        N_OF_D,
    ),
    Definition(
        "K20",
        "Take-down time",
        "Days from discovery to removal of what was online, for breaches discovered in the window. Beside it: those "
        "still online.",
        ("P49",),
        "at most 7 days",
        BCCC_DEFAULT,
        "days",
        DAYS,
    ),
    Definition(
        "K21",
        "Child identified",
        "Breaches in which a child of the centre was identified, recorded in the window, and in the twelve months to "
        "the as-at day.",
        ("P52",),
        "0",
        POLICY,
        "breaches",
        COUNT,
    ),
    Definition(
        "K22",
        "Referral considered",
        "Of the high and critical concerns and breaches recorded in the window, those for which every required outside "
        "body was considered.",
        ("P7", "P32"),
        "100%",
        BCCC_DEFAULT,
        "concerns and breaches",
        N_OF_D,
    ),
    Definition(
        "K23",
        "Right of reply",
        "Of the adverse decisions ratified in the window about a concern, a breach, or a volunteer of whom a concern "
        "was known, those before which a discussion was offered, or put off with a reason and a note.",
        ("P25",),
        "100%",
        POLICY,
        "decisions",
        N_OF_D,
    ),
    Definition(
        "K24",
        "Four eyes and recusal",
        "Of the adverse decisions ratified in the window, those proposed and decided by two different people, neither "
        "of whom had stood aside.",
        ("P30", "P56"),
        "100%",
        BCCC_DEFAULT,
        "decisions",
        N_OF_D,
    ),
    Definition(
        "K25",
        "Reports by source",
        "Concerns and breaches of the twelve months to the as-at day by who raised them, and whole months since a "
        "child, a family member or a volunteer last did. No report is a question, not an assurance.",
        ("P43", "P54"),
        None,
        CONTEXT,
        "concerns and breaches",
        "a count by source",
    ),
    Definition(
        "K27",
        "Repeat concerns",
        "Of the volunteers with a concern found in the twelve months to the as-at day, those with two or more.",
        ("P25",),
        None,
        CONTEXT,
        "volunteers",
        N_OF_D,
    ),
    Definition(
        "K28",
        "Actions on time",
        "Of the actions first due in the window, those done by that first day. Actions cancelled with a reason are "
        "left out.",
        ("P30",),
        "90%",
        BCCC_DEFAULT,
        "actions",
        N_OF_D,
    ),
    Definition(
        "K31",
        "Data quality",
        "Records that break one of the rules that the data must keep, on the as-at day, by rule. A record that breaks "
        "two rules counts twice.",
        ("P12", "P14", "P19", "P22", "P29", "P48", "P65", "P66"),
        "0",
        BCCC_DEFAULT,
        "findings",
        "a count by rule",
    ),
)
