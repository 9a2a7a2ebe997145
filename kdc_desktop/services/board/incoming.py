"""What importing a list of ideas would do, row by row, as the preview shows it."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from kdc_desktop.domain.board.idea_fields import IdeaField, IdeaPlan, SetAside
from kdc_desktop.domain.board.states import Incoming
from kdc_desktop.i18n import listed, ngettext, npgettext


@dataclass(frozen=True)
class CellChange:
    """What an idea that is on the board would say otherwise."""

    field: IdeaField
    was: str
    becomes: str


@dataclass(frozen=True)
class IncomingRow:
    """One idea of a list; `why` says its state in words, where it is not new.

    `key` tells it from the others, `number` is that of its row in the sheet, `asked` the header of
    its column where there are several columns of ideas. `idea_id` is the idea on the board that it
    is, and `changes` what differs there. `aside` says why it does not come in by itself. `told_id`
    and `written` are what a workbook of ours says of it. `remark` is what is to be said of it
    wherever it comes in.
    """

    key: int
    number: int
    state: Incoming
    why: str
    text: str
    author: str = ""
    author_id: int | None = None
    organisation: str = ""
    sector: str | None = None
    cluster: str = ""
    details: str = ""
    tags: str = ""
    minutes: float | None = None
    link: str = ""
    asked: str = ""
    aside: SetAside | None = None
    told_id: int | None = None
    written: str = ""
    idea_id: int | None = None
    changes: tuple[CellChange, ...] = ()
    remark: str = ""

    @property
    def comes_in(self) -> bool:
        """Whether importing it would do something."""
        return self.state in (Incoming.NEW, Incoming.CHANGED)


@dataclass(frozen=True)
class IdeasPreview:
    """What an import would do; `notes` are sentences about the sheet.

    `tables` are the names of the tables of the file, `table` is the one that is read; `headers` are
    its columns, and `plan` says what they hold.
    """

    rows: tuple[IncomingRow, ...]
    notes: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    table: str = ""
    headers: tuple[str, ...] = ()
    plan: IdeaPlan = field(default_factory=lambda: IdeaPlan({}))

    @property
    def unused(self) -> tuple[str, ...]:
        """The headers of the columns that nothing is taken from."""
        return tuple(
            header for at, header in enumerate(self.headers) if at not in self.plan.columns
        )

    @property
    def holds_ideas(self) -> bool:
        """Whether it is known where the ideas are: of copied lines it always is."""
        return not self.headers or bool(self.plan.of(IdeaField.IDEA))

    @property
    def new(self) -> int:
        """How many ideas would be added."""
        return self.in_state(Incoming.NEW)

    @property
    def changed(self) -> int:
        """How many ideas of the board would say something else."""
        return self.in_state(Incoming.CHANGED)

    @property
    def problems(self) -> int:
        """How many cannot be taken and are left out."""
        return self.in_state(Incoming.PROBLEM)

    def in_state(self, state: Incoming) -> int:
        """How many rows are in a state."""
        return self._states[state]

    @cached_property
    def _states(self) -> Counter[Incoming]:
        return Counter(row.state for row in self.rows)

    def aside(self, why: SetAside) -> int:
        """How many rows the list itself sets aside for this reason."""
        return sum(row.aside is why for row in self.rows)

    def __str__(self) -> str:
        same, out = self.in_state(Incoming.SAME), self.in_state(Incoming.LEFT_OUT)
        changed = npgettext("ideas of a sheet", "{count} changed", "{count} changed", self.changed)
        left_out = npgettext("ideas of a sheet", "{count} left out", "{count} left out", out)
        return listed(
            (
                npgettext("ideas of a sheet", "{count} new", "{count} new", self.new),
                *((changed,) if self.changed else ()),
                npgettext("ideas of a sheet", "{count} same", "{count} same", same),
                ngettext("{count} problem", "{count} problems", self.problems),
                *((left_out,) if out else ()),
            )
        )
