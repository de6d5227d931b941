"""Who did what, when: rows that name fields, never values, each carrying the hash of the one before it.

Free text in a chain could never be erased, so nothing but identifiers and field names comes in. Somebody with
the file in hand can still rewrite the whole chain; the head hash, kept elsewhere, shows that.
"""

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, col, func, select

from bccc_dash.domain.audit_words import CHANGES_NOTHING
from bccc_dash.domain.purposes import Purpose
from bccc_dash.store.engine import take_turn
from bccc_dash.store.tables import AuditRow

START = ""
FIELD = re.compile(r"[a-z][a-z0-9_]{0,79}")
IDENTIFIER = re.compile(r"[^\x00-\x1f\x7f]{1,200}")
BETWEEN = "; "
AT_A_TIME = 1000


def _silent(done: int) -> None:
    """Progress that nobody follows."""


@dataclass(frozen=True)
class LastChange:
    """Who changed a record last, and when."""

    actor: str
    at: datetime


def record(
    session: Session,
    *,
    actor: str,
    action: str,
    subject: str,
    fields: Sequence[str],
    at: datetime,
    purpose: Purpose | None = None,
) -> None:
    """Add one row to the chain, in the session's own transaction.

    Raises: ValueError where `fields` holds anything but names of fields, or another part is not one line.
    """
    _check(actor, action, subject, fields, at)
    take_turn(session.connection())
    row = AuditRow(
        at=at.astimezone(UTC),
        actor=actor,
        action=action,
        subject=subject,
        fields=BETWEEN.join(fields),
        prev_hash=head(session),
        hash=START,
        purpose=None if purpose is None else purpose.value,
    )
    row.hash = _hash(row)
    session.add(row)
    session.flush()


def verify_chain(session: Session, *, advance: Callable[[int], None] = _silent) -> int | None:
    """The number of the first row that does not follow from the one before it; None where all do.

    `advance` is told now and then how many rows were looked at.
    """
    before = START
    in_order = select(AuditRow).order_by(col(AuditRow.id)).execution_options(yield_per=AT_A_TIME)
    with closing(session.exec(in_order)) as rows:
        for done, row in enumerate(rows):
            if done % AT_A_TIME == 0:
                advance(done)
            if row.prev_hash != before or row.hash != _hash(row):
                return row.id
            before = row.hash
    return None


def head(session: Session) -> str:
    """The hash of the latest row, which stands for all before it; empty where there is none."""
    return session.exec(select(AuditRow.hash).order_by(col(AuditRow.id).desc()).limit(1)).first() or START


def follows(session: Session, kept: str) -> bool:
    """Whether a head that was kept elsewhere is still in the chain. If not, its tail was cut off, or all rewritten."""
    return kept == START or session.exec(select(AuditRow.id).where(AuditRow.hash == kept)).first() is not None


def last_changes(session: Session) -> dict[str, LastChange]:
    """The last change of each record that anything but an import ever changed, by its subject ("concern/12")."""
    named = select(AuditRow.subject, AuditRow.actor, AuditRow.at).where(col(AuditRow.subject).contains("/"))
    changing = named.where(func.lower(AuditRow.action).not_in(sorted(CHANGES_NOTHING)))
    return {subject: LastChange(actor, at) for subject, actor, at in session.exec(changing.order_by(col(AuditRow.id)))}


def length(session: Session) -> int:
    """How many rows the chain has."""
    return session.exec(select(func.count()).select_from(AuditRow)).one()


def _check(actor: str, action: str, subject: str, fields: Sequence[str], at: datetime) -> None:
    if at.utcoffset() is None:
        raise ValueError("an instant needs its time zone")
    odd = [part for part in (actor, action, subject) if not IDENTIFIER.fullmatch(part)]
    odd += [name for name in fields if not FIELD.fullmatch(name)]
    if odd:
        raise ValueError(f"{len(odd)} part(s) of an audit row are no identifier: values never come in here")


def _hash(row: AuditRow) -> str:
    """The hash over the row before it and its own fields, in one fixed writing. A purpose counts where there is one."""
    instant = row.at.astimezone(UTC).isoformat(timespec="microseconds")
    told = [row.prev_hash, instant, row.actor, row.action, row.subject, row.fields]
    written = json.dumps(told if row.purpose is None else [*told, row.purpose])
    return hashlib.sha256(written.encode()).hexdigest()
