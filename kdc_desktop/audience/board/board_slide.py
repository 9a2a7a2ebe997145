"""The board as the room sees it: readable notes while few, an overview of clusters when many."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.board.flowing import MOST_IN_PAGES, paint_flow
from kdc_desktop.audience.board.notes import BoardCluster, BoardNote
from kdc_desktop.audience.board.parts import (
    head_height,
    note_size,
    paint_blank_cards,
    paint_column_head,
    paint_note,
    paint_tile,
)
from kdc_desktop.audience.board.tiling import (
    is_loose,
    joined,
    overview,
    pages_of_tiles,
    tiles,
)
from kdc_desktop.audience.kit.ink import MARGIN
from kdc_desktop.audience.kit.kept import paint_kept
from kdc_desktop.audience.kit.slide import INNER, Slide, content_top, dotted
from kdc_desktop.i18n import _, ngettext, number_text, spoken, titled

__all__ = ["BoardCluster", "BoardNote", "BoardSlide"]

_BOTTOM = 956.0
_GAP = 16.0
_TALLEST = 240.0
FEW = 12
_SHAPES = ((3, 172.0), (4, 172.0), (5, 172.0), (5, 138.0))


@dataclass(frozen=True, kw_only=True)
class BoardSlide(Slide):
    """The prompt and the clusters with their notes, in the order they should be read.

    Notes in no cluster come as a cluster without a name. `silent` shows every note as a blank card.
    Where one page has no room for all, one that `leads` goes through them by itself.
    """

    prompt: str
    clusters: tuple[BoardCluster, ...] = ()
    silent: bool = False
    leads: bool = False

    @property
    def ideas(self) -> int:
        """How many notes there are."""
        return sum(len(cluster.notes) for cluster in self.clusters)

    @property
    def turns_itself(self) -> bool:
        """Only where all are to be read; while ideas come in, the newest stay."""
        return self.leads

    @property
    def pages(self) -> int:
        """As many as the notes need; of very many there is one."""
        filled = self._filled()
        if self.silent or not filled or self.ideas > MOST_IN_PAGES:
            return 1
        area = self._area()
        return 1 if _column_plan(area, filled) else pages_of_tiles(overview(filled), area)

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
        below = self.with_page(self._count_line())
        self.paint_headline(painter, self.prompt, below, smallest=self._smallest)
        area, filled = self._area(), self._filled()
        if not filled:
            self.empty_line(painter, _("The first idea goes up here"))
        elif self.silent:
            colours = [note.colour for cluster in self.clusters for note in cluster.notes]
            paint_blank_cards(painter, area, colours)
        elif plan := _column_plan(area, filled):
            self._paint_columns(painter, area, filled, plan)
        else:
            self._paint_overview(painter, area, filled)

    @property
    def _smallest(self) -> int:
        """The prompt is smaller where the ideas need the room."""
        return 56 if self.ideas <= FEW else 44

    def _area(self) -> QRectF:
        """Where the ideas stand, under the prompt."""
        top = content_top(self.prompt, self._count_line(), smallest=self._smallest) - 8
        return QRectF(MARGIN, top, INNER, _BOTTOM - top)

    def _paint_columns(
        self, painter: QPainter, area: QRectF, clusters: list[BoardCluster], plan: "_ColumnPlan"
    ) -> None:
        """Paint all notes readable, in columns by cluster."""
        card = QRectF(0, 0, plan.width, plan.height)
        size = note_size((note for cluster in clusters for note in cluster.notes), card)
        left = area.left()
        for cluster, span in zip(clusters, plan.spans, strict=True):
            box = QRectF(left, area.top(), span * (plan.width + _GAP) - _GAP, area.height())
            self._paint_column(painter, box, cluster, card.size(), size, plan.head)
            left = box.right() + _GAP

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
        shown, palette, page = overview(clusters), self.palette, self.page
        notes = [[one.notes for one in together] for together in shown]
        together = [joined(one) for one in shown]
        if is_loose(together):
            loose = partial(paint_flow, notes=together[0].notes, palette=palette, page=page)
            paint_kept(painter, area, notes[0], (palette, page), loose)
            return
        for cluster, inside, box in zip(together, notes, tiles(together, area), strict=True):
            tile = partial(paint_tile, cluster=cluster, palette=palette, page=page)
            paint_kept(painter, box, inside, (cluster.name, palette, page), tile)


@dataclass(frozen=True)
class _ColumnPlan:
    """How many columns each cluster has, how wide, high heads and high cards."""

    spans: tuple[int, ...]
    width: float
    head: float
    height: float


def _column_plan(area: QRectF, clusters: list[BoardCluster]) -> _ColumnPlan | None:
    """All notes readable, in columns by cluster; None when they do not fit."""
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
        return None
    counts = [len(cluster.notes) for cluster in clusters]
    spans = _widened(spans, counts, columns)
    rows = max(-(-count // span) for count, span in zip(counts, spans, strict=True))
    height = min(_TALLEST, (room + _GAP) / max(1, rows) - _GAP)
    return _ColumnPlan(tuple(spans), width, head, height)


def _widened(spans: list[int], counts: list[int], columns: int) -> list[int]:
    """Give columns that are left over to the clusters with the longest columns."""
    spans = list(spans)
    for _more in range(columns - sum(spans)):
        longest = max(range(len(spans)), key=lambda at: counts[at] / spans[at])
        if counts[longest] > spans[longest]:
            spans[longest] += 1
    return spans
