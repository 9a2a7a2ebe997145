"""The pictures of tiles that are kept for the next slide go with the club that they show."""

import weakref
from pathlib import Path

from PySide6.QtCore import QSize

from kdc_desktop.app import Club
from kdc_desktop.audience.board.board_slide import BoardCluster, BoardNote, BoardSlide
from kdc_desktop.audience.kit.picture import picture
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database


class Words(str):
    """Words of a note that can be seen to go."""

    __slots__ = ("__weakref__",)


def paint_tiles(text: str) -> "weakref.ref[Words]":
    """Show the room more notes than it can read; what is returned knows those of the first."""
    notes = tuple(BoardNote(text=Words(f"{text} {number}")) for number in range(60))
    slide = BoardSlide(prompt="What is missing?", clusters=(BoardCluster("Streets", notes),))
    picture(slide, QSize(320, 180))
    words = notes[0].text
    assert isinstance(words, Words)
    return weakref.ref(words)


def test_a_club_that_is_closed_leaves_no_pictures_of_its_notes(tmp_path: Path, theme):
    settings = Settings(tmp_path / "settings.ini")
    database = open_database(tmp_path / "club.kdc")
    club = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    note = paint_tiles("Trams")
    assert note() is not None
    club.close()
    assert note() is None
