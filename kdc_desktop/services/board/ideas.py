"""What a facilitator does with ideas: add, edit, move, colour, trash and restore them."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from kdc_desktop.domain.board.board_layout import inside_cluster
from kdc_desktop.domain.board.layout import Point
from kdc_desktop.domain.people.sectors import LETTERS, sector_of
from kdc_desktop.errors import UserError
from kdc_desktop.model import Cluster, Idea, Organisation, Person, Session
from kdc_desktop.services.board.placing import (
    box_of,
    check_session,
    how_many,
    load_ideas,
    next_spot,
    recolour,
    top_stacking,
)
from kdc_desktop.storage import Database, Edit

COLOURS = ("butter", "mint", "rose", "sky", "lilac", "sand")
LONGEST_IDEA = 5000


def add_idea(
    database: Database,
    session_id: int,
    text: str,
    author_id: int | None = None,
    *,
    sector: str | None = None,
    colour: str = "butter",
    at: tuple[float, float] | None = None,
    cluster_id: int | None = None,
) -> int:
    """Put a note on the board, in the next free place unless `at` says where; returns its id.

    The sector is the author's; without an author it is `sector`, a letter or None.

    Raises:
        UserError: the text is empty or too long, or something named is gone.
    """
    with database.edit("Added an idea") as edit:
        check_session(edit, session_id)
        place = Point(*at) if at is not None else next_spot(edit, session_id)
        idea = Idea(
            session_id=session_id,
            text=checked_text(text),
            author_id=author_id,
            sector=_sector(edit, author_id, sector),
            colour=_checked_colour(colour),
            x=place.x,
            y=place.y,
            stacking=top_stacking(edit),
            cluster_id=cluster_id,
            created_at=database.now(),
        )
        edit.add(idea)
        edit.flush()
        return idea.id


def edit_idea(database: Database, idea_id: int, text: str) -> None:
    """Give an idea another text.

    Raises:
        UserError: the text is empty or too long, or the idea is gone.
    """
    with database.edit("Edited an idea") as edit:
        load_ideas(edit, [idea_id])[0].text = checked_text(text)


def set_author(
    database: Database, idea_id: int, author_id: int | None, sector: str | None = None
) -> None:
    """Say who an idea is from; the sector follows the author, without one it is `sector`."""
    with database.edit("Changed who an idea is from") as edit:
        idea = load_ideas(edit, [idea_id])[0]
        idea.author_id, idea.author_text = author_id, ""
        idea.sector = _sector(edit, author_id, sector)


def move_ideas(
    database: Database, positions: Mapping[int, tuple[float, float]], *, take_out: bool = False
) -> None:
    """Move ideas to places and on top of the others.

    Ideas stay in their clusters, at the nearest place inside; with `take_out` they leave them.
    """
    with database.edit(f"Moved {how_many(len(positions))}") as edit:
        stacking = top_stacking(edit)
        for idea in load_ideas(edit, positions):
            place = Point(*positions[idea.id])
            if take_out:
                recolour(edit, [idea], None)
                idea.cluster_id = None
            elif idea.cluster_id is not None:
                place = inside_cluster(place, box_of(edit.get_one(Cluster, idea.cluster_id)))
            idea.x, idea.y = place
            idea.stacking = stacking


def bring_to_front(database: Database, idea_ids: Iterable[int]) -> None:
    """Lay ideas on top of all others."""
    with database.edit("Brought to the front") as edit:
        stacking = top_stacking(edit)
        for idea in load_ideas(edit, idea_ids):
            idea.stacking = stacking


def colour_ideas(database: Database, idea_ids: Iterable[int], colour: str) -> None:
    """Give ideas a colour: one of `COLOURS`."""
    ids = list(idea_ids)
    with database.edit(f"Coloured {how_many(len(ids))} {colour}") as edit:
        for idea in load_ideas(edit, ids):
            idea.colour = _checked_colour(colour)


def trash_ideas(database: Database, idea_ids: Iterable[int]) -> None:
    """Take ideas off the board into the trash; what is merged into them goes along."""
    ids = list(idea_ids)
    with database.edit(f"Put {how_many(len(ids))} into the trash") as edit:
        for idea in load_ideas(edit, ids):
            idea.trashed_at = database.now()


def restore_ideas(database: Database, idea_ids: Iterable[int]) -> None:
    """Put ideas from the trash back where they were."""
    ids = list(idea_ids)
    with database.edit(f"Restored {how_many(len(ids))}") as edit:
        stacking = top_stacking(edit)
        for idea in load_ideas(edit, ids):
            idea.trashed_at, idea.stacking = None, stacking


def set_silent(database: Database, session_id: int, silent: bool) -> None:
    """Show notes to the room as blank cards, or with their text."""
    label = "Hid the texts from the room" if silent else "Showed the texts to the room"
    with database.edit(label) as edit:
        edit.get_one(Session, session_id).silent = silent


def checked_text(text: str) -> str:
    """The text of an idea, trimmed.

    Raises:
        UserError: it is empty or longer than `LONGEST_IDEA` characters.
    """
    text = text.strip()
    if not text:
        raise UserError("Write what the idea is first.")
    if len(text) > LONGEST_IDEA:
        raise UserError(f"Shorten the idea to {LONGEST_IDEA} characters; it has {len(text)}.")
    return text


def _checked_colour(colour: str) -> str:
    if colour not in COLOURS:
        raise UserError(f"Choose one of these colours: {', '.join(COLOURS)}.")
    return colour


def _sector(edit: Edit, author_id: int | None, sector: str | None) -> str | None:
    if author_id is None:
        return sector if sector in LETTERS else None
    found = edit.execute(
        select(Person.id, Organisation.sector)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Person.id == author_id)
    ).first()
    if found is None:
        raise UserError("The author is not there any more. Choose another.")
    return sector_of(found.sector)
