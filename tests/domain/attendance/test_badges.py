"""Badge codes can be read aloud."""

import random

from kdc_desktop.domain.attendance.badges import BADGE_LETTERS, badge_code


def test_badge_codes_are_free_and_can_be_read_aloud() -> None:
    rng = random.Random(1)
    taken: set[str] = set()
    for _ in range(500):
        taken.add(badge_code(taken, rng))
    assert len(taken) == 500
    assert {len(code) for code in taken} == {4}
    assert not set("01OI") & set(BADGE_LETTERS)
