"""Two votes that are to be told alike leave the same everywhere: on each screen, page and sheet.

What differs anywhere would tell what the rule of hiding keeps: see decision 0029.
"""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from kdc_desktop.domain.pages.kinds import KINDS
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.states import Order, Secrecy
from kdc_desktop.services.chains.questions import all_chains
from kdc_desktop.services.joined.polls import WINNERS
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.polls import results, running
from kdc_desktop.services.polls.board_badge import MARKS
from kdc_desktop.services.polls.hands import set_hands
from kdc_desktop.services.polls.placings import placings_of
from kdc_desktop.services.twins.outcomes import outcome_of
from kdc_desktop.services.workbook.export import export_workbook
from tests.rooms.page_words import words_in
from tests.rooms.poll_room import Room, make_room
from tests.rooms.workbook_room import Book

Given = Sequence[Mapping[Any, int]]
"""What each paper says, by the place of the option, and the part of it; of people as they stand."""


def of_sectors(**supporters: int) -> Given:
    """So many of each eight of a sector are for the first option."""
    left = {"CPATR".index(letter): count for letter, count in supporters.items()}
    papers: list[Mapping[Any, int]] = []
    for place in range(40):
        left[place % 5] -= 1
        papers.append({0: 1} if left[place % 5] >= 0 else {1: 1})
    return papers


APPROVAL = {"method": "approval", "marks_each": 0, "stacking": False}
SECTORS = {**APPROVAL, "secrecy": Secrecy.SECTOR_ONLY}
SCORE = {"method": "score", "lowest": 0, "highest": 5}
RANKING = {"method": "ranking"}
WORDS = {"method": "majority_judgment"}
BUDGET = {**APPROVAL, "method": "budget", "total": 7, "costs": (3, 4, 5, 5, 5, 5)}
CRITERIA = {
    "method": "criteria",
    "lowest": 0,
    "highest": 5,
    "criteria": (("Impact", 2), ("Ease", 1)),
}
ALIKE: dict[str, tuple[Mapping[str, Any], Given, Given]] = {
    "all, or all but one": (APPROVAL, [{0: 1}] * 20, [*[{0: 1}] * 19, {}]),
    "nobody, or two": (
        APPROVAL,
        [{0: 1}] * 10 + [{1: 1}] * 10,
        [{0: 1}] * 10 + [{1: 1}] * 8 + [{1: 1, 2: 1}] * 2,
    ),
    "one of nearly all before the other": (
        APPROVAL,
        [{0: 1, 1: 1}] * 18 + [{0: 1}] * 2,
        [{0: 1, 1: 1}] * 18 + [{1: 1}] * 2,
    ),
    "few papers": (APPROVAL, [{0: 1}] * 4, [{1: 1}, {2: 1}, {}, {3: 1}]),
    "one paper beside hands": (APPROVAL, [{0: 1}], [{1: 1}]),
    "all of a sector": (
        SECTORS,
        of_sectors(C=8, P=4, A=4, T=4, R=4),
        of_sectors(C=7, P=5, A=4, T=4, R=4),
    ),
    "all give the highest, or one the lowest": (SCORE, [{0: 5}] * 20, [*[{0: 5}] * 19, {0: 0}]),
    "all say a good word, or one does not": (WORDS, [{0: 4}] * 20, [*[{0: 4}] * 19, {0: 1}]),
    "the money is enough for what all want, or nearly all": (
        BUDGET,
        [{0: 1, 1: 1}] * 20,
        [*[{0: 1, 1: 1}] * 18, {0: 1}, {1: 1, 2: 1}],
    ),
    "all agree by one criterion, or nearly all": (
        CRITERIA,
        [{(0, 1): 5, (0, 2): at % 4} for at in range(20)],
        [{(0, 1): 5 - 4 * (at == 3), (0, 2): at % 4} for at in range(20)],
    ),
    "all rank alike, or one does not": (
        RANKING,
        [{0: 1, 1: 2, 2: 3}] * 20,
        [*[{0: 1, 1: 2, 2: 3}] * 19, {0: 1, 2: 2, 1: 3}],
    ),
}


def left_of(folder: Path, plan: Mapping[str, Any], papers: Given, hands: int) -> list[Any]:
    """All that is shown and exported of an evening with this vote."""
    folder.mkdir()
    drawn = random.Random(7)
    people = 40 if len(papers) > 20 else 20
    room = make_room(folder / "club.kdc", people, draw=lambda: drawn.getrandbits(62))
    poll_id = room.open_poll(**plan)
    options = room.options(poll_id)
    for place, said in enumerate(papers):
        marks = {
            Spot(options[at], 0) if isinstance(at, int) else Spot(options[at[0]], at[1]): value
            for at, value in said.items()
        }
        room.cast(poll_id, place, marks)
    if hands:
        set_hands(room.database, poll_id, hands, {options[3]: hands})
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    found = [*told_in_club(room, poll_id), *cells(room, folder)]
    room.database.close()
    return found


def told_in_club(room: Room, poll_id: int) -> list[Any]:
    database, method = room.database, results.result(room.database, poll_id, WINNERS.won).poll.kind
    found: list[Any] = [
        results.result(database, poll_id, WINNERS.won, order, rule=rule.key)
        for order in Order
        for rule in method.rules
    ]
    with database.read() as snapshot:
        found += [MARKS.of(snapshot, room.session_id), placings_of(snapshot, None)]
    found += [outcome_of(WINNERS.won, database, poll_id), all_chains(database)]
    return [*found, *(words_in(make_pages(database, kind, room.session_id)) for kind in KINDS)]


def cells(room: Room, folder: Path) -> list[Any]:
    found = []
    for session_id in (room.session_id, None):
        export_workbook(room.database, folder / "out.xlsx", WORKBOOK, session_id)
        sheets = Book(folder / "out.xlsx").sheets.worksheets
        found += [[*sheet.iter_rows(values_only=True)] for sheet in sheets]
    return found


@pytest.mark.parametrize("case", ALIKE, ids=ALIKE)
def test_what_is_told_alike_leaves_the_same_everywhere(tmp_path: Path, case: str) -> None:
    plan, one, other = ALIKE[case]
    hands = 19 if case == "one paper beside hands" else 0
    found = [
        left_of(tmp_path / name, {"secrecy": Secrecy.SECRET, **plan}, papers, hands)
        for name, papers in (("one", one), ("other", other))
    ]
    assert len(found[0]) == len(found[1]) > 20
    for first, second in zip(*found, strict=True):
        assert first == second


def test_what_is_not_told_alike_would_be_found(tmp_path: Path) -> None:
    plan = {"secrecy": Secrecy.NAMED, **APPROVAL}
    one, other = ([{0: 1}] * 20, [*[{0: 1}] * 19, {}])
    found = [
        left_of(tmp_path / name, plan, papers, 0) for name, papers in (("a", one), ("b", other))
    ]
    assert sum(first != second for first, second in zip(*found, strict=True)) > 3
