"""The figures about concerns: open ones, the policy's milestones, who raised them."""

from bccc_dash.domain.definition import BCCC_DEFAULT, CONTEXT, DAYS, N_OF_D, Definition

CONCERNS = (
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
)
