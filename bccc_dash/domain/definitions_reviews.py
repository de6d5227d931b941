"""The figures about privacy reviews and guidance."""

from bccc_dash.domain.definition import BCCC_DEFAULT, N_OF_D, Definition

REVIEWS = (
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
)
