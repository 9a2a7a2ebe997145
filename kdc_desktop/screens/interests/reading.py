"""When who is asked and what they have said is read: at once, or in turns of the window."""

from collections.abc import Callable, Sequence

from kdc_desktop.screens.interests.finder import PersonFinder
from kdc_desktop.screens.interests.given import Given
from kdc_desktop.screens.kit.in_turns import InTurns
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.interests.questions import how_many_to_ask, people_to_ask
from kdc_desktop.services.interests.rows import AskedRow
from kdc_desktop.services.kit.many import MANY
from kdc_desktop.storage import Database


class InterestsReading(InTurns):
    """Reads a long list in turns the first time; `filled` once all is shown."""

    def __init__(
        self,
        screen: Screen,
        database: Database,
        session_id: int,
        finder: PersonFinder,
        given: Given,
    ) -> None:
        super().__init__(screen)
        self._database, self._session_id = database, session_id
        self._finder, self._given = finder, given
        self._people: Sequence[AskedRow] = ()
        self.filled = False
        finder.now_wanted.connect(self.finish)

    def begin(self, announce: Callable[[], object], show: Callable[[], object]) -> None:
        """Read, and `show` what was read; `announce` first that it will take a moment."""

        def fill() -> None:
            self.filled = True
            self._given.read()
            show()

        first = not (self.filled or self.under_way)
        if first and how_many_to_ask(self._database, self._session_id) >= MANY:
            self._given.count()
            announce()
            self.start(self._read, self._find, fill)
            return
        self.drop()
        for part in (self._read, self._find, fill):
            part()

    def _read(self) -> None:
        self._people = people_to_ask(self._database, self._session_id)

    def _find(self) -> None:
        self._finder.show_people(self._people)
        self._people = ()
