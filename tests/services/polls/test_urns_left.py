"""An urn that is damaged, gone, full or left behind: a sentence, and no paper too few."""

import os
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.services.people.forgetting import replace_by_pseudonym
from kdc_desktop.services.polls import electors, preparing, questions, rounds, running
from kdc_desktop.services.polls import urns as poll_urns
from kdc_desktop.storage import urns
from tests.rooms.poll_room import make_room
from tests.services.polls.voting_room import Voting, cast, opened, told, voted
from tests.storage.plain_user import posix


def test_an_urn_that_is_gone_or_damaged_is_told_in_a_sentence(voting: Voting) -> None:
    room, poll_id = voting
    room.database.close()
    (urn,) = urns.folder().glob("*.urn")
    content = urn.read_bytes()
    for damaged, sentence in (
        (b"no urn" * 1000, f"lie in {urn}, which is damaged"),
        (content[:9000], f"lie in {urn}, which is damaged"),
        (b"", f"lie in {urn}, which is damaged"),
        (None, "holds no papers"),
    ):
        urn.unlink()
        if damaged is not None:
            urn.write_bytes(damaged)
        else:
            urn.with_name("other.urn").write_bytes(content)
        with opened(room.database.path) as database:
            assert sentence in told(database, poll_id)
            with pytest.raises(UserError, match="prepare another round"):
                running.close_poll(database, poll_id)
            again = rounds.repeat_poll(database, poll_id)
            database.undo()
            assert again not in [row.id for row in questions.polls(database, room.session_id)]


def test_an_urn_that_is_damaged_inside_is_told_too(voting: Voting) -> None:
    room, poll_id = voting
    room.database.close()
    (urn,) = urns.folder().glob("*.urn")
    with closing(sqlite3.connect(urn)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'entry'").fetchone()
    content = bytearray(urn.read_bytes())
    content[4096 * (page - 1) : 4096 * page] = b"\xff" * 4096
    urn.write_bytes(content)
    with opened(room.database.path) as database:
        assert f"lie in {urn}, which is damaged" in told(database, poll_id)
        with pytest.raises(UserError, match="which is damaged"):
            running.close_poll(database, poll_id)
        preparing.discard_poll(database, poll_id)


def test_where_no_urn_can_be_made_the_poll_stays_a_draft(tmp_path, monkeypatch) -> None:
    room = make_room(tmp_path / "club.kdc")
    poll_id = room.draft(secrecy=Secrecy.SECRET)
    taken = tmp_path / "a file"
    taken.write_text("in the way")
    monkeypatch.setattr(urns, "folder", lambda: taken / "urns")
    with pytest.raises(UserError, match="papers of a secret vote lie in"):
        running.open_poll(room.database, poll_id)
    assert questions.poll(room.database, poll_id).state == "draft"
    room.database.close()


def test_two_polls_at_once_and_one_who_is_forgotten_meanwhile(voting: Voting) -> None:
    room, poll_id = voting
    other = room.open_poll(secrecy=Secrecy.SECTOR_ONLY)
    cast(room.database, other, room.people[1])
    late = room.draft()
    replace_by_pseudonym(room.database, room.people[1])
    room.database.undo()
    assert late not in [row.id for row in questions.polls(room.database, room.session_id)]
    names = {v.person_id: v.name for v in electors.electorate(room.database, poll_id) if v.channel}
    assert names[room.people[1]] == f"Person {room.people[1]}"
    for poll, papers in ((other, 1), (poll_id, 3)):
        running.close_poll(room.database, poll)
        assert len(room.stored_papers(poll)) == voted(room.database, poll) == papers


def test_who_still_reads_an_older_state_sees_who_had_voted(voting: Voting) -> None:
    room, poll_id = voting
    with room.database.read() as snapshot:
        assert questions.poll_in(snapshot, poll_id).voted == 3
        running.close_poll(room.database, poll_id)
        assert questions.poll_in(snapshot, poll_id).voted == 3
        assert questions.turnout_in(snapshot, poll_id).kiosk == 3


def test_what_another_program_holds_is_said_and_goes_when_the_club_is_opened_next(
    voting, monkeypatch
) -> None:
    room, poll_id = voting
    with monkeypatch.context() as held:
        held.setattr("kdc_desktop.storage.urn.wipe", lambda _path: False)
        with pytest.raises(UserError, match="But what held its papers while"):
            running.close_poll(room.database, poll_id)
    assert len(room.stored_papers(poll_id)) == 3
    room.database.close()
    assert list(urns.folder().glob("*.urn"))
    with opened(room.database.path) as database:
        poll_urns.tidy_up(database)
        assert list(urns.folder().iterdir()) == []
        assert voted(database, poll_id) == 3


def left_urn(club: Path, *, entries: int, age: float) -> Path:
    """An urn that a program left which was killed."""
    urn = urns.folder() / f"{urns.Urns(club).make()}.urn"
    if entries:
        with closing(urns.Urns(club)) as mine:
            mine.find(urn.stem).put_many(dict.fromkeys(range(entries), "kiosk"), ["x"] * entries)
    long_ago = time.time() - age
    os.utime(urn, (long_ago, long_ago))
    return urn


def test_what_killed_programs_left_goes_and_what_may_be_missed_not(
    voting: Voting, tmp_path
) -> None:
    room, poll_id = voting
    mine, other = room.database.path, tmp_path / "other.kdc"
    other.write_bytes(b"another club")
    day, year = 24 * 3600, 400 * 24 * 3600
    gone = [
        left_urn(mine, entries=0, age=day),
        left_urn(mine, entries=2, age=year),
    ]
    kept = [
        left_urn(mine, entries=0, age=1),
        left_urn(mine, entries=2, age=day),
        left_urn(other, entries=0, age=day),
        left_urn(other, entries=2, age=year),
    ]
    (own,) = set(urns.folder().glob("*.urn")) - {*gone, *kept}
    os.utime(own, (0, 0))
    poll_urns.tidy_up(room.database)
    assert [path.exists() for path in (*gone, *kept, own)] == [False] * 2 + [True] * 5
    other.unlink()
    poll_urns.tidy_up(room.database)
    assert [path.exists() for path in kept] == [True, True, True, False]
    assert voted(room.database, poll_id) == 3


def test_an_urn_that_was_poured_is_overwritten_before_it_goes(voting: Voting, monkeypatch) -> None:
    room, poll_id = voting
    seen: list[tuple[str, bool]] = []
    unlink = Path.unlink

    def watched(path: Path, missing_ok: bool = False) -> None:
        if path.parent == urns.folder():
            seen.append((path.suffix, not any(path.read_bytes())))
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", watched)
    running.close_poll(room.database, poll_id)
    assert seen == [(".urn", True)]


def test_a_full_disk_takes_no_half_of_a_paper(tmp_path) -> None:
    room = make_room(tmp_path / "club.kdc", people=300)
    poll_id = room.open_poll(secrecy=Secrecy.SECRET, marks_each=6)
    full = dict.fromkeys(room.options(poll_id), 1)
    room.cast(poll_id, 0, full)
    with room.database.read() as snapshot:
        (path,) = urns.folder().glob("*.urn")
        urn = snapshot.urns.find(path.stem)
    urn._connection.execute("VACUUM")  # what lies ready for papers would take all of these
    urn._connection.execute("PRAGMA max_page_count = 1")  # no less than it has
    refused = []
    for place in range(1, 300):
        try:
            room.cast(poll_id, place, full)
        except UserError as problem:
            refused.append(str(problem))
    assert refused
    assert {"The disk is full" in sentence for sentence in refused} == {True}
    urn._connection.execute("PRAGMA max_page_count = 100000")
    running.close_poll(room.database, poll_id)
    counted = voted(room.database, poll_id)
    assert len(room.stored_papers(poll_id)) == counted == 300 - len(refused)
    room.database.close()


def test_the_log_of_an_urn_gets_no_longer_while_people_vote(voting: Voting) -> None:
    room, poll_id = voting
    (log,) = urns.folder().glob("*.urn-wal")
    length = log.stat().st_size
    for person_id in room.people[3:]:
        cast(room.database, poll_id, person_id)
    assert log.stat().st_size == length > 1_000_000


@posix
def test_a_disk_without_room_for_that_has_room_for_papers(tmp_path) -> None:
    import resource

    room = make_room(tmp_path / "club.kdc", people=6)
    poll_id = room.open_poll(secrecy=Secrecy.SECRET, marks_each=6)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room.database.path.stat().st_size, limits[1]))
    try:
        for place in range(6):
            room.cast(poll_id, place, {room.options(poll_id)[0]: 1})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    running.close_poll(room.database, poll_id)
    assert len(room.stored_papers(poll_id)) == 6
    room.database.close()


def test_the_urn_says_nothing_of_a_paper_that_was_refused(voting: Voting) -> None:
    room, poll_id = voting
    with pytest.raises(UserError):
        cast(room.database, poll_id, room.people[0])
    with closing(sqlite3.connect(next(urns.folder().glob("*.urn")))) as raw:
        assert raw.execute("SELECT count(*) FROM slip").fetchone() == (3,)


@posix
@pytest.mark.parametrize("what", ["*", "*.urn"])
def test_an_urn_that_is_removed_while_people_vote_is_put_back(voting: Voting, what) -> None:
    room, poll_id = voting
    assert voted(room.database, poll_id) == 3
    for file in urns.folder().glob(what):
        file.unlink()
    cast(room.database, poll_id, room.people[5])
    room.database.close()
    with opened(room.database.path) as database:
        assert (told(database, poll_id), voted(database, poll_id)) == ("", 4)
        running.close_poll(database, poll_id)
        assert len(room.stored_papers(poll_id)) == 4


@posix
@pytest.mark.parametrize("room_left", [0, 4096, 16_000])
def test_an_urn_that_cannot_be_put_back_at_once_keeps_its_papers(voting, room_left) -> None:
    import resource

    room, poll_id = voting
    assert voted(room.database, poll_id) == 3
    shutil.rmtree(urns.folder())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room_left, limits[1]))  # as on a full disk
    try:
        assert "papers of a secret vote lie in" in told(room.database, poll_id)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list(urns.folder().iterdir()) == []
    assert voted(room.database, poll_id) == 3
    running.close_poll(room.database, poll_id)
    assert len(room.stored_papers(poll_id)) == 3


def test_a_club_file_that_is_gone_itself_is_told_and_ends_nothing(voting: Voting) -> None:
    room, poll_id = voting
    room.database.path.rename(room.database.path.with_name("moved.kdc"))
    with room.database.read() as snapshot:
        snapshot.urns.close()
    assert (told(room.database, poll_id), voted(room.database, poll_id)) == ("", 3)
    with pytest.raises(UserError, match="moved away"):
        cast(room.database, poll_id, room.people[5])
