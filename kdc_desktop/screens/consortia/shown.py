"""What the consortia screen and its verbs share: the consortia as kept, and as they are shown."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from kdc_desktop.domain.consortia.broken import BrokenRule
from kdc_desktop.domain.consortia.fitting import Suggestion
from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.suggesting import Foreseen, Suggesting
from kdc_desktop.screens.kit.doing import Doing
from kdc_desktop.screens.kit.screen import ChangedTables
from kdc_desktop.services.consortia.changed import changed_suggestion
from kdc_desktop.services.consortia.placement import Memory, preview
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.consortia.rows import Overview
from kdc_desktop.services.consortia.suggestions import (
    apply_suggestion,
    breaks_text,
    broken_now,
)
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.storage import Database

SAME_PEOPLE = frozenset({"consortium", "member", "open_role", "setting"})


class Shown(QObject):
    """`kept` is what the file says; `seen` is that, or the suggestion that is looked at.

    While one is `taking_over`, nothing is read: that is done at its end. `ask` is given a question
    and what is done where it is answered with yes.

    `changed` tells that something else may be seen, `taken_over` that a suggestion is kept.
    """

    changed = Signal()
    taken_over = Signal()

    def __init__(
        self,
        database: Database,
        session_id: int,
        trails: Sequence[ConsortiumTrail],
        suggesting: Suggesting,
        doing: Doing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._doing = doing
        self.database, self.session_id, self.trails = database, session_id, trails
        self.suggesting = suggesting
        self._memory = Memory()
        self._kept: Overview | None = None
        self._seen: Overview | None = None
        self.taking_over = False
        self.ask: Callable[[str, Callable[[], object]], object] = lambda _text, _then: None
        self.word_ahead: Callable[[Overview], object] = lambda _seen: None
        suggesting.found.connect(self.look)
        suggesting.bettered.connect(self.look)
        suggesting.job_ended.connect(self._see_what_came_of_it)

    def foresee(self, kept: Overview, placed: Mapping[int, int]) -> Foreseen:
        """What would be seen of a suggestion, with its words; for the job that has found it."""
        seen = preview(kept, placed)
        self.word_ahead(seen)
        return Foreseen(kept, placed, seen)

    @property
    def kept(self) -> Overview:
        """What the file says."""
        if self._kept is None:
            wanted = self.suggesting.wanted
            self._kept = overview(self.database, self.session_id, self.trails, wanted, self._memory)
        return self._kept

    def kept_now(self, *, known: bool) -> Overview:
        """What the file says, which is read again where it is not `known`; nothing is shown."""
        if not known and not self.taking_over:
            self._kept = None
        return self.kept

    @property
    def seen(self) -> Overview:
        """What is looked at."""
        return self._seen or self.kept

    def heed(self, changes: ChangedTables) -> None:
        """What has changed; only where members alone did are the people the same."""
        if not changes.tables <= SAME_PEOPLE:
            self._memory.candidates = None

    def read(self) -> None:
        """Read what is kept again."""
        self._kept = None
        self.look()

    def look(self) -> None:
        """See the suggestion that is looked at now, or what is kept."""
        self._let_go_of_old_ones()
        placed = changed_suggestion(self.database, self.session_id, self.kept.problem)
        self.suggesting.take_changed(placed, alone=not self.kept.consortia)
        self._seen = self.suggesting.seen(self.kept)
        self.changed.emit()

    def _let_go_of_old_ones(self) -> None:
        """Suggestions for winners that are no longer there are none."""
        there = {group.winner_id for group in self.kept.problem.groups}
        for one in self.suggesting.suggestions:
            if not there.issuperset(one.closed) or not there.issuperset(one.placed.values()):
                self.suggesting.suggestions = ()
                self.suggesting.look_at(None)
                return

    def take_over(self) -> None:
        """Make the suggestion that is looked at what is kept.

        A search that still runs is ended before. Where it breaks a rule by now, that is
        asked first. A refusal is told by the screen, and the suggestion is
        still looked at.
        """
        current, changed = self.suggesting.current, self.suggesting.looks_at_changed
        if current is not None:
            self.suggesting.after_the_search(partial(self._see_what_breaks, current, changed))

    def _see_what_breaks(self, current: Suggestion, changed: bool) -> None:
        """The question is about what holds by now, whatever was known when it was suggested."""
        placed = {**current.placed, **self.kept.problem.pinned}
        broken = broken_now(self.kept, placed, self.suggesting.wanted)
        use = partial(self._take_over, current, changed, broken)
        if broken:
            self.ask(breaks_text(broken), use)
        else:
            use()

    def _take_over(
        self, current: Suggestion, changed: bool, although: Sequence[BrokenRule]
    ) -> None:
        suggesting = self.suggesting
        verb = partial(
            apply_suggestion,
            self.database,
            self.session_id,
            current.placed,
            self.trails,
            suggesting.wanted,
            changed_by_hand=changed,
            although=although,
        )

        def taken(_nothing: None) -> None:
            self.taking_over = False
            suggesting.look_at(None)
            self._memory.candidates = None
            self.read()
            self.taken_over.emit()

        self.taking_over = True
        title = _("Placing people in consortia")
        if not self._doing.do(len(current.placed), title, verb, taken):
            self._see_what_came_of_it()

    def _see_what_came_of_it(self) -> None:
        """See what is there again, where taking a suggestion over was refused in the end."""
        if self.taking_over:
            self.taking_over = False
            self.read()
