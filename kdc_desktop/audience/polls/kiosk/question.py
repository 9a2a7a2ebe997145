"""What the kiosk asks: a poll is one kind of question, where a member stands is another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kdc_desktop.audience.polls.kiosk.ballot import Ballot
from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.method import PaperKind
from kdc_desktop.i18n import _, fillable, lazy, pgettext
from kdc_desktop.services.polls.rows import VoterRow


@dataclass(frozen=True)
class Said:
    """What somebody has written to their answer: why, and what would move them one step up."""

    why: str = ""
    would_move: str = ""


class KioskQuestion(Protocol):
    """Who is asked and what; everything but the blank paper is read anew each time."""

    title: str
    about: tuple[str, ...]
    """The question, in a sentence who sees what is answered, and in others what is not promised."""
    how: str
    """How the paper is filled in, where it is not told by the question."""
    secret: bool
    """Whether marks on a paper are nobody else's concern, so that it is put away sooner."""
    ballot: Ballot

    @property
    def words(self) -> "KioskWords":
        """What kind of answer is given here, in sentences."""

    @property
    def tables(self) -> frozenset[str]:
        """Those that say who is asked, what they are called, and whether they still are."""

    @property
    def is_open(self) -> bool:
        """Whether answers are taken here, now or once it is no longer paused."""

    @property
    def is_paused(self) -> bool:
        """Whether none is taken just now, and what is begun waits until it goes on."""

    @property
    def waiting(self) -> list[VoterRow]:
        """Those who have not answered."""

    @property
    def voted(self) -> list[VoterRow]:
        """Those who have."""

    @property
    def latecomers(self) -> Sequence[VoterRow]:
        """Those who are here and are not asked."""

    def is_badge(self, code: str, other_than: VoterRow) -> bool:
        """Whether this is the badge of somebody else who is here."""

    def greeted(self, voter: VoterRow) -> str:
        """By which name somebody is addressed."""

    @property
    def turnout_line(self) -> str:
        """“31 of 140 have voted”."""

    def cast(self, person_id: int, marks: Marks, said: Said) -> None:
        """Take an answer.

        Raises:
            UserError: none is taken any more, or it cannot be taken so.
        """


_OF_DOTS = fillable("{name}, where do your dots go?"), fillable("{name}: your dots")
_HEADLINES = {
    PaperKind.MARKS: (fillable("{name}, what would you support?"), fillable("{name}: your choice")),
    PaperKind.LEVELS: (fillable("{name}, how do you see it?"), fillable("{name}: your answer")),
    PaperKind.ORDER: (fillable("{name}, what comes first?"), fillable("{name}: your order")),
    PaperKind.GRID: (fillable("{name}, how do you judge each?"), fillable("{name}: your judgment")),
    PaperKind.PAIRS: (fillable("{name}, which of the two?"), fillable("{name}: which of two?")),
}
"""What stands over each kind of paper, and where letters are large."""


class KioskWords:
    """The sentences that say what kind of answer is given here; those of a vote where not others.

    `asks_why`: whoever confirms may write a reason, and what would move them one step up.
    """

    cannot_open = lazy("Nobody can vote here now: open the poll and its session first.")
    everybody = lazy("Everybody has voted.")
    paused = lazy("The vote is paused")
    waits = lazy("Please wait: nobody votes now. It goes on here by itself.")
    waits_with_paper = lazy("Please wait. Your paper is kept, and is back when the vote goes on.")
    casts = lazy("Enter casts your vote. Esc goes back to your paper.")
    cast = lazy("Cast my vote")
    blank = lazy("Your paper is blank. You can cast it so.")
    needs = lazy("Choose first, then go on.")
    is_in = lazy("Your vote is in. Please let the next person come.")
    is_not_in = lazy("Your vote is not in: please tell the facilitator.")
    unknown = lazy("Nobody of this name is still to vote. Ask the facilitator.")
    has_answered = lazy("Whoever this fits has voted already.")
    not_asked = lazy("Whoever this fits was not here when this vote was opened, and has no vote.")
    asks_why = False

    def headline(self, name: str, ballot: Ballot, *, roomy: bool) -> str:
        """What stands over the paper of this person; where letters are large, less of it."""
        asked, short = _HEADLINES[ballot.kind]
        if ballot.dots:
            asked, short = _OF_DOTS
        return str((asked if roomy else short).filled(name=name))

    def goes_on(self, name: str, ballot: Ballot, given: int) -> str:
        """What stands there once something is given; empty where it is the same as before."""
        if ballot.kind is not PaperKind.ORDER:
            return ""
        if given < len(ballot.options):
            return _("{name}, what comes next?", name=name)
        return _("{name}, is this your order?", name=name)

    def is_this_yours(self, name: str) -> str:
        """What stands over the answer before it is taken."""
        return _("Is this your vote, {name}?", name=name)

    def has_answered_named(self, name: str) -> str:
        """Of somebody who types their name once more."""
        return _("{name} has voted already.", name=name)

    def not_asked_named(self, name: str) -> str:
        """Of somebody who is here and is not asked."""
        return _(
            "{name} was not here when this vote was opened, and has no vote in it.",
            name=name,
        )

    def change(self, *, roomy: bool) -> str:
        """What leads back to the paper."""
        return _("Change something") if roomy else pgettext("the paper", "Change")
