"""The audit of somebody from whom something is withheld says nothing from which it could be told."""

import pytest

from bccc_dash.domain.audit_list import shown
from bccc_dash.reads.audit import audit, audit_events
from bccc_dash.store.engine import reading
from bccc_dash.store.withheld import Withheld
from tests.auditing import Done, tell
from tests.queries.conftest import ON_BOTH
from tests.queries.test_audit_list import CHAIR, NOON, NOW, PERIOD, asked, centre, sign_in

__all__ = ["centre"]


@ON_BOTH
@pytest.mark.parametrize("action", ["IMPORT", "import_asked", "import_confirmed", "import_listed_for_chair"])
@pytest.mark.parametrize("withheld", [Withheld(volunteer_id=1), Withheld(case_ids=frozenset({7}))])
def test_nobody_from_whom_anything_is_withheld_is_told_of_an_import(centre, action, withheld):
    tell(centre, [Done(NOON, "console (root)", action, "import_confirmation/1"), sign_in()])
    assert shown(asked(centre).tallies) == 2

    with reading(centre, without=withheld) as session:
        found = audit(session, PERIOD, "", NOW, person=CHAIR)
        events = audit_events(session, PERIOD, "", "", "", found.last_id, 1, person=CHAIR)

    assert shown(found.tallies) == 1
    assert [one.action for one in events] == ["sign_in"]
