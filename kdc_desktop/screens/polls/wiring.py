"""What polls bring to the window: their screen, and the kiosk, wherever it stands."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kdc_desktop.audience.displays import audience_display
from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.voters import at_stake
from kdc_desktop.i18n import _, listed
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.open_papers import end_kiosk
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Desk, Wiring

if TYPE_CHECKING:
    from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
    from kdc_desktop.services.polls.badges import WinnersBadge

POLL = "poll"


def bring_polls(desk: Desk, winners: Callable[[], "WinnersBadge"]) -> Wiring:
    """The polls of a session; `winners` gives how what the room chose is taken further."""

    def poll(session_id: int) -> Screen:
        from kdc_desktop.screens.polls.drafts import Drafts
        from kdc_desktop.screens.polls.kiosk_place import KioskPlace
        from kdc_desktop.screens.polls.pointing import point_at_poll
        from kdc_desktop.screens.polls.poll_screen import PollScreen

        screen = PollScreen(desk.theme, desk.database, session_id, winners(), desk.jobs)
        drafts = desk.window.unfinished.setdefault(POLL, Drafts())
        assert isinstance(drafts, Drafts)
        screen.pages.drafts = drafts
        screen.lead_to = partial(point_at_poll, screen)
        screen.kiosk_wanted.connect(lambda poll_id: open_kiosk(desk, poll_id))
        screen.kiosk_end_wanted.connect(lambda: end_kiosk(desk.shared_screen, desk.over))
        screen.head.offer_places(KioskPlace(desk.settings, desk.over, screen))
        screen.pages.kiosk_has_paper = partial(_has_paper, desk.shared_screen)
        screen.show_kiosk(desk.shared_screen.kiosk is not None)
        desk.shared_screen.kiosk_changed.connect(screen.show_kiosk)
        return screen

    return Wiring(
        screens={POLL: poll},
        seen_at=dict.fromkeys(("hand_count", "option", "poll"), (POLL,)),
        calls=(_calls,),
    )


def plan_poll(desk: Desk, idea_ids: Sequence[int]) -> None:
    """Begin a poll over these ideas of the open session."""
    from kdc_desktop.screens.polls.poll_screen import PollScreen

    def plan(screen: Screen) -> None:
        assert isinstance(screen, PollScreen)
        screen.plan_for_ideas(list(idea_ids))

    screen = desk.window.show_session_screen(POLL, plan)
    assert isinstance(screen, PollScreen)
    screen.pages.plan_page.question_edit.setFocus()


def open_kiosk(desk: Desk, poll_id: int) -> None:
    """Let people vote, one after the other, until somebody ends it or the vote is over.

    With two displays it stands on the facilitator's, unless the shared screen's was chosen: what
    the room sees is no place for somebody's paper.
    """
    from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
    from kdc_desktop.audience.polls.kiosk.voting import Voting

    kiosk = Kiosk(desk.database, Voting(desk.database, poll_id), desk.settings)
    if kiosk.has_ended:
        kiosk.deleteLater()
        desk.window.warn(_("Nobody can vote here now: open the poll and its session first."))
        return
    shared, window = desk.shared_screen, desk.over
    was_open, alone = shared.isVisible(), audience_display(window.screen()) is None
    kiosk.left.connect(shared.leave_kiosk)
    apart = not (alone or desk.settings.kiosk_for_the_room)
    shared.show_kiosk(kiosk, kiosk.cover, apart=apart)
    _tell_who_left(desk, kiosk)
    if apart:
        return
    shared.open()
    give_back = partial(_give_keys_back, shared)
    if alone:  # people vote on this display, and see no other window meanwhile
        shared.showFullScreen()
        give_back = partial(_give_back, shared, was_open)
    shared.kiosk_changed.connect(give_back, Qt.ConnectionType.SingleShotConnection)
    shared.activateWindow()


def _tell_who_left(desk: Desk, kiosk: "Kiosk") -> None:
    """Say it at once, and again when the kiosk no longer covers the facilitator's window."""
    gone: list[str] = []

    def tell(name: str) -> None:
        gone.append(name)
        said = _(
            "{name} went away in the middle at the kiosk. Nothing was cast: they may still vote.",
            name=name,
        )
        desk.window.say(said)

    def sum_up(_there: bool) -> None:
        if gone:
            names = listed(dict.fromkeys(gone))
            desk.window.say(_("Went away in the middle at the kiosk: {names}.", names=names))

    kiosk.left_midway.connect(tell)
    desk.shared_screen.kiosk_changed.connect(sum_up, Qt.ConnectionType.SingleShotConnection)


def _has_paper(shared: SharedScreen) -> bool:
    return bool(at_stake(shared.kiosk))


def _give_keys_back(shared: SharedScreen, _there: bool) -> None:
    if shared.isActiveWindow():
        shared.placing.give_way()


def _give_back(shared: SharedScreen, was_open: bool, _there: bool) -> None:
    """Let the facilitator have the one display again."""
    if was_open:
        shared.placing.give_back()
    else:
        shared.close()
    shared.placing.give_way()


def _calls() -> Calls:
    from kdc_desktop.screens.polls.called import CALLS

    return CALLS
