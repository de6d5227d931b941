"""A small centre with conflicts: Asha volunteers and is V-1; Ben and Cleo stood aside from matters of others."""

from tests.oracle.by_hand import check, concern, dated, decision, incident, person, stages

ASHA, BEN, CLEO = "asha@bccc.example", "ben@bccc.example", "cleo@bccc.example"


def share(of, recused=None):
    return {"subject_ref": of, "shared_on": "2026-04-01", "channel": "MEETING", "recused": recused}


def approval(status, day, decided=None, of="V-2"):
    return {"volunteer_ref": of, "to_status": status, "effective_on": day, "decision_ref": decided}


def user(email, **cells):
    return {"email": email, "display_name": email[:4], "role": "COMMITTEE_MEMBER"} | cells


WRITTEN = {
    "users": [user(ASHA, volunteer_ref="V-1"), user(BEN), user(CLEO)],
    "volunteers": [{"full_name": "Somebody", "role_title": "Volunteer"} | person(ref) for ref in ("V-1", "V-2", "V-3")],
    "stage_events": [row for ref in ("V-1", "V-2", "V-3") for row in stages(("S0", "2026-01-01"), of=ref)],
    "checks": [
        check("K-1", checker=BEN),
        check("K-2", volunteer_ref="V-2", outcome="CONCERN_RAISED", checker=BEN),
        check("K-3", volunteer_ref="V-3", outcome="CONCERN_RAISED", checker=BEN),
    ],
    "concerns": [
        concern("C-1", check_ref="K-1"),
        concern("C-2", volunteer_ref="V-2", check_ref="K-2"),
        concern("C-3", volunteer_ref="V-3", check_ref="K-3"),
    ],
    "incidents": [
        incident("B-1"),
        incident("B-2", volunteer_ref="V-2", concern_ref="C-2"),
        incident("B-3", volunteer_ref="V-3"),
        incident("B-4", volunteer_ref="V-3", concern_ref="C-3"),
        incident("B-5", volunteer_ref="V-3", concern_ref="C-3"),
    ],
    "decisions": [decision("C-2", "SUSPEND", "2026-03-10", "D-2", proposed_by=BEN, decided_by=CLEO)],
    "approval_events": [
        approval("APPROVED", "2026-01-01"),
        approval("SUSPENDED", "2026-03-10", "D-2"),
        approval("APPROVED", "2026-03-20"),
    ],
    "committee_shares": [
        *(share("C-1", ASHA), share("B-1", f"{ASHA}; {BEN}")),
        *(share("C-2", BEN), share("C-2", BEN), share("B-4", f"{BEN}; {CLEO}"), share("V-3", CLEO)),
    ],
}

SHEETS = {name: [dated(row) for row in rows] for name, rows in WRITTEN.items()}
EVERYTHING = {row["ref"] for rows in SHEETS.values() for row in rows if "ref" in row}
