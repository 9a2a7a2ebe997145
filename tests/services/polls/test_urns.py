"""Copies of a club and the urn of its vote: one file has the papers, all others say so."""

import os
import shutil
from datetime import timedelta

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.services.joined.polls import WINNERS
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.polls import poll_sheet, preparing, questions, rounds, running
from kdc_desktop.services.polls import urns as poll_urns
from kdc_desktop.storage import backups, urns
from kdc_desktop.storage.urn_owner import Owner
from tests.rooms.poll_room import EVENING
from tests.services.polls.voting_room import Voting, cast, opened, told, voted


def test_a_copy_beside_the_club_holds_no_papers_and_leaves_the_urn_alone(
    voting: Voting,
) -> None:
    room, poll_id = voting
    copy = room.database.path.with_name("copy.kdc")
    backups.restore(backups.back_up(room.database.path, EVENING).path, copy)
    with opened(copy) as database:
        assert f"goes on in {room.database.path}" in told(database, poll_id)
        assert voted(database, poll_id) == 0
        for verb in (running.close_poll, lambda db, poll: cast(db, poll, room.people[5])):
            with pytest.raises(UserError, match="a copy that was made while the vote ran"):
                verb(database, poll_id)
        poll_urns.tidy_up(database)
    assert voted(room.database, poll_id) == 3
    cast(room.database, poll_id, room.people[5])
    running.close_poll(room.database, poll_id)
    assert len(room.stored_papers(poll_id)) == 4


def test_in_a_copy_the_poll_is_held_again_and_the_first_goes_into_the_trash(
    voting: Voting,
) -> None:
    room, poll_id = voting
    copy = room.database.path.with_name("copy.kdc")
    backups.copy_to(room.database.path, copy)
    with opened(copy) as database:
        again = rounds.repeat_poll(database, poll_id)
        running.open_poll(database, again)
        cast(database, again, room.people[0])
        running.close_poll(database, again)
        assert [row.id for row in questions.polls(database, room.session_id)] == [again]
        assert voted(database, again) == 1
    assert voted(room.database, poll_id) == 3


def test_a_copy_says_so_too_when_the_poll_was_closed_meanwhile(
    voting: Voting,
) -> None:
    room, poll_id = voting
    copy = room.database.path.with_name("copy.kdc")
    backups.copy_to(room.database.path, copy)
    running.close_poll(room.database, poll_id)
    with opened(copy) as database:
        assert "holds no papers of this poll: it is a copy" in told(database, poll_id)
        preparing.discard_poll(database, poll_id)
        assert questions.polls(database, room.session_id) == []


def test_on_another_laptop_a_copy_says_so(voting: Voting, monkeypatch, tmp_path) -> None:
    room, poll_id = voting
    room.database.close()
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "other laptop"))
    with opened(room.database.path) as database:
        assert "holds no papers" in told(database, poll_id)


def test_a_club_that_was_moved_or_renamed_goes_on_with_its_vote(voting: Voting, tmp_path) -> None:
    room, poll_id = voting
    room.database.close()
    moved = tmp_path / "spring.kdc"
    room.database.path.rename(moved)
    with opened(moved) as database:
        assert (told(database, poll_id), voted(database, poll_id)) == ("", 3)
        cast(database, poll_id, room.people[5])
        running.close_poll(database, poll_id)
        assert voted(database, poll_id) == 4
    assert list(urns.folder().iterdir()) == []


def test_moved_to_another_disk_it_is_found_too(voting: Voting, tmp_path) -> None:
    room, poll_id = voting
    room.database.close()
    moved = tmp_path / "moved.kdc"
    shutil.copy(room.database.path, moved)
    room.database.path.unlink()
    with opened(moved) as database:
        assert (told(database, poll_id), voted(database, poll_id)) == ("", 3)


def test_a_backup_in_the_place_of_a_lost_club_goes_on_with_its_vote(
    voting: Voting,
) -> None:
    room, poll_id = voting
    backup = backups.back_up(room.database.path, EVENING)
    cast(room.database, poll_id, room.people[5])
    room.database.close()
    room.database.path.unlink()
    backups.restore(backup.path, room.database.path)
    with opened(room.database.path) as database:
        running.close_poll(database, poll_id)
        assert voted(database, poll_id) == 4


def test_a_copy_of_a_club_on_a_stick_that_was_pulled_takes_nothing_unless_it_is_told_to(
    voting, tmp_path
) -> None:
    room, poll_id = voting
    path = room.database.path
    copy = tmp_path / "copy.kdc"
    backups.copy_to(path, copy)
    room.database.close()
    path.parent.rename(tmp_path / "pulled")
    pulled = tmp_path / "pulled" / "club.kdc"
    shutil.copy(pulled, tmp_path / "kept")  # so that its place on the disk stays taken
    with opened(copy) as database:
        row = questions.poll(database, poll_id)
        assert row.elsewhere is not None
        assert row.elsewhere.can_be_taken_over
        assert f"belong to {path}, which is not to be found now" in row.elsewhere.sentence
        poll_urns.take_over_papers(database, poll_id)
        assert (told(database, poll_id), voted(database, poll_id)) == ("", 3)
    with opened(pulled) as database:
        assert f"goes on in {copy}" in told(database, poll_id)


def test_an_owner_is_known_by_place_or_path(tmp_path) -> None:
    club = tmp_path / "club.kdc"
    club.write_bytes(b"club")
    owner = Owner.of(club)
    assert owner == Owner.of(tmp_path / "." / "club.kdc")
    linked = tmp_path / "linked.kdc"
    os.link(club, linked)
    assert owner.as_seen_by(Owner.of(linked)).name == "OWNER"
    copy = tmp_path / "copy.kdc"
    shutil.copy(club, copy)
    assert owner.as_seen_by(Owner.of(copy)).name == "COPY"


def test_backups_of_a_running_vote_differ_in_nothing_that_people_voted(voting: Voting) -> None:
    room, poll_id = voting
    first = backups.back_up(room.database.path, EVENING).path.read_bytes()
    cast(room.database, poll_id, room.people[5])
    second = backups.back_up(room.database.path, EVENING + timedelta(hours=1)).path.read_bytes()
    assert first == second


def test_where_another_file_took_the_place_of_the_club_what_was_kept_goes_on(
    voting: Voting, tmp_path
) -> None:
    """A sync client puts an older version there; what was kept of the club knows the vote."""
    room, poll_id = voting
    path, kept = room.database.path, tmp_path / "kept.kdc"
    backups.copy_to(path, kept)
    room.database.close()
    with opened(tmp_path / "older.kdc"):
        pass
    (tmp_path / "older.kdc").replace(path)
    with opened(kept) as database:
        assert (told(database, poll_id), voted(database, poll_id)) == ("", 3)


def test_where_a_newer_copy_took_its_place_that_one_goes_on(voting: Voting, tmp_path) -> None:
    room, poll_id = voting
    path, kept, newer = room.database.path, tmp_path / "kept.kdc", tmp_path / "newer.kdc"
    for copy in (kept, newer):
        backups.copy_to(path, copy)
    room.database.close()
    newer.replace(path)
    with opened(kept) as database:
        assert f"goes on in {path}" in told(database, poll_id)
    with opened(path) as database:
        assert (told(database, poll_id), voted(database, poll_id)) == ("", 3)


def test_a_look_at_a_backup_takes_nothing_from_a_club_that_was_moved(
    voting: Voting, tmp_path
) -> None:
    room, poll_id = voting
    copy, moved = tmp_path / "copy.kdc", tmp_path / "moved.kdc"
    backups.copy_to(room.database.path, copy)
    room.database.close()
    room.database.path.rename(moved)
    with opened(copy) as looked_at:
        assert voted(looked_at, poll_id) == 3
        with opened(moved) as database:
            cast(database, poll_id, room.people[5])
            with pytest.raises(UserError, match=r"goes on in .*moved\.kdc"):
                cast(looked_at, poll_id, room.people[6])
            assert voted(database, poll_id) == 4


def test_who_goes_on_first_with_what_is_left_of_a_lost_club_has_its_papers(
    voting: Voting, tmp_path
) -> None:
    room, poll_id = voting
    copies = [tmp_path / "one.kdc", tmp_path / "other.kdc"]
    for copy in copies:
        backups.copy_to(room.database.path, copy)
    room.database.close()
    room.database.path.unlink()
    for copy, here in zip(copies, (True, False), strict=True):
        with opened(copy) as database:
            assert (told(database, poll_id) == "") is here
            if here:
                cast(database, poll_id, room.people[5])


def test_the_workbook_of_a_copy_says_so_and_tells_no_numbers(voting: Voting, tmp_path) -> None:
    room, _poll_id = voting
    copy = tmp_path / "copy.kdc"
    backups.copy_to(room.database.path, copy)
    for path, numbers in ((copy, [None] * 3), (room.database.path, [3, 0, 3])):
        with opened(path) as database, database.read() as snapshot:
            source = Source(snapshot, None, EVENING)
            table = poll_sheet.polls(WINNERS.won, source)
            titles, (row,) = [str(column.title) for column in table.columns], list(table.rows)
        told = dict(zip(titles, row, strict=True))
        assert [told[name] for name in ("At the kiosk", "By hand", "Voted")] == numbers
        assert ("goes on in" in str(told["How the votes add up"])) is (path == copy)
