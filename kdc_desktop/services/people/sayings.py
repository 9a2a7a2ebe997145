"""What a row of a list says that its person offers and needs, and what of it is new."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from kdc_desktop.domain.kit.text import normalise, shortened
from kdc_desktop.domain.people.fields import SAYINGS, PersonField
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.i18n import Fillable, fillable, listed_apart
from kdc_desktop.storage import Snapshot

_WORDS: Mapping[PersonField, Fillable] = {
    PersonField.OFFERS: fillable("offers: {said}"),
    PersonField.NEEDS: fillable("needs: {said}"),
}


class Saying(NamedTuple):
    """One thing that somebody offers or needs."""

    field: PersonField
    text: str

    @property
    def compared(self) -> "Saying":
        """In the form in which it is compared."""
        return Saying(self.field, normalise(self.text))


SayingsOf = Callable[[Snapshot], Mapping[int, frozenset[Saying]]]
"""What people have offered and needed before, by their ids, in the form that is compared."""


def new_sayings(person: RosterPerson, before: Collection[Saying]) -> tuple[Saying, ...]:
    """What of a row its person has not said `before`, which is in the form that is compared."""
    said = (Saying(field, text) for field in SAYINGS for text in getattr(person, field).split("\n"))
    return tuple(one for one in said if one.text and one.compared not in before)


def sayings_told(said: Sequence[Saying]) -> str:
    """The same in words, empty for nothing."""
    sides = ([one.text for one in said if one.field is field] for field in SAYINGS)
    return listed_apart(
        str(_WORDS[field].filled(said=listed_apart(map(shortened, texts))))
        for field, texts in zip(SAYINGS, sides, strict=True)
        if texts
    )
