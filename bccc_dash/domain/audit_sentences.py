"""A row of the audit as an English sentence. A deed that this version does not know is said as it stands."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bccc_dash.domain.audit_deeds import RecordDeed as Record
from bccc_dash.domain.audit_event import (
    AuditEvent,
    Names,
    actor_in_words,
    in_words,
    named,
    subject_in_words,
    user_number,
    why,
)
from bccc_dash.domain.sign_in import Deed
from bccc_dash.domain.words import capital, count, listed

Told = Callable[[AuditEvent, str, str], str]
"""What is said of an event, given who did it and to what."""

SHEETS = frozenset(
    (
        *("users", "volunteers", "transparency", "requirement_results", "stage_events", "approval_events"),
        *("checks", "check_platforms", "concerns", "case_events"),
        *("source_assessments", "discussions", "committee_shares", "incidents", "decisions", "actions", "referrals"),
        *("privacy_reviews", "guidance", "acknowledgements", "consents", "meetings"),
    )
)
"""The sheets of the workbook: an import or an export names those that it wrote, then columns."""


def sentence(event: AuditEvent, names: Names) -> str:
    """Return what was done, as a whole sentence."""
    who, what = actor_in_words(event.actor, names), subject_in_words(event, names)
    told = TOLD.get(event.action.lower(), _unknown)
    return capital(f"{told(event, who, what)}{why(event.purpose)}.")


def _unknown(event: AuditEvent, who: str, what: str) -> str:
    return f"{who} did \u2018{event.action}\u2019 to {what}"


def _to(doing: str) -> Told:
    """Who did something to what."""
    return lambda _, who, what: f"{who} {doing.format(what)}"


def _with_fields(doing: str) -> Told:
    """Who did something to what, with the fields that it touched."""
    return lambda event, who, what: f"{who} {doing.format(what)}{f': {named(event.fields)}' if event.fields else ''}"


def _own(doing: str, of_another: str) -> Told:
    """Who did something to their own account, or to another's."""
    return lambda event, who, what: (
        f"{who} {doing}" if event.actor == event.subject else f"{who} {of_another.format(what)}"
    )


def _door(event: AuditEvent, what: str) -> str:
    if event.subject == "address":
        return f"from {what}"
    return f"to {what}" if user_number(event.subject) is None else f"as {what}"


def _from(event: AuditEvent, who: str) -> str:
    return f"from {who}" if user_number(event.actor) is None else f"by {who}"


def _import(event: AuditEvent, who: str, _: str) -> str:
    columns = [name for name in event.fields if name not in SHEETS]
    of_them = f"; in lines that were there, {named(columns)}" if columns else ""
    return f"an import {_from(event, who)} changed {_kinds(event)}{of_them}"


def _kinds(event: AuditEvent) -> str:
    sheets = [in_words(name) for name in event.fields if name in SHEETS]
    return f"{count(len(sheets), 'kind')} of records{f': {listed(sheets)}' if sheets else ''}"


TOLD: Mapping[str, Told] = MappingProxyType(
    {
        Deed.SIGN_IN: _to("signed in"),
        Deed.SIGN_IN_FAILED: lambda event, _, what: f"somebody failed to sign in {_door(event, what)}",
        Deed.SIGN_IN_LOCKED: lambda event, _, what: (
            f"after too many failed tries, signing in {_door(event, what)} was locked for a while"
        ),
        Deed.SIGN_OUT: _to("signed out"),
        Deed.SESSIONS_ENDED: _own("ended one of their own sessions", "ended a session of {}"),
        Deed.PASSWORD_SET: _own("set a new password", "set a new password for {}"),
        Deed.SECOND_FACTOR_SET: _own("set up a second factor", "set up a second factor for {}"),
        Deed.RECOVERY_CODE_USED: _to("used a recovery code in place of the second factor"),
        Deed.INVITED: _to("invited {}"),
        Deed.RESET: _to("took away the password and the second factor of {}, and made a link to set new ones"),
        Deed.DISABLED: _to("disabled the account of {}"),
        Deed.ENABLED: _to("let {} in again"),
        Deed.USER_ADDED: _to("added {} to those who use the dashboard"),
        Deed.ROLE_CHANGED: _to("gave {} another role"),
        Deed.LEAD_CHANGED: _to("gave {} the lead's rights, or took them away"),
        Deed.COMMITTEE_CHANGED: _to("changed whether {} sits on the committee"),
        Deed.VOLUNTEER_LINK_CHANGED: _to("changed which volunteer {} also is"),
        Record.NAME_SEEN: _to("saw the name of {}"),
        Record.TEXT_SEEN: _to("saw the words written about {}"),
        Record.PRINT: _to("printed {}"),
        Record.CREATE: _to("entered {}"),
        Record.UPDATE: _with_fields("changed {}"),
        Record.ERASE: _with_fields("erased {}"),
        Record.REOPEN: _to("reopened {}"),
        Record.PROPOSE: _to("proposed {}"),
        Record.DECIDE: _to("decided on {}"),
        Record.RATIFY: _to("ratified {}"),
        Record.REJECT: _to("rejected {}"),
        Record.SUSPEND: _to("suspended {} at once"),
        Record.IMPORT: _import,
        Record.IMPORT_ASKED: _to("asked for the decisions that an import brings to be confirmed"),
        Record.IMPORT_CONFIRMED: _to("confirmed the decisions that an import brings"),
        Record.IMPORT_CONFIRMATION_USED: _to("made an import whose decisions had been confirmed"),
        Record.IMPORT_LISTED_FOR_CHAIR: lambda event, who, _: (
            f"an import {_from(event, who)} listed for the chair what it says of people"
        ),
        Record.IMPORT_ASKING_SETTLED: _to("settled a line of what an import listed for the chair"),
        Record.EXPORT: lambda event, who, what: f"{who} exported {what} with {_kinds(event)}",
        Record.SETTING_CHANGED: _with_fields("changed {}"),
        Record.CONTACT_CHANGED: _with_fields("changed {}"),
        Record.BACKUP: _to("made a backup of {}"),
        Record.RESTORE: _to("put a backup in the place of {}"),
    }
)
"""What is said of each deed, by its word in small letters; a purpose and the full stop follow."""
