"""The board as a verb rearranges it: read when it is asked for, changed here, written at once.

So the same plan can be made on a snapshot, before the write, and inside the edit.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Table, select

from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.domain.board.layout import Rect
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.services.board.loading import (
    ON_BOARD,
    gone_cluster,
    gone_idea,
    top_stacking,
)
from kdc_desktop.storage import Edit, Snapshot
from kdc_desktop.storage.new_rows import NewRows

_ON_TOP = -1
_AT_ONCE = 500


@dataclass(slots=True)
class WallNote:
    """What verbs read and change of an idea; one that is new has a negative id until written."""

    id: int
    session_id: int
    x: float
    y: float
    stacking: int
    colour: NoteColour
    cluster_id: int | None
    parent_id: int | None
    trashed_at: datetime | None

    @property
    def on_board(self) -> bool:
        """Whether it lies on the board itself, neither merged into another nor trashed."""
        return self.parent_id is None and self.trashed_at is None

    @property
    def place(self) -> tuple[float, float]:
        """Where it lies."""
        return self.x, self.y

    def lay(self, place: tuple[float, float]) -> None:
        """Lay it elsewhere."""
        self.x, self.y = place

    def lay_on_top(self) -> None:
        """Lay it above all others."""
        self.stacking = _ON_TOP


@dataclass(slots=True)
class WallCluster:
    """What verbs read and change of a cluster; a new one has a negative id until written."""

    id: int
    session_id: int
    name: str
    number: int
    colour: NoteColour
    x: float
    y: float
    width: float
    height: float

    @property
    def box(self) -> Rect:
        """Its rectangle."""
        return Rect(self.x, self.y, self.width, self.height)

    def set_box(self, box: Rect) -> None:
        """Give it another rectangle."""
        self.x, self.y, self.width, self.height = box


_NOTE_NAMES = tuple(field.name for field in fields(WallNote))
_CLUSTER_NAMES = tuple(field.name for field in fields(WallCluster))
_NOTES = select(*(getattr(Idea, name) for name in _NOTE_NAMES))
_CLUSTERS = select(*(getattr(Cluster, name) for name in _CLUSTER_NAMES))


class _Look(NamedTuple):
    """A query, the tables that it is about, and what it gave."""

    query: Select[*tuple[Any, ...]]
    tables: Sequence[str]
    rows: list[tuple[Any, ...]]


class Wall:
    """Notes and clusters, each one object however often it is asked for.

    `count` is how many things were changed, for a label that tells it. Every reading is kept, to
    see later whether it `holds` still.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.count = 0
        self._looks: list[_Look] = []
        self._notes: dict[int, WallNote] = {}
        self._clusters: dict[int, WallCluster] = {}
        self._before: dict[int, tuple[Any, ...]] = {}
        self._boxes_before: dict[int, tuple[Any, ...]] = {}
        self._new: dict[int, Mapping[str, Any]] = {}
        self._gone: list[int] = []
        self._added = NewRows(Idea, ())
        self._changed: dict[int, dict[str, Any]] = {}
        self._read_through: set[tuple[str, int]] = set()

    def look(self, query: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """The rows of a query: what the plan goes out from."""
        rows = [tuple(row) for row in self.snapshot.execute(query)]
        froms = query.get_final_froms()
        tables = [each.name for each in froms if isinstance(each, Table)]
        self._looks.append(_Look(query, tables, rows))
        return rows

    def holds(self, snapshot: Snapshot, then: Mapping[str, int], now: Mapping[str, int]) -> bool:
        """Whether everything that was read is still so: read again, where it may have changed.

        `then` and `now` say how often each table had been written.
        """
        return all(
            all(then.get(name) == now.get(name) for name in look.tables)
            or [tuple(row) for row in snapshot.execute(look.query)] == look.rows
            for look in self._looks
        )

    # Notes.

    def notes(self, idea_ids: Iterable[int]) -> list[WallNote]:
        """These notes in the order given, each once.

        Raises:
            UserError: none is given, or one is gone.
        """
        wanted = list(dict.fromkeys(idea_ids))
        unread = [key for key in wanted if key not in self._notes]
        for start in range(0, len(unread), _AT_ONCE):
            self._read(Idea.id.in_(unread[start : start + _AT_ONCE]))
        if not wanted or any(key not in self._notes for key in wanted):
            raise gone_idea(wanted)
        return [self._notes[key] for key in wanted]

    def notes_in(self, cluster_id: int) -> list[WallNote]:
        """Every note that points to the cluster, merged and trashed ones included."""
        if self._not_yet("in", cluster_id):
            self._read(Idea.cluster_id == cluster_id)
        return self._those(lambda note: note.cluster_id == cluster_id)

    def merged_into(self, idea_ids: Sequence[int]) -> list[WallNote]:
        """What is merged into these notes."""
        for start in range(0, len(idea_ids), _AT_ONCE):
            self._read(Idea.parent_id.in_(idea_ids[start : start + _AT_ONCE]))
        parents = set(idea_ids)
        return self._those(lambda note: note.parent_id in parents)

    def on_board(self, session_id: int) -> list[WallNote]:
        """Every note that lies on the board of a session."""
        if self._not_yet("whole", session_id):
            self._read(Idea.session_id == session_id, *ON_BOARD)
        return self._those(lambda note: note.on_board and note.session_id == session_id)

    def free_between(self, session_id: int, box: Rect) -> list[WallNote]:
        """The notes in no cluster whose corner lies within a box."""
        right, bottom = box.x + box.width, box.y + box.height
        self._read(
            *(Idea.session_id == session_id, Idea.cluster_id.is_(None), *ON_BOARD),
            *(Idea.x > box.x, Idea.x < right, Idea.y > box.y, Idea.y < bottom),
        )
        return self._those(
            lambda note: (
                note.cluster_id is None
                and (box.x < note.x < right and box.y < note.y < bottom)
                and (note.on_board and note.session_id == session_id)
            )
        )

    def add_note(self, note: WallNote, rest: Mapping[str, Any]) -> None:
        """Put a new note on the board; `rest` is what else its row says."""
        note.id = -1 - len(self._new)
        self._notes[note.id], self._new[note.id] = note, rest

    def _not_yet(self, what: str, key: int) -> bool:
        """Whether these rows have not been read, which is so once."""
        first = (what, key) not in self._read_through
        self._read_through.add((what, key))
        return first

    def _read(self, *which: ColumnElement[bool]) -> None:
        for row in self.look(_NOTES.where(*which)):
            if row[0] not in self._notes:
                self._notes[row[0]], self._before[row[0]] = WallNote(*row), row

    def _those(self, which: Callable[[WallNote], bool]) -> list[WallNote]:
        found = [note for note in self._notes.values() if which(note)]
        return sorted(found, key=lambda note: note.id if note.id > 0 else 2**62 - note.id)

    # Clusters.

    def clusters(self, session_id: int) -> list[WallCluster]:
        """The clusters of a session in their order."""
        if self._not_yet("clusters", session_id):
            for row in self.look(_CLUSTERS.where(Cluster.session_id == session_id)):
                self._take(row)
        here = [one for one in self._clusters.values() if one.session_id == session_id]
        return sorted(here, key=lambda one: (one.number, abs(one.id)))

    def cluster(self, cluster_id: int) -> WallCluster:
        """This cluster.

        Raises:
            UserError: it is gone.
        """
        if cluster_id not in self._clusters:
            for row in self.look(_CLUSTERS.where(Cluster.id == cluster_id)):
                self._take(row)
        if cluster_id not in self._clusters:
            raise gone_cluster()
        return self._clusters[cluster_id]

    def add_cluster(self, cluster: WallCluster) -> None:
        """Put a new cluster on the board."""
        cluster.id = -1 - len(self._clusters)
        self._clusters[cluster.id] = cluster

    def remove_cluster(self, cluster: WallCluster) -> None:
        """Take a cluster away."""
        del self._clusters[cluster.id]
        self._gone.append(cluster.id)

    def _take(self, row: tuple[Any, ...]) -> None:
        if row[0] not in self._clusters:
            self._clusters[row[0]], self._boxes_before[row[0]] = WallCluster(*row), row

    # Writing.

    def settle(self) -> None:
        """Work out what is not as it was, to `write` it; nothing more is changed from then on."""
        added = [
            {**_of(self._notes[key], _NOTE_NAMES[1:]), **rest} for key, rest in self._new.items()
        ]
        self._added = NewRows(Idea, added).get_ready()
        for key, before in self._before.items():
            if changed := _differing(self._notes[key], _NOTE_NAMES, before):
                self._changed[key] = changed

    def write(self, edit: Edit) -> None:
        """Write what is not as it was."""
        self._write_clusters(edit)
        top = top_stacking(edit)
        became = {key: one.id for key, one in self._clusters.items() if key < 0}
        for name, instead in (("stacking", {_ON_TOP: top}), ("cluster_id", became)):
            self._added.say(name, instead)
            for row in self._changed.values():
                if name in row:
                    row[name] = instead.get(row[name], row[name])
        edit.add_rows(Idea, self._added)
        edit.change_rows(Idea, self._changed)
        edit.remove_rows(Cluster, self._gone)

    def _write_clusters(self, edit: Edit) -> None:
        new = [one for one in self._clusters.values() if one.id < 0]
        ids = edit.add_rows(Cluster, [_of(one, _CLUSTER_NAMES[1:]) for one in new])
        for one, cluster_id in zip(new, ids, strict=True):
            one.id = cluster_id
        kept = {one.id: one for one in self._clusters.values() if one.id in self._boxes_before}
        differing = {
            key: _differing(one, _CLUSTER_NAMES, self._boxes_before[key])
            for key, one in kept.items()
        }
        edit.change_rows(Cluster, {key: values for key, values in differing.items() if values})


def _of(thing: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in names}


def _differing(thing: object, names: Sequence[str], before: tuple[Any, ...]) -> dict[str, Any]:
    now = [getattr(thing, name) for name in names]
    if now == list(before):
        return {}
    return {name: new for name, new, old in zip(names, now, before, strict=True) if new != old}
