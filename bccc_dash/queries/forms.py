"""The form, its permission and the notice about internet use of each applicant's present application.

The columns of a person are those of the first application; a later one has rows of its own. Source: P14, P16.
"""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, FromClause, ScalarSelect, Select, and_, case, func, or_, select

from bccc_dash.domain.vocabulary import Stage
from bccc_dash.queries.sql import on, stage_spans, transparency, volunteers, worked_out_once


def forms(people: FromClause, day: date) -> Select[Any]:
    """What stood at the end of `day` for each of `people` (their volunteer_id): the columns of `people`, signed_on,
    check_permission, withdrawn_on, notice_on, entered_s1_on.

    `people` say when their present application began (began_on). A row counts for it where one of its days lies in it
    and by `day`; the latest row entered counts. Without a row, the person's own form and notice count: each for a first
    application, and for a later one where its own day is that application's first or after; the papers of an earlier
    application do not pass for those of a later. `entered_s1_on` is the first entry to Stage 1 in this application.
    """
    applying = worked_out_once(select(people), "applying")
    form = transparency.alias("form")
    own, persons_form = form.c.id.is_not(None), volunteers.c.form_signed_on >= applying.c.began_on
    persons_notice = case((volunteers.c.notice_given_on >= applying.c.began_on, volunteers.c.notice_given_on))
    signed_on = case((own, form.c.form_signed_on), (persons_form, volunteers.c.form_signed_on))
    notice_on = func.coalesce(_latest_notice(applying, day), persons_notice)
    found = (
        _by(signed_on, day).label("signed_on"),
        case((own, form.c.check_permission), (persons_form, volunteers.c.check_permission)).label("check_permission"),
        _by(form.c.withdrawn_on, day).label("withdrawn_on"),
        _by(notice_on, day).label("notice_on"),
        _entered_s1_on(applying, day).label("entered_s1_on"),
    )
    persons = applying.join(volunteers, volunteers.c.id == applying.c.volunteer_id)
    joined = persons.outerjoin(form, form.c.id == _latest_form(applying, day))
    return select(*(applying.c[column.key] for column in people.c), *found).select_from(joined)


def _by(moment: ColumnElement[Any], day: date) -> ColumnElement[Any]:
    """A day, or nothing where it lies after `day`."""
    return case((moment <= on(day), moment))


def _own(applying: FromClause, day: date, *columns: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a row is of this application: one of these days of it lies there, and by `day`."""
    inside = [and_(column >= applying.c.began_on, column <= on(day)) for column in columns]
    return and_(transparency.c.volunteer_id == applying.c.volunteer_id, or_(*inside))


def _latest_form(applying: FromClause, day: date) -> ScalarSelect[Any]:
    row = transparency.c
    return _latest(row.id, _own(applying, day, row.form_signed_on, row.withdrawn_on))


def _latest_notice(applying: FromClause, day: date) -> ScalarSelect[Any]:
    row = transparency.c
    return _latest(row.notice_given_on, _own(applying, day, row.notice_given_on))


def _latest(column: ColumnElement[Any], own: ColumnElement[bool]) -> ScalarSelect[Any]:
    found = select(column).where(own).order_by(transparency.c.id.desc()).limit(1)
    return found.correlate_except(transparency).scalar_subquery()


def _entered_s1_on(applying: FromClause, day: date) -> ScalarSelect[Any]:
    span = stage_spans.alias()
    inside = and_(span.c.entered_on >= applying.c.began_on, span.c.entered_on <= on(day))
    first = select(func.min(span.c.entered_on)).where(
        span.c.volunteer_id == applying.c.volunteer_id, span.c.stage == Stage.S1, inside
    )
    return first.correlate_except(span).scalar_subquery()
