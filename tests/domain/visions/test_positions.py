"""Where members stand, and which way they move."""

from datetime import UTC, datetime, timedelta

import pytest

from kdc_desktop.domain.visions.positions import (
    PositionAt,
    RemarkKind,
    Stakeholder,
    Trend,
    mean_by_sector,
    remark_on,
    silent_days,
    trend,
)
from kdc_desktop.instants import Instant

NOW = Instant.of(datetime(2026, 11, 20, 1, 0), UTC)
THEN = Instant.of(datetime(2026, 11, 10, 19, 0), UTC)
HARBOUR = Stakeholder(1, "Harbour Mobility", "C", THEN)
NORTH = Stakeholder(2, "North Insurance", "C", THEN)
LAB = Stakeholder(3, "Urban lab", "A", THEN)


def position(member: Stakeholder, level: int, minutes: int = 0) -> PositionAt:
    return PositionAt(member.id, 3, level, THEN + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("levels", "direction", "words"),
    [
        ([7, 8, 8], Trend.STEADY, ""),
        ([4, 6, 7], Trend.RISING, ""),
        ([6, 6, None], Trend.SILENT, "silent 41 days"),
        ([None, 4, 3], Trend.FALLING, "fell, below 5"),
        ([8, None, 7], Trend.FALLING, "fell"),
        ([4], Trend.STEADY, "below 5"),
        ([], Trend.SILENT, "silent 41 days"),
    ],
)
def test_a_trend_is_seen(levels: list[int | None], direction: Trend, words: str) -> None:
    assert trend(levels) is direction
    assert str(remark_on(levels, 5, 41) or "") == words


def test_nobody_is_called_silent_on_the_day_on_which_they_were_asked() -> None:
    assert remark_on([6, None], 5, 0) is None
    assert str(remark_on([6, None], 5, 1)) == "silent 1 day"


def test_silence_is_counted_from_the_last_word_or_from_joining() -> None:
    assert silent_days(LAB, [], NOW, UTC) == 10
    assert silent_days(LAB, [position(LAB, 6, minutes=1440)], NOW, UTC) == 9


def test_sectors_have_a_mean() -> None:
    positions = [position(HARBOUR, 8), position(NORTH, 3)]
    assert mean_by_sector([LAB, NORTH, HARBOUR], positions) == {"C": 5.5}


def test_only_who_stands_below_the_agreed_level_is_said_to_be_below() -> None:
    found = [remark_on(levels, 5, 3) for levels in ([8, 7], [4], [5, 4], [5, None])]
    assert [(remark.kind, remark.is_below) for remark in found if remark] == [
        (RemarkKind.FELL, False),
        (RemarkKind.BELOW, True),
        (RemarkKind.FELL_BELOW, True),
        (RemarkKind.SILENT, False),
    ]
