"""What the rules of a duty ask of one record: a volunteer's reviews, an action's case, who may own what."""

from datetime import date

from sqlalchemy import select
from sqlmodel import Session, col

from bccc_dash.domain.review_rules import ReviewFacts
from bccc_dash.domain.vocabulary import Stage
from bccc_dash.queries import settings
from bccc_dash.queries.reviews import derived_reviews
from bccc_dash.queries.sql import on, stage_spans
from bccc_dash.store.tables import PrivacyReviewRow


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
