"""The concerns and incidents of the demonstration centre, told as values. Every word of them is invented."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Step:
    """What was decided on a case and when: `on` is a day of the demonstration, or None while undecided."""

    kind: str
    on: int
    proposed: int | None = None
    rationale: str = "Considered with the volunteer's own account; the step is in proportion."


@dataclass(frozen=True, kw_only=True)
class ConcernStory:
    """One concern. `found` is a day of the demonstration (None: the day of the applicant's check); the other
    numbers are days after it, and None is what has not happened."""

    key: str
    slot: str
    found: int | None
    category: str
    severity: str
    source: str
    summary: str
    material: str = "WRITTEN"
    expression: str = "EXPLICIT"
    published_by: str = "VOLUNTEER"
    scope: str = "PERSONAL"
    platform: str = "Facebook"
    threshold: str = "LOW_LEVEL"
    child_impact: str = "NONE"
    affected: str = "VOLUNTEER; BCCC"
    objection_to: str = "NOT_APPLICABLE"
    offered: int | None = 1
    held: int | None = 3
    response: str = "EXPLAINED"
    deferral: str | None = None
    assessed: int | None = 2
    confidence: str = "CONFIRMED"
    shared: int | None = 4
    decided: int | None = 17
    kind: str = "ADVICE_GIVEN"
    closed: int | None = 38
    status: str = "CLOSED"


@dataclass(frozen=True, kw_only=True)
class IncidentStory:
    """One breach of the policy. Days are days of the demonstration; None is what has not happened."""

    key: str
    slot: str
    recorded: int
    breach: str
    severity: str
    source: str
    concern: str | None = None
    content: str = "REMOVED"
    taken_down: int | None = None
    finding: str = "SUBSTANTIATED"
    affects: tuple[bool | None, bool | None, bool | None] = (False, False, False)
    child_impact: str = "NONE"
    affected: str = "VOLUNTEER; BCCC"
    as_bccc: bool = False
    consent: str | None = None
    steps: tuple[Step, ...] = ()
    closed: int | None = None
    status: str = "CLOSED"
    stood_aside: bool = False


CONCERNS = (
    ConcernStory(
        key="concern-01", slot="active-02", found=None, category="GENERAL_CONDUCT", severity="LOW",
        source="SOCIAL_MEDIA_CHECK", material="PHOTO", expression="IMPLICIT", decided=8,
        summary="An old public picture that could be misread; open to anyone.",
    ),
    ConcernStory(
        key="concern-02", slot="left-04", found=-663, category="VIEWS_NOT_CONDUCIVE", severity="MEDIUM",
        source="COMPLAINT", objection_to="MANNER_OF_EXPRESSION", response="DISPUTED", decided=45, closed=52,
        summary="Harsh wording in a public thread about another community.", kind="NO_FURTHER_ACTION",
    ),
    ConcernStory(
        key="concern-03", slot="active-07", found=-690, category="PERSONAL_DETAILS_OR_LOCATION", severity="LOW",
        source="SELF_REPORT", summary="Own street could be read from a public post.", kind="TRAINING_OR_SUPERVISION",
    ),
    ConcernStory(
        key="concern-04", slot="active-20", found=None, category="VIEWS_NOT_CONDUCIVE", severity="LOW",
        source="SOCIAL_MEDIA_CHECK", objection_to="MANNER_OF_EXPRESSION", platform="X (Twitter)", decided=8,
        summary="Sharp replies in an argument some years ago; the manner, not the view, was raised.",
    ),
    ConcernStory(
        key="concern-05", slot="active-09", found=-559, category="CHILD_IDENTIFIED", severity="CRITICAL",
        source="VOLUNTEER", material="PHOTO", scope="WORK_RELATED", threshold="MAY_POSE_RISK", child_impact="LIKELY",
        affected="CHILD; FAMILY; BCCC", offered=0, held=1, assessed=1, shared=0, decided=13, closed=64,
        kind="TRAINING_OR_SUPERVISION", summary="A public picture taken in the play room showed a name label.",
    ),
    ConcernStory(
        key="concern-06", slot="refused-1", found=None, category="ABUSE_HARASSMENT_OFFENSIVE", severity="HIGH",
        source="SOCIAL_MEDIA_CHECK", platform="X (Twitter)", threshold="SUITABILITY", response="ACCEPTED", shared=3,
        decided=22, closed=40, kind="REFUSE", summary="Repeated abusive replies to strangers, open to anyone.",
    ),
    ConcernStory(
        key="concern-07", slot="active-05", found=-447, category="BOUNDARY_CHILD_CONNECTION", severity="MEDIUM",
        source="CHILD_IN_CONFIDENCE", platform="Instagram", expression="IMPLICIT", child_impact="POSSIBLE",
        affected="CHILD; FAMILY", response="ACCEPTED", kind="TRAINING_OR_SUPERVISION", closed=44,
        summary="A follow request was accepted that should have been declined; it was undone.",
    ),
    ConcernStory(
        key="concern-08", slot="left-02", found=-431, category="INFORMATION_DISCLOSURE", severity="HIGH",
        source="OTHER_AGENCY", scope="WORK_RELATED", threshold="HARMED_OR_MAY_HAVE_HARMED", child_impact="POSSIBLE",
        affected="CHILD; FAMILY; BCCC", response="DISPUTED", shared=3, decided=27, closed=75, kind="NO_FURTHER_ACTION",
        summary="Session times were passed on outside the centre. The breach that followed was decided by itself.",
    ),
    ConcernStory(
        key="concern-09", slot="active-12", found=-340, category="CENTRE_INFORMATION_EXPOSED", severity="LOW",
        source="COMPLAINT", scope="WORK_RELATED", summary="Own profile named the centre and its opening hours.",
        closed=30, status="REOPENED",
    ),
    ConcernStory(
        key="concern-10", slot="active-10", found=-263, category="CONFIDENTIALITY", severity="HIGH",
        source="FAMILY_MEMBER", scope="WORK_RELATED", threshold="SUITABILITY", child_impact="POSSIBLE",
        affected="FAMILY; BCCC", shared=2, decided=25, closed=70, kind="TRAINING_OR_SUPERVISION",
        summary="A session was described in a semi-public group, without names.", platform="WhatsApp",
    ),
    ConcernStory(
        key="concern-11", slot="active-06", found=-213, category="DISREPUTE", severity="MEDIUM",
        source="SOCIAL_MEDIA_CHECK", platform="Local message board", published_by="THIRD_PARTY",
        deferral="UNAVAILABLE", held=11, response="DISPUTED",
        summary="A third party's post spoke ill of the centre in the volunteer's words.",
    ),
    ConcernStory(
        key="concern-12", slot="active-12", found=-150, category="UNPROFESSIONAL_AS_BCCC", severity="LOW",
        source="VOLUNTEER", scope="BOTH", material="MIXED",
        summary="Joking tone under a post of the centre's own page.",
    ),
    ConcernStory(
        key="concern-13", slot="active-08", found=-97, category="CONFIDENTIALITY", severity="HIGH",
        source="FAMILY_MEMBER", scope="WORK_RELATED", threshold="SUITABILITY", child_impact="POSSIBLE",
        affected="FAMILY; BCCC", deferral="SAFEGUARDING_ADVICE", offered=6, held=9, response="DISPUTED", shared=2,
        decided=None, closed=None, status="AWAITING_COMMITTEE",
        summary="A remark about a handover appeared in a local group; who wrote it is disputed.",
    ),
    ConcernStory(
        key="concern-14", slot="active-13", found=-70, category="VIEWS_ATTRIBUTED_TO_BCCC", severity="LOW",
        source="COMPLAINT", scope="BOTH", decided=24, closed=None, status="DECIDED", response="ACCEPTED",
        summary="A personal view was posted beside the centre's name.",
    ),
    ConcernStory(
        key="concern-15", slot="active-22", found=-41, category="GENERAL_CONDUCT", severity="LOW", source="VOLUNTEER",
        platform="TikTok", material="VIDEO", expression="IMPLICIT", decided=16, closed=33,
        summary="A short film in poor taste, since taken down by its maker.",
    ),
    ConcernStory(
        key="concern-16", slot="active-18", found=-33, category="BOUNDARY_BCCC_FAMILY", severity="MEDIUM",
        source="VOLUNTEER", affected="VOLUNTEER; FAMILY", offered=8, held=12, shared=None, decided=None, closed=None,
        status="UNDER_REVIEW", summary="Connected online with a parent who uses the centre.",
    ),
    ConcernStory(
        key="concern-17", slot="active-16", found=-30, category="ABUSE_HARASSMENT_OFFENSIVE", severity="MEDIUM",
        source="MEMBER_OF_PUBLIC", platform="X (Twitter)", published_by="UNKNOWN", response="DISPUTED", shared=None,
        confidence="NOT_MATCHED", decided=None, closed=6, status="NOT_THIS_PERSON",
        summary="Offensive posts under the same name; they proved to be another person's.",
    ),
    ConcernStory(
        key="concern-18", slot="active-25", found=-3, category="PERSONAL_DETAILS_OR_LOCATION", severity="LOW",
        source="SELF_REPORT", platform="Instagram", material="PHOTO", threshold="NOT_ASSESSED", offered=3, held=None,
        assessed=None, shared=None, decided=None, closed=None, status="OPEN",
        summary="Own picture showed the way to the centre; the volunteer asked for advice.",
    ),
)  # fmt: skip

INCIDENTS = (
    IncidentStory(
        key="incident-01", slot="active-01", recorded=-640, breach="PERSONAL_DETAILS_OR_LOCATION", severity="LOW",
        source="SELF_REPORT", taken_down=-639, closed=-610, steps=(Step(kind="ADVICE_GIVEN", on=-622),),
    ),
    IncidentStory(
        key="incident-02", slot="active-09", recorded=-558, breach="CHILD_IDENTIFIED", severity="CRITICAL",
        source="VOLUNTEER", concern="concern-05", taken_down=-558, affects=(True, True, False), child_impact="LIKELY",
        affected="CHILD; FAMILY; BCCC", as_bccc=True, closed=-495,
        steps=(Step(kind="CONDITIONS", on=-545, proposed=-549),),
    ),
    IncidentStory(
        key="incident-03", slot="left-02", recorded=-425, breach="INFORMATION_DISCLOSURE", severity="HIGH",
        source="OTHER_AGENCY", concern="concern-08", content="NOT_ONLINE", affects=(True, True, True),
        child_impact="POSSIBLE", affected="CHILD; FAMILY; BCCC", closed=-350,
        steps=(Step(kind="WITHDRAW_APPROVAL", on=-397, proposed=-402),),
    ),
    IncidentStory(
        key="incident-04", slot="active-23", recorded=-301, breach="VIEWS_ATTRIBUTED_TO_BCCC", severity="LOW",
        source="COMPLAINT", finding="UNSUBSTANTIATED", content="UNKNOWN", closed=-262,
        steps=(Step(kind="NO_FURTHER_ACTION", on=-274),),
    ),
    IncidentStory(
        key="incident-05", slot="active-10", recorded=-258, breach="CONFIDENTIALITY", severity="HIGH",
        source="FAMILY_MEMBER", concern="concern-10", taken_down=-250, affects=(True, True, True),
        child_impact="POSSIBLE", affected="FAMILY; BCCC", closed=-190,
        steps=(Step(kind="SUSPEND", on=-252, proposed=-257),),
    ),
    IncidentStory(
        key="incident-06", slot="active-15", recorded=-155, breach="GENERAL_CONDUCT", severity="LOW",
        source="VOLUNTEER", taken_down=-149, closed=-110, steps=(Step(kind="TRAINING_OR_SUPERVISION", on=-131),),
    ),
    IncidentStory(
        key="incident-07", slot="active-19", recorded=-43, breach="BOUNDARY_BCCC_FAMILY", severity="MEDIUM",
        source="VOLUNTEER", content="REMOVED", taken_down=-38, affects=(True, True, False),
        affected="VOLUNTEER; FAMILY", status="DECIDED", steps=(Step(kind="CONDITIONS", on=-29, proposed=-33),),
    ),
    IncidentStory(
        key="incident-08", slot="active-03", recorded=-40, breach="UNPROFESSIONAL_AS_BCCC", severity="LOW",
        source="COMPLAINT", taken_down=-39, affects=(False, True, False), as_bccc=True, closed=-12,
        steps=(Step(kind="ADVICE_GIVEN", on=-26, proposed=-30),), stood_aside=True,
    ),
    IncidentStory(
        key="incident-09", slot="active-17", recorded=-36, breach="DISREPUTE", severity="MEDIUM",
        source="MEMBER_OF_PUBLIC", taken_down=-15, affects=(None, True, None), as_bccc=True, status="AWAITING_DECISION",
    ),
    IncidentStory(
        key="incident-10", slot="active-11", recorded=-22, breach="IMAGE_OR_INFORMATION_WITHOUT_CONSENT",
        severity="HIGH", source="FAMILY_MEMBER", content="LIVE", affects=(True, True, True), child_impact="POSSIBLE",
        affected="CHILD; FAMILY; BCCC", consent="consent-3", status="DECIDED",
        steps=(Step(kind="SUSPEND", on=-17, proposed=-21),),
    ),
)  # fmt: skip
