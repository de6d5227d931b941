"""What service leaves behind in a large centre: a disclosure, guidance read, privacy reviews."""

from bccc_dash.workbook.demo_large_centre import LargeCentre

REVIEW_DAYS = 182
VERSION_DAYS = 730
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
