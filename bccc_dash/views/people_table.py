"""The words of the page "People": who uses the dashboard, and who can come in."""

from collections.abc import Sequence

from bccc_dash.clock import in_london
from bccc_dash.domain.labels import label
from bccc_dash.domain.user_list import AccountState, ListedUser
from bccc_dash.domain.words import capital, count, number_word, plural, uk_moment
from bccc_dash.views.sentence import Sentence, say
from bccc_dash.views.table import Table, table


def headline(users: Sequence[ListedUser]) -> Sentence:
    """Return how many people the dashboard knows, and how many of them can come in."""
    able = sum(user.state is AccountState.ACTIVE for user in users)
    people = capital(count(len(users), "person", "people"))
    named = (
        f"{people} {plural(len(users), 'uses', 'use')} the dashboard or {plural(len(users), 'is', 'are')} named in it"
    )
    come = f"{number_word(able)} {plural(able, 'has', 'have')}" if able else "none has"
    return say(f"{named}; {come} a password and may come in.")


def users_table(users: Sequence[ListedUser]) -> Table:
    """Return everybody: what they are here, which volunteer they also are, and how they come in."""
    rows = [
        (
            user.name,
            user.email,
            label(user.standing.role),
            also(user),
            user.standing.volunteer_ref or "None",
            user.state.value,
            uk_moment(in_london(user.last_in)) if user.last_in else "Never seen",
        )
        for user in users
    ]
    columns = ("Name", "E-mail address", "Role", "Also", "Volunteer", "Access", "Last signed in")
    return table(columns, rows, wide=("E-mail address", "Last signed in"))


def also(user: ListedUser) -> str:
    """Return what somebody is beside their role."""
    flags = (("lead's rights", user.standing.is_lead), ("on the committee", user.standing.on_committee))
    return capital(", ".join(name for name, has in flags if has)) or "Nothing else"


def choice(user: ListedUser) -> str:
    """Return somebody as they stand in the list to choose from."""
    return f"{user.name} ({user.email})"
