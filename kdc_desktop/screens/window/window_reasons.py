"""Why something cannot be done in the window just now, as a sentence; or nothing."""

from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.i18n import _
from kdc_desktop.screens.window.frame import Frame
from kdc_desktop.screens.window.session_walk import SessionWalk


def one_page(shared_screen: SharedScreen) -> str:
    """No page can be turned."""
    return "" if shared_screen.slide.pages > 1 else _("What the room sees has one page.")


def no_panel(frame: Frame, window: QWidget) -> str:
    """Nothing can be typed into the panel of the room."""
    if frame.room.isVisibleTo(window):
        return ""
    return _("Open a session and its inspector (Ctrl+I) first: the message is typed there.")


def nowhere_back(frame: Frame) -> str:
    """One was not led here."""
    if frame.led_away.origin is not None:
        return ""
    return _("No screen has led you here. On the left you find them all.")


def no_inspector(frame: Frame) -> str:
    """There is nothing to fold or to bring back."""
    return _("Nothing stands beside this screen.") if frame.foot.inspector_button.isHidden() else ""


def no_timer(walk: SessionWalk) -> str:
    """No stage has a clock to show."""
    return "" if walk.current else _("No stage runs. Go live first.")


def no_way_to(walk: SessionWalk, place: int) -> str:
    """The session cannot go to the stage at this place of its agenda."""
    if not walk.is_live:
        return _("The session is not live. Press Go live first.")
    here = walk.current is not None and walk.stages.index(walk.current) == place
    return _("The session is in this stage already.") if here else ""


def not_to_begin(walk: SessionWalk) -> str:
    """There is no evening to begin."""
    if walk.session is None:
        return _("Open a session on Home first.")
    return "" if walk.session.is_planned else _("The session has been live already.")


def not_to_reopen(walk: SessionWalk) -> str:
    """There is no evening to go on with."""
    if walk.session is not None and walk.session.is_over:
        return ""
    return _("No session is open that has been closed.")


def not_to_close(walk: SessionWalk) -> str:
    """There is no evening to end."""
    return "" if walk.is_live else _("The session is not live. Press Go live first.")


def no_stage_shown(walk: SessionWalk) -> str:
    """No stage is looked at that the session could go to."""
    return "" if walk.shown else _("Look at a stage of an open session first.")
