"""A member that has spoken is not taken out of its consortium: it may leave, which is asked."""

from collections.abc import Callable
from typing import Protocol

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.leave_dialog import LeaveDialog
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.questions import ask_first
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.consortia.members import HasSpokenError
from kdc_desktop.services.consortia.membership import fellows
from kdc_desktop.storage import Database


def ask_to_leave(screen: Screen, database: Database, member_id: int) -> None:
    """Ask to whom this member hands over that leaves its consortium."""
    rows = fellows(database, member_id)
    leaver = next(row for row in rows if row.id == member_id)
    open_to_write(LeaveDialog(database, leaver, rows, screen))


class Move(Protocol):
    """Moves somebody; with `leaving`, a member that has spoken leaves."""

    def __call__(self, *, leaving: bool) -> object: ...


def move_or_leave(screen: Screen, move: Move, then: Callable[[], object]) -> None:
    """Move somebody; where what a member said would be lost, ask whether it leaves.

    Args:
        then: what is done once somebody has moved.
    """

    def leave() -> None:
        if screen.attempt(move, leaving=True):
            then()

    try:
        move(leaving=False)
        then()
    except HasSpokenError as error:
        ask_first(screen, "leave_box", str(error), _("&Let it leave"), leave)
    except UserError as error:
        screen.problem.emit(str(error))
