"""One record that breaks one rule, with the dates and codes that tell how. Never a name, never free text."""

from dataclasses import dataclass
from datetime import date

from bccc_dash.domain.rule import Kind


@dataclass(frozen=True)
class CheckFacts:
    """What tells how a check breaks a rule. Form and notice are those of its volunteer's first application; `by_other`
    is whether somebody other than the checker authorised it."""

    trigger: str
    role: str
    may_check: bool
    outcome: str | None
    started_on: date | None
    completed_on: date | None
    own_account: bool
    public_domain: bool
    no_password: bool
    has_platform: bool
    has_engine: bool
    permission: bool
    form_signed_on: date | None
    notice_given_on: date | None
    has_basis: bool
    by_other: bool
    left_stage_1_on: date | None


@dataclass(frozen=True)
class DecisionFacts:
    """What tells how a ratified decision breaks a rule; `about` is the reference of its subject."""

    about: str
    decided_on: date
    is_adverse: bool
    has_proposer: bool
    has_decider: bool
    one_person: bool
    by_committee: bool
    stood_aside: bool
    proposed_own: bool
    decided_own: bool
    about_conduct: bool


@dataclass(frozen=True)
class CaseFacts:
    """What tells how a concern or a breach breaks a rule; of a concern, `discovered_on` is the day it was found."""

    category: str
    severity: str
    occurred_on: date | None
    discovered_on: date
    recorded_on: date
    closed_on: date | None
    decided_on: date | None
    lado_due_on: date
    lado_on: date | None
    dbs: bool
    charity_commission: bool
    consent: str | None


@dataclass(frozen=True)
class PersonFacts:
    """What tells how a volunteer breaks a rule, as at the day."""

    applied_on: date
    active_since: date | None
    approval: str | None


@dataclass(frozen=True)
class MilestoneFacts:
    """What tells how a source assessment, a discussion or a sharing breaks a rule.

    `earlier` should lie before `later`: offered and held, found and shared. An assessment has only `later`.
    """

    about: str
    earlier: date | None
    later: date | None


Facts = CheckFacts | DecisionFacts | CaseFacts | PersonFacts | MilestoneFacts


@dataclass(frozen=True)
class Finding:
    """A record that breaks a rule. `ref` is its own reference, or that of the case on which it hangs.

    `is_concern` is whether that reference names a concern.
    """

    rule: str
    kind: Kind
    ref: str
    is_concern: bool
    facts: Facts
