"""Points at a poll that an undo has changed, at its options, and at what was done with them."""

from kdc_desktop.screens.kit.pointing import point_at
from kdc_desktop.screens.kit.screen import ChangedRows
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.services.polls.questions import polls_of
from kdc_desktop.storage import Database


def point_at_poll(database: Database, screen: PollScreen, rows: ChangedRows) -> None:
    """Show it, unless a new one is being written; its changed options are selected.

    A row of any table that names an option, such as one that won, stands for that option.
    """
    of_all = (row for of_one in rows.values() for row in of_one.values())
    named = [row["option_id"] for row in of_all if row.get("option_id")]
    if screen.poll is not None:
        polls = list(rows.get("poll", ())) or (polls_of(database, named) if named else [])
        for poll_id in polls[:1]:
            screen.show_poll(poll_id)
    point_at(screen.pages.result_page.table, [*rows.get("option", ()), *named])
