"""One idea of the board in large, and the stage again."""

from kdc_desktop.i18n import _
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.screen import Screen, Sight


def show_or_go_back(screen: Screen, view: BoardView) -> None:
    """Show the selected idea to the room, or the stage again where the room sees it."""
    chosen = view.selection
    of = screen.in_room.of if screen.in_room else None
    seen = of if isinstance(of, int) else None
    if len(chosen) == 1 and chosen[0] != seen:
        told = _("The room sees this idea. O once more goes back to the stage.")
        screen.show_wanted.emit(Sight(screen.stage, chosen[0]), told)
    elif seen is not None:
        screen.show_wanted.emit(None, "")
    else:
        screen.problem.emit(_("Select the idea that the room should see first."))
