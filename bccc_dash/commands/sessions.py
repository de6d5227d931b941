"""Sessions: begun at sign-in, known by the hash of a token, over as soon as the person's rights change.

The functions that write want a session of `store.engine.writing`, with `changes_records=False`: no screen shows them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, delete, exists, update
from sqlmodel import Session, col, func, select

from bccc_dash.clock import LONDON
from bccc_dash.commands.tokens import hash_of, new_token
from bccc_dash.domain.errors import Refused
from bccc_dash.domain.sign_in import (
    CLOCK_SLACK,
    KEEP_ENDED,
    PASSWORD_STEP_LASTS,
    TOUCH_EVERY,
    SessionEnd,
    SessionLimits,
    SignInStep,
    limits_from,
)
from bccc_dash.domain.viewer import Person
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import writing
from bccc_dash.store.tables import AccountRow, MeetingRow, RecusalRow, SettingRow, SignInSessionRow, UserRow
from bccc_dash.store.withheld import NOTHING, Withheld, withheld_from

ROW, USER, ACCOUNT = SignInSessionRow, UserRow, AccountRow
NOT_IN_ANY_MORE = "You are signed out, or your rights have changed. Sign in again; nothing was done."
LIMITS = ("session_idle_minutes", "session_hours")


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """Who is there, with what rights, how far in, and until when at the latest."""

    session_id: int
    user_id: int
    name: str
    role: Role
    is_lead: bool
    volunteer_id: int | None
    on_committee: bool
    stood_aside: bool
    step: SignInStep
    started_at: datetime
    seen_at: datetime
    ends_at: datetime

    @property
    def person(self) -> Person:
        """Who it is, as the rules of access know them."""
        return Person(
            user_id=self.user_id,
            role=self.role,
            is_lead=self.is_lead,
            volunteer_id=self.volunteer_id,
            on_committee=self.on_committee,
        )


def begin(session: Session, user: UserRow, step: SignInStep, at: datetime) -> str:
    """Begin a session of this person and return its token, which is stored nowhere.

    A session that waits for the code lasts ten minutes; one that is in, as long as the settings say.
    Raises: BadRecord where such a setting is no number.
    """
    last = PASSWORD_STEP_LASTS if step is SignInStep.PASSWORD else timedelta(hours=_limits_of(session).session_hours)
    token = new_token()
    session.execute(delete(ROW).where(col(ROW.user_id) == user.id, col(ROW.ends_at) < at - KEEP_ENDED))
    session.add(
        ROW(
            token_hash=hash_of(token) or "",
            user_id=user.id or 0,
            role=user.role,
            is_lead=bool(user.is_safeguarding_lead),
            step=step,
            started_at=at,
            seen_at=at,
            ends_at=at + last,
        )
    )
    session.flush()
    return token


def who(session: Session, token: object, at: datetime, *, touch: bool) -> SignedIn | None:
    """Who holds this token; None where nobody does: unknown or odd, ended, idle or too old, disabled, rights changed.

    With `touch` the use is written down, where the last is a minute old, and so is the end of a session that is over.
    Raises: BadRecord where a setting of sessions is no number.
    """
    hashed = hash_of(token)
    found = None if hashed is None else session.execute(_with_person(col(ROW.token_hash) == hashed)).first()
    if found is None or found[0].ended_at is not None:
        return None
    row = found[0]
    over = _over(found, at)
    if over is not None:
        if touch:
            _end(session, [col(ROW.id) == row.id], at, over)
        return None
    if touch and at - row.seen_at >= TOUCH_EVERY:
        row.seen_at = at
        session.flush()
    return _signed_in(found)


def who_is_in(session: Session, token: object, at: datetime) -> SignedIn | None:
    """Who holds this token and has come in all the way; None for anybody else, also between password and code.

    Raises: BadRecord where a setting of sessions is no number.
    """
    found = who(session, token, at, touch=False)
    return found if found is not None and found.step is SignInStep.FULL else None


def kept_from(session: Session, there: SignedIn) -> Withheld:
    """What of the records is withheld from this person; a question only where they stood aside from anything at all."""
    if not there.stood_aside and there.volunteer_id is None:
        return NOTHING
    return withheld_from(session, user_id=there.user_id, volunteer_id=there.volunteer_id)


def note_use(engine: Engine, token: object, there: SignedIn, at: datetime) -> None:
    """Let this use count against idle time. It is written down once a minute at most."""
    if at - there.seen_at >= TOUCH_EVERY:
        with writing(engine, changes_records=False) as session:
            who(session, token, at, touch=True)


def end(session: Session, token: object, at: datetime, why: SessionEnd = SessionEnd.SIGNED_OUT) -> int | None:
    """End the session of this token; return whose it was, None where there was none open."""
    owner = session.exec(select(ROW.user_id).where(ROW.token_hash == hash_of(token), col(ROW.ended_at).is_(None)))
    user_id = owner.first()
    if user_id is not None:
        _end(session, [col(ROW.token_hash) == hash_of(token)], at, why)
    return user_id


def end_all(session: Session, user_id: int, at: datetime, why: SessionEnd, *, except_token: object = None) -> int:
    """End every session of this person but the one of `except_token`; return how many were open."""
    whose = [col(ROW.user_id) == user_id]
    kept = hash_of(except_token)
    return _end(session, whose if kept is None else [*whose, col(ROW.token_hash) != kept], at, why)


def end_own(session: Session, user_id: int, session_id: int, at: datetime) -> bool:
    """End one of this person's own sessions; False where it is not theirs or not open."""
    return _end(session, [col(ROW.user_id) == user_id, col(ROW.id) == session_id], at, SessionEnd.ENDED_BY_SELF) == 1


def check_still_in(session: Session, there: SignedIn, at: datetime) -> None:
    """Pass where this session lives and its person has the rights that they had: asked where something is done.

    Raises: Refused.
    """
    found = session.execute(_with_person(col(ROW.id) == there.session_id)).first()
    if found is None or found[0].ended_at is not None or _over(found, at) or _signed_in(found).person != there.person:
        raise Refused(NOT_IN_ANY_MORE)


def list_own(session: Session, user_id: int, at: datetime) -> list[SignedIn]:
    """This person's open sessions, the latest used first."""
    rows = session.execute(_with_person(col(ROW.user_id) == user_id).where(col(ROW.ended_at).is_(None))).all()
    alive = [_signed_in(found) for found in rows if _over(found, at) is None]
    return sorted(alive, key=lambda one: (one.seen_at, one.session_id), reverse=True)


def is_let_in(user: UserRow, account: AccountRow | None, at: datetime) -> bool:
    """Whether this person may sign in at all: an account, not disabled, and today among the days of the role."""
    if account is None or account.disabled_at is not None:
        return False
    today = at.astimezone(LONDON).date()
    return not ((user.active_from and today < user.active_from) or (user.active_to and today > user.active_to))


def _with_person(condition: Any) -> Any:
    """Session, person and account, what the limits are set to, the latest day of a meeting that is not closed, and
    whether the person ever stood aside."""
    more: list[Any] = [select(SettingRow.value).where(SettingRow.name == name).scalar_subquery() for name in LIMITS]
    more.append(select(func.max(MeetingRow.date)).where(col(MeetingRow.closed_on).is_(None)).scalar_subquery())
    aside = exists().where(col(RecusalRow.user_id) == col(USER.id))
    return (
        select(ROW, USER, ACCOUNT)
        .add_columns(*more, aside)
        .join(USER, col(USER.id) == col(ROW.user_id))
        .outerjoin(ACCOUNT, col(ACCOUNT.user_id) == col(ROW.user_id))
        .where(condition)
        .execution_options(populate_existing=True)
    )


def _over(found: Any, at: datetime) -> SessionEnd | None:
    """Why the session is over, of what `_with_person` found."""
    row, user, account, *set_to, open_meeting_on, _ = found
    limits = _limits(set_to)
    if not is_let_in(user, account, at):
        return SessionEnd.DISABLED
    if (row.role, row.is_lead) != (user.role, bool(user.is_safeguarding_lead)):
        return SessionEnd.ROLE_CHANGED
    if at < row.seen_at - CLOCK_SLACK:
        return SessionEnd.CLOCK_WENT_BACK
    if at >= row.ends_at:
        return SessionEnd.TOO_OLD
    if user.role == Role.CHAIR and open_meeting_on == at.astimezone(LONDON).date():
        return None  # the chair leads a meeting, and may not be thrown out of it
    return SessionEnd.IDLE if at - row.seen_at >= timedelta(minutes=limits.session_idle_minutes) else None


def _limits(set_to: Iterable[str | None]) -> SessionLimits:
    """The limits, from what they are set to, if anything, in the order of LIMITS."""
    return limits_from({name: value for name, value in zip(LIMITS, set_to, strict=True) if value is not None})


def _limits_of(session: Session) -> SessionLimits:
    return _limits([session.exec(select(SettingRow.value).where(SettingRow.name == name)).first() for name in LIMITS])


def _end(session: Session, which: list[Any], at: datetime, why: SessionEnd) -> int:
    change = update(ROW).where(col(ROW.ended_at).is_(None), *which).values(ended_at=at, end_reason=why)
    return int(getattr(session.execute(change), "rowcount", 0))


def _signed_in(found: Any) -> SignedIn:
    row, user, *_, stood_aside = found
    return SignedIn(
        session_id=row.id or 0,
        user_id=row.user_id,
        name=user.display_name,
        role=Role(user.role),
        is_lead=bool(user.is_safeguarding_lead),
        volunteer_id=user.volunteer_id,
        on_committee=bool(user.on_management_committee),
        stood_aside=bool(stood_aside),
        step=SignInStep(row.step),
        started_at=row.started_at,
        seen_at=row.seen_at,
        ends_at=row.ends_at,
    )
