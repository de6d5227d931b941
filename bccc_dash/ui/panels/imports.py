"""The words of the page "Imports"."""

from bccc_dash.views.imports_tables import askings_table as askings_table
from bccc_dash.views.imports_tables import headline as headline
from bccc_dash.views.imports_tables import waiting_table as waiting_table
from bccc_dash.views.sentence import say

A_PAGE = 50
WAITING = say(
    "Ratified decisions and approval events come in only when a second person has confirmed the import. An import that "
    "nobody confirms within seven days is asked for anew."
)
WHO_ASKS = "Who asked is what was typed where the workbook was imported: ask that person, if you did not expect it."
NOTHING_WAITS = "No import waits for a second person."
ASKED = say(
    "An import changes nobody's role, rights, days or volunteer link: where a workbook says otherwise, it stands here. "
    "Change it on the page People, or leave it; then take it off this list."
)
NOTHING_ASKED = "Past imports asked nothing of people that is not settled."
