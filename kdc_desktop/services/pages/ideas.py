"""The ideas of a session as text: by cluster, each with who wrote it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.domain.pages.values import Block, Bullets, Heading, Manner, Paragraph, Picture
from kdc_desktop.domain.people.signatures import signature
from kdc_desktop.i18n import _, listed, ngettext, sentences, titled
from kdc_desktop.model.board import Idea
from kdc_desktop.services.board.apart import titles_of
from kdc_desktop.services.board.loading import clusters_of
from kdc_desktop.services.pages.evenings import goes_on
from kdc_desktop.services.pages.record import Record

BOARD = "board"
"""The name of the picture of all ideas."""


@dataclass(frozen=True)
class _Note:
    """An idea on the board, with how many are merged into it and who wrote any of them."""

    text: str
    cluster_id: int | None
    board_id: int | None
    merged: int
    authors: tuple[str, ...]

    @property
    def told(self) -> str:
        """It in a line."""
        text = " ".join(self.text.split())
        if self.merged:
            text = ngettext(
                "{idea} (+ {count} merged)", "{idea} (+ {count} merged)", self.merged, idea=text
            )
        if not self.authors:
            return text
        return _("{idea} – {authors}", idea=text, authors=listed(self.authors))


def ideas_told(record: Record) -> Iterator[Block]:
    """All that lies on the board: one picture to see where, then every idea in words.

    While the room sees blank cards, nobody reads them here either.
    """
    notes = [] if record.session.silent else _notes(record)
    if goes_on(record) and not notes and not record.session.silent:
        return
    yield Heading(_("The ideas"))
    if record.session.silent:
        yield Paragraph(_("The ideas have not been shown yet."))
        return
    if not notes:
        yield Paragraph(_("No idea lies on the board."))
        return
    yield Paragraph(_counted(notes))
    yield Picture(BOARD, _("The board with its clusters: all ideas stand below in words"))
    for heading, inside in _grouped(record, notes):
        if heading:
            yield Heading(heading, 3)
            yield Paragraph(_counted(inside), Manner.QUIET)
        yield Bullets(tuple(note.told for note in inside))


def _grouped(record: Record, notes: list[_Note]) -> Iterator[tuple[str, list[_Note]]]:
    """Ideas by cluster, of several boards one after the other, and what is said of each group."""
    clusters = clusters_of(record.snapshot, record.session.id)
    titles = titles_of(record.snapshot, record.session.id) or {None: ""}
    for board_id, title in titles.items():
        hung = [note for note in notes if note.board_id == board_id]
        here = [(one.id, one.name) for one in clusters if one.board_id == board_id]
        free = _("In no cluster") if clusters or title else ""
        for key, name in (*here, (None, free)):
            inside = [note for note in hung if note.cluster_id == key]
            if inside:
                yield (titled(title, name) if title else name), inside


def _notes(record: Record) -> list[_Note]:
    """Those on the board, in the order in which they were written."""
    texts: dict[int, tuple[str, int | None, int | None]] = {}
    authors: dict[int, dict[str, None]] = {}
    merged = Counter[int]()
    for idea in record.snapshot.scalars(
        select(Idea)
        .where(Idea.session_id == record.session.id, Idea.trashed_at.is_(None))
        .order_by(Idea.parent_id.is_not(None), Idea.id)
    ):
        into = idea.parent_id or idea.id
        if idea.parent_id is None:
            texts[idea.id] = idea.text, idea.cluster_id, idea.board_id
        else:
            merged[into] += 1
        author = record.source.who(idea.author_id).name or signature(idea.author_text).name
        if author:
            authors.setdefault(into, {})[author] = None
    return [_Note(*said, merged[key], tuple(authors.get(key, ()))) for key, said in texts.items()]


def _counted(notes: list[_Note]) -> str:
    merged = sum(note.merged for note in notes)
    told = [ngettext("{count} note.", "{count} notes.", len(notes))]
    if merged:
        told.append(
            ngettext(
                "{count} more is merged into them.", "{count} more are merged into them.", merged
            )
        )
    return sentences(told)
