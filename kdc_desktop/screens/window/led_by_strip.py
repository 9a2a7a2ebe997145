"""What the run strip wants is done by the walk, and seen where one is."""

from PySide6.QtCore import Qt

from kdc_desktop.screens.sessions.wiring import SESSION
from kdc_desktop.screens.window.frame import Frame
from kdc_desktop.screens.window.run_strip import RunStrip
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.screens.window.whereabouts import Whereabouts


def let_strip_lead(strip: RunStrip, walk: SessionWalk, whereabouts: Whereabouts) -> None:
    """Do what its buttons, its stages and the way to the agenda want."""
    steps = strip.steps
    steps.live_wanted.connect(walk.go_live)
    steps.next_wanted.connect(walk.go_on)
    steps.previous_wanted.connect(walk.go_back)
    steps.close_wanted.connect(walk.close_session)
    steps.reopen_wanted.connect(walk.reopen)
    steps.clock_wanted.connect(walk.toggle_clock)
    strip.agenda_wanted.connect(whereabouts.show_agenda)
    strip.timeline.clicked.connect(whereabouts.look_at)
    strip.timeline.opened.connect(walk.go_to)


def arrive(whereabouts: Whereabouts, frame: Frame) -> None:
    """Be at the stage to which one let the session go; the keys go where it takes what is said."""
    if whereabouts.spot.area != SESSION or whereabouts.spot.aside:
        whereabouts.look_at_current()
    if (keys_to := frame.shown().keys_to) is not None:
        keys_to.setFocus(Qt.FocusReason.OtherFocusReason)
