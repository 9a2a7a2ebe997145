"""A commitment that is not kept in time: postponed, given to another member, or dropped."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Commitment, Member
from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.consortia.signs import signs_of
from kdc_desktop.services.joined.consortia import BUY_IN
from kdc_desktop.services.visions.commitments import fulfil_commitment
from kdc_desktop.services.visions.promises import (
    drop_commitment,
    hand_commitment,
    other_givers,
    postpone_commitment,
)
from kdc_desktop.services.visions.since import since
from tests.rooms.all_due import due
from tests.rooms.club_year import ClubYear, make_year


@pytest.fixture
def year(tmp_path: Path) -> Iterator[ClubYear]:
    made = make_year(tmp_path / "club.kdc")
    yield made
    made.database.close()


def promise_of(year: ClubYear, name: str) -> int:
    with year.database.read() as snapshot:
        of = select(Commitment.id).join(Member, Member.id == Commitment.member_id)
        found = snapshot.scalar(of.where(Member.consortium_id == year.consortia[name]))
    assert found is not None
    return found


def test_it_is_postponed_to_a_day_that_is_to_come(year: ClubYear) -> None:
    key = promise_of(year, "Yard bikes")
    with pytest.raises(UserError, match="has been"):
        postpone_commitment(year.database, key, date(2026, 11, 23))
    postpone_commitment(year.database, key, date(2026, 12, 24))
    with year.database.read() as snapshot:
        assert snapshot.get_one(Commitment, key).due_on == date(2026, 12, 24)


def test_it_is_given_to_another_member_who_is_in_the_consortium(year: ClubYear) -> None:
    key = promise_of(year, "Yard bikes")
    first, second, third = other_givers(year.database, key)
    leave(year.database, second.id)
    assert other_givers(year.database, key) == [first, third]
    with pytest.raises(UserError, match="is not in this consortium"):
        hand_commitment(year.database, key, second.id)
    stranger = other_givers(year.database, promise_of(year, "Five-day permits"))[0]
    with pytest.raises(UserError, match="is not in this consortium"):
        hand_commitment(year.database, key, stranger.id)
    hand_commitment(year.database, key, first.id)
    with year.database.read() as snapshot:
        assert snapshot.get_one(Commitment, key).member_id == first.id


@pytest.mark.parametrize(
    "change",
    [
        lambda year, key: drop_commitment(year.database, key, "Nobody answers"),
        lambda year, key: postpone_commitment(year.database, key, date(2026, 12, 24)),
        lambda year, key: hand_commitment(
            year.database, key, other_givers(year.database, key)[0].id
        ),
    ],
    ids=["dropped", "postponed", "given to another"],
)
def test_one_that_was_kept_meanwhile_stays_as_it_was_kept(year: ClubYear, change: Any) -> None:
    """The line of Home that is pressed may be older than that somebody else ticked it off."""
    key = promise_of(year, "Yard bikes")
    fulfil_commitment(year.database, key)
    before = as_kept(year, key)
    with pytest.raises(UserError, match="was ticked off as kept meanwhile"):
        change(year, key)
    assert as_kept(year, key) == before


def test_one_that_was_kept_is_not_kept_anew_on_another_day(year: ClubYear) -> None:
    key = promise_of(year, "Yard bikes")
    fulfil_commitment(year.database, key)
    before = as_kept(year, key)
    fulfil_commitment(year.database, key)
    assert as_kept(year, key) == before


def as_kept(year: ClubYear, key: int) -> tuple[object, ...]:
    with year.database.read() as snapshot:
        found = snapshot.get_one(Commitment, key)
        return found.done_at, found.due_on, found.member_id


def test_it_is_dropped_with_a_reason_that_one_undo_takes_back_with_it(year: ClubYear) -> None:
    key = promise_of(year, "Yard bikes")
    with pytest.raises(UserError, match="Say in one line why"):
        drop_commitment(year.database, key, " ")
    drop_commitment(year.database, key, "The yards were sold")
    with year.database.read() as snapshot:
        assert snapshot.get(Commitment, key) is None
    undone = year.database.undo()
    assert str(undone.label) == "Dropped a commitment: A locked room in three yards"
    assert undone.tables == {"commitment", "sign_of_life", "setting"}


def test_why_one_is_dropped_stands_in_its_life_and_is_no_sign_of_it(year: ClubYear) -> None:
    """“Nobody answers the phone” is told to no room as news, and who is silent stays silent."""
    (silent, *_more) = [one.consortium for one in due(year.database).silent]
    with year.database.read() as snapshot:
        member_id = snapshot.scalars(
            select(Member.id).where(Member.consortium_id == silent.id)
        ).first()
    assert member_id is not None
    with year.database.edit(lazy("Promised long ago")) as edit:
        old = Commitment(member_id=member_id, what="A map", created_at=silent.heard_at)
        edit.add(old)
        edit.flush()
        key = old.id
    drop_commitment(year.database, key, "Nobody answers the phone")
    with year.database.read() as snapshot:
        (line, *_before) = signs_of(snapshot, [silent.id])[silent.id]
    assert "Nobody answers the phone" in line.text
    assert silent in [one.consortium for one in due(year.database).silent]
    news = [str(one.words) for one in since(year.database, year.sessions[-1]).lines]
    assert [words for words in news if "Nobody answers" in words] == []
    (row,) = [one for one in all_consortia(year.database, BUY_IN) if one.id == silent.id]
    assert "Nobody answers" not in str(row)
