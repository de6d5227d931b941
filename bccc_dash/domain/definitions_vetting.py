"""The figures about vetting: stages, checks and approval."""

from bccc_dash.domain.definition import BCCC_DEFAULT, CONTEXT, COUNT, DAYS, N_OF_D, POLICY, Definition

VETTING = (
    Definition(
        "K1",
        "Active without valid approval",
        "Volunteers at the Active stage whose approval is neither given, nor given with conditions, nor suspended, on "
        "the as-at day. Beside it: people in Probation who are not yet approved.",
        ("P1",),
        "0",
        POLICY,
        "volunteers",
        COUNT,
    ),
    Definition(
        "K2",
        "Stage 1 check coverage",
        "Of the people who left Stage 1 forward for the first time in the window, those whose online check was "
        "started while they were in Stage 1 and completed by the day they left it.",
        ("P22",),
        "100%",
        POLICY,
        "volunteers",
        N_OF_D,
    ),
    Definition(
        "K3",
        "Lawful start",
        "Of the checks started in the window, cancelled ones too, those that came after the signed form with its "
        "permission and after the notice about internet use.",
        ("P14", "P16"),
        "100%",
        POLICY,
        "checks",
        N_OF_D,
    ),
    Definition(
        "K4",
        "Authorised checker",
        "Of the checks completed in the window, those made by somebody who was then the coordinator, a committee "
        "member or the chair.",
        ("P19",),
        "100%",
        POLICY,
        "checks",
        N_OF_D,
    ),
    Definition(
        "K5",
        "Full attestation",
        "Of the checks completed in the window, those that attest all three: own account, public domain only, no "
        "password asked for.",
        ("P21", "P23", "P24"),
        "100%",
        POLICY,
        "checks",
        N_OF_D,
    ),
    Definition(
        "K6",
        "Time in current stage",
        "People in each stage before Active on the as-at day, with the median and the longest number of days since "
        "they entered it, and how many have been there for longer than the stage's target.",
        ("P1", "P22"),
        "the target of each stage",
        BCCC_DEFAULT,
        "days",
        "a count, a median and a maximum by stage",
    ),
    Definition(
        "K7",
        "Application to approval",
        "Days from the application to the first approval, for first approvals in the window. Beside it: people still "
        "in a stage before Active, never approved, who applied more than 180 days ago.",
        ("P1",),
        "at most 180 days",
        BCCC_DEFAULT,
        "days",
        DAYS,
    ),
    Definition(
        "K8",
        "Concern yield",
        "Of the checks completed in the window, those that raised a concern.",
        ("P25",),
        None,
        CONTEXT,
        "checks",
        N_OF_D,
    ),
    Definition(
        "K16",
        "Lost service",
        "Days in the window on which somebody was suspended, added up over people. The first day of a suspension "
        "counts, the day of return does not.",
        ("P57",),
        None,
        CONTEXT,
        "person-days",
        COUNT,
    ),
    Definition(
        "K26",
        "Repeat viewing",
        "People of whom a second check was started within 90 days of another, in the window, with no reason of its "
        "own: a blank one, or the same but for case and spacing.",
        ("P61",),
        "0",
        BCCC_DEFAULT,
        "volunteers",
        COUNT,
    ),
)
