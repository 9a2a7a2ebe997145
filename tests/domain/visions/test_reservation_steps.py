"""How the history of a reservation is told."""

from datetime import date

from kdc_desktop.domain.visions.reservation_steps import (
    HistoryStep,
    raised_words,
    state_after,
    step_told,
    step_words,
)
from kdc_desktop.domain.visions.states import ReservationEvent, ReservationState


def test_a_history_has_a_day_for_each_step_and_the_year_where_it_is_another() -> None:
    steps = [
        HistoryStep(None, date(2026, 5, 12), raised_words(1)),
        HistoryStep(
            ReservationEvent.ADDRESSED, date(2027, 9, 8), step_words(ReservationEvent.ADDRESSED, 3)
        ),
        HistoryStep(
            ReservationEvent.MET, date(2027, 9, 9), step_words(ReservationEvent.MET, None, "A room")
        ),
    ]
    assert [step_told(step, date(2027, 11, 24)) for step in steps] == [
        "12 May 2026 raised with version 1",
        "8 Sep addressed in version 3",
        "9 Sep met by a commitment, “A room”",
    ]


def test_being_asked_again_settles_nothing() -> None:
    assert state_after([]) is ReservationState.OPEN
    assert (
        state_after([ReservationEvent.MET, ReservationEvent.ASKED_AGAIN])
        is ReservationState.ADDRESSED
    )
    assert (
        state_after([ReservationEvent.LIFTED, ReservationEvent.REOPENED]) is ReservationState.OPEN
    )


def test_every_step_has_words_with_and_without_a_version() -> None:
    assert len({str(step_words(event, None)) for event in ReservationEvent}) == len(
        ReservationEvent
    )
    assert str(step_words(ReservationEvent.REOPENED, 4)) == "open again with version 4"
    assert str(step_words(ReservationEvent.LIFTED, 4)) == "lifted"
