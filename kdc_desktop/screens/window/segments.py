"""What the timeline shows of each stage, and in which words."""

import re
from typing import NamedTuple

from kdc_desktop.domain.sessions.agenda import StageSlot
from kdc_desktop.domain.sessions.states import SlotState
from kdc_desktop.i18n import _, lazy, pgettext, span_text, spoken, time_text
from kdc_desktop.instants import Zone

_STATES = {
    SlotState.DONE: lazy("over"),
    SlotState.NOW: lazy("running now"),
    SlotState.NEXT: lazy("to come"),
}


class Segment(NamedTuple):
    """One stage on the timeline, by the clock in `zone`.

    `share` is how much of its time is used, 0 to 1.

    `icon` stands for the title where that does not fit.
    """

    slot: StageSlot
    zone: Zone
    share: float
    icon: str

    @property
    def times(self) -> str:
        """What was planned and what it took, when it runs, or when it begins."""
        slot = self.slot
        planned = span_text(slot.planned_minutes)
        if slot.state is SlotState.DONE:
            if not slot.actual_minutes:
                return _("{planned} · passed over", planned=planned)
            span = span_text(round(slot.actual_minutes))
            return _("{planned} · took {span}", planned=planned, span=span)
        if slot.state is SlotState.NOW:
            return _("{planned} · {times}", planned=planned, times=self.from_to)
        return time_text(slot.expected_start.in_zone(self.zone))

    @property
    def from_to(self) -> str:
        """From when to when it runs."""
        start = time_text(self.slot.expected_start.in_zone(self.zone))
        end = time_text(self.slot.expected_end.in_zone(self.zone))
        return pgettext("span", "{start} – {end}", start=start, end=end)

    @property
    def running(self) -> tuple[str, ...]:
        """What is told of it while it runs: as much as there is room for."""
        end = time_text(self.slot.expected_end.in_zone(self.zone))
        short = pgettext("span", "{start} – {end}", start="", end=end).strip()
        return self.times, self.from_to, _("until {time}", time=end), short

    @property
    def aloud(self) -> str:
        """The stage as it is read aloud."""
        return spoken((self.slot.title, self.times, str(_STATES[self.slot.state])))


def at_widest(times: str) -> str:
    """These times at their widest, so that nothing moves while the clock ticks."""
    return re.sub(r"\d", "0", re.sub(r"\b\d(?=[:.]\d\d)", "00", times))
