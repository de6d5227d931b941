"""What makes a check lawful and complete, said once for the figures and for the rules. Source: P14, P16, P19, P21."""

from sqlalchemy import ColumnElement, and_

from bccc_dash.domain.vocabulary import Role
from bccc_dash.store.suspects.tables import checks, volunteers

MAY_CHECK = (Role.COORDINATOR, Role.COMMITTEE_MEMBER, Role.CHAIR)

ATTESTED: ColumnElement[bool] = and_(
    checks.c.own_account_attested.is_(True),
    checks.c.public_domain_attested.is_(True),
    checks.c.no_password_attested.is_(True),
)

LAWFUL: ColumnElement[bool] = and_(
    volunteers.c.check_permission.is_(True),
    volunteers.c.form_signed_on <= checks.c.started_on,
    volunteers.c.notice_given_on <= checks.c.started_on,
)
"""Permission and notice came first. Those of the first application, for every check of the person."""
