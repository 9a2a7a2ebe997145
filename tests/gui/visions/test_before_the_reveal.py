"""While members are asked, nothing that others see tells what one has answered.

The same club is made twice; the two differ in what was answered, and so may not in what is told.
"""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.kit.picture import picture
from kdc_desktop.cli import main
from kdc_desktop.domain.kit.editions import Edition, Form
from kdc_desktop.domain.pages.kinds import KINDS
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.joined.consortia import BUY_IN
from kdc_desktop.services.joined.later import compare
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.visions.askings import open_asking
from kdc_desktop.services.visions.outcome import VISIONS
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.services.workbook.export import Delivery, export_workbook
from kdc_desktop.storage import open_database
from tests.gui.visions.hands import FIRST, SECOND, opened, shown_slide
from tests.rooms.consortium_room import ConsortiumRoom, make_consortium
from tests.rooms.page_words import words_in
from tests.rooms.vision_pages import reveal_all
from tests.rooms.workbook_room import Book

SECRETS = ("Because of the harbour fee", "A lower fee", "Because of our rival", "No rival in it")
WORRY = "They would park on our quay"
HIGH, LOW = (8, 7, 6, 8), (1, 2, 3, 4)


class Before(NamedTuple):
    """A club in which members are being asked, and a copy from before they were."""

    room: ConsortiumRoom
    parted: Path


def before_the_reveal(folder: Path, levels: Sequence[int], first: int = 6) -> Before:
    """All have answered a first version; of the second, two by hand and two at the kiosk."""
    folder.mkdir()
    room = make_consortium(folder / "club.kdc")
    database = room.database
    with database.edit(lazy("The evening begins")) as edit:
        edit.get_one(Session, room.session_id).status = SessionStatus.LIVE
    version = save_version(database, room.consortium_id, FIRST)
    for member_id in room.members:
        take_position(database, version, member_id, first, "Said long ago")
    room.clock.days(1)
    second = save_version(database, room.consortium_id, SECOND)
    database.settle()
    shutil.copyfile(database.path, folder / "parted.kdc")
    open_asking(database, room.consortium_id, room.session_id)
    for place, (member_id, level) in enumerate(zip(room.members, levels, strict=False)):
        way = (AnswerWay.HAND, AnswerWay.KIOSK)[place // 2]
        reason, wish = SECRETS[place - place % 2 : place - place % 2 + 2]
        how = HowAnswered(room.session_id, way)
        concern = Concern(f"{WORRY} {place}", objection=True) if level < 3 else None
        take_position(database, second, member_id, level, reason, wish, concern, how)
    return Before(room, folder / "parted.kdc")


@pytest.fixture
def both(tmp_path: Path) -> Iterator[list[Before]]:
    made = [before_the_reveal(tmp_path / name, levels) for name, levels in WAYS.items()]
    yield made
    for each in made:
        each.room.database.close()


WAYS = {"high": HIGH, "low": LOW}


def in_any_form(room: ConsortiumRoom) -> Iterator[str]:
    """The workbook for all and to share, for people and programs."""
    for edition in Edition:
        for form in Form:
            out = room.database.path.parent / f"{edition}-{form}"
            out = out if form is Form.CSV else out.with_suffix(f".{form}")
            export_workbook(room.database, out, WORKBOOK, wanted=Delivery(edition, form))
            if form is Form.XLSX:
                sheets = Book(out).sheets
                yield json.dumps([[*s.values] for s in sheets], default=str, ensure_ascii=False)
            else:
                files = sorted(out.iterdir()) if out.is_dir() else [out]
                yield "\n".join(file.read_text("utf-8") for file in files)


def on_pages(room: ConsortiumRoom) -> Iterator[str]:
    """Every page to send or print, the calendar among them."""
    for kind in KINDS:
        yield "\n".join(words_in(make_pages(room.database, kind, room.session_id)))


def of_the_log(room: ConsortiumRoom) -> Iterator[str]:
    """What was done, as the log and the line of undo say it."""
    with room.database.glance() as connection:
        rows = connection.execute("SELECT label, arguments FROM journal_entry ORDER BY id")
        yield from (str(tuple(row)) for row in rows)
    yield from (str(step and step.label) for step in room.database.next_steps())


def of_lists(room: ConsortiumRoom) -> Iterator[str]:
    """How far a consortium is, where all of them are listed and at the end of an evening."""
    yield str(all_consortia(room.database, BUY_IN))
    yield str([(line.text, line.below) for line in VISIONS.lines(room.database, room.session_id)])


TOLD: dict[str, Callable[[ConsortiumRoom], Iterator[str]]] = {
    "workbook": in_any_form,
    "pages": on_pages,
    "log": of_the_log,
    "lists": of_lists,
}


@pytest.mark.parametrize("what", TOLD)
def test_nothing_that_leaves_the_program_tells_an_answer(both: list[Before], what: str) -> None:
    high, low = ([*TOLD[what](each.room)] for each in both)
    found = [one for one in (*SECRETS, WORRY) for said in (*high, *low) if one in said]
    assert found == []
    for one, other in zip(high, low, strict=True):
        assert one == other.replace(f"{both[1].parted.parent}", f"{both[0].parted.parent}")


def test_a_comparison_of_two_versions_of_the_club_tells_no_answer(both: list[Before]) -> None:
    told = []
    for each in both:
        each.room.database.settle()
        with closing(open_database(each.parted)) as here:
            told.append(str(compare(here, each.room.database.path).differences))
    assert told[0] == told[1]
    assert [one for one in (*SECRETS, WORRY) if one in told[0]] == []


def test_commands_tell_no_answer(
    both: list[Before], capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    said = []
    for each in both:
        each.room.database.settle()
        club, parted = str(each.room.database.path), str(each.parted)
        for command in (["check", "--database", club], ["compare", club, "--database", parted]):
            main(command)
        out = capsys.readouterr()
        said.append((out.out + out.err).replace(str(each.parted.parent), ""))
    assert said[0] == said[1]
    assert "Positions\n  added there" in said[0]
    assert [one for one in (*SECRETS, WORRY) if one in said[0]] == []


def test_the_room_and_its_thumbnail_see_how_many_have_answered_and_no_answer(
    qtbot: QtBot, theme: Theme, both: list[Before]
) -> None:
    seen = []
    for each in both:
        screen = opened(qtbot, theme, each.room)
        screen.cells.next_unanswered()
        slide = shown_slide(screen)
        thumbnail = picture(slide, QSize(480, 270)).toImage()
        seen.append((slide, slide.description, thumbnail))
        assert (slide.answered, slide.waiting) == (4, 3)
    assert seen[0] == seen[1]
    assert "4 of 7 have answered" in seen[0][1]
    assert [one for one in (*SECRETS, WORRY) if one in seen[0][1]] == []


@pytest.mark.parametrize("way", [0, 1])
def test_what_is_looked_for_is_found_once_it_is_revealed(both: list[Before], way: int) -> None:
    room = both[way].room
    reveal_all(room.database)
    assert all(any(secret in said for said in in_any_form(room)) for secret in SECRETS)
    assert any(WORRY in said for said in in_any_form(room)) is (way == 1)
