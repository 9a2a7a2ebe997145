"""What can be asked about the winners of a session."""

from sqlalchemy import select

from kdc_desktop.model.winners import Winner
from kdc_desktop.services.winners.rows import WinnerRow
from kdc_desktop.storage import Database


def winners(database: Database, session_id: int) -> list[WinnerRow]:
    """The winners of a session in the order they were marked."""
    with database.read() as snapshot:
        rows = snapshot.execute(
            select(
                Winner.id,
                Winner.title,
                Winner.idea_id,
                Winner.cluster_id,
                Winner.option_id,
                Winner.place_in_order,
            )
            .where(Winner.session_id == session_id)
            .order_by(Winner.place_in_order, Winner.id)
        )
        return [WinnerRow(*row) for row in rows]
