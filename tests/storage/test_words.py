"""Words in the file are members of enums in the program, and nothing else passes."""

import sqlite3
from contextlib import closing
from datetime import datetime
from enum import StrEnum

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import StatementError

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Base, Session
from kdc_desktop.model.base import Word

STARTS = datetime(2026, 11, 3, 17, 30)


def plan(database, **said: object) -> None:
    with database.edit(lazy("Planned an evening")) as edit:
        edit.add(Session(title="Evening", starts_at=STARTS, **said))


def statuses(database) -> list[SessionStatus]:
    with database.read() as snapshot:
        rows = list(snapshot.scalars(select(Session).order_by(Session.id)))
        assert [row.status for row in rows] == list(
            snapshot.scalars(select(Session.status).order_by(Session.id))
        )
        return [row.status for row in rows]


def test_a_word_goes_in_as_a_member_or_as_equal_text_and_comes_out_as_a_member(database):
    plan(database)
    plan(database, status=SessionStatus.LIVE)
    plan(database, status="closed")
    found = statuses(database)
    assert found == ["planned", "live", "closed"]
    assert all(type(status) is SessionStatus for status in found)
    with database.read() as snapshot:
        for live in (SessionStatus.LIVE, "live"):
            count = select(func.count()).where(Session.status == live)
            assert snapshot.scalar(count) == 1


def test_the_file_keeps_the_text_it_always_kept(database):
    plan(database, status=SessionStatus.LIVE)
    database.close()
    with closing(sqlite3.connect(database.path)) as other:
        assert other.execute("SELECT status, typeof(status) FROM session").fetchall() == [
            ("live", "text")
        ]
        (image,) = other.execute("SELECT after FROM journal_change").fetchone()
    assert '"status": "live"' in image


def test_undo_and_redo_bring_members_back(database):
    plan(database, status="live")
    with database.edit(lazy("Closed it")) as edit:
        edit.get_one(Session, 1).status = SessionStatus.CLOSED
    database.undo()
    assert statuses(database) == [SessionStatus.LIVE]
    database.redo()
    assert statuses(database) == [SessionStatus.CLOSED]


def test_a_word_that_the_column_does_not_have_is_a_bug_of_who_writes_it(database):
    with pytest.raises(StatementError, match="paused"):
        plan(database, status="paused")
    assert statuses(database) == []


def test_a_word_of_a_newer_version_is_told_as_such(database):
    plan(database, status="live")
    with closing(sqlite3.connect(database.path)) as other, other:
        other.execute("UPDATE session SET status = 'paused'")
    with pytest.raises(UserError, match=r"club\.kdc says “paused”.* a newer one wrote it"):
        statuses(database)


def test_undo_refuses_a_word_that_it_does_not_know(database):
    plan(database, status="live")
    with database.edit(lazy("Closed it")) as edit:
        edit.get_one(Session, 1).status = SessionStatus.CLOSED
    with closing(sqlite3.connect(database.path)) as other, other:
        other.execute("UPDATE journal_change SET before = replace(before, 'live', 'paused')")
    with pytest.raises(UserError, match="cannot be undone"):
        database.undo()
    assert statuses(database) == [SessionStatus.CLOSED]


def test_no_two_columns_of_one_table_share_an_enum_and_each_word_is_short_text():
    kinds = [
        (table.name, column.type.words)
        for table in Base.metadata.sorted_tables
        for column in table.c
        if isinstance(column.type, Word)
        and table.name not in ("estimate", "role_step")  # now and needed, before and after
    ]
    assert len(set(kinds)) == len(kinds) > 9
    assert all(issubclass(words, StrEnum) for _, words in kinds)
