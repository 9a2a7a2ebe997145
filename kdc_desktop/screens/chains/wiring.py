"""What chains bring to the window: the list of all ideas, and the ways to it and from there."""

from functools import partial

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.consortia.wiring import CONSORTIA
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Area, Desk, MenuEntry, Wiring
from kdc_desktop.screens.sessions.wiring import HOME

CHAINS = "chains"


def bring_chains(desk: Desk) -> Wiring:
    """The ideas of every evening with what became of each; needs no session."""
    text = lazy("What became of the ideas")
    entry = MenuEntry("chains", text, partial(desk.window.go, CHAINS, _of_all), "lightbulb")
    return Wiring(
        areas=(
            Area(
                key=CHAINS,
                title=text,
                icon="lightbulb",
                make=partial(_chains, desk),
                behind=CONSORTIA,
            ),
        ),
        menu=((entry,),),
        calls=(_calls,),
    )


def _of_all(screen: Screen) -> None:
    """Whoever comes from the menu looks for any idea, not those behind the consortium of before."""
    from kdc_desktop.screens.chains.chains_screen import ChainsScreen

    assert isinstance(screen, ChainsScreen)
    if screen.narrowing.behind is not None:
        screen.show_all()


def _chains(desk: Desk) -> Screen:
    from kdc_desktop.screens.chains.chains_screen import ChainsScreen
    from kdc_desktop.screens.chains.going import go_to_stop

    screen = ChainsScreen(desk.theme, desk.database, desk.settings.store)
    screen.step_wanted.connect(partial(go_to_stop, desk))
    screen.page_wanted.connect(desk.window.author_page_wanted)
    screen.home_wanted.connect(lambda: desk.window.go(HOME))
    return screen


def show_chain(desk: Desk, idea_id: int) -> None:
    """Show what became of an idea."""
    from kdc_desktop.screens.chains.chains_screen import ChainsScreen

    def look(screen: Screen) -> None:
        assert isinstance(screen, ChainsScreen)
        screen.show_idea(idea_id)

    desk.window.go(CHAINS, look)


def show_behind(desk: Desk, consortium_id: int, name: str) -> None:
    """Show the ideas that a consortium goes back to."""
    from kdc_desktop.screens.chains.chains_screen import ChainsScreen

    def look(screen: Screen) -> None:
        assert isinstance(screen, ChainsScreen)
        screen.show_behind(consortium_id, name)

    desk.window.go(CHAINS, look)


def _calls() -> Calls:
    from kdc_desktop.screens.chains.called import CALLS

    return CALLS
