"""The slide that looks back says all that it tells, and counts what it draws."""

import pytest
from PySide6.QtCore import QSize

from kdc_desktop.audience.kit.picture import picture
from kdc_desktop.audience.visions import since_slide
from kdc_desktop.audience.visions.since_slide import NewsLine, SinceSlide
from kdc_desktop.domain.kit.rings import Ring, RingSign, RingTone
from tests.gui.texts_seen import Painted

SHORT = "64 newcomers have one"
LONG = "Two more yards have asked how it works, and the permit is there; the tenants begin in May"
RING = Ring(0.25, RingSign.NONE, RingTone.GOING)


def news(
    count: int, words: str, *, promised: int = 0, kept: int = 0, joined: str = ""
) -> SinceSlide:
    lines = tuple(NewsLine("Local guides", words, "running", RING) for _each in range(count))
    return SinceSlide(
        span="3 Nov to tonight",
        lines=lines,
        target="60",
        unit="minutes a day",
        promised=promised,
        kept=kept,
        joined=joined,
    )


def painted(slide: SinceSlide, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen = Painted(monkeypatch)
    picture(slide, QSize(960, 540))
    return seen.texts


@pytest.mark.parametrize("count", [1, 4, 5, 30])
@pytest.mark.parametrize("words", [SHORT, LONG])
def test_no_line_of_news_is_cut(monkeypatch: pytest.MonkeyPatch, count: int, words: str) -> None:
    told = painted(news(count, words), monkeypatch)
    assert [text for text in told if text.endswith("…")] == []


def test_a_page_has_fewer_lines_where_words_need_a_second_one() -> None:
    assert [news(count, SHORT).pages for count in (4, 5, 6)] == [1, 1, 2]
    assert [news(count, LONG).pages for count in (3, 4, 6)] == [1, 2, 2]


@pytest.mark.parametrize("promised", [1, 14, 34, 40])
def test_as_many_promises_are_ticked_as_were_kept(
    monkeypatch: pytest.MonkeyPatch, promised: int
) -> None:
    drawn: list[Ring] = []
    monkeypatch.setattr(since_slide, "paint_ring", lambda _p, _r, ring, *_a: drawn.append(ring))
    painted(news(0, "", promised=promised, kept=promised // 2), monkeypatch)
    ticked = sum(ring.sign is RingSign.DONE for ring in drawn)
    assert (len(drawn), ticked) == (promised, promised // 2)


def test_more_new_members_than_there_is_room_for_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "+13" in painted(news(0, "", joined="CPATR" * 3 + "CPAT"), monkeypatch)
