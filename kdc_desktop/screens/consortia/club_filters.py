"""Narrows the portfolio: by a member's sector, by state, by owner, by what holds back."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox

from kdc_desktop.domain.consortia.states import ConsortiumState, is_alive
from kdc_desktop.domain.consortia.steps import STATE_ENTRIES
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.people.sectors import LETTERS, name_of
from kdc_desktop.i18n import _, number_text
from kdc_desktop.screens.consortia.club_icons import state_icon
from kdc_desktop.screens.consortia.grouping import GROUPINGS, Grouping
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.consortia.club_rows import ClubRow

_KEPT = "club_consortia/only_{of}"  # untranslated: a setting of this laptop


class Narrowed(StrEnum):
    """Which rows are listed, besides those of one state."""

    ALL = "all"
    ALIVE = "alive"
    DUE = "due"


NOBODY, NOTHING_HELD = "nobody", "nothing"
"""Whom nobody takes care of, and what nothing holds back."""


class ClubFilters:
    """The boxes above the list; `chosen` is called once another one is picked.

    What was picked is remembered on this laptop.
    """

    def __init__(
        self,
        sectors: Segmented,
        boxes: tuple[QComboBox, QComboBox, QComboBox, QComboBox],
        store: QSettings,
        chosen: Callable[[], object],
    ) -> None:
        self._sectors, self._store, self._chosen = sectors, store, chosen
        self._states, self._owners, self._obstacles, self._groups = boxes
        self._letters: tuple[str, ...] = ("",)
        self._boxes = dict(zip(("state", "owner", "held_up", "group"), boxes, strict=True))
        self._wanted = {of: str(store.value(_KEPT.format(of=of)) or "") for of in self._boxes}
        self._wanted["sector"] = str(store.value(_KEPT.format(of="sector")) or "")
        for grouping, text in GROUPINGS.items():
            self._groups.addItem(str(text), grouping)
        self._groups.setCurrentIndex(max(0, self._groups.findData(self._wanted["group"])))
        for of, box in self._boxes.items():
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _at, of=of: self._pick(of))
        sectors.changed.connect(lambda _at: self._pick("sector"))

    @property
    def grouping(self) -> Grouping:
        """By what the rows are put together."""
        return Grouping(self._groups.currentData() or Grouping.STATE)

    def wants(self, row: ClubRow) -> bool:
        """Whether a row is listed."""
        sector, state = self._wanted["sector"], self._wanted["state"] or Narrowed.ALL
        owner, obstacle = self._wanted["owner"], self._wanted["held_up"]
        return (
            is_wanted(row, state)
            and (not sector or sector in row.sectors)
            and (not owner or owner == _owner(row))
            and (not obstacle or obstacle == _obstacle(row))
        )

    def show_all(self) -> None:
        """Leave nobody out."""
        for of in ("sector", "state", "owner", "held_up"):
            self._keep(of, "")
        self._sectors.set_current(0)
        for box in (self._states, self._owners, self._obstacles):
            box.setCurrentIndex(0)

    def offer(self, rows: Sequence[ClubRow]) -> None:
        """Offer what there is, each with how many; what was picked stays picked."""
        self._offer_sectors(rows)
        self._fill(self._states, "state", _states(rows))
        self._fill(self._owners, "owner", _owners(rows))
        self._fill(self._obstacles, "held_up", _obstacles(rows))

    def _offer_sectors(self, rows: Sequence[ClubRow]) -> None:
        counts = Counter(letter for row in rows for letter in row.sectors)
        letters = tuple(one for one in LETTERS if counts[one])
        texts = [_("All {count}", count=len(rows))]
        names = [_("{sector} {count}", sector=name_of(one), count=counts[one]) for one in letters]
        self._sectors.set_texts(texts + [number_text(counts[one]) for one in letters])
        self._sectors.set_icons([QIcon(), *map(sector_icon, letters)], [texts[0], *names])
        self._letters = ("", *letters)
        if self._wanted["sector"] not in self._letters:
            self._keep("sector", "")
        self._sectors.set_current(self._letters.index(self._wanted["sector"]))
        self._sectors.setVisible(len(letters) > 1)

    def _fill(
        self, box: QComboBox, of: str, entries: Iterator[tuple[str, str, QIcon | None]]
    ) -> None:
        box.clear()
        for key, text, icon in entries:
            if icon is None:
                box.addItem(text, key)
            else:
                box.addItem(icon, text, key)
        at = box.findData(self._wanted[of] or box.itemData(0))
        if at < 0:
            self._keep(of, "")
        box.setCurrentIndex(max(0, at))
        box.setVisible(box.count() > 2)

    def _pick(self, of: str) -> None:
        if of == "sector":
            self._keep(of, self._letters[max(0, self._sectors.current())])
        else:
            self._keep(of, str(self._boxes[of].currentData() or ""))
        self._chosen()

    def _keep(self, of: str, wanted: str) -> None:
        self._wanted[of] = wanted
        self._store.setValue(_KEPT.format(of=of), wanted)


def is_wanted(row: ClubRow, wanted: str) -> bool:
    """Whether a row is in a state, or is what is wanted otherwise."""
    known = {
        str(Narrowed.ALL): True,
        str(Narrowed.ALIVE): is_alive(row.state),
        str(Narrowed.DUE): bool(row.due),
    }
    return known.get(str(wanted), str(wanted) == str(row.state))


def _owner(row: ClubRow) -> str:
    return str(row.owner_id or NOBODY)


def _obstacle(row: ClubRow) -> str:
    return row.held_up.icon if row.held_up else NOTHING_HELD


def _states(rows: Sequence[ClubRow]) -> Iterator[tuple[str, str, QIcon | None]]:
    several = {
        Narrowed.ALL: _("All"),
        Narrowed.ALIVE: _("Alive"),
        Narrowed.DUE: _("Due"),
    }
    for wanted, text in several.items():
        count = sum(is_wanted(row, wanted) for row in rows)
        if count or wanted is Narrowed.ALL:
            yield str(wanted), _("{state} {count}", state=text, count=count), None
    counts = Counter(row.state for row in rows)
    for state in ConsortiumState:
        if counts[state]:
            told = _("{state} {count}", state=str(STATE_ENTRIES[state]), count=counts[state])
            yield str(state), told, state_icon(state)


def _owners(rows: Sequence[ClubRow]) -> Iterator[tuple[str, str, QIcon | None]]:
    yield "", _("Every owner"), None
    counts = Counter(map(_owner, rows))
    names = {_owner(row): row.owner for row in rows if row.owner_id is not None}
    for key in sorted(names, key=lambda one: in_order(names[one])):
        yield key, _("{owner} {count}", owner=names[key], count=counts[key]), None
    if counts[NOBODY] and names:
        yield NOBODY, _("Nobody yet {count}", count=counts[NOBODY]), None


def _obstacles(rows: Sequence[ClubRow]) -> Iterator[tuple[str, str, QIcon | None]]:
    yield "", _("Held back or not"), None
    counts = Counter(map(_obstacle, rows))
    words = {row.held_up.icon: str(row.held_up.kind) for row in rows if row.held_up}
    for kind in sorted(words, key=lambda one: in_order(words[one])):
        yield kind, _("{kind} {count}", kind=words[kind], count=counts[kind]), None
    if counts[NOTHING_HELD] and words:
        yield NOTHING_HELD, _("Nothing {count}", count=counts[NOTHING_HELD]), None
