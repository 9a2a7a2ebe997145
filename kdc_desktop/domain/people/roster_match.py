"""What becomes of the rows of a list, as its preview tells it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kdc_desktop.domain.people.changes import changes
from kdc_desktop.domain.people.match_sentences import MatchDoubt, MatchQuestion, left_out_again
from kdc_desktop.domain.people.pool import Someone
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.states import Answer, MatchState
from kdc_desktop.domain.people.units import Unit
from kdc_desktop.i18n import _, listed_apart

OF_ONE_AGAIN = (Answer.SAME, Answer.NEW)
"""What a row offers of whose person another row tells, or has told."""


@dataclass(frozen=True)
class RosterMatch:
    """What becomes of one row: `person` is what is taken over of it, and of earlier rows of them.

    `person_id` is whom it matched or, where it is asked, who it may be; `renames` that they get its
    name. `offers` are the answers that there are to what was asked, `why` is what is asked, also of
    a row that was left out for it; `sentence` is for the preview.
    """

    person: RosterPerson
    state: MatchState
    sentence: str
    person_id: int | None = None
    renames: bool = False
    offers: tuple[Answer, ...] = ()
    why: MatchDoubt | None = None


def asked(unit: Unit, asking: MatchQuestion, numbers: Sequence[int]) -> RosterMatch:
    """A row of which is asked; `numbers` are what the rows are called."""
    sentence = asking.sentence(unit.person, numbers)
    return having_asked(RosterMatch(unit.person, MatchState.ASKED, sentence), asking)


def having_asked(match: RosterMatch, asking: MatchQuestion) -> RosterMatch:
    """The same with what is, or was, asked of it."""
    offers, why = asking.offers, asking.why
    return replace(match, person_id=asking.person_id, offers=offers, why=why)


def as_chosen(unit: Unit) -> str:
    """Why it is left out."""
    return _("{name} is left out, as you chose.", name=unit.person.name)


def match_of(someone: Someone, renames: bool) -> RosterMatch:
    """What becomes of the row that speaks for somebody."""
    name = someone.person.name
    if someone.key < 0:
        new = replace(someone.told, name=name)
        return RosterMatch(new, MatchState.NEW, _("{name} is new.", name=name))
    told = changes(someone.before, someone.person)
    if not told:
        sentence = _("{name} is known.", name=name)
        return RosterMatch(someone.told, MatchState.SAME, sentence, someone.key)
    before = someone.before.name
    sentence = _("{name}: {changes}.", name=before, changes=listed_apart(told))
    return RosterMatch(someone.told, MatchState.CHANGED, sentence, someone.key, renames)


def answered_again(person: RosterPerson, number: int, person_id: int | None) -> RosterMatch:
    """A row of somebody of whom the row with this number tells."""
    sentence = left_out_again(person.name, number)
    return RosterMatch(person, MatchState.LEFT_OUT, sentence, person_id, offers=OF_ONE_AGAIN)
