"""The figures about people: vetting, checks, approval, reviews and guidance."""

from bccc_dash.domain.definition import BCCC_DEFAULT, CONTEXT, POLICY, Definition

N_OF_D, COUNT, DAYS = "n of d", "a count", "a median with its range and number"

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
        "K17",
        "Privacy reviews current",
        "Of the volunteers who have been active for longer than their review interval, those with a completed review "
        "no older than the interval, not counting reviews deferred or declined.",
        ("P46",),
        "90%",
        BCCC_DEFAULT,
        "volunteers",
        N_OF_D,
    ),
    Definition(
        "K18",
        "Privacy reviews overdue",
        "Reviews of active volunteers that were due before the as-at day and are not done, by how long ago they were "
        "due. Putting a review off does not move its day. Beside it: active volunteers with nothing scheduled whose "
        "review would by now be due.",
        ("P46",),
        "none beyond 90 days",
        BCCC_DEFAULT,
        "reviews",
        "a count by band",
    ),
    Definition(
        "K19",
        "Acknowledgements",
        "Of the people in induction, in probation or active, those who have acknowledged the version now in force of "
        "every piece of guidance for volunteers.",
        ("P2", "P6", "P18", "P41"),
        "100% within 60 days of a new version",
        BCCC_DEFAULT,
        "volunteers",
        N_OF_D,
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
