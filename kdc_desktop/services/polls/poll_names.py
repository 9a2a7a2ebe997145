"""How a poll is told apart from others of its session: by its number, its method and its round."""

from collections import Counter
from collections.abc import Mapping, Sequence

from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.i18n import _, listed, pgettext
from kdc_desktop.model.polls import Option, Poll


class PollNames:
    """The polls of some sessions, each with the number by which screens offer it."""

    def __init__(self, polls: Mapping[int, Poll], options: Mapping[int, Sequence[Option]]) -> None:
        self._polls, self._options = polls, options
        self._numbers: dict[int, int] = {}
        count = Counter[int]()
        for key, poll in sorted(polls.items()):
            count[poll.session_id] += 1
            self._numbers[key] = count[poll.session_id]

    def number(self, poll_id: int) -> int:
        """Its place among the polls of its session, from 1."""
        return self._numbers[poll_id]

    def numbered(self, poll: Poll) -> str:
        """“2. Which place?”"""
        number = self._numbers[poll.id]
        return _("{number}. {text}", number=number, text=poll.question)

    def counted_by(self, poll: Poll) -> str:
        """Its method, and the rule where the method has several: “Ranking, Borda”."""
        method = method_of(poll.method)
        rule = [str(method.rule(poll.rule).name)] if len(method.rules) > 1 else []
        return listed([str(method.name), *rule])

    def round_told(self, poll: Poll) -> str:
        """“run-off after poll 1” where it has fewer options; empty where it is no further round."""
        if poll.round_of is None:
            return ""
        before = self._polls.get(poll.round_of)
        if before is None:  # it was put into the trash
            return pgettext("a poll", "another round")
        number = self._numbers[before.id]
        if len(self._options[poll.id]) < len(self._options[before.id]):
            return pgettext("a poll", "run-off after poll {number}", number=number)
        return pgettext("a poll", "another round of poll {number}", number=number)

    def stands(self, poll: Poll) -> str:
        """“void”, or “draft”; empty of any other."""
        if poll.voided_at is not None:
            return pgettext("a poll", "void")
        return pgettext("a poll", "draft") if poll.state is PollState.DRAFT else ""

    def heading(self, poll: Poll, *, with_method: bool = True) -> str:
        """“2. Which place? (Ranking, Borda, run-off after poll 1, void)”."""
        method = self.counted_by(poll) if with_method else ""
        told = [one for one in (method, self.round_told(poll), self.stands(poll)) if one]
        if not told:
            return self.numbered(poll)
        return _("{name} ({what})", name=self.numbered(poll), what=listed(told))

    def told(self, poll: Poll) -> str:
        """“Poll 2 (Ranking, Borda, run-off after poll 1).”"""
        told = filter(None, (self.counted_by(poll), self.round_told(poll)))
        return _("Poll {number} ({what}).", number=self._numbers[poll.id], what=listed(told))
