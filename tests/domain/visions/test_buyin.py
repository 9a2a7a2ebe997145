"""Readiness says in words what a consortium still lacks."""

from datetime import date, datetime, timedelta

import pytest

from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.domain.visions.buyin import (
    Member,
    OpenObjection,
    PositionAt,
    Readiness,
    mean_by_sector,
    readiness,
    silent_days,
    trend,
    trend_words,
)
from kdc_desktop.domain.visions.scales import BY_KEY, DEFAULT, SCALES

TODAY = date(2026, 11, 20)
THEN = datetime(2026, 11, 10, 19, 0)
HARBOUR = Member(1, "Harbour Mobility", "C", THEN)
NORTH = Member(2, "North Insurance", "C", THEN)
LAB = Member(3, "Urban lab", "A", THEN)


def position(member: Member, level: int, version: int = 3, minutes: int = 0) -> PositionAt:
    return PositionAt(member.id, version, level, THEN + timedelta(minutes=minutes))


def asked(
    members: list[Member],
    positions: list[PositionAt],
    objections: tuple[OpenObjection, ...] = (),
    needed: tuple[str, ...] = (),
    version: int = 3,
) -> Readiness:
    return readiness(
        DEFAULT, 5, members, positions, objections, needed, TODAY, version_number=version
    )


def test_it_is_not_ready_while_somebody_stands_low_or_is_silent() -> None:
    positions = [position(HARBOUR, 8), position(NORTH, 3), position(LAB, 6, version=2)]
    assert asked([HARBOUR, NORTH, LAB], positions) == Readiness(
        False,
        "Not yet: two things",
        (
            "North Insurance stands at 3, you agreed on 5.",
            "Urban lab has not answered version 3.",
        ),
    )


def test_many_who_are_silent_are_counted_so_that_the_other_reasons_stay_in_sight() -> None:
    members = [Member(key, f"Member {key}", "C", THEN) for key in range(1, 6)]
    assert asked(members, [], needed=("A",)).reasons == (
        "5 members have not answered version 3.",
        "No academic is in.",
    )


def test_the_last_word_on_a_version_counts() -> None:
    positions = [position(HARBOUR, 6, minutes=9), position(HARBOUR, 1)]
    assert asked([HARBOUR], positions) == Readiness(True, "Ready to go", ())


def test_missing_sectors_and_open_objections_hold_it_up() -> None:
    objections = (OpenObjection("North Insurance", THEN - timedelta(days=2)),)
    found = asked([HARBOUR], [position(HARBOUR, 5)], objections, ("R", "C"))
    assert found.reasons == (
        "No resident is in.",
        "An objection of North Insurance has been open for 12 days.",
    )
    fresh = (OpenObjection("X", datetime(2026, 11, 19)),)
    assert asked([HARBOUR], [position(HARBOUR, 5)], fresh).reasons == (
        "An objection of X is open.",
    )


def test_without_members_and_vision_it_says_so() -> None:
    assert asked([], [], version=0) == Readiness(
        False, "Not yet: two things", ("Nobody is in yet.", "There is no vision yet.")
    )


def test_every_sector_can_be_missed() -> None:
    assert len(asked([LAB], [position(LAB, 8)], (), LETTERS).reasons) == 4


@pytest.mark.parametrize(
    ("levels", "direction", "words"),
    [
        ([7, 8, 8], "steady", ""),
        ([4, 6, 7], "rising", ""),
        ([6, 6, None], "silent", "silent 41 days"),
        ([None, 4, 3], "falling", "fell, below the agreed 5"),
        ([8, None, 7], "falling", "fell"),
        ([4], "steady", "below the agreed 5"),
        ([], "silent", "silent 41 days"),
    ],
)
def test_a_trend_is_seen(levels: list[int | None], direction: str, words: str) -> None:
    assert trend(levels) == direction
    assert trend_words(levels, 5, 41) == words


def test_silence_is_counted_from_the_last_word_or_from_joining() -> None:
    assert silent_days(LAB, [], TODAY) == 10
    assert silent_days(LAB, [position(LAB, 6, minutes=1440)], TODAY) == 9


def test_sectors_have_a_mean() -> None:
    positions = [position(HARBOUR, 8), position(NORTH, 3)]
    assert mean_by_sector([LAB, NORTH, HARBOUR], positions) == {"C": 5.5}


def test_scales_run_from_cold_to_hot_without_gaps() -> None:
    assert set(BY_KEY) == {"kaner8", "fist5", "consent"}
    for scale in SCALES:
        values = [level.value for level in scale.levels]
        assert values == list(range(scale.lowest, scale.highest + 1))
        assert (scale.heat(scale.lowest), scale.heat(scale.highest)) == (0, 1)
        assert scale.is_objection(scale.lowest)
        assert not scale.is_objection(scale.agreed)
    with pytest.raises(ValueError, match="has no level 9"):
        DEFAULT.level(9)
