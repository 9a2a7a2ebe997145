"""What a facilitator does with ideas: add, edit, move, colour, trash and restore them."""

from collections.abc import Iterable, Mapping
from functools import partial

from sqlalchemy import select

from kdc_desktop.domain.board.arranging import inside_cluster
from kdc_desktop.domain.board.colours import PAPERS, PLAIN, NoteColour
from kdc_desktop.domain.board.layout import Point
from kdc_desktop.domain.board.tags import BETWEEN, tags_in
from kdc_desktop.domain.board.web_links import completed
from kdc_desktop.domain.kit.lengths import TEXT
from kdc_desktop.domain.kit.text import on_one_line, shortened, trimmed
from kdc_desktop.domain.people.sectors import LETTERS, sector_of
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy, nfillable, ngettext
from kdc_desktop.model.board import Idea
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.board.loading import (
    check_board,
    check_session,
    idea_or_count,
    load_idea,
    top_stacking,
)
from kdc_desktop.services.board.next_place import NextPlace
from kdc_desktop.services.board.placing import recolour
from kdc_desktop.services.board.rearranging import rearranged
from kdc_desktop.services.board.rows import Described
from kdc_desktop.services.board.trails import StayTrail, see_that_they_may
from kdc_desktop.services.board.wall import Wall
from kdc_desktop.services.kit.many import MANY
from kdc_desktop.storage import Database, Snapshot

LONGEST_IDEA = TEXT


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
    board_id: int | None = None,
) -> int:
    """Put a note on a board, in the next free place unless `at` says where; returns its id.

    The sector is the author's; without an author it is `sector`, a letter or None. No `board_id` is
    the first board of the session.

    Raises:
        UserError: the text is empty or too long, or something named is gone.
    """
    text = checked_text(text)
    somewhere = NextPlace(database, session_id, board_id)
    with database.edit(lazy("Added the idea “{idea}”", idea=shortened(text))) as edit:
        _check_place(edit, session_id, board_id)
        place = Point(*at) if at else somewhere.find(edit)
        idea = {
            "session_id": session_id,
            "text": text,
            "author_id": author_id,
            "sector": _sector(edit, author_id, sector),
            "colour": colour,
            "stacking": top_stacking(edit),
            "cluster_id": cluster_id,
            "board_id": board_id,
            "created_at": database.now(),
        } | place._asdict()
        # As a row, because this is done more often than anything else on the board.
        (idea_id,) = edit.add_rows(Idea, [idea])
    somewhere.keep(in_a_cluster=cluster_id is not None)
    return int(idea_id)


def edit_idea(
    database: Database, idea_id: int, text: str, trails: Iterable[StayTrail] = ()
) -> None:
    """Give an idea another text.

    Raises:
        UserError: the text is empty or too long, the idea is gone, or one of the trails keeps it as
            it is.
    """
    text = checked_text(text)
    with database.edit(lazy("Edited the idea “{idea}”", idea=shortened(text))) as edit:
        see_that_they_may(trails, [idea_id], edit)
        load_idea(edit, idea_id).text = text


def describe_idea(database: Database, idea_id: int, said: Described) -> None:
    """Say more of an idea than its text.

    Raises:
        UserError: a new link is none to a page of the web, a text is too long, the minutes are
            fewer than 0, or the idea is gone.
    """
    with database.read() as snapshot:
        about = shortened(load_idea(snapshot, idea_id).text)
    with database.edit(lazy("Described the idea “{idea}”", idea=about)) as edit:
        idea = load_idea(edit, idea_id)
        link = on_one_line(said.link)
        if link and link != idea.link:
            link = completed(link)
            if not link:
                raise UserError(
                    _("This is no web address. Write one that begins with https:// or http://.")
                )
        idea.details, idea.link = trimmed(said.details), link
        idea.tags = BETWEEN.join(tags_in(on_one_line(said.tags)))
        idea.minutes = said.minutes


def set_author(
    database: Database, idea_id: int, author_id: int | None, sector: str | None = None
) -> None:
    """Say who an idea is from; the sector follows the author, without one it is `sector`."""
    with database.read() as snapshot:
        about = shortened(load_idea(snapshot, idea_id).text)
    with database.edit(lazy("Changed who the idea “{idea}” is from", idea=about)) as edit:
        idea = load_idea(edit, idea_id)
        idea.author_id, idea.author_text = author_id, ""
        idea.sector = _sector(edit, author_id, sector)


def move_ideas(
    database: Database, positions: Mapping[int, tuple[float, float]], *, take_out: bool = False
) -> None:
    """Move ideas to places and on top of the others.

    Ideas stay in their clusters, at the nearest place inside; with `take_out` they leave them.
    """

    def plan(wall: Wall) -> None:
        wall.count = len(positions)  # each comes to lie on top of the others at least
        notes = wall.notes(positions)
        if take_out:
            recolour(wall, notes, None)
        for note in notes:
            place = Point(*positions[note.id])
            if take_out:
                note.cluster_id = None
            elif note.cluster_id is not None:
                place = inside_cluster(place, wall.cluster(note.cluster_id).box)
            note.lay(place)
            note.lay_on_top()

    one = fillable("Moved the idea “{idea}”")
    many = nfillable("Moved {count} idea", "Moved {count} ideas")
    label = idea_or_count(database, positions, one, many)
    rearranged(database, label, plan, ahead=len(positions) >= MANY)


def bring_to_front(database: Database, idea_ids: Iterable[int]) -> None:
    """Lay ideas on top of all others."""
    ids = list(idea_ids)

    def plan(wall: Wall) -> None:
        notes = wall.notes(ids)
        for note in notes:
            note.lay_on_top()
        wall.count = len(notes)

    label = nfillable("Brought {count} idea to the front", "Brought {count} ideas to the front")
    rearranged(database, label, plan, ahead=len(ids) >= MANY)


def colour_ideas(database: Database, idea_ids: Iterable[int], colour: NoteColour) -> None:
    """Give ideas a colour."""
    ids = list(idea_ids)

    def plan(wall: Wall) -> None:
        others = [note for note in wall.notes(ids) if note.colour != colour]
        for note in others:
            note.colour = colour
        wall.count = len(others)

    rearranged(database, PAPERS[colour].given, plan, ahead=len(ids) >= MANY)


def trash_ideas(
    database: Database, idea_ids: Iterable[int], trails: Iterable[StayTrail] = ()
) -> None:
    """Take ideas off the board into the trash; what is merged into them goes along.

    Raises:
        UserError: one of the trails keeps one of them.
    """
    ids = list(idea_ids)

    def plan(wall: Wall) -> None:
        kept = [note for note in wall.notes(ids) if note.trashed_at is None]
        now = database.now()
        for note in kept:
            note.trashed_at = now
        wall.count = len(kept)

    one = fillable("Put the idea “{idea}” into the trash")
    many = nfillable("Put {count} idea into the trash", "Put {count} ideas into the trash")
    label = idea_or_count(database, ids, one, many)
    may = partial(see_that_they_may, tuple(trails), ids)
    rearranged(database, label, plan, ahead=len(ids) >= MANY, beside=may)


def restore_ideas(database: Database, idea_ids: Iterable[int]) -> None:
    """Put ideas from the trash back where they were."""
    ids = list(idea_ids)

    def plan(wall: Wall) -> None:
        trashed = [note for note in wall.notes(ids) if note.trashed_at is not None]
        for note in trashed:
            note.trashed_at = None
            note.lay_on_top()
        wall.count = len(trashed)

    one = fillable("Restored the idea “{idea}”")
    many = nfillable("Restored {count} idea", "Restored {count} ideas")
    rearranged(database, idea_or_count(database, ids, one, many), plan, ahead=len(ids) >= MANY)


def set_silent(database: Database, session_id: int, silent: bool) -> None:
    """Show notes to the room as blank cards, or with their text."""
    on, off = lazy("Turned silent mode on"), lazy("Turned silent mode off")
    with database.edit(on if silent else off) as edit:
        edit.get_one(Session, session_id).silent = silent


def checked_text(text: str) -> str:
    """The text of an idea, trimmed.

    Raises:
        UserError: it is empty or longer than `LONGEST_IDEA` characters.
    """
    text = trimmed(text)
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


def _check_place(snapshot: Snapshot, session_id: int, board_id: int | None) -> None:
    check_session(snapshot, session_id)
    check_board(snapshot, session_id, board_id)


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
