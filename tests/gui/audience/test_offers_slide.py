"""The wall of offers and needs and a need in large, as the room sees them."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kdc_desktop.audience.kit.ink import NIGHT, PAPER, SlidePalette
from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.audience.offers.need_slide import NeedSlide
from kdc_desktop.audience.offers.offer_card import OfferCard
from kdc_desktop.audience.offers.offers_slide import OffersSlide, PairLine

YARD = OfferCard("A yard", "Aino Salmi, Harbour Mobility", "C")
PLACE = OfferCard("A place for bikes", "City, Transport", "P")


def painted(slide: Slide) -> QImage:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    slide.paint(painter)
    painter.end()
    return image


def colours_in(image: QImage, box: QRectF) -> set[str]:
    part = image.copy(box.toRect())
    return {
        QColor(part.pixel(x, y)).name().upper()
        for x in range(0, part.width(), 4)
        for y in range(0, part.height(), 4)
    }


def pairs(count: int, met: int) -> tuple[PairLine, ...]:
    return tuple(PairLine(YARD, PLACE, at, at <= met) for at in range(1, count + 1))


def test_each_part_begins_on_a_page_of_its_own(qapp: QApplication) -> None:
    slide = OffersSlide(prompt="Meet", pairs=pairs(5, 2), needs=(PLACE,) * 9, offers=(YARD,))
    assert slide.pages == 2 + 2 + 1
    assert [slide.on_page(page).page for page in (0, 4, 9)] == [0, 4, 4]
    assert OffersSlide(prompt="Meet").pages == 1
    assert slide.turns_itself


def test_a_small_wall_has_room_on_one_page(qapp: QApplication) -> None:
    few = OffersSlide(prompt="Meet", pairs=pairs(2, 1), needs=(PLACE,) * 2, offers=(YARD,))
    assert few.pages == 1
    assert OffersSlide(prompt="Meet", needs=(PLACE,) * 4, offers=(YARD,) * 3).pages == 1
    assert OffersSlide(prompt="Meet", pairs=pairs(3, 1), needs=(PLACE,) * 2).pages == 2
    only_pairs = OffersSlide(prompt="Meet", pairs=pairs(2, 1))
    offered = QRectF(100, 700, 600, 240)  # what nobody needs stands below the pairs, at the left
    assert len(colours_in(painted(few), offered)) > len(colours_in(painted(only_pairs), offered))


def test_what_it_says_aloud_names_all_and_counts(qapp: QApplication) -> None:
    slide = OffersSlide(prompt="Meet", pairs=pairs(3, 1), needs=(PLACE,))
    assert slide.description.startswith("Meet. 1 match · 2 may match · 1 need is open. ")
    assert "Who can help?: A place for bikes · City, Transport" in slide.description
    assert OffersSlide(prompt="Meet").description == "Meet"


@pytest.mark.parametrize("palette", [NIGHT, PAPER])
def test_what_has_met_is_joined_by_a_whole_line_and_glows_and_what_may_is_not(
    qapp: QApplication, palette: SlidePalette
) -> None:
    between = QRectF(880, 240, 160, 180)
    around = QRectF(70, 300, 24, 60)
    for met, glows in ((1, True), (0, False)):
        image = painted(OffersSlide(prompt="Meet", pairs=pairs(1, met), palette=palette))
        assert (palette.accent.upper() in colours_in(image, between)) is glows
        assert (colours_in(image, around) == {palette.paper.upper()}) is not glows


def test_a_need_in_large_says_who_helps_once_somebody_does(qapp: QApplication) -> None:
    asked = NeedSlide(need=PLACE, number=2, count=3)
    assert asked.description == ("Who can help? · 2 of 3. A place for bikes. City, Transport")
    helped = NeedSlide(need=PLACE, number=2, count=3, helpers=("Aino Salmi", "Eero Oja"))
    assert helped.description.endswith("Aino Salmi, Eero Oja can help")
    band = QRectF(900, 820, 100, 60)
    assert NIGHT.accent.upper() not in colours_in(painted(asked), band)
    assert NIGHT.accent.upper() in colours_in(painted(helped), band)


@pytest.mark.parametrize("text", ["", "word " * 400, "x" * 2000, "🚲" * 50, "\u202eabc"])
def test_whatever_people_write_is_painted_within_its_card(qapp: QApplication, text: str) -> None:
    card = OfferCard(text, text, "R")
    wall = OffersSlide(prompt=text or "Meet", pairs=(PairLine(card, card, 1, True),))
    for slide in (wall, NeedSlide(need=card, number=1, count=1, helpers=(text,))):
        image = painted(slide)
        assert colours_in(image, QRectF(0, 300, 60, 600)) == {NIGHT.paper.upper()}
