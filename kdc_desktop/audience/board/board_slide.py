"""The board as the room sees it: readable notes while few, an overview of clusters when many."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.board.flowing import paint_flow
from kdc_desktop.audience.board.notes import BoardCluster, BoardNote
from kdc_desktop.audience.board.parts import (
    head_height,
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
_TALLEST = 240.0
MOST_TILES = 12
FEW = 12
_ROWS = (1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3)
_NARROWEST, _LOWEST = 380.0, 170.0
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
        top = self._paint_prompt(painter)
        area = QRectF(MARGIN, top, INNER, _BOTTOM - top)
        filled = self._filled()
        if not filled:
            self.empty_line(painter, _("The first idea goes up here"))
        elif self.silent:
            colours = [note.colour for cluster in self.clusters for note in cluster.notes]
            paint_blank_cards(painter, area, colours)
        elif not self._paint_columns(painter, area, filled):
            self._paint_overview(painter, area, filled)

    def _paint_prompt(self, painter: QPainter) -> float:
        """The prompt, smaller where the ideas need the room; return where they may begin."""
        smallest = 56 if self.ideas <= FEW else 44
        return self.paint_headline(painter, self.prompt, self._count_line(), smallest=smallest) - 8

    def _paint_columns(self, painter: QPainter, area: QRectF, clusters: list[BoardCluster]) -> bool:
        """Paint all notes readable, in columns by cluster; False when they do not fit."""
        named = any(cluster.name for cluster in clusters)
        names = [cluster.name for cluster in clusters]
        for columns, height in _SHAPES:
            width = (area.width() - (columns - 1) * _GAP) / columns
            head = head_height(names, width) if named else 0
            room = area.height() - head
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
        size = note_size(
            (note for cluster in clusters for note in cluster.notes), QRectF(0, 0, width, height)
        )
        left = area.left()
        for cluster, span in zip(clusters, spans, strict=True):
            box = QRectF(left, area.top(), span * (width + _GAP) - _GAP, area.height())
            self._paint_column(painter, box, cluster, QSizeF(width, height), size, head)
            left = box.right() + _GAP
        return True

    def _paint_column(
        self,
        painter: QPainter,
        box: QRectF,
        cluster: BoardCluster,
        card: QSizeF,
        size: int,
        head: float,
    ) -> None:
        top = box.top() + head
        if head:
            above = QRectF(box.left(), box.top(), box.width(), head)
            paint_column_head(painter, above, cluster, self.palette)
        across = round((box.width() + _GAP) / (card.width() + _GAP))
        for index, note in enumerate(cluster.notes):
            row, column = divmod(index, across)
            left = box.left() + column * (card.width() + _GAP)
            at = QRectF(left, top + row * (card.height() + _GAP), card.width(), card.height())
            paint_note(painter, at, note, size)

    def _paint_overview(
        self, painter: QPainter, area: QRectF, clusters: list[BoardCluster]
    ) -> None:
        """Paint as many notes as can be read: those of each cluster in a tile of its own."""
        shown = overview(clusters)
        notes = [[one.notes for one in together] for together in shown]
        together = [joined(one) for one in shown]
        if len(together) == 1 and not together[0].name:
            loose = partial(paint_flow, notes=together[0].notes, palette=self.palette)
            paint_kept(painter, area, notes[0], self.palette, loose)
            return
        for cluster, inside, box in zip(together, notes, tiles(together, area), strict=True):
            tile = partial(paint_tile, cluster=cluster, palette=self.palette)
            paint_kept(painter, box, inside, (cluster.name, self.palette), tile)


def tiles(clusters: Sequence[BoardCluster], area: QRectF) -> list[QRectF]:
    """Where their tiles stand: rows fill the width, and more notes have more room."""
    rows = _ROWS[len(clusters) - 1]
    in_row = -(-len(clusters) // rows)
    lines = [clusters[first : first + in_row] for first in range(0, len(clusters), in_row)]
    heights = _shares(area.height(), [max(map(_weight, line)) for line in lines], _LOWEST)
    boxes, top = [], area.top()
    for line, height in zip(lines, heights, strict=True):
        left = area.left()
        for width in _shares(area.width(), [_weight(one) for one in line], _NARROWEST):
            boxes.append(QRectF(left, top, width, height))
            left += width + _GAP
        top += height + _GAP
    return boxes


def _weight(cluster: BoardCluster) -> int:
    """More for twice as many notes only, so that not every new one moves all tiles."""
    return 1 + len(cluster.notes).bit_length()


def _shares(whole: float, weights: Sequence[int], least: float) -> list[float]:
    free = whole - _GAP * (len(weights) - 1) - least * len(weights)
    return [least + free * weight / sum(weights) for weight in weights]


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
