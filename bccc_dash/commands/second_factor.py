"""The second factor: a code of six digits from an app, each once, and ten recovery codes, each once."""

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest

import pyotp
from sqlalchemy import delete, or_, update
from sqlmodel import Session, col, select

from bccc_dash.domain.errors import Refused
from bccc_dash.store.tables import AccountRow, RecoveryCodeRow, UserRow

ACCOUNT, CODE = AccountRow, RecoveryCodeRow
SECONDS = 30
DRIFT = (0, -1, 1)
RECOVERY_CODES = 10
RECOVERY_BYTES = 15
ISSUER = "BCCC Dash"
LONGEST = 64
OF_APP, OF_PAPER = re.compile(r"[0-9]{6}"), re.compile(r"[A-Z2-7]{24}")
IS_SET = "You have a second factor already. To use another app, ask the chair for a reset."
NOT_BEGUN = "Start setting up the second factor anew: there is no key to confirm."


@dataclass(frozen=True)
class Key:
    """What the person puts into their app: the secret to type, and the same as an address to show as a picture."""

    secret: str
    uri: str


def is_set(session: Session, user_id: int) -> bool:
    """Whether this person is asked for a code."""
    return session.exec(select(ACCOUNT.totp_confirmed_at).where(ACCOUNT.user_id == user_id)).first() is not None


def begin(session: Session, user_id: int) -> Key:
    """Give this person a new secret. It asks for nothing until `confirm`.

    Raises: Refused where they have a second factor, or no account.
    """
    account = _account(session, user_id)
    if account is None or account.totp_confirmed_at is not None:
        raise Refused(IS_SET)
    email = session.exec(select(UserRow.email).where(UserRow.id == user_id)).one()
    account.totp_secret = pyotp.random_base32()
    session.flush()
    return Key(account.totp_secret, pyotp.TOTP(account.totp_secret).provisioning_uri(name=email, issuer_name=ISSUER))


def confirm(session: Session, user_id: int, code: object, at: datetime) -> list[str] | None:
    """Where the code is right, ask for one from now on, and return ten recovery codes; None where it is not.

    Raises: Refused where nothing was begun, or it is confirmed already.
    """
    account = _account(session, user_id)
    if account is None or account.totp_secret is None or account.totp_confirmed_at is not None:
        raise Refused(NOT_BEGUN)
    if not _take_of_app(session, user_id, code, at):
        return None
    session.execute(update(ACCOUNT).where(col(ACCOUNT.user_id) == user_id).values(totp_confirmed_at=at))
    return new_recovery_codes(session, user_id)


def new_recovery_codes(session: Session, user_id: int) -> list[str]:
    """Ten new codes in place of any older ones. They are shown once and stored as hashes."""
    session.execute(delete(CODE).where(col(CODE.user_id) == user_id))
    plain = [base64.b32encode(secrets.token_bytes(RECOVERY_BYTES)).decode() for _ in range(RECOVERY_CODES)]
    session.add_all(CODE(user_id=user_id, code_hash=_hash(user_id, code)) for code in plain)
    session.flush()
    return ["-".join(re.findall("....", code)) for code in plain]


def take(session: Session, user_id: int, code: object, at: datetime) -> str | None:
    """Use the code up: "code" or "recovery_code" says which it was; None where it is neither or was used before."""
    if not is_set(session, user_id):
        return None
    if _take_of_app(session, user_id, code, at):
        return "code"
    return "recovery_code" if _take_of_paper(session, user_id, code, at) else None


def drop(session: Session, user_id: int) -> None:
    """Take the second factor and its recovery codes away."""
    nothing = {"totp_secret": None, "totp_confirmed_at": None, "totp_last_step": None}
    session.execute(update(ACCOUNT).where(col(ACCOUNT.user_id) == user_id).values(**nothing))
    session.execute(delete(CODE).where(col(CODE.user_id) == user_id))


def _take_of_app(session: Session, user_id: int, code: object, at: datetime) -> bool:
    """Whether it is a right code, of this half minute or one beside it, later than the last that was taken."""
    account, typed = _account(session, user_id), _typed(code, OF_APP)
    if typed is None or account is None or account.totp_secret is None:
        return False
    app, now = pyotp.TOTP(account.totp_secret), int(at.timestamp()) // SECONDS
    for step in (now + drift for drift in DRIFT):
        if compare_digest(app.generate_otp(step), typed):
            later = or_(col(ACCOUNT.totp_last_step).is_(None), col(ACCOUNT.totp_last_step) < step)
            use = update(ACCOUNT).where(col(ACCOUNT.user_id) == user_id, later).values(totp_last_step=step)
            return bool(getattr(session.execute(use), "rowcount", 0) == 1)
    return False


def _take_of_paper(session: Session, user_id: int, code: object, at: datetime) -> bool:
    typed = _typed(code, OF_PAPER)
    if typed is None:
        return False
    its = [col(CODE.user_id) == user_id, col(CODE.code_hash) == _hash(user_id, typed), col(CODE.used_at).is_(None)]
    return bool(getattr(session.execute(update(CODE).where(*its).values(used_at=at)), "rowcount", 0) == 1)


def _account(session: Session, user_id: int) -> AccountRow | None:
    return session.exec(
        select(ACCOUNT).where(ACCOUNT.user_id == user_id).execution_options(populate_existing=True)
    ).first()


def _typed(code: object, form: re.Pattern[str]) -> str | None:
    """The code without the blanks and dashes that people type; None where it is of another form."""
    if not isinstance(code, str) or len(code) > LONGEST:
        return None
    clean = code.replace(" ", "").replace("-", "").upper()
    return clean if form.fullmatch(clean) else None


def _hash(user_id: int, code: str) -> str:
    return hashlib.sha256(f"{user_id}/{code}".encode()).hexdigest()
