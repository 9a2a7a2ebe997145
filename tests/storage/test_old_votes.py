"""A secret vote of an older version is as secret as any, once its file is brought up to date."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.services.polls import papers, questions, running
from kdc_desktop.storage import Database, backups, files, migrating, open_database, urns
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.opening import open_to_read
from tests.rooms.raw_file import order_written, rows_of_secret_tables, trees_of
from tests.storage.old_vote import VOTERS, close_old_vote, old_vote
from tests.storage.places import EVENING


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    foretold = random.Random(3)
    draw = lambda: foretold.getrandbits(62)  # noqa: E731
    with closing(open_database(path, lambda: EVENING, draw)) as database:
        yield database


def marks_in(path: Path) -> list[int]:
    """How many marks each paper in the file has: of a secret poll no question tells them."""
    counted = "SELECT total(marks) FROM ballot_paper LEFT JOIN ballot_mark ON paper_id = id "
    with closing(sqlite3.connect(path)) as raw:
        return [int(marks) for (marks,) in raw.execute(counted + "GROUP BY id")]


def left_in_file(path: Path, deal: int) -> bytes:
    """The whole file, after it was brought up to date and its poll was closed."""
    old_vote(path, deal)
    with opened(path) as database:
        assert questions.poll(database, 1).elsewhere is None
        assert questions.turnout(database, 1).kiosk == len(VOTERS)
        running.close_poll(database, 1)
        running.reveal_poll(database, 1)
        assert questions.turnout(database, 1).kiosk == len(VOTERS)
    assert len(marks_in(path)) == len(VOTERS)
    content = path.read_bytes()
    return content[:60] + bytes(4) + content[64:]  # but for the mark that chance gives a club


def test_a_vote_that_ran_goes_on_in_an_urn(path: Path) -> None:
    old_vote(path, 1)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM ballot_mark WHERE paper_id = (SELECT max(id) FROM ballot_paper)")
        raw.execute("DELETE FROM ballot_paper WHERE id = (SELECT max(id) FROM ballot_paper)")
        raw.execute("DELETE FROM voter_roll WHERE person_id = 7")
        raw.commit()
    with opened(path) as database:
        assert rows_of_secret_tables(path) == []
        assert questions.turnout(database, 1).kiosk == len(VOTERS) - 1
        papers.cast_paper(database, 1, 7, {1: 9}, Channel.KIOSK)
        running.close_poll(database, 1)
        running.reveal_poll(database, 1)
    marks = marks_in(path)
    assert len(marks) == len(VOTERS)
    assert max(marks) == 9
    assert list(urns.folder().iterdir()) == []
    assert check_database(path) == []


def test_nothing_in_the_file_tells_any_more_who_cast_what(tmp_path: Path) -> None:
    one, other = (left_in_file(tmp_path / f"{deal}.kdc", deal) for deal in (1, 2))
    assert one == other


def test_the_papers_of_a_poll_that_was_closed_are_put_in_order(path: Path) -> None:
    old_vote(path, 1)
    close_old_vote(path)
    before = order_written(path, trees_of(path, "ballot_paper")["ballot_paper"])
    assert before != sorted(before)
    open_database(path).close()
    for table in ("ballot_paper", "ballot_mark", "voter_roll"):
        order = order_written(path, trees_of(path, table)[table])
        assert order == sorted(order)
        assert len(order) == len(VOTERS)


@pytest.mark.parametrize("closed", [False, True])
def test_backups_that_were_made_while_it_ran_lose_its_papers_and_say_so(
    path: Path, tmp_path: Path, closed: bool
) -> None:
    def back_up(number: int) -> None:
        if number % 5 == 4:
            backups.back_up(path, EVENING + timedelta(hours=number))

    old_vote(path, 1, back_up)
    if closed:
        close_old_vote(path)
        backups.back_up(path, EVENING + timedelta(hours=30))
    kept = backups.backups_of(path)
    open_database(path).close()
    left = {each.at: len(rows_of_secret_tables(each.path)) for each in kept}
    assert list(left.values()) == [3 * len(VOTERS)] * closed + [0] * 4
    (newest, *_, oldest) = backups.backups_of(path)
    assert migrating.version_of(newest.path) == "0003"
    assert len(rows_of_secret_tables(newest.path)) == 3 * len(VOTERS) * closed
    restored = tmp_path / "restored.kdc"
    backups.restore(oldest.path, restored)
    with opened(restored) as database:
        told = questions.poll(database, 1).elsewhere
        assert told is not None
        assert "holds no papers" in told.sentence


def test_a_backup_before_a_poll_was_reopened_loses_what_would_tell_the_late_papers(
    path: Path,
) -> None:
    def close_for_a_while(number: int) -> None:
        if number == 17:
            close_old_vote(path)
            backups.back_up(path, EVENING)
            with closing(sqlite3.connect(path)) as raw, raw:
                raw.execute("UPDATE poll SET state = 'open', closed_at = NULL")

    old_vote(path, 1, close_for_a_while)
    close_old_vote(path)
    (between,) = backups.backups_of(path)
    assert rows_of_secret_tables(between.path)
    open_database(path).close()
    assert rows_of_secret_tables(between.path) == []


def test_a_backup_that_knows_another_vote_keeps_it(path: Path) -> None:
    old_vote(path, 1)
    backup = backups.back_up(path, EVENING)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE poll SET opened_at = '2026-11-04 18:00:00'")
    open_database(path).close()
    assert len(rows_of_secret_tables(backup.path)) == 3 * len(VOTERS)


def test_who_only_reads_leaves_the_vote_where_it_is(path: Path) -> None:
    old_vote(path, 1)
    before = rows_of_secret_tables(path)
    with open_to_read(path) as database:
        assert questions.poll(database, 1).elsewhere is not None
    assert rows_of_secret_tables(path) == before
    assert list(urns.folder().glob("*")) == []


def test_a_migration_that_fails_leaves_the_vote_in_the_file_and_no_urn(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old_vote(path, 1)
    before = rows_of_secret_tables(path)
    put_in_place = files.put_in_place
    made: list[Path] = []

    def fail(finished: Path, target: Path) -> None:
        if target == path:
            made.extend(urns.folder().glob("*.urn"))
            raise OSError("no room")
        put_in_place(finished, target)

    with monkeypatch.context() as failing:
        failing.setattr(files, "put_in_place", fail)
        with pytest.raises(OSError, match="no room"):
            migrating.bring_up_to_date(path)
    assert len(made) == 1
    assert rows_of_secret_tables(path) == before
    assert list(urns.folder().glob("*")) == []
