"""What the rules of a duty ask of one record: a volunteer's reviews, an action's case, who may own what."""

from datetime import date

from sqlalchemy import func, literal, select
from sqlmodel import Session, col

from bccc_dash.domain.case_vocabulary import CaseStatus
from bccc_dash.domain.guidance_rules import Guidance
from bccc_dash.domain.outcome_vocabulary import RecordKind
from bccc_dash.domain.review_rules import ReviewFacts
from bccc_dash.domain.vocabulary import Stage
from bccc_dash.queries import settings
from bccc_dash.queries.matters import CASES, Found
from bccc_dash.queries.reviews import derived_reviews
from bccc_dash.queries.sql import incidents, on, records, stage_spans
from bccc_dash.store.tables import AcknowledgementRow, ActionRow, PrivacyReviewRow, ReferralRow, UserRow


def waiting_review(session: Session, volunteer_id: int) -> PrivacyReviewRow | None:
    """Return the planned review of a volunteer that comes first and was not answered; None where none is planned."""
    mine = select(PrivacyReviewRow).where(
        col(PrivacyReviewRow.volunteer_id) == volunteer_id, col(PrivacyReviewRow.completed_on).is_(None)
    )
    return session.execute(mine.order_by("due_on", "id").limit(1)).scalar()


def review_facts(session: Session, volunteer_id: int, today: date) -> ReviewFacts:
    """Return how a volunteer stands with privacy reviews; the day of one that nobody planned is worked out."""
    stage = stage_of(session, volunteer_id, today)
    waiting = waiting_review(session, volunteer_id)
    answered = col(PrivacyReviewRow.completed_on)
    last = select(answered).where(col(PrivacyReviewRow.volunteer_id) == volunteer_id, answered.is_not(None))
    last_on = session.execute(last.order_by(answered.desc()).limit(1)).scalar()
    if waiting is not None:
        return ReviewFacts(stage=stage, due_on=waiting.due_on, is_planned=True, last_on=last_on)
    derived = derived_reviews(today, settings.targets(session))
    due_on = session.execute(select(derived.c.due_on).where(derived.c.volunteer_id == volunteer_id)).scalar()
    return ReviewFacts(stage=stage, due_on=due_on, last_on=last_on)


def stage_of(session: Session, volunteer_id: int, day: date) -> Stage | None:
    """Return at which stage a volunteer stood at the end of a day; None before the first."""
    span = stage_spans.c
    here = select(span.stage).where(
        span.volunteer_id == volunteer_id, span.entered_on <= on(day), span.left_on > on(day)
    )
    found = session.execute(here).scalar()
    return None if found is None else Stage(found)


def case_status(session: Session, found: Found) -> CaseStatus | None:
    """Return the state of a concern or a breach; None for anything else."""
    case = CASES.get(found.kind)
    if case is None:
        return None
    return CaseStatus(session.execute(select(case.c.status).where(case.c.id == found.record_id)).scalar_one())


def found_on(session: Session, found: Found) -> date:
    """Return the day on which a concern was identified or a breach discovered.

    Raises: KeyError where the record is neither.
    """
    case = CASES[found.kind]
    day = case.c.identified_on if found.kind is RecordKind.CONCERN else case.c.discovered_on
    known: date = session.execute(select(day).where(case.c.id == found.record_id)).scalar_one()
    return known


def incidents_under(session: Session, consent_id: int) -> list[int]:
    """Return the numbers of the breaches that name this consent."""
    return list(session.execute(select(incidents.c.id).where(incidents.c.consent_id == consent_id)).scalars())


def active_user(session: Session, user_id: int, today: date) -> UserRow | None:
    """Return the user of this number who is active at this day; None where there is none."""
    user = session.get(UserRow, user_id)
    if user is None or (user.active_from and today < user.active_from) or (user.active_to and today > user.active_to):
        return None
    return user


def considered_before(session: Session, subject_id: int) -> list[tuple[str, date]]:
    """Return which bodies were considered about a case, and when."""
    row = ReferralRow
    asked = select(col(row.body), col(row.considered_on)).where(col(row.subject_id) == subject_id)
    return [(body, day) for body, day in session.execute(asked)]


def action_with_kind(session: Session, ref: str) -> tuple[ActionRow, RecordKind] | None:
    """Return the action of this reference, in whatever case, and what kind of record it is about; None where none."""
    about = records.alias()
    asked = select(ActionRow, about.c.kind).join(records, records.c.id == col(ActionRow.id))
    asked = asked.join(about, about.c.id == col(ActionRow.subject_id))
    found = session.execute(asked.where(func.lower(records.c.ref) == func.lower(literal(ref)))).first()
    return None if found is None else (found[0], RecordKind(found[1]))


def acknowledgement_of(session: Session, volunteer_id: int, guidance: Guidance) -> AcknowledgementRow | None:
    """Return the latest row of a volunteer and a version of guidance; None where it was never given."""
    row = AcknowledgementRow
    mine = select(row).where(
        col(row.volunteer_id) == volunteer_id,
        col(row.guidance_code) == guidance.code,
        col(row.guidance_version) == guidance.version,
    )
    return session.execute(mine.order_by(col(row.given_on).desc(), col(row.id).desc()).limit(1)).scalar()
