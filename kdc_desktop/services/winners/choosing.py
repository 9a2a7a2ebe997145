"""Winners: the ideas and clusters that a session takes further, out of a poll or by agreement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from kdc_desktop.domain.kit.text import clean
from kdc_desktop.errors import UserError
from kdc_desktop.model import Cluster, Consortium, Idea, Interest, Option, Poll, Winner
from kdc_desktop.model.polls import CLOSED
from kdc_desktop.storage import Database, Edit

TITLE_LENGTH = 280


@dataclass(frozen=True)
class WinnerRow:
    """A winner; exactly one of `idea_id` and `cluster_id` is set, `option_id` when it was voted."""

    id: int
    title: str
    idea_id: int | None
    cluster_id: int | None
    option_id: int | None
    place_in_order: int


def winners(database: Database, session_id: int) -> list[WinnerRow]:
    """The winners of a session in the order they were marked."""
    with database.read() as session:
        rows = session.execute(
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


def mark_winners(database: Database, poll_id: int, option_ids: Sequence[int]) -> list[int]:
    """Take these options of a revealed poll further, in this order; the ids of the new winners.

    What is a winner already stays as it is.
    """
    noun = "winner" if len(option_ids) == 1 else "winners"
    with database.edit(f"Marked {len(option_ids)} {noun}") as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != CLOSED or poll.revealed_at is None:
            raise UserError("Reveal the result first, then mark the winners.")
        options = {
            option.id: option
            for option in edit.scalars(select(Option).where(Option.poll_id == poll_id))
        }
        if not set(option_ids) <= set(options):
            raise UserError("One of these options is not in this poll. Choose again.")
        return _add(
            edit,
            poll.session_id,
            [
                Winner(
                    title=option.title,
                    idea_id=option.idea_id,
                    cluster_id=option.cluster_id,
                    option_id=option.id,
                )
                for option in (options[option_id] for option_id in dict.fromkeys(option_ids))
            ],
        )


def add_winner(
    database: Database,
    session_id: int,
    *,
    idea_id: int | None = None,
    cluster_id: int | None = None,
) -> int:
    """Take an idea or a cluster further without a poll; the winner's id."""
    if (idea_id is None) == (cluster_id is None):
        raise ValueError("a winner is an idea or a cluster")
    with database.edit("Marked 1 winner") as edit:
        if idea_id is not None:
            title = edit.get_one(Idea, idea_id).text
        else:
            title = edit.get_one(Cluster, cluster_id).name
        short = clean(title)
        if len(short) > TITLE_LENGTH:
            short = short[: TITLE_LENGTH - 1] + "…"
        added = _add(
            edit, session_id, [Winner(title=short, idea_id=idea_id, cluster_id=cluster_id)]
        )
        if not added:
            raise UserError("This is a winner already.")
        return added[0]


def unmark_winners(database: Database, winner_ids: Sequence[int]) -> None:
    """Take no further what was marked; refused when people or a consortium are there already."""
    noun = "winner" if len(winner_ids) == 1 else "winners"
    with database.edit(f"Unmarked {len(winner_ids)} {noun}") as edit:
        found = list(edit.scalars(select(Winner).where(Winner.id.in_(winner_ids))))
        _check_free(edit, found)
        for winner in found:
            edit.delete(winner)


def unmark_options(database: Database, poll_id: int, option_ids: Sequence[int]) -> None:
    """`unmark_winners` for what these options of a poll stand for."""
    with database.read() as session:
        session_id = session.get_one(Poll, poll_id).session_id
        options = session.execute(
            select(Option.idea_id, Option.cluster_id).where(Option.id.in_(option_ids))
        )
        stands_for = {(idea_id, cluster_id) for idea_id, cluster_id in options}
        ids = [
            winner.id
            for winner in session.scalars(select(Winner).where(Winner.session_id == session_id))
            if (winner.idea_id, winner.cluster_id) in stands_for
        ]
    if ids:
        unmark_winners(database, ids)


def _add(edit: Edit, session_id: int, wanted: Iterable[Winner]) -> list[int]:
    rows = edit.execute(
        select(Winner.idea_id, Winner.cluster_id).where(Winner.session_id == session_id)
    )
    here = {(idea_id, cluster_id) for idea_id, cluster_id in rows}
    last = edit.scalar(
        select(func.max(Winner.place_in_order)).where(Winner.session_id == session_id)
    )
    place = last or 0
    added = []
    for winner in wanted:
        if (winner.idea_id, winner.cluster_id) in here:
            continue
        place += 1
        winner.session_id, winner.place_in_order = session_id, place
        edit.add(winner)
        added.append(winner)
    edit.flush()
    return [winner.id for winner in added]


def _check_free(edit: Edit, found: Sequence[Winner]) -> None:
    for winner in found:
        wishes = edit.scalar(select(func.count()).where(Interest.winner_id == winner.id))
        groups = edit.scalar(select(func.count()).where(Consortium.winner_id == winner.id))
        if wishes or groups:
            raise UserError(
                f"“{winner.title[:60]}” has people who want to join already. "
                "Move them to another winner first."
            )
