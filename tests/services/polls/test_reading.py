"""What is read from the file of a poll is what its papers say, in every method and folded, too."""

import random
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing

import pytest
from sqlalchemy import select

from kdc_desktop.domain.polls.cast import Papers, Spot, Tally, papers_of, tally_of
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.methods import method_of, methods
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.model.polls import BallotMark, BallotPaper
from kdc_desktop.services.polls import preparing, questions, reading, running
from kdc_desktop.services.polls.folding import OptionFolding
from tests.rooms.any_method import paper_for, plan_for
from tests.rooms.poll_room import Room

Paper = tuple[str | None, Mapping[Spot, int]]


def rows(room: Room, poll_id: int) -> list[Paper]:
    """The papers as mapped objects have them, in the order of their keys."""
    with room.database.read() as snapshot:
        cast = select(BallotPaper).where(BallotPaper.poll_id == poll_id).order_by(BallotPaper.id)
        papers = {one.id: (one.sector, dict[Spot, int]()) for one in snapshot.scalars(cast)}
        for mark in snapshot.scalars(select(BallotMark)):
            papers[mark.paper_id][1][Spot(mark.option_id, mark.part)] = mark.marks
    return list(papers.values())


def read(room: Room, poll_id: int, folding: OptionFolding) -> tuple[Tally, Papers]:
    with room.database.read() as snapshot:
        tally = Tally(*reading.tally_read(snapshot, poll_id, folding))
        return tally, reading.papers_read(snapshot, poll_id, folding)


def told(tally: Tally) -> object:
    said = {
        (sector, spot, value): count
        for sector, spots in tally.given.items()
        for spot, levels in spots.items()
        for value, count in levels.items()
    }
    return dict(tally.papers), {key: n for key, n in tally.blank.items() if n}, said


def columns(papers: Papers) -> Sequence[object]:
    """Each paper with its sector, and its marks in no order."""
    said: list[list[tuple[int, ...]]] = [[] for _paper in papers.times]
    marks = zip(papers.paper, papers.option, papers.part, papers.value, strict=True)
    for paper, *mark in marks:
        said[paper].append(tuple(map(int, mark)))
    of = [papers.sectors[at] for at in papers.sector]
    return papers.options, [(sector, sorted(one)) for sector, one in zip(of, said, strict=True)]


def closed(room: Room, method: Method, secrecy: Secrecy) -> tuple[int, Terms]:
    chance = random.Random(f"{method.key} {secrecy}")
    poll_id = preparing.create_poll(room.database, room.session_id, plan_for(method, secrecy))
    running.open_poll(room.database, poll_id)
    terms = questions.terms(room.database, poll_id)
    for place in range(len(room.people)):
        room.cast(poll_id, place, paper_for(method, terms, chance))
    running.close_poll(room.database, poll_id)
    return poll_id, terms


@pytest.mark.parametrize("together", [1, 2, 3])
@pytest.mark.parametrize("secrecy", list(Secrecy))
@pytest.mark.parametrize("method", methods(), ids=lambda method: method.key)
def test_tally_and_papers_say_what_the_rows_say(
    method: Method, secrecy: Secrecy, together: int, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_AT_ONCE", 7)
    poll_id, terms = closed(room, method, secrecy)
    folds = dict.fromkeys(terms.ids[1:together], terms.ids[0])
    folding = OptionFolding(method, terms.without(folds), folds)
    own = papers_of(
        folding.terms.ids,
        [(folding.as_one(said.items()), 1, sector) for sector, said in rows(room, poll_id)],
    )
    tally, papers = read(room, poll_id, folding)
    assert told(tally) == told(tally_of(own))
    assert columns(papers) == columns(own)


def test_marks_that_no_paper_has_are_read_as_they_are(room: Room) -> None:
    """A file that somebody else wrote may hold any number in its columns."""
    method = method_of("dots")
    poll_id, terms = closed(room, method, Secrecy.NAMED)
    with closing(sqlite3.connect(room.database.path)) as raw:
        (paper,) = raw.execute("SELECT min(id) FROM ballot_paper").fetchone()
        raw.execute("DELETE FROM ballot_mark WHERE paper_id = ?", (paper,))
        strange = [(paper, terms.ids[0], 0, 1001), (paper, terms.ids[1], 70_000, -1_000_000)]
        raw.executemany("INSERT INTO ballot_mark VALUES (?, ?, ?, ?)", strange)
        raw.commit()
    own = papers_of(terms.ids, [(said, 1, sector) for sector, said in rows(room, poll_id)])
    tally, papers = read(room, poll_id, OptionFolding(method, terms, {}))
    assert told(tally) == told(tally_of(own))
    assert columns(papers) == columns(own)
