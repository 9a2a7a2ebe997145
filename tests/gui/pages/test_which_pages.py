"""Whatever names pages leads to those, whichever were written the last time."""

import pytest
from PySide6.QtGui import QAction

from kdc_desktop.app import Club
from kdc_desktop.domain.seating.stages import KINDS
from kdc_desktop.screens.pages.pages_dialog import PagesDialog
from kdc_desktop.services.seating.keeping import keep_plan
from kdc_desktop.services.seating.planning import Wish, plan_rounds
from kdc_desktop.services.sessions.agenda import add_stage
from tests.gui.ways import popups
from tests.gui.window.conftest import at_home, evening, sample
from tests.gui.window.sample_window import SESSION, look_at

__all__ = ["at_home", "evening", "sample"]


@pytest.mark.parametrize(
    ("action", "kind"),
    [("act_print_table_cards", "seating"), ("act_print_table_slips", "seat-slips")],
)
def test_what_names_pages_chooses_them(evening: Club, action: str, kind: str) -> None:
    stage_id = add_stage(evening.database, SESSION, KINDS[0])
    plan = plan_rounds(evening.database, SESSION, stage_id, Wish())
    keep_plan(evening.database, SESSION, stage_id, plan)
    screen = look_at(evening, "tables")
    screen.findChild(QAction, action).trigger()
    (dialog,) = popups(evening)
    assert isinstance(dialog, PagesDialog)
    assert [one.key for one in dialog.kinds] == [kind]
    assert len(dialog.table.selected_rows()) == 1
    dialog.reject()
