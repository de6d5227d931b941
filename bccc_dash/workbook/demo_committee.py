"""The committee's own rows: meetings, actions, and the consents and guidance it answers for."""

from collections.abc import Sequence

from bccc_dash.workbook.demo_centre import Centre
from bccc_dash.workbook.demo_names import (
    CHAIR,
    COORDINATOR,
    MEMBER,
    SAFEGUARDING_LEAD,
    SECRETARY,
    TREASURER,
    VOLUNTEERING_MEMBER,
    coordinator_on,
)
from bccc_dash.workbook.demo_people import Person

# subject, title, owner, day made, due days in the order in which they were set, day done (None: not done)
ACTIONS = (
    ("concern-01", "Show how to limit who sees old pictures", COORDINATOR, -1050, (-1030,), -1034),
    ("concern-03", "Online safety refresher", COORDINATOR, -673, (-652,), -655),
    ("concern-05", "Check every public picture of the play room", SAFEGUARDING_LEAD, -546, (-539,), -541),
    ("concern-05", "Remind all volunteers that no child is ever identified", COORDINATOR, -546, (-518,), -520),
    ("concern-07", "Talk through the rule on connections with children", COORDINATOR, -430, (-410,), -411),
    ("incident-03", "Write to the agency with the outcome", CHAIR, -396, (-382,), -371),
    ("concern-09", "Help to take the centre's hours off the profile", COORDINATOR, -323, (-309,), -313),
    ("incident-05", "Supervised sessions for six weeks after return", SAFEGUARDING_LEAD, -217, (-175,), -176),
    ("concern-11", "Ask the board's owner to take the post down", SECRETARY, -196, (-182, -168), -170),
    ("concern-12", "Agree a tone for comments on the centre's page", COORDINATOR, -133, (-112,), -113),
    ("incident-06", "Training on respect online", COORDINATOR, -131, (-103,), -117),
    ("concern-14", "Add 'views are my own' to the profile", COORDINATOR, -44, (-30, -11, 6), None),
    ("concern-14", "Tell the person who complained what was decided", CHAIR, -44, (-26,), -27),
    ("concern-15", "Talk through what a family might see", COORDINATOR, -25, (-12,), -13),
    ("incident-07", "Confirm that the connection was ended", COORDINATOR, -29, (-15,), None),
    ("incident-07", "First review of the conditions", SAFEGUARDING_LEAD, -29, (13,), None),
    ("incident-10", "Ask again for the picture to be taken down", SAFEGUARDING_LEAD, -16, (-9, 4), None),
    ("active-00", "Renew the disclosure before it runs out", COORDINATOR, -20, (24,), None),
)
CALLED_OFF = ("incident-04", "Write to the person who complained", SECRETARY, -274, -260)

# key, family, item, family agreed, child asked, child agreed, withdrawn
CONSENTS = (
    ("consent-1", "F-017", "Drawing for the newsletter", -700, "NO", None, None),
    ("consent-2", "F-031", "Picture of hands at the craft table", -410, "YES", -409, -190),
    ("consent-3", "F-044", "Picture of the garden day", -61, "YES", None, None),
    ("consent-4", "F-052", "Quotation for the yearly report", -27, "NOT_ASSESSED", None, None),
)


def add_meetings(centre: Centre) -> None:
    """The committee's meetings, who came, and what was declared."""
    members = (SECRETARY, TREASURER, MEMBER, VOLUNTEERING_MEMBER)
    for number in centre.meeting_numbers():
        here = [member for member in members if (member.came or centre.first_day) <= number]
        present = [CHAIR, coordinator_on(number), SAFEGUARDING_LEAD, *here]
        absent = centre.chance.choice((None, None, *here))
        held = number < 0
        centre.add(
            "meetings",
            date=centre.day(number),
            kind="Committee",
            quorum_required=3,
            attendees="; ".join(person.email for person in present if person is not absent) if held else None,
            declarations="One member also volunteers and stands aside from any matter of their own." if held else None,
            closed_on=centre.day(number) if held else None,
        )


def add_actions(centre: Centre, people: dict[str, Person]) -> None:
    """What somebody was to do; a date that moved keeps the earlier ones."""
    for place, (subject, title, owner, made, due, done) in enumerate(ACTIONS):
        centre.add(
            "actions",
            ref=f"action {place}",
            subject_ref=people[subject].ref if subject in people else subject,
            title=title,
            owner=(owner if owner is not COORDINATOR else coordinator_on(made)).email,
            created_on=centre.day(made),
            due_on=centre.day(due[-1]),
            first_due_on=centre.day(due[0]),
            due_dates="; ".join(centre.day(number).isoformat() for number in due),
            status="OPEN" if done is None else "DONE",
            done_on=None if done is None else centre.day(done),
        )
    subject, title, owner, made, was_due = CALLED_OFF
    centre.add(
        "actions",
        ref="action called off",
        subject_ref=subject,
        title=title,
        owner=owner.email,
        created_on=centre.day(made),
        due_on=centre.day(was_due),
        first_due_on=centre.day(was_due),
        due_dates=centre.day(was_due).isoformat(),
        status="CANCELLED",
        cancel_reason="They asked not to be written to.",
    )


def add_consents(centre: Centre) -> None:
    """Written consents, the families known by an opaque number only."""
    for key, family, item, agreed, child, child_agreed, withdrawn in CONSENTS:
        centre.add(
            "consents",
            ref=key,
            subject_family_ref=family,
            item_description=item,
            family_written_on=centre.day(agreed),
            child_age_appropriate=child,
            child_written_on=None if child_agreed is None else centre.day(child_agreed),
            scope="Newsletter and yearly report",
            withdrawn_on=None if withdrawn is None else centre.day(withdrawn),
            evidence_held_at="Locked cabinet, consent file",
        )


# code, audience, title, clauses, days on which a version came into force
GUIDANCE = (
    ("ONLINE-CONDUCT", "VOLUNTEER", "Being a role model online", "P2; P5; P35; P36; P37; P38", (-1093, -409, -74)),
    ("PRIVACY-SETTINGS", "VOLUNTEER", "Settings and your own details", "P17; P18; P34; P45; P47; P51", (-1093, -298)),
    ("FAMILIES-ONLINE", "FAMILY", "Pictures, privacy and the centre", "P6; P48; P49", (-1090, -410)),
    ("TELL-SOMEONE", "CHILD", "If something online worries you", "P54", (-880,)),
)  # fmt: skip


def add_guidance(centre: Centre, people: Sequence[Person]) -> None:
    """Guidance with its versions, who was given which and when they said that they had read it."""
    for code, audience, title, clauses, versions in GUIDANCE:
        for place, effective in enumerate(versions, start=1):
            centre.add(
                "guidance",
                code=code,
                version=str(place),
                audience=audience,
                title=title,
                effective_on=centre.day(effective),
                clauses=clauses,
            )
            if audience == "VOLUNTEER":
                _give_to_volunteers(centre, people, code, versions, place)
    _tell_families_and_children(centre)


def _give_to_volunteers(
    centre: Centre, people: Sequence[Person], code: str, versions: Sequence[int], place: int
) -> None:
    effective = versions[place - 1]
    superseded = versions[place] if place < len(versions) else 1
    for person in people:
        came = person.first("S4")
        gone = person.moves[-1].on if person.end_reason else 1
        if came is None or came >= superseded or gone <= effective:
            continue
        given = max(came + 3, effective + 2)
        read = given + centre.chance.randint(0, 24)
        late = place == len(versions) and (person.slot in SLOW_READERS or read >= 0)
        centre.add(
            "acknowledgements",
            volunteer_ref=person.ref,
            guidance_code=code,
            guidance_version=str(place),
            audience="VOLUNTEER",
            given_on=centre.day(min(given, -1)),
            acknowledged_on=None if late else centre.day(read),
        )


SLOW_READERS = ("active-05", "active-18", "active-26")


def _tell_families_and_children(centre: Centre) -> None:
    for number in range(-1080, -20, 87):
        _tell(centre, number, "FAMILIES-ONLINE", "FAMILY", "2" if number >= -410 else "1", centre.chance.randint(4, 15))
    for number in range(-870, -200, 131):
        _tell(centre, number, "TELL-SOMEONE", "CHILD", "1", centre.chance.randint(3, 9))


def _tell(centre: Centre, number: int, code: str, audience: str, version: str, told: int) -> None:
    centre.add(
        "acknowledgements",
        guidance_code=code,
        guidance_version=version,
        audience=audience,
        given_on=centre.day(number),
        family_count=told,
    )
