"""Links that work once: 256 random bits, stored as a hash, open for a day, and only the latest of each person."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from bccc_dash.commands.tokens import hash_of, new_token
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.sign_in import CLOCK_SLACK, LINK_LASTS, LinkPurpose
from bccc_dash.store.tables import OneTimeLinkRow

ROW = OneTimeLinkRow
NO_LINK = "This link does not work: it was used before, is older than a day, or has been replaced. Ask for a new one."


@dataclass(frozen=True)
class Link:
    """For whom a link is (nobody yet at the first set-up), and for what."""

    user_id: int | None
    purpose: LinkPurpose


def make(session: Session, purpose: LinkPurpose, at: datetime, *, user_id: int | None) -> str:
    """Make a link for this person, or for the first set-up, and return its token. Older ones of theirs end."""
    end_links(session, user_id, at)
    token = new_token()
    row = ROW(token_hash=hash_of(token) or "", user_id=user_id, purpose=purpose, made_at=at, expires_at=at + LINK_LASTS)
    session.add(row)
    session.flush()
    return token


def end_links(session: Session, user_id: int | None, at: datetime) -> None:
    """Let no link of this person, or of the first set-up, work any more."""
    whose = col(ROW.user_id).is_(None) if user_id is None else col(ROW.user_id) == user_id
    session.execute(update(ROW).where(whose, col(ROW.used_at).is_(None)).values(used_at=at))


def look_at(session: Session, token: object, at: datetime) -> Link:
    """For whom and what this link is, without using it.

    Raises: Refused, in one sentence for every cause (odd, unknown, used, older than a day, from the future).
    """
    row = session.exec(select(ROW).where(ROW.token_hash == hash_of(token))).first()
    if row is None or row.used_at is not None or not row.made_at - CLOCK_SLACK <= at < row.expires_at:
        raise Refused(NO_LINK)
    return Link(row.user_id, LinkPurpose(row.purpose))


def redeem(session: Session, token: object, at: datetime) -> Link:
    """Use the link up, and say for whom and what it was. Of two that try at once, one is refused.

    Raises: Refused, as `look_at` does.
    """
    found = look_at(session, token, at)
    use = update(ROW).where(col(ROW.token_hash) == hash_of(token), col(ROW.used_at).is_(None)).values(used_at=at)
    if getattr(session.execute(use), "rowcount", 0) != 1:
        raise Refused(NO_LINK)
    return found
