"""What a row of a list says of what somebody allows, and whether that counts."""

from collections.abc import Mapping
from typing import NamedTuple

from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import Text, lazy
from kdc_desktop.instants import Instant
from kdc_desktop.services.people.known import KnownConsent, KnownPeople

_WORDS: Mapping[tuple[ConsentKind, bool], Text] = {
    (ConsentKind.CONTACT, True): lazy("may be contacted"),
    (ConsentKind.CONTACT, False): lazy("does not want to be contacted"),
    (ConsentKind.PHOTOGRAPH, True): lazy("may be photographed"),
    (ConsentKind.PHOTOGRAPH, False): lazy("does not want to be photographed"),
}
_GIVEN = {"yes": True, "no": False}  # untranslated: as a row keeps it


class ConsentSaid(NamedTuple):
    """What somebody allows or refuses; `at` is None where the list does not say when."""

    kind: ConsentKind
    given: bool
    at: Instant | None
    source: str


def words_for(said: ConsentSaid) -> Text:
    """The same in words."""
    return _WORDS[said.kind, said.given]


def consents_said(
    known: KnownPeople,
    person: RosterPerson,
    person_id: int | None,
    at: Instant | None,
    source: str,
) -> tuple[ConsentSaid, ...]:
    """What of a row is news about its person."""
    told = (
        (ConsentKind.CONTACT, person.contact_consent),
        (ConsentKind.PHOTOGRAPH, person.photo_consent),
    )
    said = [ConsentSaid(kind, _GIVEN[word], at, source) for kind, word in told if word in _GIVEN]
    if person_id is None:
        return tuple(said)
    return tuple(one for one in said if _is_news(one, known.consents.get((person_id, one.kind))))


def _is_news(said: ConsentSaid, before: list[KnownConsent] | None) -> bool:
    """Whether it changes what counts.

    What was said later is not overturned. Without a day, a list says nothing of what was withdrawn
    or taken over from it before: it may be older.
    """
    if not before:
        return True
    if before[-1].given == said.given:
        return False
    if said.at is not None:
        return said.at > before[-1].at
    withdrawn = said.given and not before[-1].given
    return not withdrawn and all(
        (one.source, one.given) != (said.source, said.given) for one in before
    )
