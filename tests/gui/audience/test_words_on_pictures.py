"""Words in the place of numbers, and those of levels, are whole on each kind of picture."""

from dataclasses import replace

import pytest

from kdc_desktop.audience.polls.pictures import result_slide
from kdc_desktop.audience.polls.result_picture import ResultPicture
from kdc_desktop.audience.polls.result_slide import ResultSlide
from kdc_desktop.audience.polls.rounds_slide import RoundsSlide
from kdc_desktop.audience.polls.values_ink import values_of
from kdc_desktop.domain.polls.methods.majority_judgment import GRADES
from kdc_desktop.domain.polls.methods.temperature import HAND_SCALES
from tests.gui.audience.results import KINDS, Written, result_of, titles

pytestmark = pytest.mark.usefixtures("qapp")

IN_WORDS = ("no number", "nothing said", "nearly the highest", "nearly none", "none")
LEVELS = [str(level.name) for scale in HAND_SCALES for level in scale.levels]


def faults(slide: ResultSlide, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    written = Written(slide, monkeypatch)
    return [*written.cut, *written.over_another, *written.outside]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [3, 8, 15])
@pytest.mark.parametrize("won", [False, True], ids=["open", "won"])
def test_words_among_numbers_are_whole(
    kind: str, count: int, *, won: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = [f"Idea {at}" for at in range(count)]
    result = replace(result_of(kind, short), rounds=())
    of_levels = (*map(str, GRADES), *LEVELS) if kind == "grades" else ()
    for words in (*IN_WORDS, *of_levels):
        rows = [replace(row, winner=won and at < 2) for at, row in enumerate(result.rows)]
        rows[1] = replace(rows[1], score=words)
        assert faults(result_slide(replace(result, rows=tuple(rows))), monkeypatch) == []


@pytest.mark.parametrize("kind", ["grades", "scores"])
@pytest.mark.parametrize("count", [2, 9])
def test_words_of_any_scale_are_whole_above_the_bars(
    kind: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for scale in HAND_SCALES:
        names = tuple(str(level.name) for level in scale.levels)
        for spread in ((3,) * len(names), (1,) * (len(names) - 1) + (9,)):
            result = result_of(kind, titles(count))
            rows = tuple(replace(row, spread=spread) for row in result.rows)
            rows = (replace(rows[0], spread=(2,) * len(names)), *rows[1:])
            slide = result_slide(replace(result, rows=rows, levels=names))
            assert faults(slide, monkeypatch) == []


def test_numbers_have_one_size_and_words_another() -> None:
    values = values_of(("151", "9", "nearly the highest", "none"), 150, 310)
    assert values.size("151", 70) == values.size("9", 70) == 44
    assert values.size("none", 70) == values.size("nearly the highest", 70) >= 28
    assert values.wide > 150


def below(result: ResultPicture) -> list[str]:
    slide = result_slide(result)
    return [slide.on_page(page).below() for page in range(slide.pages)]


def test_what_follows_is_no_page_of_the_places() -> None:
    rounds = result_of("rounds", titles(3))
    assert [line.split(" · ")[0] for line in below(rounds)] == [
        "",
        "Round 1 of 3",
        "Round 2 of 3",
        "Round 3 of 3",
    ]
    assert "Page 1 of 2" in below(result_of("rounds", titles(15)))[0]
    slide = replace(result_slide(rounds), next_up="Form the consortia")
    assert isinstance(slide, RoundsSlide)
    assert slide.next_line() == "Next: the count, round by round"
    assert slide.on_page(1).next_line() == "Next: Form the consortia"
    assert replace(slide, revealed_places=1).next_line() == "Next: Form the consortia"
