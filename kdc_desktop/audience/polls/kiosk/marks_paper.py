"""A paper on which yeses, dots or votes are given to options."""

from kdc_desktop.audience.polls.kiosk.card_paper import CardPaper
from kdc_desktop.audience.polls.kiosk.option_card import CardShows
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.i18n import _, ngettext


class MarksPaper(CardPaper):
    """Options with what the voter gives each; it never lets them give more than they have."""

    @property
    def given(self) -> int:
        """How many marks are on the paper."""
        return sum(self._marks.values())

    @property
    def left_line(self) -> str:
        """What is left, or what is chosen and what it costs: “3 chosen, 9,000 of 20,000”."""
        total = self._ballot.terms.total
        if not total:
            return super().left_line
        return ngettext(
            "{count} chosen, {cost} of {total}",
            "{count} chosen, {cost} of {total}",
            self.given,
            cost=self._ballot.spent(self._marks),
            total=total,
        )

    @property
    def rest_line(self) -> str:
        total = self._ballot.terms.total
        if total:
            cost = self._ballot.spent(self._marks)
            return _("What you chose costs {cost} of {total}.", cost=cost, total=total)
        left = self.left if self._ballot.dots else 0
        if not left:
            return ""
        return ngettext("You still have {count} to give.", "You still have {count} to give.", left)

    def give(self, option_id: int) -> None:
        """One more for an option, if there is one left; a yes that is there is taken back."""
        spot = Spot(option_id)
        if self._ballot.toggles and self._marks.get(spot):
            self.take(option_id)
            return
        self._marks = {} if self._ballot.single else self._marks
        if problem := self._refused(spot):
            self.said.emit(problem)
            return
        self._marks = self._with_one_more(spot)
        self._changed(spot)

    def take(self, option_id: int) -> None:
        """One less for an option."""
        spot = Spot(option_id)
        if had := self._marks.pop(spot, 0):
            self._marks |= {spot: had - 1} if had > 1 else {}
            self._changed(spot)

    def _with_one_more(self, spot: Spot) -> dict[Spot, int]:
        return self._marks | {spot: self._marks.get(spot, 0) + 1}

    def _refused(self, spot: Spot) -> str | None:
        """Why there cannot be one more there; None where there can."""
        wanted = self._with_one_more(spot)
        problem = self._ballot.problem(wanted)
        over = self._ballot.left(wanted)
        if problem is None or over is None or over >= 0:
            return problem
        if self.left:
            return _("What is left is not enough for one more here. Take something back first.")
        return _("Nothing is left to give. Take something back first.")

    @property
    def _is_single(self) -> bool:
        return self._ballot.toggles

    def _shown(self, option_id: int) -> CardShows:
        spot = Spot(option_id)
        count = self._marks.get(spot, 0)
        single = self._ballot.single
        said = self._ballot.said_of(spot, count)
        can_give = (single and not count) or self._refused(spot) is None
        note = self._ballot.note(spot, self._marks) if self._ballot.notes else ""
        return CardShows(said, count, "✓", can_give=can_give, note=note)
