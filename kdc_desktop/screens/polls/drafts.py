"""What is filled in of polls and not kept yet."""

from dataclasses import dataclass, field

from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.i18n import _
from kdc_desktop.screens.polls.hands_panel import HandsCount
from kdc_desktop.services.polls.preparing import PollPlan


@dataclass(frozen=True)
class Drafts:
    """New polls by session, shows of hands by poll, and the marks of papers by poll and person.

    They outlive their screen and, with the window's `unfinished`, the window in one language.
    """

    begun: dict[int, PollPlan] = field(default_factory=dict)
    hands: dict[int, HandsCount] = field(default_factory=dict)
    papers: dict[tuple[int, int], Marks] = field(default_factory=dict)

    def forget_papers(self, poll_id: int) -> None:
        """The vote is over: what is begun of it is cast no more."""
        for key in [key for key in self.papers if key[0] == poll_id]:
            del self.papers[key]

    def at_stake(self) -> list[str]:
        """What goes with the club, in sentences."""
        said = (
            (self.hands, _("Counts of a show of hands that are not kept go, too.")),
            (self.papers, _("A paper that is begun and not cast goes, too.")),
            (self.begun, _("A new poll that is begun goes, too.")),
        )
        return [sentence for there, sentence in said if there]
