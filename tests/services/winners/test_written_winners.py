"""Options that were written for a poll alone are different things, though none is on the board."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kdc_desktop.domain.polls.states import PollSubject, Secrecy
from kdc_desktop.i18n import lazy
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.interests.proposals import proposals, take_over_proposals
from kdc_desktop.services.interests.questions import interests
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.joined.winners import WINNER_TRAILS
from kdc_desktop.services.polls import running
from kdc_desktop.services.polls.preparing import change_poll, plan_of
from kdc_desktop.services.polls.rounds import prepare_run_off, repeat_poll
from kdc_desktop.services.winners.marking import add_winner, mark_winners, unmark_options
from kdc_desktop.services.winners.questions import winners
from kdc_desktop.services.workbook.export import export_workbook
from tests.rooms.poll_room import TOPICS, Room, make_room
from tests.rooms.workbook_room import Book

NAMES = ALPHA, BRAVO, CHARLIE = "Alpha", "Bravo", "Charlie"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def written(room: Room, *names: str) -> int:
    """A poll on these options that is over."""
    plan = {"subject": PollSubject.WRITTEN, "option_ids": (), "written": names or NAMES}
    return held(room, room.draft(question="Which name?", secrecy=Secrecy.NAMED, **plan))


def held(room: Room, poll_id: int) -> int:
    """Voted on under their names: who sits at a place is for the option of that place."""
    running.open_poll(room.database, poll_id)
    for place, option_id in enumerate(room.options(poll_id)):
        room.cast(poll_id, place, {option_id: 1})
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    return poll_id


def mark(room: Room, poll_id: int, *places: int) -> None:
    options = room.options(poll_id)
    mark_winners(room.database, poll_id, [options[place] for place in places], "As agreed")


def unmark(room: Room, poll_id: int, *places: int) -> None:
    options = room.options(poll_id)
    unmark_options(room.database, poll_id, [options[place] for place in places], WINNER_TRAILS)


def cups(room: Room, poll_id: int) -> list[str]:
    """What has a cup in the result of a poll."""
    return [row.title for row in room.result(poll_id).rows if row.winner]


def taken(room: Room) -> list[tuple[str, int | None]]:
    """Each winner by its title and its option."""
    return [(row.title, row.option_id) for row in winners(room.database, room.session_id)]


def offered(room: Room) -> dict[int, list[str]]:
    """What is offered to whom as what they voted for, by their places."""
    titles = {row.id: row.title for row in winners(room.database, room.session_id)}
    found = proposals(room.database, room.session_id)
    return {
        place: [titles[key] for key in found[person_id].choices]
        for place, person_id in enumerate(room.people)
        if person_id in found
    }


def test_each_marked_by_itself_has_a_cup_of_its_own(room: Room) -> None:
    poll_id = written(room)
    for place in (0, 2, 1, 2):
        mark(room, poll_id, place)
    first, second, third = room.options(poll_id)
    assert taken(room) == [(ALPHA, first), (CHARLIE, third), (BRAVO, second)]
    assert cups(room, poll_id) == [ALPHA, BRAVO, CHARLIE]
    unmark(room, poll_id, 2)
    assert taken(room) == [(ALPHA, first), (BRAVO, second)]
    room.database.undo()
    room.database.undo()
    assert taken(room) == [(ALPHA, first), (CHARLIE, third)]
    assert cups(room, poll_id) == [ALPHA, CHARLIE]


def test_the_first_ones_are_all_taken_whichever_of_them_has_a_cup_already(room: Room) -> None:
    poll_id = written(room)
    mark(room, poll_id, 1)
    mark(room, poll_id, 0, 1, 2)
    assert cups(room, poll_id) == [ALPHA, BRAVO, CHARLIE]
    assert [title for title, _option in taken(room)] == [BRAVO, ALPHA, CHARLIE]
    room.database.undo()
    assert cups(room, poll_id) == [BRAVO]


@pytest.mark.parametrize("names", [("One", "Two", "Three"), NAMES], ids=["other", "the same"])
def test_another_poll_takes_no_cup_whatever_its_options_are_called(
    room: Room, names: tuple[str, ...]
) -> None:
    one, other = written(room), written(room, *names)
    mark(room, one, 0)
    mark(room, other, 0, 1)
    assert (cups(room, one), cups(room, other)) == ([ALPHA], [*names[:2]])
    unmark(room, other, 0)
    assert (cups(room, one), cups(room, other)) == ([ALPHA], [names[1]])
    unmark(room, one, 0)
    room.database.undo()
    assert (cups(room, one), cups(room, other)) == ([ALPHA], [names[1]])


def test_what_decides_a_run_off_is_the_one_winner_that_it_was(room: Room) -> None:
    first = written(room)
    mark(room, first, 0, 1)
    asked = [*room.options(first)[:2]]
    run_off = held(room, prepare_run_off(room.database, first, asked))
    mark(room, run_off, 1)
    assert (cups(room, first), cups(room, run_off)) == ([ALPHA], [BRAVO])
    assert taken(room) == [(ALPHA, asked[0]), (BRAVO, room.options(run_off)[1])]
    third = held(room, repeat_poll(room.database, run_off))
    mark(room, third, 0, 1)
    assert [cups(room, each) for each in (first, run_off, third)] == [[], [], [ALPHA, BRAVO]]
    room.database.undo()
    assert [cups(room, each) for each in (first, run_off, third)] == [[ALPHA], [BRAVO], []]


def test_what_is_called_otherwise_in_another_round_is_something_else(room: Room) -> None:
    first = written(room)
    mark(room, first, 0)
    again = repeat_poll(room.database, first)
    plan = plan_of(room.database, again)
    change_poll(room.database, again, replace(plan, written=("Alpha and Omega", BRAVO)))
    mark(room, held(room, again), 0, 1)
    assert [title for title, _option in taken(room)] == [ALPHA, "Alpha and Omega", BRAVO]


def test_what_was_written_is_neither_what_is_on_the_board_nor_what_came_without_a_poll(
    room: Room,
) -> None:
    with room.database.edit(lazy("From a year before")) as edit:
        edit.add_all(
            Winner(session_id=room.session_id, title=title, place_in_order=place)
            for place, title in enumerate(("Old", "Older"), start=1)
        )
    cluster = add_winner(room.database, room.session_id, cluster_id=room.clusters[0])
    idea = add_winner(room.database, room.session_id, idea_id=room.ideas[1])
    poll_id = written(room)
    mark(room, poll_id, 0, 1)
    assert len({cluster, idea, *(row.id for row in winners(room.database, 1))}) == 6
    first, second, _third = room.options(poll_id)
    assert taken(room) == [
        ("Old", None),
        ("Older", None),
        (TOPICS[0], None),
        (f"{TOPICS[1]}, tried out in one yard", None),
        (ALPHA, first),
        (BRAVO, second),
    ]


def test_each_is_offered_to_those_who_voted_for_it_and_to_nobody_else(room: Room) -> None:
    one, other = written(room), written(room, "Delta", ALPHA)
    mark(room, one, 0)
    mark(room, one, 1)
    mark(room, other, 0, 1)
    assert offered(room) == {0: ["Delta", ALPHA], 1: [ALPHA, BRAVO]}
    titles = dict(enumerate(title for title, _option in taken(room)))
    assert titles == {0: ALPHA, 1: BRAVO, 2: "Delta", 3: ALPHA}
    won = [row.id for row in winners(room.database, room.session_id)]
    assert take_over_proposals(room.database, room.session_id) == 2
    given = {row.person_id: row.choices for row in interests(room.database, room.session_id)}
    assert given == {room.people[0]: (won[2], won[0]), room.people[1]: (won[3], won[1])}
    room.database.undo()
    unmark(room, one, 0, 1)
    assert offered(room) == {0: ["Delta"], 1: [ALPHA]}


def test_what_won_a_run_off_is_offered_to_those_who_voted_for_it_in_any_round(room: Room) -> None:
    first = written(room)
    _alpha, bravo, charlie = room.options(first)
    mark(room, held(room, prepare_run_off(room.database, first, [bravo, charlie])), 1)
    assert offered(room) == {1: [CHARLIE], 2: [CHARLIE]}


def test_the_workbook_tells_of_the_same_winners_on_all_its_sheets(
    room: Room, tmp_path: Path
) -> None:
    one, other = written(room), written(room, "One", "Two")
    mark(room, one, 1)
    mark(room, one, 0)
    mark(room, other, 0)
    path = tmp_path / "out.xlsx"
    export_workbook(room.database, path, WORKBOOK, room.session_id)
    book = Book(path)
    told = [(row["Winner"], int(str(row["Option id"]))) for row in book.rows("Winners")]
    assert told == taken(room)
    won = [row["Option"] for row in book.rows("Results") if row["Winner"] == "yes"]
    assert sorted(map(str, won)) == [ALPHA, BRAVO, "One"]
    first = [row[0] for row in book.sheets.worksheets[0].iter_rows(values_only=True)]
    at = first.index("What is taken further")
    assert first[at + 1 : at + 4] == [BRAVO, ALPHA, "One"]
