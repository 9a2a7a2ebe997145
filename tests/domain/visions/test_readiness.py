"""Readiness says in words what a consortium still lacks."""

from datetime import UTC, datetime, timedelta

import pytest

from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.domain.visions.positions import PositionAt, Stakeholder
from kdc_desktop.domain.visions.readiness import OpenObjection, Readiness, readiness
from kdc_desktop.domain.visions.scales import DEFAULT
from kdc_desktop.instants import Instant

NOW = Instant.of(datetime(2026, 11, 20, 1, 0), UTC)
THEN = Instant.of(datetime(2026, 11, 10, 19, 0), UTC)
HARBOUR = Stakeholder(1, "Harbour Mobility", "C", THEN)
NORTH = Stakeholder(2, "North Insurance", "C", THEN)
LAB = Stakeholder(3, "Urban lab", "A", THEN)


def position(member: Stakeholder, level: int, version: int = 3, minutes: int = 0) -> PositionAt:
    return PositionAt(member.id, version, level, THEN + timedelta(minutes=minutes))


def asked(
    members: list[Stakeholder],
    positions: list[PositionAt],
    objections: tuple[OpenObjection, ...] = (),
    needed: tuple[str, ...] = (),
    version: int = 3,
) -> Readiness:
    return readiness(
        DEFAULT, 5, members, positions, objections, needed, NOW, UTC, version_number=version
    )


def words(found: Readiness) -> list[str]:
    return [str(reason) for reason in found.reasons]


def test_it_is_not_ready_while_somebody_stands_low_or_is_silent() -> None:
    positions = [position(HARBOUR, 8), position(NORTH, 3), position(LAB, 6, version=2)]
    found = asked([HARBOUR, NORTH, LAB], positions)
    assert (found.ready, str(found.headline)) == (False, "Not yet: two things")
    assert words(found) == [
        "North Insurance stands at 3; usually all stand at 5 or higher.",
        "Urban lab has not answered version 3.",
    ]


def test_only_a_level_that_was_chosen_is_said_to_be_agreed_on() -> None:
    low = [position(NORTH, 3)]
    found = readiness(DEFAULT, 6, [NORTH], low, [], (), NOW, UTC, version_number=3)
    assert words(found) == ["North Insurance stands at 3, you agreed on 6."]


def test_many_who_are_silent_are_counted_so_that_the_other_reasons_stay_in_sight() -> None:
    members = [Stakeholder(key, f"Member {key}", "C", THEN) for key in range(1, 6)]
    assert words(asked(members, [], needed=("A",))) == [
        "5 members have not answered version 3.",
        "Nobody from academia is in.",
    ]


def test_the_last_word_on_a_version_counts() -> None:
    positions = [position(HARBOUR, 6, minutes=9), position(HARBOUR, 1)]
    found = asked([HARBOUR], positions)
    assert (found.ready, str(found.headline), found.reasons) == (True, "Ready to go", ())


def test_missing_sectors_and_open_objections_hold_it_up() -> None:
    objections = (OpenObjection("North Insurance", THEN - timedelta(days=2)),)
    found = asked([HARBOUR], [position(HARBOUR, 5)], objections, ("R", "C"))
    assert words(found) == [
        "No resident is in.",
        "An objection of North Insurance has been open for 12 days.",
    ]
    fresh = (OpenObjection("X", NOW - timedelta(days=1)),)
    found = asked([HARBOUR], [position(HARBOUR, 5)], fresh)
    assert words(found) == ["An objection of X is open."]


def test_without_members_and_vision_it_says_so() -> None:
    found = asked([], [], version=0)
    assert str(found.headline) == "Not yet: two things"
    assert words(found) == ["Nobody is in yet.", "There is no vision yet."]


def test_every_sector_can_be_missed() -> None:
    assert len(asked([LAB], [position(LAB, 8)], (), LETTERS).reasons) == 4


@pytest.mark.parametrize(
    ("count", "headline"),
    [
        (1, "Not yet: one thing"),
        (7, "Not yet: seven things"),
        (12, "Not yet: twelve things"),
        (13, "Not yet: 13 things"),
    ],
)
def test_the_headline_counts_what_is_missing(count: int, headline: str) -> None:
    objections = tuple(OpenObjection(f"Member {n}", THEN) for n in range(count))
    found = asked([HARBOUR], [position(HARBOUR, 5)], objections)
    assert str(found.headline) == headline


def test_answers_that_are_hidden_are_one_thing_for_one_reveal_shows_them() -> None:
    members, hidden = [HARBOUR, NORTH, LAB], {HARBOUR.id, NORTH.id, LAB.id}
    found = readiness(DEFAULT, 5, members, [], (), (), NOW, UTC, version_number=1, hidden=hidden)
    assert (words(found), str(found.headline)) == (
        ["3 answers are hidden."],
        "Not yet: one thing",
    )
