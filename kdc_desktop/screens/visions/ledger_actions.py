"""Does what is wanted on the page of the ledger and in the panel beside it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.passing import open_menu
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.visions.cell_actions import CellActions
from kdc_desktop.screens.visions.looks import Looks
from kdc_desktop.screens.visions.pages import VisionPages
from kdc_desktop.screens.visions.verbs import VisionVerbs
from kdc_desktop.screens.visions.view import UnderVision, VisionView
from kdc_desktop.screens.visions.vision_reasons import no_ledger


def serve_ledger(
    screen: Screen,
    pages: VisionPages,
    verbs: VisionVerbs,
    looks: Looks,
    cells: CellActions,
    ask: Callable[[], object],
) -> None:
    """Let the ledger lead to what writes, asks and settles."""
    ledger = pages.ledger
    ledger.write_wanted.connect(pages.write_wanted)
    ledger.consortia_wanted.connect(pages.consortia_wanted)
    ledger.map_wanted.connect(partial(looks.look_at, UnderVision.POSITIONS))
    ledger.ask_wanted.connect(ask)
    ledger.reveal_wanted.connect(looks.reveal)
    ledger.answer_wanted.connect(cells.ask_more)
    ledger.told.connect(screen.said)
    ledger.panel.answer.owners = verbs.possible_owners
    ledger.panel.settle_wanted.connect(verbs.settle)
    ledger.panel.owner_wanted.connect(verbs.name_owner)


def add_ledger_actions(screen: Screen, pages: VisionPages, view: VisionView) -> None:
    """Let the palette and a right click open an answer, and copy the ledger."""
    ledger, none = pages.ledger.view, partial(no_ledger, view)
    act, opened, copied = screen.act, _("Open the answer"), _("Copy the ledger")
    offered = (
        act("open_the_answer", opened, ledger.opened.emit, icon="message-square", why_not=none),
        act("copy_the_ledger", copied, ledger.copy, icon="copy", why_not=none),
    )
    ledger.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    ledger.customContextMenuRequested.connect(partial(_open_menu, screen, pages, offered))


def _open_menu(
    screen: Screen, pages: VisionPages, offered: tuple[QAction, ...], at: QPoint
) -> None:
    open_menu(screen, "ledger_menu", offered, pages.ledger.view.viewport().mapToGlobal(at))
