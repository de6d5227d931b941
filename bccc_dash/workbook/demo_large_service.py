"""What service leaves behind in a large centre: a disclosure, guidance read, privacy reviews."""

from bccc_dash.workbook.demo_large_centre import LargeCentre

REVIEW_DAYS = 182
VERSION_DAYS = 700
SUSPENSIONS = 0.02
CODES = ("ONLINE-CONDUCT", "PRIVACY-SETTINGS")


def add_service(centre: LargeCentre, ref: str, inducted: int, started: int | None, until: int) -> None:
    """What a volunteer leaves from their induction on, up to the day on which they left."""
    days, last = centre.days, centre.last
    centre.rows("requirement_results").append(
        {
            "volunteer_ref": ref,
            "requirement": "DBS",
            "status": "MET",
            "completed_on": days[inducted],
            "expires_on": None,
        }
    )
    acknowledgements, first = centre.rows("acknowledgements"), inducted // VERSION_DAYS
    for version in range(first, until // VERSION_DAYS + 1):
        given = max(inducted, version * VERSION_DAYS)
        read = given + centre.chance.randint(0, 40)
        on = None if read > min(until, last) else days[read]
        for code in CODES:
            acknowledgements.append(
                {
                    "volunteer_ref": ref,
                    "guidance_code": code,
                    "guidance_version": str(version + 1),
                    "audience": "VOLUNTEER",
                    "given_on": days[given],
                    "acknowledged_on": on,
                }
            )
    if started is not None:
        _add_reviews(centre, ref, started, until)
        if until - started > 400 and centre.chance.random() < SUSPENSIONS:
            _add_suspension(centre, ref, centre.chance.randint(started + 190, until - 1))


def _add_reviews(centre: LargeCentre, ref: str, started: int, until: int) -> None:
    days, reviews, chance = centre.days, centre.rows("privacy_reviews"), centre.chance
    due = started + REVIEW_DAYS
    while due <= until:
        done = due + chance.randint(-10, 14 if chance.random() < 0.9 else 80)
        if done > until:
            break
        reviews.append(
            {
                "volunteer_ref": ref,
                "due_on": days[due],
                "completed_on": days[done],
                "method": "SELF_CONFIRMED",
                "outcome": "MAX_PRIVACY_CONFIRMED",
            }
        )
        due = done + REVIEW_DAYS
    if until == centre.last:
        reviews.append({"volunteer_ref": ref, "due_on": days[due]})


def _add_suspension(centre: LargeCentre, ref: str, day: int) -> None:
    back = day + centre.chance.randint(14, 60)
    changes = [("APPROVED", "SUSPENDED", day), *([("SUSPENDED", "APPROVED", back)] if back <= centre.last else [])]
    centre.rows("approval_events").extend(
        {"volunteer_ref": ref, "from_status": before, "to_status": after, "effective_on": centre.days[on]}
        for before, after, on in changes
    )
