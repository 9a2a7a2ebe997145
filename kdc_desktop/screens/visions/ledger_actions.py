"""Does what is wanted on the page of the ledger and in the panel beside it."""

from functools import partial

from PySide6.QtCore import SignalInstance

from kdc_desktop.screens.visions.cell_actions import CellActions
from kdc_desktop.screens.visions.looks import Looks
from kdc_desktop.screens.visions.pages import VisionPages
from kdc_desktop.screens.visions.verbs import VisionVerbs
from kdc_desktop.screens.visions.view import UnderVision


def serve_ledger(
    pages: VisionPages,
    verbs: VisionVerbs,
    looks: Looks,
    cells: CellActions,
    told: SignalInstance,
) -> None:
    """Let the ledger lead to what writes, asks and settles."""
    ledger = pages.ledger
    ledger.write_wanted.connect(pages.write_wanted)
    ledger.consortia_wanted.connect(pages.consortia_wanted)
    ledger.map_wanted.connect(partial(looks.look_at, UnderVision.POSITIONS))
    ledger.answer_wanted.connect(cells.ask_more)
    ledger.told.connect(told)
    ledger.panel.settle_wanted.connect(verbs.settle)
    ledger.panel.owner_wanted.connect(verbs.name_owner)
