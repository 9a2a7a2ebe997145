"""What is loaded while the window stands there already, so that the first click on it need not."""

from collections.abc import Callable
from importlib import import_module

FIRST_SHOWN = (  # by a session that is opened
    "kdc_desktop.services.joined.home",
    "kdc_desktop.services.joined.sessions",
    "kdc_desktop.services.joined.board",
    "kdc_desktop.screens.sessions.agenda_screen",
    "kdc_desktop.screens.board.board_screen",
)
SHOWN_LATER = (  # by its other stages
    "kdc_desktop.services.joined.people",
    "kdc_desktop.screens.attendance.check_in_screen",
    "kdc_desktop.screens.people.people_screen",
    "kdc_desktop.services.joined.polls",
    "kdc_desktop.screens.polls.poll_screen",
    "kdc_desktop.screens.interests.interests_screen",
    "kdc_desktop.services.joined.consortia",
    "kdc_desktop.screens.consortia.consortia_screen",
    "kdc_desktop.screens.visions.vision_screen",
    "kdc_desktop.screens.network.network_screen",
    "kdc_desktop.services.joined.attendance",
    *(
        f"kdc_desktop.screens.{noun}.pointing"
        for noun in ("attendance", "polls", "interests", "consortia", "visions")
    ),
)


def load(modules: tuple[str, ...], cancelled: Callable[[], bool] = lambda: False) -> None:
    """Load these in their order, unless something else is wanted."""
    for module in modules:
        if cancelled():
            return
        import_module(module)
