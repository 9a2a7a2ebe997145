"""A board as a verb rearranges it: read when it is asked for, changed here, written at once.

So the same plan can be made on a snapshot, before the write, and inside the edit.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from kdc_desktop.domain.board.layout import Rect
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.services.board.loading import gone_cluster, gone_idea, top_stacking
from kdc_desktop.services.board.one_board import OneBoard
from kdc_desktop.services.board.wall_rows import (
    AT_ONCE,
    BETWEEN,
    CLUSTER,
    CLUSTER_NAMES,
    CLUSTERS_IN,
    NOTE_NAMES,
    NOTES_ON_BOARD,
    ON_TOP,
    PLACES,
    WallCluster,
    WallNote,
    notes_saying,
    of_cluster,
    of_note,
)
from kdc_desktop.storage import Edit, Snapshot
from kdc_desktop.storage.fast import Quick
from kdc_desktop.storage.new_rows import NewRows

_Ids = Mapping[int, int]
_NONE: _Ids = MappingProxyType({})


class _Look(NamedTuple):
    """A query, with what values, and what it gave."""

    query: Quick
    values: Mapping[str, Any]
    rows: list[tuple[Any, ...]]


class Wall(OneBoard):
    """Notes and clusters of a board, each one object however often it is asked for.

    `count` is how many things were changed, for a label that tells it. Every reading is kept, to
    see later whether it `holds` still.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self.snapshot, self.count = snapshot, 0
        self._looks: list[_Look] = []
        self._notes: dict[int, WallNote] = {}
        self._clusters: dict[int, WallCluster] = {}
        self._before: dict[int, tuple[Any, ...]] = {}
        self._boxes_before: dict[int, tuple[Any, ...]] = {}
        self._new: dict[int, Mapping[str, Any]] = {}
        self._gone: list[int] = []
        self._added = NewRows(Idea, ())
        self._changed: dict[int, dict[str, Any]] = {}
        self._read_through: set[tuple[str, int, int | None]] = set()

    def look(self, query: Quick, **values: Any) -> list[tuple[Any, ...]]:
        """The rows of a query: what the plan goes out from."""
        rows = query.rows(self.snapshot, **values)
        self._looks.append(_Look(query, values, rows))
        return rows

    def holds(self, snapshot: Snapshot, then: Mapping[str, int], now: Mapping[str, int]) -> bool:
        """Whether everything that was read is still so: read again, where it may have changed.

        `then` and `now` say how often each table had been written.
        """
        return all(
            all(then.get(name) == now.get(name) for name in look.query.tables)
            or look.query.rows(snapshot, **look.values) == look.rows
            for look in self._looks
        )

    # Notes.

    def notes(self, idea_ids: Iterable[int]) -> list[WallNote]:
        """These notes in the order given, each once.

        Raises:
            UserError: none is given, or one is gone.
        """
        wanted = list(dict.fromkeys(idea_ids))
        self._read_some("id", [key for key in wanted if key not in self._notes])
        if not wanted or any(key not in self._notes for key in wanted):
            raise gone_idea(wanted)
        self.stand_on(self._notes[wanted[0]].board_id)
        return [self._notes[key] for key in wanted]

    def notes_in(self, cluster_id: int) -> list[WallNote]:
        """Every note that points to the cluster, merged and trashed ones included."""
        if self._not_yet("in", cluster_id):
            self._read_some("cluster_id", [cluster_id])
        return self._those(lambda note: note.cluster_id == cluster_id)

    def merged_into(self, idea_ids: Sequence[int]) -> list[WallNote]:
        """What is merged into these notes."""
        self._read_some("parent_id", idea_ids)
        parents = set(idea_ids)
        return self._those(lambda note: note.parent_id in parents)

    def on_board(self, session_id: int) -> list[WallNote]:
        """Every note that lies on this board of a session."""
        if self._not_yet("whole", session_id):
            self._take_notes(self.look(NOTES_ON_BOARD, **self.here(session_id)))
        return self._those(lambda note: note.on_board and self.is_here(note, session_id))

    def free_between(self, session_id: int, box: Rect) -> list[WallNote]:
        """The notes in no cluster whose corner lies within a box."""
        right, bottom = box.x + box.width, box.y + box.height
        sides = {"left": box.x, "right": right, "top": box.y, "bottom": bottom}
        self._take_notes(self.look(BETWEEN, **self.here(session_id), **sides))
        return self._those(
            lambda note: (
                (note.cluster_id is None and note.on_board and self.is_here(note, session_id))
                and (box.x < note.x < right and box.y < note.y < bottom)
            )
        )

    def add_note(self, note: WallNote, rest: Mapping[str, Any]) -> None:
        """Put a new note on the board; `rest` is what else its row says."""
        note.id, note.board_id = -1 - len(self._new), self.board_id
        self._notes[note.id], self._new[note.id] = note, rest

    def say(self, idea_id: int, said: Mapping[str, Any]) -> None:
        """Let an idea that is there say something else in these columns."""
        self._changed.setdefault(idea_id, {}).update(said)

    def _not_yet(self, what: str, key: int) -> bool:
        """Whether these rows of this board have not been read, which is so once."""
        not_yet = {(what, key, self.board_id)} - self._read_through
        self._read_through |= not_yet
        return bool(not_yet)

    def _read_some(self, name: str, keys: Sequence[int]) -> None:
        """Read the notes that say one of these keys in a column."""
        for start in range(0, len(keys), AT_ONCE[-1]):
            some = keys[start : start + AT_ONCE[-1]]
            count = next(count for count in AT_ONCE if count >= len(some))
            padded = [*some, *[some[-1]] * (count - len(some))]
            said = dict(zip(PLACES[:count], padded, strict=True))
            self._take_notes(self.look(notes_saying(name, count), **said))

    def _take_notes(self, rows: Iterable[tuple[Any, ...]]) -> None:
        for row in rows:
            if row[0] not in self._notes:
                self._notes[row[0]], self._before[row[0]] = WallNote(*row), row

    def _those(self, which: Callable[[WallNote], bool]) -> list[WallNote]:
        found = [note for note in self._notes.values() if which(note)]
        return sorted(found, key=lambda note: note.id if note.id > 0 else 2**62 - note.id)

    # Clusters.

    def clusters(self, session_id: int) -> list[WallCluster]:
        """The clusters of this board of a session in their order."""
        if self._not_yet("clusters", session_id):
            for row in self.look(CLUSTERS_IN, **self.here(session_id)):
                self._take(row)
        here = [one for one in self._clusters.values() if self.is_here(one, session_id)]
        return sorted(here, key=lambda one: (one.number, abs(one.id)))

    def cluster(self, cluster_id: int) -> WallCluster:
        """This cluster.

        Raises:
            UserError: it is gone.
        """
        if cluster_id not in self._clusters:
            for row in self.look(CLUSTER, cluster=cluster_id):
                self._take(row)
        if cluster_id not in self._clusters:
            raise gone_cluster()
        self.stand_on(self._clusters[cluster_id].board_id)
        return self._clusters[cluster_id]

    def add_cluster(self, cluster: WallCluster) -> None:
        """Put a new cluster on the board."""
        cluster.id, cluster.board_id = -1 - len(self._clusters), self.board_id
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
            {**_but_its_id(NOTE_NAMES, of_note(self._notes[key])), **rest}
            for key, rest in self._new.items()
        ]
        self._added = NewRows(Idea, added).get_ready()
        for key, before in self._before.items():
            if changed := _differing(NOTE_NAMES, of_note(self._notes[key]), before):
                self._changed.setdefault(key, {}).update(changed)

    def write(self, edit: Edit, people: _Ids = _NONE, sessions: _Ids = _NONE) -> _Ids:
        """Write what is not as it was; the ids of new notes by their negative ones.

        `people` says who the authors are that had negative numbers until now, and `sessions` which
        the boards are.
        """
        self._write_clusters(edit, sessions)
        self._added.say("session_id", sessions)
        self._added.say("author_id", people)
        top = top_stacking(edit)
        became = {key: one.id for key, one in self._clusters.items() if key < 0}
        for name, instead in (("stacking", {ON_TOP: top}), ("cluster_id", became)):
            self._added.say(name, instead)
            for row in self._changed.values():
                if name in row:
                    row[name] = instead.get(row[name], row[name])
        ids = edit.add_rows(Idea, self._added)
        edit.change_rows(Idea, self._changed)
        edit.remove_rows(Cluster, self._gone)
        return dict(zip(self._new, ids, strict=True))

    def _write_clusters(self, edit: Edit, sessions: _Ids) -> None:
        new = [one for one in self._clusters.values() if one.id < 0]
        for one in new:
            one.session_id = sessions.get(one.session_id, one.session_id)
        rows = [_but_its_id(CLUSTER_NAMES, of_cluster(one)) for one in new]
        ids = edit.add_rows(Cluster, rows)
        for one, cluster_id in zip(new, ids, strict=True):
            one.id = cluster_id
        boxes = self._boxes_before
        kept = {one.id: of_cluster(one) for one in self._clusters.values() if one.id in boxes}
        differing = {key: _differing(CLUSTER_NAMES, now, boxes[key]) for key, now in kept.items()}
        edit.change_rows(Cluster, {key: values for key, values in differing.items() if values})


def _but_its_id(names: Sequence[str], values: tuple[Any, ...]) -> dict[str, Any]:
    return dict(zip(names[1:], values[1:], strict=True))


def _differing(
    names: Sequence[str], now: tuple[Any, ...], before: tuple[Any, ...]
) -> dict[str, Any]:
    if now == before:
        return {}
    return {name: new for name, new, old in zip(names, now, before, strict=True) if new != old}
