"""Which ideas are listed: of an evening, of an author, so far or further, behind a consortium."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox

from kdc_desktop.domain.chains.how_far import FAR_WORDS, HowFar
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.i18n import _, date_text, listed, number_text, paired
from kdc_desktop.screens.chains.dots import far_icon
from kdc_desktop.services.chains.rows import ChainRow

_EVERYTHING = ""
"""What a box says that leaves nothing out."""
_LETTERS = 14  # of what is chosen, that a box has room for


class Behind(NamedTuple):
    """The consortium whose ideas alone are listed."""

    consortium_id: int
    name: str
    ideas: frozenset[int]


class WhichIdeas(QObject):
    """Three boxes, each of which offers what there is; `changed` tells that one was chosen.

    `behind` is a consortium by which the list is narrowed besides.
    """

    changed = Signal()

    def __init__(self, evening: QComboBox, far: QComboBox, author: QComboBox) -> None:
        super().__init__(evening)
        self._boxes = (evening, far, author)
        self._told: list[tuple[tuple[str, Hashable], ...]] = [(), (), ()]
        self.behind: Behind | None = None
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        for box in self._boxes:
            box.setMinimumContentsLength(_LETTERS)
            box.setSizeAdjustPolicy(policy)
            box.activated.connect(lambda _at: self.changed.emit())

    def offer(self, rows: Sequence[ChainRow]) -> None:
        """Offer what these rows have; what was chosen stays chosen while it is there."""
        self._fill(0, _("Every evening"), _evenings(rows))
        self._fill(1, _("However far"), _distances(rows))
        self._fill(2, _("Every author"), _authors(rows))

    def _fill(self, at: int, everything: str, entries: Iterable[tuple[str, Hashable]]) -> None:
        told = ((everything, _EVERYTHING), *entries)
        if told == self._told[at]:
            return
        box, chosen = self._boxes[at], self._chosen(at)
        self._told[at] = told
        box.clear()
        for text, value in told:
            box.addItem(text)
            if isinstance(value, HowFar):
                box.setItemIcon(box.count() - 1, far_icon(value))
        self._choose(at, chosen)

    def _choose(self, at: int, wanted: Hashable) -> None:
        """What is not there any more leaves nothing out."""
        values = [value for _text, value in self._told[at]]
        self._boxes[at].setCurrentIndex(values.index(wanted) if wanted in values else 0)

    @property
    def is_on(self) -> bool:
        """Whether anything is left out."""
        return self.behind is not None or any(box.currentIndex() > 0 for box in self._boxes)

    def begin_anew(self) -> None:
        """List everything."""
        self.behind = None
        for box in self._boxes:
            box.setCurrentIndex(0)

    def _chosen(self, at: int) -> Hashable:
        """What a box stands at: Qt gives back other values than it was handed."""
        place = max(0, self._boxes[at].currentIndex())
        return self._told[at][place][1] if self._told[at] else _EVERYTHING

    def choose_author(self, row: ChainRow) -> None:
        """List ideas of whoever wrote this one."""
        self._choose(2, author_key(row))

    def wanted(self, rows: Sequence[ChainRow]) -> list[ChainRow]:
        """Those of the rows that are listed."""
        evening, far, author = (self._chosen(at) for at in range(3))
        tests: list[Callable[[ChainRow], bool]] = []
        if evening != _EVERYTHING:
            tests.append(lambda row: row.session.id == evening)
        if far != _EVERYTHING:
            tests.append(lambda row: row.far == far)
        if author != _EVERYTHING:
            tests.append(lambda row: author_key(row) == author)
        if (behind := self.behind) is not None:
            ideas = behind.ideas
            tests.append(lambda row: row.id in ideas)
        return [row for row in rows if all(test(row) for test in tests)]


def author_key(row: ChainRow) -> tuple[int, str]:
    """By what an author is told from others: who they are, or how somebody signed."""
    return (0, row.author) if row.author_id is None else (row.author_id, "")


def _evenings(rows: Sequence[ChainRow]) -> list[tuple[str, Hashable]]:
    """The newest first, as the rows come."""
    counts = Counter(row.session for row in rows)
    return [
        (paired(listed((one.title, date_text(one.on))), number_text(count)), one.id)
        for one, count in counts.items()
    ]


def _distances(rows: Sequence[ChainRow]) -> list[tuple[str, Hashable]]:
    counts = Counter(row.far for row in rows)
    return [
        (paired(str(FAR_WORDS[far]), number_text(counts[far])), far)
        for far in HowFar
        if counts[far]
    ]


def _authors(rows: Sequence[ChainRow]) -> list[tuple[str, Hashable]]:
    counts: Counter[tuple[str, tuple[int, str]]] = Counter(
        (row.author, author_key(row)) for row in rows if row.author
    )
    ordered = sorted(counts, key=lambda one: (in_order(one[0]), one[1]))
    return [(paired(name, number_text(counts[name, key])), key) for name, key in ordered]
