"""Where the stages lie on the timeline: all of them, or those around the one that runs."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize

from kdc_desktop.domain.sessions.agenda import StageSlot
from kdc_desktop.domain.sessions.states import SlotState

GAP = 3
NARROWEST = 48
NOW, NOW_OF_FEW = 138, 92
ICON = 24
MORE = 28
READABLE = 0.8
"""Below this share of what is above icons the times of the stages could not be read."""

_LEAST = {SlotState.DONE: 26, SlotState.NOW: NOW, SlotState.NEXT: NARROWEST}
_SHARE = {SlotState.DONE: 0.5, SlotState.NOW: 1.0, SlotState.NEXT: 1.0}


class StagePlaces(NamedTuple):
    """`rects` are by the place in the agenda; `more` is where the others are found, if any are."""

    rects: dict[int, QRectF]
    more: QRectF | None = None
    icons_only: bool = False


def lay_out_stages(
    slots: Sequence[StageSlot], size: QSize, px: Callable[[int], int]
) -> StagePlaces:
    """As wide as their minutes, never too narrow to read or to be clicked.

    Where there is no room for all, those that come next and those that went before, as many as fit.
    """
    everyone = list(range(len(slots)))
    free = size.width() - 6 - GAP * (len(slots) - 1)
    least = {at: float(px(_LEAST[slot.state])) for at, slot in enumerate(slots)}
    whole, narrow = sum(least.values()), float(px(ICON) * len(slots))
    if free >= narrow + READABLE * (whole - narrow):
        return StagePlaces(_laid(slots, everyone, least, size, px(ICON)))
    icons = {
        at: px(NOW if slot.state is SlotState.NOW else ICON) * 1.0 for at, slot in enumerate(slots)
    }
    if free >= sum(icons.values()):
        laid = _laid(slots, everyone, icons, size)
        return StagePlaces(laid, icons_only=True)
    return _few(slots, size, px)


def _few(slots: Sequence[StageSlot], size: QSize, px: Callable[[int], int]) -> StagePlaces:
    more = px(MORE)
    width = size.width() - more - GAP
    if width - 6 < px(ICON):
        return StagePlaces({}, QRectF(3, 3, size.width() - 6, size.height() - 6))
    here = _here(slots)
    now = slots[here].state is SlotState.NOW
    least = {here: float(min(px(NOW_OF_FEW if now else NARROWEST), width - 6))}
    room = width - 6 - least[here]
    around = (here + 1, here - 1, *range(here + 2, len(slots)), *range(here - 2, -1, -1))
    for at in (at for at in around if 0 <= at < len(slots)):
        narrowest = px(ICON if slots[at].state is SlotState.DONE else NARROWEST)
        if room < narrowest + GAP:
            break
        least[at] = float(narrowest)
        room -= narrowest + GAP
    laid = _laid(slots, sorted(least), least, QSize(width, size.height()))
    return StagePlaces(laid, QRectF(width, 3, more, size.height() - 6))


def _here(slots: Sequence[StageSlot]) -> int:
    """The stage that runs, or the first to come, or the last."""
    states = [slot.state for slot in slots]
    for state in (SlotState.NOW, SlotState.NEXT):
        if state in states:
            return states.index(state)
    return len(slots) - 1


def _laid(
    slots: Sequence[StageSlot],
    chosen: Sequence[int],
    least: dict[int, float],
    size: QSize,
    floor: int = 0,
) -> dict[int, QRectF]:
    """Squeezed where that is too wide, none below `floor`; what is left over goes by minutes."""
    free = size.width() - 6 - GAP * (len(chosen) - 1)
    narrowest = sum(least[at] for at in chosen)
    above = max(1.0, narrowest - floor * len(chosen))
    squeeze = min(1.0, (free - floor * len(chosen)) / above)
    spare = max(0.0, free - narrowest)
    weights = {at: max(8.0, slots[at].planned_minutes) * _SHARE[slots[at].state] for at in chosen}
    whole, left, rects = sum(weights.values()), 3.0, {}
    for at in chosen:
        wide = floor + (least[at] - floor) * squeeze + spare * weights[at] / whole
        rects[at] = QRectF(left, 3, wide, size.height() - 6)
        left += wide + GAP
    return rects
