"""What an evening has come to stays what it was then; what has changed since is told beside it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.services.consortia.outcome import CONSORTIA
from kdc_desktop.services.consortia.steps import say_state
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.visions.outcome import COMMITMENTS, VISIONS
from kdc_desktop.services.visions.questions import one_with_vision
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.club_year import TODAY, ClubYear, make_year

SEPTEMBER = 2


@pytest.fixture
def year(tmp_path: Path) -> Iterator[ClubYear]:
    made = make_year(tmp_path / "club.kdc")
    yield made
    made.database.close()


def now(year: ClubYear, consortium_id: int) -> str:
    """How far its vision is."""
    (choice,) = one_with_vision(year.database, consortium_id)
    return str(choice.headline)


def test_a_vision_stands_as_it_was_when_the_evening_ended(year: ClubYear) -> None:
    guides = year.consortia["Local guides"]
    year.clock.wall = datetime(2026, 9, 8, 20)
    save_version(year.database, guides, "Guides for newcomers.")
    year.clock.wall = TODAY
    (line,) = VISIONS.lines(year.database, year.sessions[SEPTEMBER])
    assert line.text == "Local guides: Guides for newcomers."
    assert line.below == f"Today: {now(year, guides)}."
    save_version(year.database, guides, "Guides for everybody.")
    (line,) = VISIONS.lines(year.database, year.sessions[SEPTEMBER])
    assert line.text == "Local guides: Guides for newcomers."
    assert line.below == f"By now there is version 2. Today: {now(year, guides)}."


def test_what_was_promised_that_evening_is_told_with_what_was_kept_since(year: ClubYear) -> None:
    lines = COMMITMENTS.lines(year.database, year.sessions[SEPTEMBER])
    assert [line.below for line in lines] == [
        "Kept on 12.11.2026.",
        "Kept on 12.11.2026.",
        "By 27.11.2026.",
    ]
    assert lines[2].text.endswith(": Ethics note for the meter study")


def test_a_consortium_that_was_let_go_later_is_still_one_of_its_evening(year: ClubYear) -> None:
    before = CONSORTIA.lines(year.database, year.sessions[SEPTEMBER])
    state = ConsortiumState.LET_GO
    key = year.consortia["Winter bike lanes"]
    say_state(year.database, key, state, "", "", CONSORTIUM_TRAILS)
    assert CONSORTIA.lines(year.database, year.sessions[SEPTEMBER]) == before
    assert "Winter bike lanes" in [line.text for line in before]
