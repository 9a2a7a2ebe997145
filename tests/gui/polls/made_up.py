"""Methods of voting that nobody has: a paper is filled in by its kind, whatever its method is."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import ClassVar

from kdc_desktop.audience.polls.kiosk.asked_in_turn import AskedInTurn
from kdc_desktop.audience.polls.kiosk.ballot import Ballot
from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.audience.polls.kiosk.question import KioskWords, Said
from kdc_desktop.domain.polls.cast import Cast, Marks, Spot
from kdc_desktop.domain.polls.method import (
    Count,
    Method,
    PaperKind,
    Rule,
)
from kdc_desktop.domain.polls.terms import (
    CriterionTerms,
    PollChoice,
    PollLevel,
    Terms,
)
from kdc_desktop.i18n import lazy, number_text
from kdc_desktop.services.polls.rows import VoterRow
from kdc_desktop.settings import Settings
from tests.rooms.poll_room import NAMES, TOPICS, Room

RULE = Rule("made_up", lazy("Made up"), lazy("Made up."), lazy("Value"))
GRADES = ("Reject", "Poor", "Acceptable", "Good", "Very good", "Excellent")


class MadeUp(Method):
    """A method of which only the paper is thought out."""

    key, order = "made_up", 99
    name = lazy("Made up")
    sentence = lazy("Say what you think of each.")
    rules: ClassVar[tuple[Rule, ...]] = (RULE,)

    def problem(self, terms: Terms, marks: Marks) -> str | None:
        over = terms.marks_each and self.spent(marks) > terms.marks_each
        return "Too much." if over else None

    def count(self, cast: Cast, terms: Terms, rule: Rule) -> Count:
        raise NotImplementedError

    def shares(self, cast: Cast, terms: Terms) -> dict[int, Fraction]:
        raise NotImplementedError


class Squared(MadeUp):
    paper = PaperKind.MARKS

    def spent(self, marks: Marks) -> int:
        return sum(value * value for value in marks.values())

    def said(self, _terms: Terms, value: int) -> str:
        return f"{value} votes, {value * value} credits"


class Ordered(MadeUp):
    paper = PaperKind.ORDER

    def spent(self, marks: Marks) -> int:
        return len(marks)

    def said(self, _terms: Terms, value: int) -> str:
        return f"place {value}" if value else "not ranked"


class Scaled(MadeUp):
    paper = PaperKind.LEVELS

    def problem(self, terms: Terms, marks: Marks) -> str | None:
        known = {level.value for level in self.levels(terms)}
        return None if set(marks.values()) <= known else "There is no such level."

    def levels(self, terms: Terms) -> tuple[PollLevel, ...]:
        return tuple(PollLevel(n, number_text(n)) for n in range(terms.lowest, terms.highest + 1))


class Graded(Scaled):
    def levels(self, _terms: Terms) -> tuple[PollLevel, ...]:
        return tuple(PollLevel(value, name) for value, name in enumerate(GRADES))


class Judged(Scaled):
    paper = PaperKind.GRID

    def spots(self, terms: Terms) -> Iterable[Spot]:
        return (Spot(key, one.number) for key in terms.ids for one in terms.criteria)


class Paired(MadeUp):
    paper = PaperKind.PAIRS

    def spots(self, terms: Terms) -> Iterable[Spot]:
        return (Spot(one, other) for one in terms.ids for other in terms.ids if one != other)


CRITERIA = (CriterionTerms(1, "Impact"), CriterionTerms(2, "Effort", 2))


def choices(number: int) -> tuple[PollChoice, ...]:
    """So many options, with ids that are not their numbers."""
    return tuple(
        PollChoice(100 + n, TOPICS[n] if n < len(TOPICS) else f"Topic {n + 1}")
        for n in range(number)
    )


def ballot(method: Method, number: int = 6, **limits: int) -> Ballot:
    """The paper of a method with so many options."""
    criteria = CRITERIA if method.paper is PaperKind.GRID else ()
    return Ballot(method, Terms(choices(number), **limits, criteria=criteria))


def places(marks: Marks) -> dict[int, int]:
    """Marks by the numbers of the options, where parts do not matter."""
    return {spot.option_id - 99: value for spot, value in marks.items()}


class Asked(AskedInTurn):
    """Ten people who answer on this paper; `cast_papers` has what came in."""

    title = "What shall we start this winter?"
    secret = True
    words = KioskWords()
    tables: frozenset[str] = frozenset()
    is_open = True
    turnout_line = "0 of 10 have voted"

    def __init__(self, paper: Ballot, *promises: str) -> None:
        self.ballot = paper
        self.about = (self.title, "Secret: nobody can find your vote again.", *promises)
        self.how = str(paper.method.sentence)
        self.cast_papers: list[dict[Spot, int]] = []

    def _asked(self) -> list[VoterRow]:
        return [
            VoterRow(n, f"{name} Laine", "Works of the yard", "A", str(200 + n), None)
            for n, name in enumerate(NAMES, 1)
        ]

    def cast(self, _person_id: int, marks: Marks, _said: Said) -> None:
        self.cast_papers.append(dict(marks))


class Asking(Kiosk):
    """A kiosk for such a paper; `question` has what came in."""

    def __init__(self, room: Room, question: Asked, text_size: int = 100) -> None:
        settings = Settings(room.database.path.with_suffix(".ini"))
        settings.text_size = text_size
        super().__init__(room.database, question, settings)
        self.question = question

    @property
    def marks(self) -> dict[Spot, int]:
        """What is on the paper now."""
        return self.stack.paper.paper.marks

    def put_away(self) -> None:
        """Close it at once."""
        self._may_close = True
        self.close()
        self.deleteLater()


Ask = Callable[..., Asking]
