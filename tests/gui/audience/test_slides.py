"""Every slide paints itself at any size, with nothing, little or far too much content."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from kdc_desktop.audience.attendance.check_in_slide import CheckInSlide
from kdc_desktop.audience.board.board_slide import BoardCluster, BoardNote, BoardSlide
from kdc_desktop.audience.board.one_idea import OneIdeaSlide
from kdc_desktop.audience.board.tiling import joined, overview
from kdc_desktop.audience.consortia.consortia_slide import ConsortiaSlide
from kdc_desktop.audience.consortia.seating import ConsortiumCard, NamedSeat
from kdc_desktop.audience.interests.interests_slide import InterestLine, InterestsSlide
from kdc_desktop.audience.kit import ink
from kdc_desktop.audience.kit.blank import BlankSlide
from kdc_desktop.audience.kit.marks import SectorCount, paint_badge
from kdc_desktop.audience.kit.overlay import Overlay
from kdc_desktop.audience.kit.picture import frame, picture
from kdc_desktop.audience.kit.slide import Slide, Tone
from kdc_desktop.audience.polls.poll_slide import PollSlide
from kdc_desktop.audience.polls.result_picture import ResultPicture, RevealRow
from kdc_desktop.audience.polls.reveal import RevealSlide
from kdc_desktop.audience.polls.winners_slide import WinnersSlide
from kdc_desktop.audience.sessions.prompt import PromptSlide
from kdc_desktop.audience.sessions.welcome import AgendaLine, WelcomeSlide
from kdc_desktop.audience.visions.lanes import PositionDot
from kdc_desktop.audience.visions.let_go_slide import LetGoSlide, PromiseLine
from kdc_desktop.audience.visions.revealed_slide import RevealedSlide
from kdc_desktop.audience.visions.round_slide import VisionRoundSlide
from kdc_desktop.audience.visions.vision_slide import VisionSlide
from kdc_desktop.domain.board.colours import PAPERS
from kdc_desktop.domain.people.sectors import LETTERS

pytestmark = pytest.mark.usefixtures("qapp")

FULL = QSize(1920, 1080)
WORD = "Kaupunkiympäristöpalvelukokonaisuudistustyöryhmä"
LONG = f"{WORD} avaa rakennuskohtaiset energiatiedot 🙂 kaikille. " * 80
COUNTS = (*(SectorCount(letter, 12) for letter in LETTERS), SectorCount("R", None))


def slides(number: int, text: str) -> list[Slide]:
    """One of each slide with `number` of everything and `text` everywhere."""
    notes = tuple(BoardNote(text, "C", "sky") for _ in range(number))
    clusters = tuple(BoardCluster(text, notes) for _ in range(min(number, 20)))
    row = RevealRow("=3", text, 12, COUNTS[:number], rest=number, every_sector=number > 3)
    card = ConsortiumCard(
        "B", text, (NamedSeat(text, "C", text),) * number, (text,) * min(number, 4)
    )
    return [
        WelcomeSlide(
            headline=text, place=text, goal=text, agenda=(AgendaLine("17:00", text),) * number
        ),
        CheckInSlide(present=number, registered=number, by_sector=COUNTS[: min(5, number)]),
        PromptSlide(prompt=text, stage=text, detail=text, foot=str(number)),
        BoardSlide(prompt=text, clusters=clusters),
        BoardSlide(prompt=text, clusters=clusters, silent=True),
        OneIdeaSlide(text=text, author=text, sector="A", cluster=text, number=number),
        PollSlide(question=text, options=(text,) * number, voted=number, electorate=number),
        RevealSlide(result=ResultPicture(text, (row,) * number)),
        WinnersSlide(result=ResultPicture(text, (replace(row, winner=True), *(row,) * number))),
        InterestsSlide(prompt=text, rows=(InterestLine(text, number, COUNTS[:number]),) * number),
        ConsortiaSlide(headline=text, cards=(card,) * number),
        *vision_slides(number, text),
        BlankSlide(session=text, line=text),
    ]


def vision_slides(number: int, text: str) -> list[Slide]:
    """Of a vision: asked about, revealed, and one of all that are shown in turn."""
    asked = VisionSlide(
        consortium=text, statement=text, version=1, scale=(text,) * min(number, 8), waiting=number
    )
    revealed = RevealedSlide(
        consortium=text,
        statement=text,
        version=1,
        scale=(text,) * min(number, 8),
        positions=(PositionDot(0, "R"), PositionDot(0, "C", 0, text, is_new=True)) * number,
        waiting=number,
        agreed=0,
    )
    let_go = LetGoSlide(
        consortium=text,
        statement=text,
        version=1,
        leads=(text,) * min(number, 3),
        promises=(PromiseLine("R", text, text, text),) * number,
        look_again=text,
        let_go=text,
    )
    return [
        asked,
        revealed,
        let_go,
        VisionRoundSlide(visions=(revealed, replace(asked, version=0))),
    ]


@pytest.mark.parametrize("text", ["", "Yard cargo bikes", LONG], ids=["nothing", "short", "long"])
@pytest.mark.parametrize("number", [0, 1, 5, 40])
def test_every_slide_paints_whatever_it_is_given(number: int, text: str) -> None:
    for slide in slides(number, text):
        slide = replace(slide, session=text, next_up=text, clock="09:32")
        for size in (FULL, QSize(268, 150), QSize(1024, 768)):
            assert picture(slide, size).size() == size
        assert isinstance(slide.description, str)


@pytest.mark.parametrize("slide", slides(40, LONG), ids=lambda slide: type(slide).__name__)
def test_nothing_is_painted_outside_the_margins(slide: Slide) -> None:
    image = picture(slide, FULL).toImage().convertToFormat(QImage.Format.Format_RGB32)
    paper = QColor(slide.palette.paper).rgb()
    edge = {image.pixel(x, y) for x in (*range(60), *range(1862, 1920)) for y in range(0, 1080, 3)}
    edge |= {image.pixel(x, y) for x in range(0, 1920, 3) for y in (*range(30), *range(1050, 1080))}
    assert edge == {paper}


@pytest.mark.parametrize("palette", [ink.NIGHT, ink.PAPER], ids=["night", "paper"])
def test_text_on_slides_has_enough_contrast(palette: ink.SlidePalette) -> None:
    texts = (palette.ink, palette.muted, palette.accent, palette.good, palette.warning, palette.bad)
    pairs = [(text, ground) for text in texts for ground in (palette.paper, palette.surface)]
    pairs += [(palette.text_on_mark, palette.sector(letter)) for letter in LETTERS]
    pairs += [(palette.on_accent, palette.accent)]
    pairs += [(ink.NOTE_INK, look.paper) for look in PAPERS.values()]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    lights = []
    for colour in (QColor(one), QColor(other)):
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        lights.append(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def test_text_shrinks_before_it_is_elided() -> None:
    fitted = ink.fit("Yard cargo bikes for every block", 300, 80, 72)
    assert (fitted.whole, fitted.size < 72, fitted.size >= ink.SMALLEST) == (True, True, True)
    assert " ".join(fitted.lines) == "Yard cargo bikes for every block"


def test_text_that_cannot_fit_ends_in_an_ellipsis_within_its_box() -> None:
    fitted = ink.fit(LONG, 300, 80, 72)
    assert fitted.lines[-1].endswith("…")
    assert fitted.size == ink.SMALLEST
    assert fitted.height <= 80
    assert max(ink.text_width(line, fitted.size) for line in fitted.lines) <= 301


def test_a_long_word_shrinks_and_stays_whole() -> None:
    assert ink.fit(WORD, 1728, 200, 132).lines == (WORD,)


def test_an_emoji_is_never_torn() -> None:
    text = "🙂" * 200
    assert "".join(ink.fit(text, 400, 4000, 40).lines) == text


def test_a_slide_with_another_clock_is_the_same_slide() -> None:
    one = PromptSlide(prompt="What would give you back one hour a day?", clock="09:32")
    assert replace(one, clock="09:31", clock_tone=Tone.WARNING) == one
    assert replace(one, foot="3 ideas so far") != one


def test_the_reveal_begins_with_the_last_place() -> None:
    rows = (RevealRow("1", "First", 10), RevealRow("2", "Last", 5))
    slide = RevealSlide(result=ResultPicture("Which?", rows))

    def painted(moment: float, top: int) -> bool:
        image = picture(slide, FULL, moment=moment).toImage()
        strip = {image.pixel(x, y) for x in range(186, 1700, 4) for y in range(top, top + 100, 4)}
        return len(strip) > 1

    first, last = 190, 320
    assert [painted(0.0, top) for top in (first, last)] == [False, False]
    assert [painted(0.2, top) for top in (first, last)] == [False, True]
    assert [painted(1.0, top) for top in (first, last)] == [True, True]


def test_hidden_shares_are_named_in_the_legend_and_never_as_numbers() -> None:
    row = RevealRow("1", "Bikes", 20, (SectorCount("C", 17), SectorCount("R", None)), rest=3)
    slide = RevealSlide(result=ResultPicture("Which?", (row,)))
    assert "Residents" not in slide.description
    assert row.written_total == "20"
    assert RevealRow("1", "Bikes", 7.25).written_total == "7.25"


def test_pages_stay_within_what_there_is() -> None:
    slide = RevealSlide(result=ResultPicture("Which?", (RevealRow("1", "Bikes", 1),) * 22))
    assert slide.pages == 3
    assert [slide.on_page(page).page for page in (-1, 1, 9)] == [0, 1, 2]


def test_a_silent_board_says_nothing_of_what_is_on_it() -> None:
    clusters = (BoardCluster("Energy", (BoardNote("Open data"),)),)
    slide = BoardSlide(prompt="What?", clusters=clusters, silent=True)
    other = replace(slide, clusters=(BoardCluster("Yards", (BoardNote("Bikes"),)),))
    assert slide.description == "What?. 1 idea · shown when everyone has written"
    assert picture(slide, FULL).toImage() == picture(other, FULL).toImage()


@pytest.mark.parametrize(("named", "told"), [(12, "2 more clusters"), (20, "10 more clusters")])
def test_an_overview_counts_the_ideas_in_no_cluster_apart(named: int, told: str) -> None:
    idea = (BoardNote("Trams"),)
    clusters = [BoardCluster(f"Theme {n}", idea) for n in range(named)]
    *shown, more, free = map(joined, overview([*clusters, BoardCluster("", idea * 4_004)]))
    assert shown == clusters[:10]
    assert (more.name, len(more.notes)) == (told, named - 10)
    assert (free.name, len(free.notes)) == ("", 4_004)
    assert len(overview(clusters)) == 12


def test_a_consortium_says_what_it_still_needs() -> None:
    card = ConsortiumCard("B", "Bikes", gaps=("a resident", "a lead", "a test site"))
    assert card.gap_line == "B still needs a resident, a lead and a test site"
    assert replace(card, gaps=("a resident",)).gap_line == "B still needs a resident"
    assert replace(card, gaps=()).gap_line == "B has everyone it needs"


def test_a_letterbox_keeps_the_slide_in_the_middle() -> None:
    assert frame(1024, 768) == QRectF(0, 96, 1024, 576)
    assert frame(3840, 1080) == QRectF(960, 0, 1920, 1080)


def test_an_overlay_lies_over_any_slide() -> None:
    slide = BlankSlide(session="Club evening")
    overlay = Overlay(timer="04:59", message=LONG, join_hint=LONG, timer_tone=Tone.OVER)
    assert picture(slide, FULL, overlay=overlay).toImage() != picture(slide, FULL).toImage()


def test_every_sector_has_a_mark_of_its_own() -> None:
    marks = []
    for letter in (*LETTERS, "?"):
        image = QImage(64, 64, QImage.Format.Format_RGB32)
        image.fill(QColor(ink.NIGHT.paper))
        painter = QPainter(image)
        paint_badge(painter, QRectF(4, 4, 56, 56), letter, lettered=False)
        painter.end()
        marks.append(image)
    assert all(one != other for at, one in enumerate(marks) for other in marks[at + 1 :])


def test_fonts_are_the_bundled_inter() -> None:
    from PySide6.QtGui import QFontInfo

    assert QFontInfo(ink.font(28)).family() == "Inter"
