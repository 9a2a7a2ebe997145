"""The states of a consortium as rings that fill up."""

from collections.abc import Mapping

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.kit.rings import Ring, RingSign, RingTone

STATE_RINGS: Mapping[ConsortiumState, Ring] = {
    ConsortiumState.FORMING: Ring(0.0, RingSign.BEGINS, RingTone.QUIET),
    ConsortiumState.VISIONING: Ring(0.25, RingSign.NONE, RingTone.GOING),
    ConsortiumState.READY: Ring(0.5, RingSign.NONE, RingTone.GOING),
    ConsortiumState.LET_GO: Ring(0.75, RingSign.NONE, RingTone.GOOD),
    ConsortiumState.RUNNING: Ring(1.0, RingSign.RUNS, RingTone.GOOD),
    ConsortiumState.ENDED: Ring(1.0, RingSign.DONE, RingTone.GOOD),
    ConsortiumState.STOPPED: Ring(0.0, RingSign.STOPPED, RingTone.QUIET),
}
