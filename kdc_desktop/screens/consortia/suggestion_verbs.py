"""Suggest consortia, look at what was found, take it over, and confirm what is kept."""

from collections.abc import Callable
from functools import partial

from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.shown import Shown
from kdc_desktop.screens.consortia.wanted_dialog import WantedDialog
from kdc_desktop.screens.consortia.words import confirm_text, open_words
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.questions import ask_first
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.consortia.confirming import still_open
from kdc_desktop.services.consortia.forming import confirm_consortia, set_wanted
from kdc_desktop.services.consortia.suggestions import problem_of
from kdc_desktop.services.consortia.wanted import Wanted, usual_wanted


class SuggestionVerbs:
    """The verbs of a consortia screen that are about all consortia together."""

    def __init__(self, screen: Screen, shown: Shown) -> None:
        self._screen, self._shown = screen, shown
        shown.ask = self._ask

    def add_actions(self) -> None:
        """Add everything to the screen, so that the palette and the key sheet find it."""
        act = self._screen.act
        act(
            "suggest_consortia",
            _("Suggest consortia"),
            self.suggest,
            shortcut="S",
            icon="wand-sparkles",
        )
        act(
            "sizes_sectors_and_what_matters",
            _("Sizes, sectors and what matters…"),
            self.show_wanted,
            icon="settings",
        )
        act(
            "use_or_confirm_these_consortia",
            _("Use or confirm these consortia"),
            self.confirm,
            shortcut="C",
            icon="check",
        )

    def suggest(self) -> None:
        """Find suggestions in the background; while it runs, stop."""
        shown = self._shown
        place = (shown.database, shown.session_id, shown.trails)
        read = partial(problem_of, *place, shown.suggesting.wanted)
        shown.suggesting.start(read, partial(shown.foresee, shown.kept))

    def _ask(self, breaks: str, use: Callable[[], object]) -> None:
        ask_first(self._screen, "breaks_box", breaks, _("&Use it all the same"), use)

    def look_at(self, segment: int) -> None:
        """Look at a suggestion, from 0, or at what is kept."""
        self._shown.suggesting.look_at(segment)
        self._shown.look()

    def confirm(self) -> None:
        """Take the suggestion over that is looked at; else confirm what is kept.

        Who is still waiting is said before.
        """
        if self._shown.suggesting.current is not None:
            self._shown.take_over()
        else:
            shown = self._shown
            place = (shown.database, shown.session_id)
            still = still_open(*place, shown.kept, shown.trails)
            confirm = partial(self._screen.attempt, confirm_consortia, *place)
            if still and confirm_text(shown.kept, None)[1]:
                text, caption = open_words(still), _("&Confirm all the same")
                ask_first(self._screen, "confirm_box", text, caption, confirm)
            else:
                confirm()

    def show_wanted(self) -> None:
        """Let the facilitator say what a suggestion looks for."""
        dialog = WantedDialog(self.wanted(), self._screen)
        dialog.kept.connect(self._want)
        open_to_write(dialog)

    def wanted(self) -> Wanted:
        """What a suggestion is asked for just now."""
        kept, said = self._shown.kept, self._shown.suggesting.wanted
        if said is not None:
            return said
        usual = usual_wanted(kept.problem.candidates, kept.winners)
        if not kept.consortia:
            return usual
        first = kept.consortia[0]
        return Wanted(first.smallest, first.largest, first.needed_sectors, usual.per_organisation)

    def _want(self, wanted: Wanted) -> None:
        self._shown.suggesting.wanted = wanted
        ids = [row.id for row in self._shown.kept.consortia if row.id is not None]
        if ids:
            self._screen.attempt(
                set_wanted,
                self._shown.database,
                ids,
                wanted.smallest,
                wanted.largest,
                wanted.needed_sectors,
            )
        self._shown.read()
