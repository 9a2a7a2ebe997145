"""What a facilitator does with ideas: add, edit, move, colour, trash and restore them."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from kdc_desktop.domain.board.arranging import inside_cluster
from kdc_desktop.domain.board.colours import PAPERS, PLAIN, NoteColour
from kdc_desktop.domain.board.layout import Point
from kdc_desktop.domain.people.sectors import LETTERS, sector_of
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy, nfillable, ngettext
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.board.loading import check_session, load_ideas, top_stacking
from kdc_desktop.services.board.placing import box_of, next_spot, recolour
from kdc_desktop.storage import Database, Snapshot

LONGEST_IDEA = 5000


def add_idea(
    database: Database,
    session_id: int,
    text: str,
    author_id: int | None = None,
    *,
    sector: str | None = None,
    colour: NoteColour = PLAIN,
    at: tuple[float, float] | None = None,
    cluster_id: int | None = None,
) -> int:
    """Put a note on the board, in the next free place unless `at` says where; returns its id.

    The sector is the author's; without an author it is `sector`, a letter or None.

    Raises:
        UserError: the text is empty or too long, or something named is gone.
    """
    with database.edit(lazy("Added an idea")) as edit:
        check_session(edit, session_id)
        place = Point(*at) if at is not None else next_spot(edit, session_id)
        idea = Idea(
            session_id=session_id,
            text=checked_text(text),
            author_id=author_id,
            sector=_sector(edit, author_id, sector),
            colour=colour,
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
    with database.edit(lazy("Edited an idea")) as edit:
        load_ideas(edit, [idea_id])[0].text = checked_text(text)


def set_author(
    database: Database, idea_id: int, author_id: int | None, sector: str | None = None
) -> None:
    """Say who an idea is from; the sector follows the author, without one it is `sector`."""
    with database.edit(lazy("Changed who an idea is from")) as edit:
        idea = load_ideas(edit, [idea_id])[0]
        idea.author_id, idea.author_text = author_id, ""
        idea.sector = _sector(edit, author_id, sector)


def move_ideas(
    database: Database, positions: Mapping[int, tuple[float, float]], *, take_out: bool = False
) -> None:
    """Move ideas to places and on top of the others.

    Ideas stay in their clusters, at the nearest place inside; with `take_out` they leave them.
    """
    with database.edit(nfillable("Moved {count} idea", "Moved {count} ideas")) as edit:
        edit.count = len(positions)  # each comes to lie on top of the others at least
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
    with database.edit(lazy("Brought to the front")) as edit:
        stacking = top_stacking(edit)
        for idea in load_ideas(edit, idea_ids):
            idea.stacking = stacking


def colour_ideas(database: Database, idea_ids: Iterable[int], colour: NoteColour) -> None:
    """Give ideas a colour."""
    with database.edit(PAPERS[colour].given) as edit:
        others = [idea for idea in load_ideas(edit, idea_ids) if idea.colour != colour]
        for idea in others:
            idea.colour = colour
        edit.count = len(others)


def trash_ideas(database: Database, idea_ids: Iterable[int]) -> None:
    """Take ideas off the board into the trash; what is merged into them goes along."""
    label = nfillable("Put {count} idea into the trash", "Put {count} ideas into the trash")
    with database.edit(label) as edit:
        kept = [idea for idea in load_ideas(edit, idea_ids) if idea.trashed_at is None]
        for idea in kept:
            idea.trashed_at = database.now()
        edit.count = len(kept)


def restore_ideas(database: Database, idea_ids: Iterable[int]) -> None:
    """Put ideas from the trash back where they were."""
    with database.edit(nfillable("Restored {count} idea", "Restored {count} ideas")) as edit:
        stacking = top_stacking(edit)
        trashed = [idea for idea in load_ideas(edit, idea_ids) if idea.trashed_at is not None]
        for idea in trashed:
            idea.trashed_at, idea.stacking = None, stacking
        edit.count = len(trashed)


def set_silent(database: Database, session_id: int, silent: bool) -> None:
    """Show notes to the room as blank cards, or with their text."""
    hid, showed = lazy("Hid the texts from the room"), lazy("Showed the texts to the room")
    with database.edit(hid if silent else showed) as edit:
        edit.get_one(Session, session_id).silent = silent


def checked_text(text: str) -> str:
    """The text of an idea, trimmed.

    Raises:
        UserError: it is empty or longer than `LONGEST_IDEA` characters.
    """
    text = text.strip()
    if not text:
        raise UserError(_("Write what the idea is first."))
    if len(text) > LONGEST_IDEA:
        raise UserError(
            ngettext(
                "Shorten the idea to {count} character; it has {length}.",
                "Shorten the idea to {count} characters; it has {length}.",
                LONGEST_IDEA,
                length=len(text),
            )
        )
    return text


def _sector(snapshot: Snapshot, author_id: int | None, sector: str | None) -> str | None:
    if author_id is None:
        return sector if sector in LETTERS else None
    found = snapshot.execute(
        select(Person.id, Organisation.sector)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Person.id == author_id)
    ).first()
    if found is None:
        raise UserError(_("The author is not there any more. Choose another."))
    return sector_of(found.sector)
