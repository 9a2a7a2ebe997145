"""The picture of a result, whatever its kind: all of it is read, from afar and by ear."""

import random
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kdc_desktop.audience.kit.ink import NIGHT, PAPER, SMALLEST
from kdc_desktop.audience.kit.marks import SectorCount
from kdc_desktop.audience.kit.picture import picture
from kdc_desktop.audience.polls.pictures import result_slide
from kdc_desktop.audience.polls.result_picture import ResultPicture, RevealRow, Signs
from kdc_desktop.audience.polls.rounds import bars_of
from kdc_desktop.audience.polls.temperature_slide import TemperatureSlide
from kdc_desktop.audience.polls.winners_slide import WinnersSlide
from kdc_desktop.domain.polls.method import Average, PictureKind, Round
from tests.gui.audience.results import KINDS, Written, bars, result_of, temperature, titles
from tests.rooms.hostile_room import TEXTS

pytestmark = pytest.mark.usefixtures("qapp")

FULL = QSize(1920, 1080)
LONG = "Kaupunkiympäristöpalvelukokonaisuudistustyöryhmä avaa rakennuskohtaiset energiatiedot " * 9
COUNTS = (1, 2, 3, 8, 9, 15, 40)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", COUNTS)
def test_nothing_is_cut_and_nothing_lies_on_another(
    kind: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = result_of(kind, titles(count))
    told = replace(result, reconciliation="113 of 140 voted", remarks=("One beats all others.",))
    for recount in ("", "Schulze"):
        slide = result_slide(replace(told, recount=recount))
        slide = replace(slide, session="Autumn evening", next_up="Form the consortia")
        for page in {0, 1, slide.pages - 1} & set(range(slide.pages)):
            written = Written(slide.on_page(page), monkeypatch)
            assert (written.cut, written.over_another, written.outside) == ([], [], [])
            assert min(written.sizes) >= SMALLEST


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [0, *COUNTS, 200])
def test_every_option_is_on_one_page_and_is_said_there(kind: str, count: int) -> None:
    names = titles(count)
    slide = result_slide(replace(result_of(kind, names), rounds=()))
    said = [slide.on_page(page).description for page in range(slide.pages)]
    assert [sum(name in one for one in said) for name in names] == [1] * count
    assert max(len(slide.on_page(page).shown()) for page in range(slide.pages)) <= 10


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", [*TEXTS, LONG, ""])
def test_whatever_people_write_stays_on_the_slide(
    kind: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = result_of(kind, titles(9))
    rows = tuple(replace(row, option=text) for row in result.rows)
    strange = replace(
        result, question=text, rows=rows, remarks=(text,), is_void=bool(text), why_void=text
    )
    slide = result_slide(replace(strange, axes=(text, text), levels=(text,) * len(result.levels)))
    for page in (0, slide.pages - 1):
        image = picture(slide.on_page(page), FULL).toImage()
        assert edges(image) == {QColor(slide.palette.paper).rgb()}
    assert isinstance(slide.description, str)


def edges(image: QImage) -> set[int]:
    """The colours within 60 pixels of the sides, and 30 of top and bottom."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    found = {image.pixel(x, y) for x in (*range(60), *range(1862, 1920)) for y in range(0, 1080, 5)}
    ends = (*range(30), *range(1052, 1080))
    return found | {image.pixel(x, y) for x in range(0, 1920, 5) for y in ends}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [QSize(3840, 2160), QSize(1024, 768), QSize(268, 150)])
def test_it_fits_any_screen_in_light_and_dark(kind: str, size: QSize) -> None:
    for palette in (NIGHT, PAPER):
        slide = replace(result_slide(result_of(kind, titles(9))), palette=palette)
        assert picture(slide, size).toImage().pixelColor(0, 0) == QColor(palette.paper)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [1, 6, 15])
def test_places_are_revealed_from_the_last_one_up(kind: str, count: int) -> None:
    result = result_of(kind, titles(count))
    whole = result_slide(result)
    first = {name for name in titles(count) if name in whole.description}
    heard: list[set[str]] = []
    for places in range(whole.steps + 1):
        slide = result_slide(result, places)
        assert slide.is_complete == (places == whole.steps)
        assert slide.on_page(1).page == 0 or slide.is_complete
        heard.append({name for name in first if name in slide.description})
    assert (heard[0], heard[-1]) == (set(), first)
    assert all(before <= after for before, after in pairwise(heard))
    assert whole.shown()[0][1].option in heard[-1] - heard[-2]


def test_who_is_tied_comes_together_and_later_pages_before_all() -> None:
    rows = tuple(RevealRow(place, f"Idea {at}", 9) for at, place in enumerate(("1", "=2", "=2")))
    tied = ResultPicture("Which?", rows)
    said = [result_slide(tied, places).description for places in (1, 2)]
    assert [("Idea 2" in one, "Idea 1" in one, "Idea 0" in one) for one in said] == [
        (True, True, False),
        (True, True, True),
    ]
    assert said[0].endswith("1 place to come")
    many = result_slide(result_of("bars", titles(40)))
    assert many.steps <= many.per_page + 1


def test_only_the_place_that_is_new_moves() -> None:
    slide = result_slide(result_of("scores", titles(4)), 2)
    assert [slide.come(at, at, 4, 0.0) for at in range(4)] == [0.0, 0.0, 0.0, 1.0]
    assert [slide.come(at, at, 4, 1.0) for at in range(4)] == [0.0, 0.0, 1.0, 1.0]


def test_the_last_place_that_came_does_not_come_again_with_all_others() -> None:
    result = result_of("bars", titles(4))
    whole, stepped = result_slide(result), result_slide(result, result_slide(result).steps)
    assert whole.after(stepped) == stepped
    assert whole.after(result_slide(result, 2)) == whole
    assert whole.after(replace(stepped, result=replace(result, method="Score"))) == whole


def test_before_all_is_revealed_no_remark_gives_it_away() -> None:
    result = replace(result_of("rounds", titles(4)), remarks=("The first beats all others.",))
    told = [result_slide(result, places) for places in (0, 4)]
    assert ["beats all others" in slide.description for slide in told] == [False, True]
    assert [slide.pages for slide in told] == [1, 5]


def test_how_money_was_spent_follows_in_words_with_parts_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = tuple(Round(f"“Lamps {at}” cost 3: 9 pay 0.33 each.", {}) for at in range(1, 9))
    result = replace(result_of("funded", titles(3)), rounds=told, budget=100_050, unit=100)
    slide = result_slide(result)
    pages = [slide.on_page(page).description for page in range(slide.pages)]
    assert [page.count("pay 0.33 each") for page in pages] == [0, 6, 2]
    assert "of 1,000.50 spent" in pages[0]
    for page in (1, 2):
        written = Written(slide.on_page(page), monkeypatch)
        assert (written.cut, written.over_another, written.outside) == ([], [], [])


def test_a_round_says_who_gains_who_drops_out_and_what_is_exhausted() -> None:
    rounds = (
        Round("“Lamps” drops out.", {1: 5, 2: 4, 3: 2}),
        Round("“Benches” wins.", {1: Fraction(13, 2), 2: 4}),
    )
    rows = tuple(
        RevealRow(str(at), name, 9, option_id=at, winner=at == 1)
        for at, name in enumerate(("Benches", "Trees", "Lamps"), start=1)
    )
    slide = result_slide(ResultPicture("Which?", rows, PictureKind.ROUNDS, rounds=rounds))
    assert [slide.on_page(page).description for page in (1, 2)] == [
        "Result: Which?. “Lamps” drops out. Benches 5. Trees 4. Lamps 2, drops out",
        "Result: Which?. “Benches” wins. Benches 6.5, 1.5 more. Trees 4. Exhausted papers 0.5",
    ]


def test_of_many_in_a_round_those_who_drop_out_are_among_the_bars() -> None:
    votes = {at: 100 - at for at in range(40)}
    after = {at: count for at, count in votes.items() if at < 35}
    found = bars_of((Round("", votes), Round("", after)), 0)
    assert [bar.option_id for bar in found.bars] == [0, 1, 2, 3, 4, 35, 36, 37]
    assert (found.between, found.more_out, found.exhausted) == (30, 2, 0)


def test_what_is_not_as_announced_is_said_before_all_else() -> None:
    result = replace(result_of("bars", titles(2)), recount="Schulze", is_void=True)
    said = result_slide(replace(result, why_void="Somebody had two papers.")).description
    told = (
        "Result: What next?. This poll is void. Somebody had two papers. Not the announced result: "
        "the same papers, counted again by Schulze. "
    )
    assert said.startswith(told)


def test_of_too_few_papers_nothing_is_told_but_how_many_voted() -> None:
    result = replace(result_of("grades", titles(3)), too_few=5, reconciliation="3 of 9 voted")
    slide = result_slide(result)
    assert slide.description == (
        "Result: How good?. 3 of 9 voted. "
        "Too few papers to show: with fewer than 5, one could tell who voted what"
    )
    emptied = replace(result, rows=result.rows[:1])
    images = [picture(result_slide(one), FULL).toImage() for one in (result, emptied)]
    assert images[0] == images[1]


def test_nearly_all_and_nearly_none_have_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    shares = (SectorCount("C", 9), SectorCount("A", None), SectorCount("R", None))
    row = RevealRow("1", "Bikes", 20, shares, rest=11, nearly_all="A", nearly_none="R")
    slide = result_slide(ResultPicture("Which?", (row,)))
    words = "nearly all: Academia, nearly none: Residents"
    assert slide.description.endswith(f"Companies 9, Hidden: too few: 11, {words}")
    texts = [text for text, _where in Written(slide, monkeypatch).texts]
    assert {"nearly all", "nearly none", "Academia", "Residents"} <= set(texts)


@pytest.mark.parametrize("kind", ["bars", "funded", "rounds", "scores", "ranges"])
def test_totals_that_may_only_be_told_in_words_have_room(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = replace(result_of(kind, titles(6)), rounds=())
    rows = tuple(replace(row, score="nearly none") for row in result.rows)
    written = Written(result_slide(replace(result, rows=rows)), monkeypatch)
    assert (written.cut, written.over_another, written.outside) == ([], [], [])
    assert len([text for text, _where in written.texts if "nearly" in text]) == len(rows)


def test_what_nobody_has_said_anything_of_stands_nowhere() -> None:
    result = result_of("ranges", titles(2))
    first, last = result.rows
    silent = replace(last, low=None, high=None, score="none")
    shown = [replace(result, rows=(first, replace(silent, total=x))) for x in (0.5, 0.0, 0.4)]
    images = [picture(result_slide(one), FULL).toImage() for one in shown]
    assert images[1] == images[2]  # the first one has only made the letters


def test_one_thing_has_the_picture_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    slides = [result_slide(temperature((1, 2, 0, 6, 11, 4), signs)) for signs in Signs]
    for slide in slides:
        assert isinstance(slide, TemperatureSlide)
        written = Written(slide, monkeypatch)
        assert (written.cut, written.over_another, written.outside) == ([], [], [])
    assert slides[-1].description == (
        "Result: Shall we start?. 1 Shall we start?: median Five: I will lead, Fist: no: 1, "
        "One: strong doubts: 2, Three: can live with it: 6, Four: good: 11, Five: I will lead: 4"
    )


def test_nobody_has_said_anything() -> None:
    nothing = temperature((0,) * 6)
    for average in Average:
        slide = result_slide(replace(nothing, average=average))
        assert picture(slide, FULL).size() == FULL


def test_winners_have_cups_and_those_of_bars_a_picture_of_their_own() -> None:
    for kind in KINDS:
        result = result_of(kind, titles(4))
        won = replace(result, rows=(replace(result.rows[0], winner=True), *result.rows[1:]))
        assert isinstance(result_slide(won), WinnersSlide) == (kind == "bars")
        assert picture(result_slide(won), FULL).size() == FULL


def test_hidden_sectors_are_in_no_words() -> None:
    row = bars(titles(1), random.Random(1)).rows[0]
    hidden = replace(row, shares=tuple(SectorCount(letter, None) for letter in "CPATR"))
    said = result_slide(ResultPicture("Which?", (hidden,))).description
    assert not any(word in said for word in ("Companies", "Academia", "Residents"))
