"""What an evening has come to stays what it was then; what has changed since is told beside it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import TakenUp
from kdc_desktop.services.consortia.outcome import CONSORTIA
from kdc_desktop.services.consortia.steps import add_step, say_state
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.visions.outcome import COMMITMENTS, VISIONS
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.club_year import TODAY, ClubYear, make_year

SEPTEMBER = 2


@pytest.fixture
def year(tmp_path: Path) -> Iterator[ClubYear]:
    made = make_year(tmp_path / "club.kdc")
    yield made
    made.database.close()


def test_a_vision_stands_as_it_was_when_the_evening_ended(year: ClubYear) -> None:
    guides = year.consortia["Local guides"]
    year.clock.wall = datetime(2026, 9, 8, 20)
    save_version(year.database, guides, "Guides for newcomers.")
    year.clock.wall = TODAY
    (line,) = VISIONS.lines(year.database, year.sessions[SEPTEMBER])
    assert line.text == "Local guides: Guides for newcomers."
    assert line.below == "Today: Running since 28.09.2026.", (
        "it needs nothing any more to be let go"
    )
    save_version(year.database, guides, "Guides for everybody.")
    (line,) = VISIONS.lines(year.database, year.sessions[SEPTEMBER])
    assert line.text == "Local guides: Guides for newcomers."
    assert line.below == "By now there is version 2. Today: Running since 28.09.2026."


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


def test_what_was_taken_up_and_let_go_that_evening_says_so(year: ClubYear) -> None:
    database, evening = year.database, year.sessions[SEPTEMBER]
    bikes, ticket = year.consortia["Yard bikes"], year.consortia["One ticket"]
    with database.edit(lazy("They were taken up")) as edit:
        edit.add(TakenUp(session_id=evening, consortium_id=bikes))
        edit.add(TakenUp(session_id=evening, consortium_id=ticket))
    with database.edit(lazy("One was let go")) as edit:
        at = Instant.of(datetime(2026, 9, 8, 19), laptop_zone())
        add_step(edit, bikes, ConsortiumState.LET_GO, at)
    told = {line.text: line.below for line in CONSORTIA.lines(database, evening)}
    assert told["One ticket"] == "Taken up."
    assert told["Yard bikes"] == "Taken up, and since then: let go."
    visions = {line.text.split(":")[0]: line.below for line in VISIONS.lines(database, evening)}
    assert "Yard bikes" not in visions or visions["Yard bikes"].endswith("Let go since 08.09.2026.")
