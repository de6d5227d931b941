"""What every text column of the database holds, table by table, so that none can be shown unredacted by oversight.

Columns that are not text (days, numbers, yes or no) tell what a word would tell, and count as `WORD`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from bccc_dash.domain.sight import Content

_PEOPLE = {
    "records": {"kind": Content.WORD, "ref": Content.REF},
    "users": {
        "email": Content.COLLEAGUE_CONTACT,
        "display_name": Content.COLLEAGUE,
        "role": Content.WORD,
    },
    "volunteers": {
        "full_name": Content.NAME,
        "email": Content.CONTACT,
        "role_title": Content.FREE_TEXT,
    }
    | dict.fromkeys(("form_version", "notice_version", "end_reason"), Content.WORD),
    "transparency": dict.fromkeys(("form_version", "notice_version"), Content.WORD),
    "requirement_results": {
        "requirement": Content.WORD,
        "status": Content.WORD,
        "exempt_reason": Content.FREE_TEXT,
    },
    "stage_events": {"from_stage": Content.WORD, "to_stage": Content.WORD, "reason": Content.FREE_TEXT},
    "approval_events": {"from_status": Content.WORD, "to_status": Content.WORD, "reason": Content.FREE_TEXT},
    "privacy_reviews": dict.fromkeys(("method", "outcome"), Content.WORD),
    "acknowledgements": dict.fromkeys(("guidance_code", "guidance_version", "audience"), Content.WORD),
}

_CHECKS = {
    "checks": {
        "search_terms": Content.NAME,
        "necessity_note": Content.FREE_TEXT,
        "monitoring_basis": Content.FREE_TEXT,
    }
    | dict.fromkeys(
        (
            *("trigger", "status", "outcome", "checker_role_at_time", "search_engines"),
            *("identity_confidence", "policy_version", "provenance"),
        ),
        Content.WORD,
    ),
    "check_platforms": dict.fromkeys(("platform", "platform_other", "result"), Content.WORD),
}

_CASES = {
    "concerns": {"source": Content.SOURCE}
    | dict.fromkeys(("summary", "relevance_to_role_note", "closure_reason"), Content.FREE_TEXT)
    | dict.fromkeys(
        (
            *("category", "material", "expression", "published_by", "content_scope", "platform", "severity"),
            *("threshold", "child_impact", "affected_parties", "objection_to", "status"),
        ),
        Content.WORD,
    ),
    "incidents": {"source": Content.SOURCE}
    | dict.fromkeys(
        ("breach_type", "severity", "child_impact", "affected_parties", "content_status", "finding", "status"),
        Content.WORD,
    ),
    "case_events": {"from_status": Content.WORD, "to_status": Content.WORD, "reason": Content.FREE_TEXT},
    "source_assessments": dict.fromkeys(("reliability", "identity_confidence"), Content.WORD)
    | dict.fromkeys(("how_to_interrogate", "how_to_act", "rationale"), Content.FREE_TEXT),
    "discussions": dict.fromkeys(("response", "deferral_reason"), Content.WORD)
    | dict.fromkeys(("response_note", "deferral_note"), Content.FREE_TEXT),
    "committee_shares": dict.fromkeys(("channel", "minute_ref"), Content.WORD),
    "decisions": dict.fromkeys(("kind", "from_status", "to_status", "status", "minute_ref"), Content.WORD)
    | {"rationale": Content.FREE_TEXT},
    "actions": dict.fromkeys(("status", "due_dates"), Content.WORD)
    | dict.fromkeys(("title", "cancel_reason"), Content.FREE_TEXT),
    "referrals": dict.fromkeys(("body", "outcome"), Content.WORD)
    | dict.fromkeys(("rationale", "reference"), Content.FREE_TEXT),
    "consents": {"child_age_appropriate": Content.WORD}
    | dict.fromkeys(("subject_family_ref", "item_description", "scope", "evidence_held_at"), Content.FREE_TEXT),
}

_CENTRE = {
    "guidance": {"title": Content.CENTRE} | dict.fromkeys(("code", "version", "audience", "clauses"), Content.WORD),
    "meetings": {"kind": Content.WORD, "declarations": Content.FREE_TEXT},
    "recruitment_stages": {"code": Content.WORD, "name": Content.CENTRE, "source": Content.WORD},
    "requirements": {"code": Content.WORD, "stage": Content.WORD, "name": Content.CENTRE},
    "settings": dict.fromkeys(("name", "value"), Content.CENTRE),
    "setting_changes": dict.fromkeys(("name", "before", "value"), Content.CENTRE),
    "sent_forms": {"key_hash": Content.CREDENTIAL, "ref": Content.REF},
    "safeguarding_contacts": {"kind": Content.WORD} | dict.fromkeys(("name", "telephone", "hours"), Content.TO_RING),
}

_UPKEEP = {
    "audit_events": dict.fromkeys(
        ("actor", "action", "subject", "fields", "prev_hash", "hash", "purpose"), Content.AUDIT
    ),
    "removal_permits": dict.fromkeys(("kind", "subject", "by"), Content.AUDIT),
    "removal_permit_rows": {"table_name": Content.AUDIT},
    "stage_spans": {"stage": Content.WORD},
    "approval_spans": {"status": Content.WORD},
    "case_spans": {"status": Content.WORD},
    "suspects": {"rule": Content.WORD, "kind": Content.WORD},
}

_SIGN_IN = {
    "accounts": dict.fromkeys(("password_hash", "totp_secret"), Content.CREDENTIAL),
    "recovery_codes": {"code_hash": Content.CREDENTIAL},
    "one_time_links": {"token_hash": Content.CREDENTIAL, "purpose": Content.SIGN_IN},
    "sign_in_sessions": {"token_hash": Content.CREDENTIAL}
    | dict.fromkeys(("role", "step", "end_reason"), Content.SIGN_IN),
    "sign_in_tries": {"key_hash": Content.CREDENTIAL},
}

_IMPORTS = {
    "import_askings": {"asked_by": Content.AUDIT, "email": Content.COLLEAGUE_CONTACT}
    | dict.fromkeys(("about", "asked", "ending"), Content.WORD),
    "import_confirmations": {"fingerprint": Content.WORD, "asked_by": Content.AUDIT},
    "import_confirmation_items": dict.fromkeys(("ref", "subject_ref", "volunteer_ref"), Content.REF)
    | dict.fromkeys(("brought", "kind", "to_status"), Content.WORD),
}

_TABLES = _PEOPLE | _CHECKS | _CASES | _CENTRE | _UPKEEP | _SIGN_IN | _IMPORTS

CONTENTS: Mapping[str, Content] = MappingProxyType(
    {f"{table}.{column}": content for table, columns in _TABLES.items() for column, content in columns.items()}
)
"""What a column holds, by "table.column"."""
