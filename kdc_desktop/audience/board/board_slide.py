"""The board as the room sees it: readable notes while few, an overview of clusters when many."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.board.parts import (
    BoardCluster,
    BoardNote,
    note_size,
    paint_blank_cards,
    paint_column_head,
    paint_note,
    paint_tile,
)
from kdc_desktop.audience.kit.ink import MARGIN
from kdc_desktop.audience.kit.kept import paint_kept
from kdc_desktop.audience.kit.slide import INNER, Slide, dotted
from kdc_desktop.i18n import _, ngettext, number_text, spoken, titled

__all__ = ["BoardCluster", "BoardNote", "BoardSlide"]

_BOTTOM = 956.0
_GAP = 16.0
_HEAD = 60.0
_TALLEST = 240.0
MOST_TILES = 12
_SHAPES = ((3, 172.0), (4, 172.0), (5, 172.0), (5, 138.0))


@dataclass(frozen=True, kw_only=True)
class BoardSlide(Slide):
    """The prompt and the clusters with their notes, in the order they should be read.

    Notes in no cluster come as a cluster without a name. `silent` shows every note as a blank card.
    """

    prompt: str
    clusters: tuple[BoardCluster, ...] = ()
    silent: bool = False

    @property
    def ideas(self) -> int:
        """How many notes there are."""
        return sum(len(cluster.notes) for cluster in self.clusters)

    @property
    def title(self) -> str:
        """The prompt."""
        return self.prompt

    @property
    def description(self) -> str:
        """The prompt, how many ideas, and the clusters by name."""
        names = [titled(c.name, number_text(len(c.notes))) for c in self._filled() if c.name]
        return spoken([self.prompt, self._count_line(), *([] if self.silent else names)])

    def _filled(self) -> list[BoardCluster]:
        return [cluster for cluster in self.clusters if cluster.notes or cluster.name]

    def _count_line(self) -> str:
        if not self.ideas:
            return ""
        ideas = ngettext("{count} idea", "{count} ideas", self.ideas)
        if self.silent:
            return dotted(ideas, _("shown when everyone has written"))
        named = sum(bool(cluster.name) for cluster in self.clusters)
        clusters = ngettext("{count} cluster", "{count} clusters", named) if named else ""
        return dotted(ideas, clusters)

    def paint_content(self, painter: QPainter) -> None:
        """Prompt on top; then blank cards, readable columns, or an overview."""
        top = self.paint_headline(painter, self.prompt, self._count_line()) - 8
        area = QRectF(MARGIN, top, INNER, _BOTTOM - top)
        filled = self._filled()
        if not filled:
            self.empty_line(painter, _("The first idea goes up here"))
        elif self.silent:
            colours = [note.colour for cluster in self.clusters for note in cluster.notes]
            paint_blank_cards(painter, area, colours)
        elif not self._paint_columns(painter, area, filled):
            self._paint_overview(painter, area, filled)

    def _paint_columns(self, painter: QPainter, area: QRectF, clusters: list[BoardCluster]) -> bool:
        """Paint all notes readable, in columns by cluster; False when they do not fit."""
        named = any(cluster.name for cluster in clusters)
        room = area.height() - (_HEAD if named else 0)
        for columns, height in _SHAPES:
            rows = int((room + _GAP) / (height + _GAP))
            spans = [max(1, -(-len(cluster.notes) // rows)) for cluster in clusters]
            if sum(spans) <= columns:
                break
        else:
            return False
        counts = [len(cluster.notes) for cluster in clusters]
        spans = _widened(spans, counts, columns)
        rows = max(-(-count // span) for count, span in zip(counts, spans, strict=True))
        height = min(_TALLEST, (room + _GAP) / max(1, rows) - _GAP)
        width = (area.width() - (columns - 1) * _GAP) / columns
        size = note_size(
            (note for cluster in clusters for note in cluster.notes), QRectF(0, 0, width, height)
        )
        left = area.left()
        for cluster, span in zip(clusters, spans, strict=True):
            box = QRectF(left, area.top(), span * (width + _GAP) - _GAP, area.height())
            self._paint_column(painter, box, cluster, QSizeF(width, height), size, named=named)
            left = box.right() + _GAP
        return True

    def _paint_column(
        self,
        painter: QPainter,
        box: QRectF,
        cluster: BoardCluster,
        card: QSizeF,
        size: int,
        *,
        named: bool,
    ) -> None:
        top = box.top()
        if named:
            head = QRectF(box.left(), top, box.width(), _HEAD)
            paint_column_head(painter, head, cluster, self.palette)
            top += _HEAD
        across = round((box.width() + _GAP) / (card.width() + _GAP))
        for index, note in enumerate(cluster.notes):
            row, column = divmod(index, across)
            left = box.left() + column * (card.width() + _GAP)
            at = QRectF(left, top + row * (card.height() + _GAP), card.width(), card.height())
            paint_note(painter, at, note, size)

    def _paint_overview(
        self, painter: QPainter, area: QRectF, clusters: list[BoardCluster]
    ) -> None:
        """Paint a tile for each cluster with its count and as many notes as can be read."""
        shown = overview(clusters)
        columns = next(n for n, limit in ((1, 1), (2, 4), (3, 9), (4, 12)) if len(shown) <= limit)
        rows = -(-len(shown) // columns)
        width = (area.width() - (columns - 1) * _GAP) / columns
        height = (area.height() - (rows - 1) * _GAP) / rows
        for index, together in enumerate(shown):
            row, column = divmod(index, columns)
            box = QRectF(
                area.left() + column * (width + _GAP),
                area.top() + row * (height + _GAP),
                width,
                height,
            )
            notes = [one.notes for one in together]
            cluster = joined(together)
            tile = partial(paint_tile, cluster=cluster, palette=self.palette)
            paint_kept(painter, box, notes, (cluster.name, self.palette), tile)


def overview(clusters: Sequence[BoardCluster]) -> list[list[BoardCluster]]:
    """What each tile of an overview stands for: a cluster, those left over, those in none."""
    named = [[cluster] for cluster in clusters if cluster.name]
    free = [cluster for cluster in clusters if not cluster.name]
    room = MOST_TILES - bool(free)
    if len(named) > room:
        named[room - 1 :] = [[cluster for (cluster,) in named[room - 1 :]]]
    return [*named, free] if free else named


def joined(together: Sequence[BoardCluster]) -> BoardCluster:
    """The clusters of one tile as one, which says how many they are; ideas in none stay so."""
    if len(together) == 1 or not together[0].name:
        name = together[0].name
    else:
        name = ngettext("{count} more cluster", "{count} more clusters", len(together))
    return BoardCluster(name, tuple(note for cluster in together for note in cluster.notes))


def _widened(spans: list[int], counts: list[int], columns: int) -> list[int]:
    """Give columns that are left over to the clusters with the longest columns."""
    spans = list(spans)
    for _more in range(columns - sum(spans)):
        longest = max(range(len(spans)), key=lambda at: counts[at] / spans[at])
        if counts[longest] > spans[longest]:
            spans[longest] += 1
    return spans
