"""People who are signed in, for tests of what comes after the door."""

from sqlalchemy import Engine
from sqlmodel import select

from bccc_dash import clock
from bccc_dash.commands import sessions
from bccc_dash.commands.tokens import hash_of
from bccc_dash.domain.sign_in import SignInStep
from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.engine import open_engine, writing
from bccc_dash.store.tables import AccountRow, SignInSessionRow, UserRow


def come_in(
    engine: Engine, role: Role = Role.CHAIR, *, email: str = "", token: str | None = None, **fields: object
) -> str:
    """Begin a session as a person of this role, who is added where nobody has this e-mail address; return its token.

    With `token` it is that one: browsers keep one cookie for all servers of a machine.
    """
    email = email or f"{role.value.lower()}@visitors.example.org"
    with writing(engine, changes_records=False) as session:
        user = session.exec(select(UserRow).where(UserRow.email == email)).first()
        if user is None:
            user = UserRow(email=email, display_name=f"Vic {role.value.title()}", role=role, **fields)
            session.add(user)
            session.flush()
        if session.get(AccountRow, user.id) is None:
            session.add(AccountRow(user_id=user.id))
            session.flush()
        begun = sessions.begin(session, user, SignInStep.FULL, clock.now())
        if token is not None:
            row = session.exec(select(SignInSessionRow).where(SignInSessionRow.token_hash == hash_of(begun))).one()
            row.token_hash = hash_of(token) or ""
        return token or begun


def come_in_at(url: str, role: Role = Role.CHAIR, **who: object) -> str:
    """Begin a session in the database at an address."""
    engine = open_engine(url)
    try:
        return come_in(engine, role, **who)
    finally:
        engine.dispose()
