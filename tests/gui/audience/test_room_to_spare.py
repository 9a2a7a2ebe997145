"""What the wall has room for it shows whole, and what it leaves out it says."""

import pytest
from PySide6.QtCore import QSize

from kdc_desktop.audience.interests.interests_slide import InterestLine, InterestsSlide
from kdc_desktop.audience.kit.picture import picture
from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.audience.polls.result_picture import ResultPicture, RevealRow
from kdc_desktop.audience.polls.reveal import RevealSlide
from kdc_desktop.audience.polls.winners_slide import WinnersSlide
from kdc_desktop.audience.sessions.thanks import ThanksSlide
from kdc_desktop.audience.sessions.welcome import AgendaLine, WelcomeSlide
from tests.gui.texts_seen import Painted

pytestmark = pytest.mark.usefixtures("qapp")

LONG = "that opens the energy data of all the buildings in which people live"


def texts(count: int, end: str = "") -> list[str]:
    """So many options, each of one line without an `end`."""
    return [f"Tool library {number}! {end}" for number in range(1, 1 + count)]


def ranked(count: int, winners: int, end: str = "") -> tuple[RevealRow, ...]:
    """The result of a poll on them."""
    return tuple(
        RevealRow(str(at), option, 90 - at, winner=at <= winners)
        for at, option in enumerate(texts(count, end), 1)
    )


def agenda(count: int) -> tuple[AgendaLine, ...]:
    """An evening of so many stages, which stands in the tenth."""
    return tuple(AgendaLine("18:00", text, at == 9) for at, text in enumerate(texts(count)))


@pytest.mark.parametrize(
    ("slide", "count", "said"),
    [
        (RevealSlide(result=ResultPicture("Which?", ranked(10, 0))), 10, ""),
        (RevealSlide(result=ResultPicture("Which?", ranked(10, 0, LONG))), 8, "and 2 more"),
        (RevealSlide(result=ResultPicture("Which?", ranked(11, 0))), 8, "and 3 more"),
        (WinnersSlide(result=ResultPicture("Which?", ranked(10, 1))), 10, ""),
        (WinnersSlide(result=ResultPicture("Which?", ranked(10, 3))), 10, ""),
        (WinnersSlide(result=ResultPicture("Which?", ranked(30, 3))), 9, "and 21 more"),
        (ThanksSlide(lines=tuple(texts(10))), 10, ""),
        (ThanksSlide(lines=tuple(texts(10, LONG))), 5, "and 5 more"),
        (ThanksSlide(lines=tuple(texts(11))), 5, "and 6 more"),
        (WelcomeSlide(headline="Autumn", agenda=agenda(18)), 18, ""),
        (WelcomeSlide(headline="Autumn", agenda=agenda(30)), 16, "8 stages before"),
        (WelcomeSlide(headline="Autumn", agenda=agenda(30)), 16, "and 6 more stages"),
    ],
)
def test_what_has_room_is_shown_and_what_has_none_is_said(
    slide: Slide, count: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = Painted(monkeypatch)
    picture(slide, QSize(1920, 1080))
    words = " ".join(painted.texts)
    assert words.count("!") - words.count("Thank you!") == count
    assert said in words
    assert bool(said) == ("more" in words)


def test_what_one_chooses_from_comes_round() -> None:
    winners = InterestsSlide(prompt="What would you join?", rows=(InterestLine("Trams", 3),) * 12)
    assert (winners.pages, winners.turns_itself) == (2, True)
