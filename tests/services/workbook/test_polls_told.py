"""The workbook holds of a poll by any method all that was announced, and what was done with it."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from kdc_desktop.domain.kit.editions import Edition
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.methods import methods
from kdc_desktop.domain.polls.states import Order, Secrecy
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.polls import holding, preparing, running
from kdc_desktop.services.polls.hands import set_hands
from kdc_desktop.services.polls.rounds import repeat_poll
from kdc_desktop.services.winners.marking import mark_winners
from kdc_desktop.services.workbook.export import Delivery, export_workbook
from tests.rooms.any_method import hold, plan_for
from tests.rooms.poll_room import Room
from tests.rooms.workbook_room import Book, reveal, vote

Export = Callable[..., Book]
each_method = pytest.mark.parametrize("method", methods(), ids=lambda method: method.key)
VOID = "Half the room had no paper"


@each_method
def test_a_result_is_told_as_it_was_announced(method: Method, room: Room, export: Export) -> None:
    poll_id = hold(room, method, Secrecy.NAMED)
    found, book = room.result(poll_id), export()
    (poll,) = book.rows("Polls")
    rows: list[dict[str, Any]] = book.rows("Results")
    assert [(row["Option id"], row["Place"], row["As told"]) for row in rows] == [
        (row.option_id, row.place, row.written) for row in found.rows
    ]
    assert [row["Total"] for row in rows] == [
        None if row.value is None else pytest.approx(float(row.value)) for row in found.rows
    ]
    assert {row["Rule"] for row in rows} == {poll["Rule"]} == {str(method.rule().name)}
    assert {(row["Papers counted"], row["Blank papers"]) for row in rows} == {
        (found.papers, found.blank)
    }
    assert {row["Turnout"] for row in rows} == {poll["Turnout"]} == {found.papers / 20}
    assert {row["Void"] for row in rows} == {poll["Void"]} == {"no"}
    assert str(found.rule) in str(poll["What it came to"])


@each_method
def test_levels_criteria_and_steps_of_a_count_have_sheets(
    method: Method, room: Room, export: Export
) -> None:
    poll_id = hold(room, method, Secrecy.NAMED, rule="irv" if method.key == "ranking" else "")
    found, book = room.result(poll_id), export()
    said = groupby(book.rows("Levels"), key=lambda row: row["Option id"])
    assert {key: tuple(row["How many"] for row in some) for key, some in said} == {
        row.option_id: row.spread for row in found.rows if row.spread
    }
    judged = groupby(book.rows("By criterion"), key=lambda row: row["Option id"])
    assert {key: len(list(some)) for key, some in judged} == {
        row.option_id: len(found.terms.criteria) for row in found.rows if row.parts
    }
    steps = {row["Step"]: row["What happened"] for row in book.rows("Count by steps")}
    assert list(steps.values()) == [one.words for one in found.rounds]


def test_there_are_levels_criteria_and_steps_to_be_told_of(room: Room, export: Export) -> None:
    for method in methods():
        hold(room, method, Secrecy.NAMED, rule="irv" if method.key == "ranking" else "")
    book = export()
    for sheet in ("Levels", "By criterion", "Count by steps", "Criteria"):
        assert book.rows(sheet), sheet
    assert [(row["Criterion"], row["Weight"]) for row in book.rows("Criteria")[:2]] == [
        ("Impact", 2),
        ("Effort", 1),
    ]


def test_what_was_done_with_a_poll_is_told_in_its_order_with_the_reasons(
    room: Room, export: Export
) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.NAMED, marks_each=1)
    vote(room, poll_id, range(10), 0)
    holding.pause_poll(room.database, poll_id)
    holding.let_go_on(room.database, poll_id)
    holding.extend_poll(room.database, poll_id, 5)
    holding.raise_marks(room.database, poll_id, 3)
    holding.let_leave(room.database, poll_id, room.people[18:])
    holding.let_in(room.database, poll_id, room.people[19:])
    running.close_poll(room.database, poll_id)
    running.reopen_poll(room.database, poll_id)
    reveal(room, poll_id)
    mark_winners(room.database, poll_id, room.options(poll_id)[1:2], "It is smaller")
    holding.void_poll(room.database, poll_id, VOID)
    steps = export().rows("How polls went")
    assert [(row["What was done"], row["Number"], row["Reason"]) for row in steps] == [
        ("opened", 20, None),
        ("paused", None, None),
        ("let go on", None, None),
        ("more time given", 5, None),
        ("limit of marks raised", 3, None),
        ("no longer waited for who left", 2, None),
        ("late arrivals let in", 1, None),
        ("closed", None, None),
        ("opened again", None, None),
        ("closed", None, None),
        ("result announced", None, None),
        ("others than the first chosen", None, "It is smaller"),
        ("declared void", None, VOID),
    ]


def test_a_void_result_says_so_wherever_it_stands_and_has_won_nothing(
    room: Room, export: Export
) -> None:
    poll_id = hold(room, methods()[0], Secrecy.NAMED)
    first = room.result(poll_id).rows[0]
    mark_winners(room.database, poll_id, [first.option_id], "Agreed")
    assert "What won, with its support by sector" in summary(export(None))
    holding.void_poll(room.database, poll_id, VOID)
    book = export()
    (poll,) = book.rows("Polls")
    assert (poll["Void"], poll["Why it is void"]) == ("yes", VOID)
    assert str(poll["What it came to"]).startswith(f"The result was declared void: {VOID}.")
    assert {(row["Void"], row["Winner"]) for row in book.rows("Results")} == {("yes", "no")}
    assert "What won, with its support by sector" not in summary(export(None))
    assert f"The result was declared void: {VOID}." in summary(book)
    assert [row["Result void"] for row in book.rows("Winners") if row["Option id"]] == ["yes"]


def test_why_others_were_chosen_stands_beside_the_poll(room: Room, export: Export) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.NAMED)
    vote(room, poll_id, range(10), 0)
    reveal(room, poll_id)
    mark_winners(room.database, poll_id, room.options(poll_id)[1:2], "It is smaller")
    assert export().column("Polls", "Why others were chosen") == ["It is smaller"]
    assert "Others than the first were taken further: It is smaller." in summary(export())


def test_another_round_names_the_poll_before_it(room: Room, export: Export) -> None:
    poll_id = hold(room, methods()[0], Secrecy.NAMED)
    later = repeat_poll(room.database, poll_id, room.options(poll_id)[:2])
    rows = {row["Poll id"]: row["Poll before id"] for row in export().rows("Polls")}
    assert rows == {poll_id: None, later: poll_id}


def test_who_is_handed_an_edition_to_share_is_told_of_no_draft(room: Room, tmp_path: Path) -> None:
    first, last = room.draft(question="Perhaps?"), room.open_poll(secrecy=Secrecy.NAMED)
    vote(room, last, range(10), 0)
    reveal(room, last)
    path, shared = tmp_path / "shared.xlsx", Delivery(Edition.SHARE)
    export_workbook(room.database, path, WORKBOOK, room.session_id, wanted=shared)
    book = Book(path)
    assert [(row["Poll id"], row["Poll number"]) for row in book.rows("Polls")] == [(last, 2)]
    assert {row["Poll id"] for row in book.rows("Options")} == {last} - {first}
    cells = [row for sheet in book.sheets for row in sheet.iter_rows(values_only=True)]
    assert [row for row in cells if any("Perhaps" in str(cell) for cell in row)] == []


def test_polls_that_ask_the_same_are_told_apart_by_number_method_and_round(
    room: Room, export: Export
) -> None:
    ranking = next(method for method in methods() if method.key == "ranking")
    room.draft(question="Thrown away?")
    preparing.discard_poll(room.database, 1)
    first = hold(room, ranking, Secrecy.NAMED)
    again = repeat_poll(room.database, first)
    tied = repeat_poll(room.database, first, room.options(first)[:2])
    for poll_id in (again, tied):
        running.open_poll(room.database, poll_id)
    reveal(room, again)
    holding.void_poll(room.database, again, VOID)
    last = room.draft(question="What then?")
    book = export()
    rows = {row["Poll id"]: (row["Poll number"], row["Round"]) for row in book.rows("Polls")}
    assert rows == {
        first: (1, None),
        again: (2, "another round of poll 1"),
        tied: (3, "run-off after poll 1"),
        last: (4, None),
    }
    asked = "What do we do with the yard?"
    headings = [line for line in summary(book).splitlines() if asked in line]
    assert headings == [
        f"1. {asked} (Ranking, Borda)",
        f"2. {asked} (Ranking, Borda, another round of poll 1, void)",
        f"3. {asked} (Ranking, Borda, run-off after poll 1)",
    ]
    notes = [str(row[1]) for row in book.sheets["Read me"].iter_rows(values_only=True)]
    assert f"Left out, because they have not been revealed: 3 “{asked}”, 4 “What then?”." in notes


def test_hands_stand_by_option_once_the_result_is_announced(room: Room, export: Export) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.NAMED)
    first, second, *_rest = room.options(poll_id)
    set_hands(room.database, poll_id, 6, {first: 6, second: 2})
    assert export().rows("Hands") == []
    reveal(room, poll_id)
    hands = export().rows("Hands")
    assert [(row["Option id"], row["Hands"]) for row in hands] == [(first, 6), (second, 2)]


def test_a_recount_changes_nothing_of_what_is_exported(room: Room, export: Export) -> None:
    ranking = next(method for method in methods() if method.key == "ranking")
    poll_id = preparing.create_poll(
        room.database, room.session_id, plan_for(ranking, Secrecy.NAMED)
    )
    running.open_poll(room.database, poll_id)
    first, second, third, fourth = room.options(poll_id)
    for place in range(20):  # Borda prefers the second, who stands first on fewer papers
        ahead = (first, second, third, fourth) if place < 11 else (second, third, fourth, first)
        room.cast(poll_id, place, {key: rank for rank, key in enumerate(ahead, start=1)})
    reveal(room, poll_id)
    before = export().rows("Results")
    assert room.result(poll_id, Order.WEAKEST).announced is False
    assert (export().rows("Results"), before[0]["Option id"]) == (before, second)


def summary(book: Book) -> str:
    cells = book.sheets["Summary"].iter_rows(values_only=True)
    return "\n".join(str(cell) for line in cells for cell in line if cell is not None)
