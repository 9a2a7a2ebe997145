"""An evening of polls in all their ways, with its workbook, and what should stand there."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import select

from kdc_desktop.domain.people.sectors import BY_LETTER
from kdc_desktop.domain.polls.methods import method_of, methods
from kdc_desktop.domain.polls.ranking import Result
from kdc_desktop.domain.polls.states import Channel, Order, Secrecy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model.polls import (
    Poll,
)
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.polls import holding, preparing, questions, running
from kdc_desktop.services.polls.hands import HandsFor, set_hands
from kdc_desktop.services.polls.rounds import repeat_poll
from kdc_desktop.services.polls.rows import PollResult
from kdc_desktop.services.polls.slips import enter_slip, give_slip, print_slips
from kdc_desktop.services.polls.told import told_of
from kdc_desktop.services.workbook.export import export_workbook
from tests.rooms.any_method import hold, plan_for
from tests.rooms.poll_room import Room, person_name
from tests.rooms.workbook_room import Book, an_evening

Row = dict[str, Any]
T = TypeVar("T")
WHY = "Three people had left the room"
SECRECIES = (Secrecy.NAMED, Secrecy.SECTOR_ONLY, Secrecy.SECRET)


@dataclass(frozen=True)
class Held:
    """An evening of polls, and the workbook of it."""

    room: Room
    book: Book

    def all(self, table: type[T]) -> list[T]:
        with self.room.database.read() as snapshot:
            return list(snapshot.scalars(select(table)))

    @property
    def polls(self) -> dict[int, Poll]:
        return {poll.id: poll for poll in self.all(Poll)}

    @property
    def revealed(self) -> dict[int, PollResult]:
        shown = [key for key, poll in self.polls.items() if poll.revealed_at is not None]
        return {key: self.room.result(key) for key in shown}

    def ranking(self, poll_id: int, order: Order = Order.TOTAL) -> dict[int, Result]:
        """What is told of each option; of none where no sector is counted in that order."""
        with self.room.database.read() as snapshot:
            found = told_of(snapshot, questions.poll_in(snapshot, poll_id), order)
        some = found.counted or order is Order.TOTAL
        return {one.option_id: one for one in found.results if some and one.is_placed}

    def of(self, poll_id: int) -> Row:
        """What stands of a poll in each of its rows; polls of one session are numbered on."""
        question = self.polls[poll_id].question
        return {"Poll id": poll_id, "Poll": question, "Poll number": poll_id}

    def name(self, person_id: int) -> str:
        return person_name(self.room.people.index(person_id))

    def void(self, poll_id: int) -> Row:
        return {"Void": yes(self.polls[poll_id].voided_at is not None)}


def hold_all(folder: Path) -> Held:
    """An evening with a poll by each method, named, by sector and secret, and others beside them.

    One is void, one a draft of a run-off, and in one people vote in every way.
    """
    room = an_evening(folder / "club.kdc").room
    first, *_rest = [
        hold(room, method, SECRECIES[at % 3], "irv" if method.key == "ranking" else "")
        for at, method in enumerate(methods())
    ]
    _in_every_way(room)
    holding.void_poll(room.database, first, WHY)
    score = next(row.id for row in questions.polls(room.database, 1) if row.method == "score")
    repeat_poll(room.database, score, room.options(score)[:2])
    export_workbook(room.database, folder / "out.xlsx", WORKBOOK, room.session_id)
    return Held(room, Book(folder / "out.xlsx"))


def _in_every_way(room: Room) -> None:
    """A poll with papers at the kiosk and by hand, slips of which one is missing, and hands."""
    database, dots = room.database, replace(plan_for(method_of("score"), Secrecy.NAMED), lowest=0)
    poll_id = preparing.create_poll(database, room.session_id, dots)
    print_slips(database, poll_id, 6)
    running.open_poll(database, poll_id)
    one, two, *_others = room.options(poll_id)
    for place in range(5):
        room.cast(poll_id, place, {one: 3, two: 1}, Channel.BY_HAND if place > 2 else Channel.KIOSK)
    for number in range(1, 5):
        give_slip(database, poll_id, room.people[4 + number], number)
    for number in range(1, 4):
        enter_slip(database, poll_id, number, {two: 2})
    raised = {HandsFor(one, 3, "C"): 2, HandsFor(one, 1, "P"): 1, HandsFor(two, 2, "R"): 1}
    set_hands(database, poll_id, 4, raised)
    holding.let_leave(database, poll_id, room.people[19:])
    running.close_poll(database, poll_id)
    running.reveal_poll(database, poll_id)


def yes(is_so: bool) -> str:
    """How a sheet has it."""
    return "yes" if is_so else "no"


def clock(at: Instant | None) -> object:
    """What the clock showed, to the second."""
    return at and at.in_zone(laptop_zone()).replace(microsecond=0)


def sector(letter: str | None) -> str | None:
    """What a sector is called."""
    return BY_LETTER[letter].name if letter else None


def number(value: Any) -> Any:
    """A number as it comes back from a file."""
    return value if value is None else pytest.approx(float(value))


def compared(held: Held, sheet: str, expected: list[Row], *, key: str | tuple[str, ...]) -> None:
    """Every cell of a sheet, by the head of its column."""
    keys = (key,) if isinstance(key, str) else key
    rows = {tuple(row[one] for one in keys): row for row in held.book.rows(sheet)}
    wanted = {tuple(row[one] for one in keys): row for row in expected}
    assert len(wanted) == len(expected) == len(held.book.rows(sheet)) > 0
    assert rows.keys() == wanted.keys()
    assert {frozenset(row) for row in wanted.values()} == {frozenset(held.book.rows(sheet)[0])}
    differing = [
        (at, head, rows[at][head], value)
        for at, row in wanted.items()
        for head, value in row.items()
        if rows[at][head] != value
    ]
    assert differing == [], differing
