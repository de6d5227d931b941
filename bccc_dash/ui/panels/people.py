"""The words of the page "People"."""

from bccc_dash.views.people_table import headline as headline
from bccc_dash.views.people_table import users_table as users_table
from bccc_dash.views.sentence import say

AS_OF_NOW = say("As it is at this moment, whatever day is chosen. A volunteer stands here by reference alone.")
CHOOSE = say("Another role, or a change of the lead's rights, signs the person out everywhere at once.")
ADDING = say("That alone lets nobody in: invite them next.")
NOT_IN_DEMO = "In the demonstration nobody is added or changed."
