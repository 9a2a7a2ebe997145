"""`kdc-desktop papers` writes what was voted; who counts it again comes to what was announced."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kdc_desktop.cli import main
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.methods import methods
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.services.polls import results, running
from kdc_desktop.services.polls.hands import set_hands
from tests.rooms.any_method import hold
from tests.rooms.poll_room import Room, make_room

ENDINGS = {
    "ranking": (".toi", ".csv"),
    "approval": (".cat", ".pb", ".csv"),
    "budget": (".pb", ".csv"),
    "score": (".pb", ".csv"),
    "dots": (".pb", ".csv"),
}


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return make_room(tmp_path / "club.kdc", people=9)


def written(room: Room, poll_id: int, ending: str) -> Path:
    out = room.database.path.with_name(f"papers{ending}")
    words = ["papers", str(out), "--poll", str(poll_id), "--database", str(room.database.path)]
    assert main(words) == 0
    return out


@pytest.mark.parametrize("method", methods(), ids=lambda one: one.key)
def test_who_counts_the_papers_again_comes_to_what_was_announced(
    room: Room, method: Method, capsys: pytest.CaptureFixture[str]
) -> None:
    poll_id = hold(room, method, Secrecy.NAMED)
    ballots = results.counted_papers(room.database, poll_id)
    room.database.close()
    for ending in ENDINGS.get(method.key, (".csv",)):
        out = written(room, poll_id, ending)
        for rule in method.rules:
            capsys.readouterr()
            assert main(["count", str(out), "--method", rule.key, "--json"]) == 0
            found = json.loads(capsys.readouterr().out)
            announced = ballots.by_rule(rule.key).count
            assert (found["papers"], found["blank"]) == (announced.papers, announced.blank)
            titles = {one.id: one.title for one in ballots.terms.options}
            assert {
                one["title"]: (one["place"], one["tied"], one["winner"], number(one["value"]))
                for one in found["options"]
            } == {
                titles[one.option_id]: (one.place, one.tied, one.winner, number(one.value))
                for one in announced.options
            }


def number(value: Any) -> Any:
    return (
        round(value, 9) if isinstance(value, float) else None if value is None else Fraction(value)
    )


@pytest.mark.parametrize("secrecy", [Secrecy.SECRET, Secrecy.SECTOR_ONLY])
def test_papers_without_names_stay_in_the_club_file(
    room: Room, secrecy: Secrecy, capsys: pytest.CaptureFixture[str]
) -> None:
    poll_id = hold(room, methods()[0], secrecy)
    assert refused(room, poll_id, capsys).startswith("Papers leave the club file only of a poll")


def test_nor_do_papers_leave_it_before_the_result_is_revealed(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.NAMED)
    assert "There is no poll with names" in refused(room, poll_id, capsys)
    running.close_poll(room.database, poll_id)
    assert "There is no poll with names" in refused(room, poll_id, capsys)
    running.reveal_poll(room.database, poll_id)
    assert f"say which: {poll_id}: “What shall we" in refused(room, 99, capsys)


def refused(room: Room, poll_id: int, capsys: pytest.CaptureFixture[str]) -> str:
    out = room.database.path.with_name("papers.csv")
    words = ["papers", str(out), "--poll", str(poll_id), "--database", str(room.database.path)]
    assert main(words) == 1
    assert not out.exists()
    return capsys.readouterr().err


def test_hands_are_not_among_the_papers_and_that_is_said(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    poll_id = room.open_poll(method="approval", marks_each=0, secrecy=Secrecy.NAMED)
    first = room.options(poll_id)[0]
    set_hands(room.database, poll_id, 2, {first: 2})
    room.cast(poll_id, 0, {first: 1})
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    out = written(room, poll_id, ".csv")
    assert "2 who took part by show of hands are in the result" in capsys.readouterr().err
    assert "Aino" not in out.read_text(encoding="utf-8")
