"""What the room sees of the board."""

from kdc_desktop.audience.board.board_slide import BoardCluster, BoardNote, BoardSlide
from kdc_desktop.audience.board.one_idea import OneIdeaSlide
from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.audience.sessions.prompt import PromptSlide
from kdc_desktop.domain.board.stages import IDEAS
from kdc_desktop.domain.people.signatures import signature
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.board.contents import BoardContents, Difference
from kdc_desktop.services.board import questions
from kdc_desktop.services.board.apart import cluster_names
from kdc_desktop.services.board.badges import no_marks
from kdc_desktop.services.board.questions import EVERY_BOARD
from kdc_desktop.services.board.rows import IdeaRow
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database

PROMPT_UP_TO = 3
"""Up to so many ideas, the prompt is what the room needs to see."""


class RoomBoard:
    """The clusters as the room sees them; those are made anew whose notes differ."""

    def __init__(self, contents: BoardContents) -> None:
        self._contents = contents
        self._columns: dict[int | None, BoardCluster] = {}

    def follow(self, difference: Difference) -> None:
        """Some notes are different now."""
        for cluster_id in {row.cluster_id for row in (*difference.now, *difference.former)}:
            self._columns.pop(cluster_id, None)

    def slide(self, stage: StageRow | None, unnamed: int | None, *, silent: bool) -> Slide:
        """The prompt while there are few notes in a stage of ideas, else the board.

        The notes of the cluster that is `unnamed` yet lie in none.
        """
        contents = self._contents
        prompt = (stage.prompt or stage.title) if stage else _("Ideas")
        ideas = len(contents.notes)
        if stage is not None and stage.kind == IDEAS.key and ideas <= PROMPT_UP_TO:
            return PromptSlide(prompt=prompt, stage=stage.title, foot=_so_far(ideas))
        named = [row for row in contents.clusters.values() if row.id != unnamed]
        columns = [self._column(row.id, row.name) for row in named]
        loose = self._column(None, "")
        if unnamed in contents.clusters:
            loose = BoardCluster("", (*loose.notes, *self._column(unnamed, "").notes))
        leads = stage is None or stage.kind != IDEAS.key
        return _board(prompt, columns, loose, silent=silent, leads=leads)

    def _column(self, key: int | None, name: str) -> BoardCluster:
        known = self._columns.get(key)
        if known is None or known.name != name:
            rows = self._contents.notes_of(key)
            known = self._columns[key] = BoardCluster(name, tuple(map(_note, rows)))
        return known


def board_under(
    question: str, database: Database, session_id: int, board_id: int | None = EVERY_BOARD
) -> BoardSlide | None:
    """What lies on a board, under a question about it; None where there is nothing."""
    notes: dict[int | None, list[BoardNote]] = {}
    for row in questions.ideas(database, session_id, no_marks, board_id=board_id):
        notes.setdefault(row.cluster_id, []).append(_note(row))
    if not notes:
        return None
    with database.read() as snapshot:
        names = cluster_names(snapshot, session_id)
    of_it = {row.id for row in questions.clusters(database, session_id, {}, board_id)}
    columns = [
        BoardCluster(name, tuple(notes.pop(key, ()))) for key, name in names.items() if key in of_it
    ]
    loose = BoardCluster("", tuple(note for rest in notes.values() for note in rest))
    silent = questions.is_silent(database, session_id)
    return _board(question, columns, loose, silent=silent, leads=True)


def _board(
    prompt: str, named: list[BoardCluster], loose: BoardCluster, *, silent: bool, leads: bool
) -> BoardSlide:
    """The board in the order in which the room sees it: what is in no cluster comes last."""
    columns = [*named, loose] if loose.notes else named
    return BoardSlide(prompt=prompt, clusters=tuple(columns), silent=silent, leads=leads)


def _note(row: IdeaRow) -> BoardNote:
    return BoardNote(row.text, row.sector or "", row.colour)


def _so_far(ideas: int) -> str:
    if not ideas:
        return _("No ideas yet: yours can be the first")
    return ngettext("{count} idea so far", "{count} ideas so far", ideas)


def idea_slide(idea_id: int, session_id: int, database: Database, *, silent: bool) -> Slide | None:
    """One idea in large, on whatever board it lies; None of one that lies on none.

    In silent mode nobody is named.
    """
    on_board = questions.ideas(database, session_id, no_marks, [idea_id], {})
    idea = questions.idea(database, idea_id, no_marks) if on_board else None
    if idea is None:
        return None
    return OneIdeaSlide(
        text=idea.text,
        author="" if silent else signature(idea.author).name,
        sector=idea.sector or "",
        cluster=idea.cluster,
        merged=len(idea.merged) + idea.more,
        colour=idea.colour,
    )
