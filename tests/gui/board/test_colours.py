"""The colours of notes."""

from kdc_desktop.domain.board.colours import PAPERS, NoteColour
from kdc_desktop.screens.kit.palette import NOTE_INK, contrast


def test_ink_can_be_read_on_every_note() -> None:
    papers = {colour: look.paper for colour, look in PAPERS.items()}
    assert [key for key, paper in papers.items() if contrast(NOTE_INK, paper) < 4.5] == []


def test_every_colour_has_a_paper_and_a_name() -> None:
    assert list(PAPERS) == list(NoteColour)
