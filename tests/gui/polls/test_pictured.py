"""What was voted by any method, counted by any of its rules, is shown by its picture."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kdc_desktop.audience.polls.field_slide import FieldSlide
from kdc_desktop.audience.polls.funded_slide import FundedSlide
from kdc_desktop.audience.polls.ranges_slide import RangesSlide
from kdc_desktop.audience.polls.result_picture import Signs
from kdc_desktop.audience.polls.reveal import RevealSlide
from kdc_desktop.audience.polls.rounds_slide import RoundsSlide
from kdc_desktop.audience.polls.spread_slide import SpreadSlide
from kdc_desktop.domain.polls.method import Average, Method, PictureKind
from kdc_desktop.domain.polls.methods import methods
from kdc_desktop.domain.polls.states import Order, PollEvent, Secrecy
from kdc_desktop.screens.polls.pictured import pictured
from kdc_desktop.screens.polls.slides import reveal_slide
from kdc_desktop.services.joined.polls import WINNERS
from kdc_desktop.services.polls import preparing, questions, results, running
from kdc_desktop.services.polls.preparing import PollPlan
from kdc_desktop.services.polls.rows import PollResult, StepRow
from tests.gui.audience.results import Written
from tests.rooms.any_method import LINES, paper_for, plan_for
from tests.rooms.poll_room import EVENING, Room, make_room

CLASSES = {
    PictureKind.BARS: RevealSlide,
    PictureKind.SPREAD: SpreadSlide,
    PictureKind.ROUNDS: RoundsSlide,
    PictureKind.FUNDED: FundedSlide,
    PictureKind.FIELD: FieldSlide,
    PictureKind.RANGES: RangesSlide,
}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def voted(room: Room, plan: PollPlan) -> int:
    """A poll in which twenty have voted by chance; revealed."""
    chance, method = random.Random(plan.method), plan.kind
    poll_id = preparing.create_poll(room.database, room.session_id, plan)
    running.open_poll(room.database, poll_id)
    terms = questions.terms(room.database, poll_id)
    for place in range(20):
        room.cast(poll_id, place, paper_for(method, terms, chance))
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    return poll_id


def found(room: Room, poll_id: int, rule: str = "", order: Order | None = None) -> PollResult:
    return results.result(room.database, poll_id, WINNERS.won, order, rule=rule)


@pytest.mark.parametrize("method", methods(), ids=lambda method: method.key)
def test_each_method_has_its_picture_by_each_rule(
    method: Method, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    poll_id = voted(room, plan_for(method, Secrecy.SECTOR_ONLY))
    for rule in method.rules:
        for order in Order:
            told = found(room, poll_id, rule.key, order)
            slide = reveal_slide(told, {})
            assert type(slide) is CLASSES[method.picture]
            for page in range(slide.pages):
                written = Written(slide.on_page(page), monkeypatch)
                assert (written.cut, written.over_another, written.outside) == ([], [], [])
            assert all(line in slide.description for line in LINES)
            assert ("Not the announced result" in slide.description) == (not told.announced)


@pytest.mark.parametrize("method", methods(), ids=lambda method: method.key)
def test_nothing_has_a_cup_before_somebody_chose_it(method: Method, room: Room) -> None:
    poll_id = voted(room, plan_for(method, Secrecy.SECTOR_ONLY))
    assert not any(row.winner for row in pictured(found(room, poll_id), {}).rows)


def test_the_line_below_names_the_rule_where_there_are_several(room: Room) -> None:
    ranking = next(method for method in methods() if method.key == "ranking")
    poll_id = voted(room, plan_for(ranking, Secrecy.SECTOR_ONLY))
    told = pictured(found(room, poll_id, "irv", Order.WEAKEST), {})
    assert told.method == "Ranking, up to 9 · Instant run-off · by the weakest sector"
    assert told.recount == "Instant run-off"
    assert len(told.rounds) > 0
    weakest = pictured(found(room, poll_id, "", Order.WEAKEST), {})
    assert weakest.recount == "the weakest sector"


def test_a_median_is_one_where_the_method_says_so(room: Room) -> None:
    kinds = {
        method.key: method.average for method in methods() if method.picture is PictureKind.SPREAD
    }
    assert kinds == {
        "score": Average.MEAN,
        "majority_judgment": Average.MEDIAN,
        "temperature": Average.MEDIAN,
    }


@pytest.mark.parametrize(
    ("ends", "signs"), [((0, 5), Signs.FISTS), ((-1, 1), Signs.THUMBS), ((1, 3), Signs.WORDS)]
)
def test_a_temperature_is_shown_by_the_hands_that_it_was_taken_with(
    room: Room, ends: tuple[int, int], signs: Signs
) -> None:
    temperature = next(method for method in methods() if method.key == "temperature")
    plan = plan_for(temperature, Secrecy.SECTOR_ONLY)
    poll_id = voted(room, replace(plan, lowest=ends[0], highest=ends[1]))
    assert pictured(found(room, poll_id), {}).signs is signs


def test_a_void_poll_says_why(room: Room) -> None:
    score = next(method for method in methods() if method.key == "score")
    told = found(room, voted(room, plan_for(score, Secrecy.SECTOR_ONLY)))
    voided = StepRow(PollEvent.VOIDED, 0, "Somebody had two papers.", EVENING)
    void = replace(told, poll=replace(told.poll, voided_at=EVENING), steps=(voided,))
    slide = pictured(void, {})
    assert (slide.is_void, slide.why_void) == (True, "Somebody had two papers.")


SAID = ((5, 2, 1), (4, 3, 2), (5, 3, 1), (3, 4, 2), (5, 2, 3), (2, 3, 2))
"""By paper, what each option was given: too few to tell how often which level was."""


def test_levels_that_may_not_be_told_leave_bars_instead_of_empty_ones(room: Room) -> None:
    score = next(method for method in methods() if method.key == "score")
    asked = replace(plan_for(score, Secrecy.SECRET), lowest=0, highest=5, written=LINES[:3])
    plan = replace(asked, smallest_group=5)
    poll_id = preparing.create_poll(room.database, room.session_id, plan)
    running.open_poll(room.database, poll_id)
    terms = questions.terms(room.database, poll_id)
    for place, said in enumerate(SAID):
        room.cast(poll_id, place, dict(zip(terms.ids, said, strict=True)))
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    told = found(room, poll_id)
    assert not any(sum(row.spread) for row in told.rows)
    slide = reveal_slide(told, {})
    assert type(slide) is RevealSlide
    assert [row.total for row in slide.rows] == [row.length for row in told.rows]
