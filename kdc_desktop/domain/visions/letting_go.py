"""What a consortium has before it is let go: a vision, a lead, dated commitments, contacts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kdc_desktop.domain.visions.readiness import Readiness
from kdc_desktop.i18n import Text, date_text, lazy, listed_and, ngettext, nlazy, sentences

_MOST_NAMED = 3


class LetGoCheck(StrEnum):
    """One of the things that are looked at before."""

    VISION = "vision"
    MISSING = "missing"
    LEAD = "lead"
    COMMITMENTS = "commitments"
    CONTACTS = "contacts"


@dataclass(frozen=True)
class CheckRow:
    """Whether it is there, and in a sentence what there is or what to do."""

    check: LetGoCheck
    done: bool
    text: Text


class Contacts(NamedTuple):
    """On which day it was said that the members have each other's, by whom; None: they have not."""

    shared_on: date | None = None
    said_by: str = ""


def checklist(
    version_number: int,
    readiness: Readiness,
    leads: Sequence[str],
    due: Sequence[date],
    *,
    contacts: Contacts,
) -> tuple[CheckRow, ...]:
    """The four, in their order; what else keeps the consortium from going stands after the vision.

    Args:
        version_number: of the vision; 0 before the first.
        readiness: what keeps the consortium from going with it.
        leads: who leads it.
        due: the days of what is promised and not kept yet.
        contacts: whether the members have each other's, since when, and who has said so.
    """
    return (
        _vision(version_number, readiness),
        *_missing(version_number, readiness),
        CheckRow(LetGoCheck.LEAD, bool(leads), _lead(leads)),
        CheckRow(LetGoCheck.COMMITMENTS, bool(due), _commitments(due)),
        CheckRow(LetGoCheck.CONTACTS, contacts.shared_on is not None, _contacts(contacts)),
    )


def _vision(version_number: int, readiness: Readiness) -> CheckRow:
    if not version_number:
        return CheckRow(LetGoCheck.VISION, False, lazy("There is no vision yet. Write one."))
    if not readiness.unsettled:
        words = lazy("All stand behind version {number}.", number=version_number)
        return CheckRow(LetGoCheck.VISION, True, words)
    words = lazy(
        "Version {number} is not agreed. {reasons}",
        number=version_number,
        reasons=_in_words(readiness.unsettled),
    )
    return CheckRow(LetGoCheck.VISION, False, words)


def _missing(version_number: int, readiness: Readiness) -> Iterator[CheckRow]:
    """What is no question of the version: a role, a sector, an objection that is open."""
    if version_number and readiness.beside:
        words = Text.plain(_in_words(readiness.beside))
        yield CheckRow(LetGoCheck.MISSING, False, words)


def _in_words(reasons: Sequence[Text]) -> str:
    """By name, or how many more where a list of them would hide the rest."""
    named = [str(one) for one in reasons[:_MOST_NAMED]]
    more = len(reasons) - len(named)
    if more:
        named.append(ngettext("And {count} more.", "And {count} more.", more))
    return sentences(named)


def _contacts(contacts: Contacts) -> Text:
    if contacts.shared_on is None:
        return lazy("Let the members give each other their contacts, then tick this.")
    since = date_text(contacts.shared_on)
    if not contacts.said_by:
        return lazy("The members have each other's contacts since {day}.", day=since)
    return lazy(
        "The members have each other's contacts since {day}, as {name} said.",
        day=since,
        name=contacts.said_by,
    )


def _lead(leads: Sequence[str]) -> Text:
    if not leads:
        return lazy("Nobody leads. Give a member the role of the lead.")
    return nlazy("{names} leads.", "{names} lead.", len(leads), names=listed_and(leads))


def _commitments(due: Sequence[date]) -> Text:
    if not due:
        return lazy("Nobody has promised anything by a day. Note who gives what by when.")
    return nlazy(
        "{count} commitment has a day: {first}.",
        "{count} commitments have a day, the first is {first}.",
        len(due),
        first=date_text(min(due)),
    )
