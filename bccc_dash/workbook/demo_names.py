"""Invented people. Nobody here exists; any likeness is chance."""

from dataclasses import dataclass

EMAIL_DOMAIN = "bccc.example"

VOLUNTEERS = (
    "Amina Yusufzai", "Derek Hollowell", "Parveen Chowdry", "Siobhan Kilbrannan", "Leroy Bankston",
    "Gurdip Sahotay", "Hannah Ockwell", "Faisal Qurban", "Marcia Delahunt", "Tomasz Wierzbowy",
    "Joyce Abernethy-Cole", "Rukhsana Mirzam", "Colin Staverleigh", "Ngozi Umeadi", "Balvinder Kalsiray",
    "Eileen Garrahan", "Hodan Warsamey", "Philip Netherby", "Meera Patankar", "Winston Clarebrook",
    "Agnieszka Zalewicz", "Stuart Fennimore", "Zainab Al-Harazi", "Carol Pettifor", "Jaspreet Dhamraj",
    "Bernard Loxdale", "Ifeoma Chukwura", "Kieran Moylett", "Shabana Irfani", "Trevor Addisford", "Li Wen Szetoh",
    "Angela Thackwell", "Mohammed Saleemi", "Roisin Tuohill", "Desmond Farquarson", "Harleen Bhogalia",
    "Graham Inkersole", "Fatou Jallowe", "Wendy Crossthwaite", "Imran Hafeezi", "Pauline Bexworth",
    "Sukhdev Rayatt", "Olena Hrytsenka", "Neville Brathwick", "Tahira Nawazish", "Martin Eddowes-Pyke",
    "Chipo Marandure", "Geraldine Foxall", "Ayaan Cabdiwala", "Lorna Quarterman", "Vikram Desaiya",
    "Bridie Scanlorn", "Abdul Matinzai", "Sheila Wrottesmore", "Kwabena Ofosuhene", "Ruth Gladwyn", "Simran Toorey",
    "Patrick Heneghane", "Nusrat Jahangiri", "Alan Tibberton",
)  # fmt: skip

ROLE_TITLES = (
    "Session volunteer", "Session volunteer", "Play volunteer", "Reception volunteer", "Session volunteer",
    "Handover volunteer", "Kitchen volunteer",
)  # fmt: skip


@dataclass(frozen=True)
class Official:
    """Somebody who does things in the records, by the day of the demonstration on which they came and went."""

    name: str
    role: str
    on_committee: bool = False
    is_lead: bool = False
    came: int | None = None
    went: int | None = None

    @property
    def email(self) -> str:
        """The address by which the records know them."""
        return email_of(self.name)


def email_of(name: str) -> str:
    """An invented address at a domain that can never exist."""
    return f"{name.lower().replace(' ', '.')}@{EMAIL_DOMAIN}"


COORDINATOR = Official("Nadia Rahmatzai", "COORDINATOR", came=-520)
FORMER_COORDINATOR = Official("Jean Applethorpe", "COORDINATOR", went=-505)
CHAIR = Official("Margaret Oakenshaw", "CHAIR", on_committee=True)
TREASURER = Official("Samuel Adekoyah", "COMMITTEE_MEMBER", on_committee=True)
SECRETARY = Official("Kulvinder Sangherra", "COMMITTEE_MEMBER", on_committee=True)
MEMBER = Official("Frances Lillingstone", "COMMITTEE_MEMBER", on_committee=True, came=-700)
# This member also volunteers: the records show what they stand aside from.
VOLUNTEERING_MEMBER = Official(VOLUNTEERS[3], "COMMITTEE_MEMBER", on_committee=True, came=-610)
SAFEGUARDING_LEAD = Official("Patricia Mbewenya", "SAFEGUARDING_LEAD", is_lead=True)
AUDITOR = Official("Howard Tunnicleft", "READ_ONLY_AUDITOR", came=-400)

OFFICIALS = (
    COORDINATOR, CHAIR, TREASURER, SECRETARY, MEMBER, VOLUNTEERING_MEMBER, SAFEGUARDING_LEAD, AUDITOR,
    FORMER_COORDINATOR,
)  # fmt: skip


def coordinator_on(number: int) -> Official:
    """Who coordinated on that day."""
    return COORDINATOR if number >= -520 else FORMER_COORDINATOR
