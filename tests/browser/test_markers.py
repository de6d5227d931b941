"""What nobody but a few may see reaches nobody but them: not the page, not what lies behind it, not the log.

Every such column of the database holds a marker in every row (tests/markers.py). Whoever looks, each page's HTML, the
frames of its websocket, every answer of the server but Streamlit's own files, and the log are searched for them. The
product has no downloads of its own: what Streamlit offers under /media is among the answers. `make test` opens one
concern and one other page for each person; `make soak` everything.
"""

import os
import shutil
import sqlite3
from contextlib import closing
from types import SimpleNamespace

import pytest

from bccc_dash.domain.links import Place
from bccc_dash.domain.sight import Content
from bccc_dash.settings import sqlite_url
from tests.browser.serving import serving
from tests.browser.watching import screen, watch
from tests.markers import plant
from tests.visitors import come_in_at

pytestmark = [pytest.mark.browser, pytest.mark.soak]

FULL_FORM = bool(os.environ.get("BCCC_SOAK"))
COORDINATOR, CHAIR, MEMBER, STOOD_ASIDE, VOLUNTEER_TOO, LEAD, AUDITOR = 1, 2, 3, 4, 6, 7, 8
PEOPLE = {
    "coordinator": COORDINATOR,
    "chair": CHAIR,
    "member": MEMBER,
    "member who stood aside": STOOD_ASIDE,
    "member who is a volunteer too": VOLUNTEER_TOO,
    "lead": LEAD,
    "auditor": AUDITOR,
}
CASES = {
    "plain": "c.severity <> 'CRITICAL' AND c.source = 'VOLUNTEER' AND c.status <> 'NOT_THIS_PERSON'",
    "critical": "c.severity = 'CRITICAL'",
    "told in confidence": "c.source = 'FAMILY_MEMBER' AND c.owner_id <> 1",
    "coordinator's own, in confidence": "c.source = 'CHILD_IN_CONFIDENCE' AND c.owner_id = 1",
    "about somebody else": "c.status = 'NOT_THIS_PERSON'",
}
HISTORY = "the history of one applicant"
SHORT_FORM = {
    COORDINATOR: ("coordinator's own, in confidence", HISTORY),
    CHAIR: ("told in confidence", "/account"),
    MEMBER: ("critical", "/breaches"),
    STOOD_ASIDE: ("told in confidence", "/"),
    VOLUNTEER_TOO: ("plain", HISTORY),
    LEAD: ("critical", "/data-quality"),
    AUDITOR: ("told in confidence", "/privacy-reviews"),
}


@pytest.fixture(scope="module")
def planted(demo_of_today, tmp_path_factory):
    """A centre full of markers: where each is, the concerns to open, and whom the plain one is about."""
    file = tmp_path_factory.mktemp("planted") / "bccc.db"
    shutil.copy(demo_of_today, file)
    with closing(sqlite3.connect(file)) as records, records:
        asked = "SELECT r.ref, c.id, v.ref, v.id FROM concerns c JOIN records r USING (id) JOIN records v"
        opened = {
            name: records.execute(f"{asked} ON v.id = c.volunteer_id WHERE {which} ORDER BY c.id DESC").fetchone()
            for name, which in CASES.items()
        }
        records.execute("UPDATE users SET volunteer_id = ? WHERE id = ?", (opened["plain"][3], VOLUNTEER_TOO))
        share = "SELECT id, 9, ? FROM committee_shares WHERE subject_id = ?"
        aside = records.execute(f"INSERT INTO recusals {share}", (STOOD_ASIDE, opened["told in confidence"][1]))
        assert aside.rowcount == 1
    return SimpleNamespace(file=file, all=plant(file), opened=opened)


@pytest.fixture(scope="module")
def centre(planted, tmp_path_factory):
    with serving("marked", tmp_path_factory.mktemp("marked"), planted.file) as served:
        yield served


@pytest.fixture(scope="module")
def reader_of(planted, centre, chromium):
    """Somebody who is signed in once, by their number."""
    known = {}

    def reader(who):
        if who not in known:
            known[who] = Reader(chromium.new_context(viewport=screen(1440)), centre, planted.all, who)
        return known[who]

    yield reader
    for one in known.values():
        one.context.close()


class Reader:
    """Somebody who is signed in, and all that each page sends them."""

    def __init__(self, context, centre, markers, who):
        self.person, self.context, self.centre = markers.people[who], context, centre
        email = markers.marker_of("users.email", who)
        token = come_in_at(sqlite_url(centre.file), self.person.role, email=email)
        markers.tokens.add(token)
        context.add_cookies([{"name": "bccc", "value": token, "domain": "127.0.0.1", "path": "/"}])

    def look(self, path):
        """Open a page; return what was sent for it, by the way on which it came. The account has no websocket."""
        frames, answers = [], []
        page = self.context.new_page()  # each anew: an answer is gone as soon as its page is left
        page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(as_text(frame))))
        page.on("response", lambda answer: answers.append(answer))
        if path == "/account":
            page.goto(self.centre.address + path)
        else:
            watch(page, self.centre, scheme="light").open(path)
            assert frames
        bodies = [answer.text() for answer in answers if is_the_servers_own(answer)]
        said = {"frames": "".join(frames), "answers": "".join(bodies), "page": page.content()}
        page.close()
        return said


def as_text(frame):
    return frame if isinstance(frame, str) else frame.decode("utf-8", "replace")


def is_the_servers_own(answer):
    return "/static/" not in answer.url and answer.status < 300 and answer.url.startswith("http")


def places(planted, who):
    """Every page to look at: its address, and the case or person that it is about."""
    opened = planted.opened
    person = opened["plain"][2] if who == VOLUNTEER_TOO else opened["coordinator's own, in confidence"][2]
    history = (f"/vetting?volunteer={person}", person)
    if not FULL_FORM:
        name, other = SHORT_FORM[who]
        ref = opened[name][0]
        return [(f"/concerns?case={ref}", ref), history if other == HISTORY else (other, None)]
    cases = [(f"/concerns?case={ref}", ref) for ref, *_ in opened.values()]
    return [*cases, history, *((f"/{place.value}", None) for place in Place), ("/account", None)]


ASKED_ALWAYS = (MEMBER, AUDITOR, VOLUNTEER_TOO)
EVERYBODY = [
    pytest.param(who, id=name, marks=[] if who in ASKED_ALWAYS else pytest.mark.soak_only)
    for name, who in PEOPLE.items()
]


@pytest.mark.parametrize("who", EVERYBODY)
def test_no_marker_reaches_anybody_who_may_not_see_it(planted, reader_of, who):
    reader, leaked = reader_of(who), {}
    for path, opened in places(planted, who):
        for way, said in reader.look(path).items():
            found = planted.all.leaks(said, reader.person, opened)
            leaked |= {(path, way): found} if found else {}

    assert leaked == {}


def test_what_the_coordinator_may_see_of_an_own_case_is_found_on_every_way_that_is_searched(planted, reader_of):
    ref, _, _, volunteer = planted.opened["coordinator's own, in confidence"]
    said = reader_of(COORDINATOR).look(f"/concerns?case={ref}")
    name = planted.all.marker_of("volunteers.full_name", volunteer)

    assert name in said["frames"]
    assert name in said["page"]
    assert "concerns.summary" in planted.all.held(said["page"], frozenset({Content.FREE_TEXT}))
    assert planted.all.leaks(said["page"], planted.all.people[MEMBER], ref) >= {
        f"volunteers.full_name, row {volunteer}"
    }
    assert "Told in confidence by a child" in planted.all.leaks(said["page"], planted.all.people[CHAIR], ref)


def test_the_log_holds_no_marker_and_no_token_at_all(planted, reader_of, centre):
    reader_of(COORDINATOR).look("/concerns")

    assert planted.all.leaks((centre.folder / "server.log").read_text("utf-8"), None) == set()
