"""The figures about breaches, decisions and what follows them."""

from bccc_dash.domain.definition import BCCC_DEFAULT, COUNT, DAYS, N_OF_D, POLICY, Definition

BREACHES = (
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
