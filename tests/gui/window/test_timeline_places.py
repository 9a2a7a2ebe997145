"""However many stages there are, and however wide the strip: each can be hit or is in the menu."""

from functools import partial
from itertools import product
from operator import mul

import pytest
from PySide6.QtCore import QSize

from kdc_desktop.domain.sessions.agenda import StageSlot
from kdc_desktop.domain.sessions.states import SlotState
from kdc_desktop.instants import Instant
from kdc_desktop.screens.window.timeline_places import ICON, lay_out_stages

BEGIN = Instant(0)
HIGH = 44


def stage(at: int, now: int) -> StageSlot:
    state = SlotState.NOW if at == now else SlotState.DONE if at < now else SlotState.NEXT
    times = BEGIN, BEGIN, BEGIN, BEGIN
    return StageSlot(at, f"Stage {at}", 10 + 7 * (at % 3), *times, None, state)


@pytest.mark.parametrize("count", [1, 2, 5, 9, 13, 20])
def test_no_stage_is_too_narrow_to_be_hit_and_none_is_lost(count: int) -> None:
    for now, wide, scale in product(range(-1, count + 1), range(60, 1400, 7), (1, 2)):
        slots = [stage(at, now) for at in range(count)]
        laid = lay_out_stages(slots, QSize(wide, HIGH), partial(mul, scale))
        told = count, now, wide, scale
        assert [one for one in laid.rects.values() if one.width() < ICON * scale] == [], told
        assert laid.more is not None or len(laid.rects) == count, told
