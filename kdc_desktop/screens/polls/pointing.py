"""Points at a poll that an undo has changed, and at its options."""

from kdc_desktop.screens.kit.pointing import point_at
from kdc_desktop.screens.kit.screen import ChangedRows
from kdc_desktop.screens.polls.poll_screen import PollScreen


def point_at_poll(screen: PollScreen, rows: ChangedRows) -> None:
    """Show it, unless a new one is being written; its changed options are selected."""
    if screen.poll is not None:
        for poll_id in list(rows.get("poll", ()))[:1]:
            screen.show_poll(poll_id)
    point_at(screen.pages.result_page.table, rows.get("option", ()))
