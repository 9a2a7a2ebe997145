"""What polls bring to the window: their screen, and the kiosk, wherever it stands."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.voters import at_stake
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.open_papers import end_kiosk
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Desk, Wiring

if TYPE_CHECKING:
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
        screen.lead_to = partial(point_at_poll, desk.database, screen)
        screen.kiosk_wanted.connect(partial(_open_kiosk, desk))
        screen.slips_wanted.connect(desk.window.slips_wanted)
        screen.kiosk_end_wanted.connect(lambda: end_kiosk(desk.shared_screen, desk.over))
        screen.on_screen = lambda: desk.shared_screen.slide.subject
        screen.head.offer_places(KioskPlace(desk.settings, desk.over, screen))
        screen.pages.kiosk_has_paper = partial(_has_paper, desk.shared_screen)
        screen.show_kiosk(desk.shared_screen.kiosk is not None)
        desk.shared_screen.kiosk_changed.connect(screen.show_kiosk)
        return screen

    return Wiring(
        screens={POLL: poll},
        seen_at=dict.fromkeys(("criterion", "hand_count", "option", "poll_step", "poll"), (POLL,)),
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


def _open_kiosk(desk: Desk, poll_id: int) -> None:
    from kdc_desktop.audience.polls.kiosk.voting import Voting
    from kdc_desktop.screens.polls.kiosk_opening import open_kiosk

    open_kiosk(desk, Voting(desk.database, poll_id))


def _has_paper(shared: SharedScreen) -> bool:
    return bool(at_stake(shared.kiosk))


def _calls() -> Calls:
    from kdc_desktop.screens.polls.called import CALLS

    return CALLS
