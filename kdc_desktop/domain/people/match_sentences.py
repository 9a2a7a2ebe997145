"""What is said of a row of a list that may be somebody known, or nobody, in sentences."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

from kdc_desktop.domain.kit.lengths import LINE, NAME
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.people.cells import address_in
from kdc_desktop.domain.people.pool import Someone
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.states import Answer
from kdc_desktop.domain.people.units import Unit
from kdc_desktop.i18n import Fillable, _, fillable

_LONGEST = {"name": NAME, "email": LINE, "organisation": NAME}


class MatchDoubt(Enum):
    """Why it is not sure who a row is."""

    ADDRESS = auto()
    OTHER_ADDRESS = auto()
    SEVERAL_ROWS = auto()
    NAME_ALONE = auto()
    NAMESAKES = auto()
    OWN_ID = auto()
    WITHOUT_ADDRESS = auto()
    NEARLY = auto()
    SEVERAL_NEARLY = auto()
    OTHER_CELLS = auto()
    SHIFTED = auto()


_WORDS: Mapping[MatchDoubt, Fillable] = {
    MatchDoubt.ADDRESS: fillable(
        "The address {email} belongs to {other}: is {name} the same person, or somebody new?"
    ),
    MatchDoubt.OTHER_ADDRESS: fillable(
        "{other} of {organisation} is known with the address {email}: is it the same person, or"
        " somebody new?"
    ),
    MatchDoubt.SEVERAL_ROWS: fillable(
        "{other} is known without an address, and several rows may be that person: is it this one,"
        " or is this somebody new?"
    ),
    MatchDoubt.NAME_ALONE: fillable(
        "{other} is known without an organisation: is it the same person, or somebody new?"
    ),
    MatchDoubt.NAMESAKES: fillable(
        "Several people are called {name}: add the e-mail of the one who is meant, or merge them"
        " under People if they are one."
    ),
    MatchDoubt.OWN_ID: fillable(
        "This row had {other} when it was written, and nothing of that is left: is {name} the same"
        " person, or somebody new?"
    ),
    MatchDoubt.SHIFTED: fillable(
        "This row had {other} when it was written, and has now the name or the address of somebody"
        " else; so have others, as if a column had been moved by itself: is {name} the same person,"
        " or somebody new?"
    ),
    MatchDoubt.WITHOUT_ADDRESS: fillable(
        "{other} of {organisation} is known without an address: is it the same person, or somebody"
        " new?"
    ),
    MatchDoubt.NEARLY: fillable(
        "{other} is known, which is nearly the same name: is {name} the same person, or somebody"
        " new?"
    ),
    MatchDoubt.SEVERAL_NEARLY: fillable(
        "Several people have nearly the name {name}: add the e-mail of the one who is meant."
    ),
}
_SEVERAL = {MatchDoubt.NEARLY: MatchDoubt.SEVERAL_NEARLY}
_IN_THE_LIST = fillable(
    "{name} has nearly the name and the address of {other} in row {row}: is it the same person, or"
    " somebody new?"
)
_OTHER_CELLS = fillable(
    "{name} has the name of row {row}, but another department, job title, phone or badge code: is"
    " it the same person, or somebody new?"
)


@dataclass(frozen=True)
class MatchQuestion:
    """A question, and whom it is about."""

    why: MatchDoubt
    about: Sequence[Someone]

    @property
    def only(self) -> Someone | None:
        """Whom “the same person” would mean; None where that could be several."""
        return self.about[0] if len(self.about) == 1 else None

    @property
    def offers(self) -> tuple[Answer, ...]:
        """The answers that there are."""
        others = (Answer.NEW, Answer.LEAVE_OUT)
        return others if self.only is None else (Answer.SAME, *others)

    @property
    def person_id(self) -> int | None:
        """Whom of those known it is about; None where that could be several, or is in the list."""
        return self.only.key if self.only is not None and self.only.key > 0 else None

    def sentence(self, person: RosterPerson, numbers: Sequence[int]) -> str:
        """What is asked; `numbers` are what the rows are called."""
        other = self.about[0]
        several = len(self.about) > 1
        why = _SEVERAL.get(self.why, MatchDoubt.NAMESAKES) if several else self.why
        if why is MatchDoubt.ADDRESS and other.rows:
            return str(
                _IN_THE_LIST.filled(
                    name=person.name, other=other.person.name, row=str(numbers[other.rows[-1]])
                )
            )
        if why is MatchDoubt.OTHER_CELLS:
            row = str(numbers[other.rows[-1]])
            return str(_OTHER_CELLS.filled(name=person.name, row=row))
        return str(
            _WORDS[why].filled(
                name=person.name,
                email=other.person.email,
                other=other.person.name,
                organisation=other.person.organisation,
            )
        )


def left_out_again(name: str, number: int) -> str:
    """That a row is of somebody of whom a later row tells."""
    return _("{name} comes again in row {row}, which counts.", name=name, row=str(number))


def known_by_address(person: RosterPerson) -> str:
    """That a row without a name is of somebody known."""
    return _(
        "{email} is the address of {name}, who is known.", email=person.email, name=person.name
    )


def refusal_of(person: RosterPerson) -> str | None:
    """Why nobody can come in by a row; None where somebody can."""
    if not person.name and person.unnamed:
        return _("“{text}” is a guest without a name: fill it in.", text=shortened(person.unnamed))
    if not person.name and person.email:
        return _("{email} stands here without a name: fill it in.", email=person.email)
    if not person.name:
        return _("This row has no name: fill it in.")
    if "@" in person.name and address_in(person.name):
        return _(
            "“{text}” is not one person with one address: give everybody a row of their own.",
            text=shortened(person.name),
        )
    for detail, longest in _LONGEST.items():
        said = getattr(person, detail)
        if len(said) > longest:
            return _(
                "“{text}” is too long: shorten it to {longest} characters.",
                text=shortened(said),
                longest=longest,
            )
    return None


def one_of(
    unit: Unit, at_place: Collection[Someone], loose: Collection[Someone]
) -> Someone | MatchQuestion | None:
    """Who of those of its name it is; asked about where that is not sure.

    One of the same organisation; of several, one who has no address either. Else one of the others,
    if only one has that name, and the name alone is enough where the unit has no organisation.
    """
    if len(at_place) == 1:
        return next(iter(at_place))
    if at_place:
        alike = (one for one in at_place if not unit.email and not one.person.email)
        return next(alike, None) or MatchQuestion(MatchDoubt.NAMESAKES, first_of(at_place))
    if len(loose) > 1:
        return MatchQuestion(MatchDoubt.NAMESAKES, first_of(loose))
    for one in loose:
        return MatchQuestion(MatchDoubt.NAME_ALONE, [one]) if unit.place else one
    return None


def first_of(people: Iterable[Someone]) -> list[Someone]:
    """As many as tell whether it is one."""
    return list(islice(people, 2))
