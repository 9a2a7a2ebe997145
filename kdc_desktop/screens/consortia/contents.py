"""What the columns say: consortia and those waiting as plain text, before anything is drawn."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.consortia.fitting import Candidate
from kdc_desktop.domain.consortia.states import WITH_THE_CLUB
from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.domain.interests.choices import choice_text
from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.letters import letter_of
from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.i18n import _, listed, ngettext, spoken
from kdc_desktop.services.consortia.rows import (
    ConsortiumRow,
    DelegateRow,
    MemberKey,
    MemberKind,
    MemberRow,
    Overview,
)


class Ink(StrEnum):
    """The role of the palette that something is written in."""

    GOOD = "good"
    MUTED = "muted"
    WARNING = "warning"


class CardKey(NamedTuple):
    """What a card is known by: a member of the consortium of a winner, or a single person."""

    member: MemberKey
    winner_id: int | None

    @classmethod
    def of_person(cls, person_id: int) -> Self:
        """The key of the card of one person: a delegate, or somebody who waits."""
        return cls(MemberKey(MemberKind.PERSON, person_id), None)


class Card(NamedTuple):
    """One card: a member, a delegate of an unfolded member, or a person who waits.

    `tone` is what `chip` is written in. `member_id` is None while it is
    only suggested, and for single people. `rows` are the delegates of an unfolded member.
    """

    key: CardKey
    sector: str
    title: str
    below: str
    chip: str
    tone: Ink
    pinned: bool
    person_ids: tuple[int, ...]
    member_id: int | None = None
    whole: bool = False
    rows: tuple["Card", ...] = ()

    @property
    def spoken(self) -> str:
        """The card for a screen reader."""
        pinned = _("pinned") if self.pinned else ""
        return listed(part for part in (self.title, self.below, self.chip, pinned) if part)


@dataclass(frozen=True)
class ColumnText:
    """One column: a consortium, or those who wait when `winner_id` is None."""

    winner_id: int | None
    consortium_id: int | None
    letter: str
    key: str
    title: str
    below: str
    status: str
    tone: Ink
    confirmed: bool
    badges: tuple[tuple[str, bool], ...]
    cards: tuple[Card, ...]
    notices: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """The head of the column for a screen reader."""
        return spoken((self.letter, self.title, self.below, self.status, *self.notices))


_Instead = Mapping[int, str]
_Known = dict[int, tuple[ConsortiumRow, Collection[CardKey], _Instead, ColumnText]]
"""The columns by their places, with what each was worded of."""


class ColumnTexts:
    """The columns for overviews; what has not changed since the last one is not worded again."""

    def __init__(self) -> None:
        self._known: _Known = {}
        self._ahead: _Known = {}

    def word_ahead(self, seen: Overview) -> None:
        """Word the columns of an overview in a job: soon it is looked at."""
        self._ahead = {
            place: (row, frozenset(), {}, _column(row, place, (), {}))
            for place, row in enumerate(seen.consortia)
        }

    def of(self, seen: Overview, unfolded: Collection[CardKey]) -> tuple[ColumnText, ...]:
        """The columns; those waiting come last, if anybody waits."""
        known, ahead, self._known = self._known, self._ahead, {}
        columns = []
        for place, row in enumerate(seen.consortia):
            here = frozenset(key for key in unfolded if key.winner_id == row.winner_id)
            asked = (row, here, _instead_in(seen, row))
            worded = (each.get(place, (None, None, None, None)) for each in (known, ahead))
            text = next((text for *of, text in worded if text and tuple(of) == asked), None)
            text = text or _column(row, place, unfolded, asked[2])
            self._known[place] = (*asked, text)
            columns.append(text)
        if seen.waiting and columns:
            columns.append(_waiting(seen))
        return tuple(columns)


def helps_most(seen: Overview, person: Candidate) -> int | None:
    """The place of the consortium that a waiting person helps most, from 0; None for no idea.

    Among those they wished, one that misses their sector comes first, then the earlier wish;
    without a wish, one that misses their sector.
    """
    scores = []
    for place, row in enumerate(seen.consortia):
        lacks = any(gap.sector == person.sector for gap in row.gaps)
        wished = row.winner_id in person.choices
        if row.people < row.largest and (wished or (lacks and not person.choices)):
            rank = person.choices.index(row.winner_id) if wished else 9
            scores.append((not lacks, rank, place))
    return min(scores)[2] if scores else None


def _instead_in(seen: Overview, row: ConsortiumRow) -> dict[int, str]:
    """Of the people of a consortium those who are elsewhere in the first suggestion."""
    if not seen.instead:
        return {}
    people = (one.person_id for member in row.members for one in member.delegates)
    return {key: seen.instead[key] for key in people if key in seen.instead}


def _column(
    row: ConsortiumRow, place: int, unfolded: Collection[CardKey], instead: _Instead
) -> ColumnText:
    missing = {gap.sector for gap in row.gaps}
    letters = [letter for letter in COUNTED if letter in row.by_sector or letter in missing]
    people = ngettext("{count} person", "{count} people", row.people)
    organisations = ngettext("{count} organisation", "{count} organisations", row.organisations)
    return ColumnText(
        row.winner_id,
        row.id,
        letter_of(place),
        str(place + 1) if place < 9 else "",
        row.name,
        f"{people} · {organisations}",
        _status(row),
        Ink.WARNING if row.missing or row.together else Ink.GOOD,
        row.confirmed_at is not None,
        tuple((letter, letter in missing) for letter in letters),
        tuple(_member(row.winner_id, member, unfolded, instead) for member in row.members),
        (
            *(pair.sentence for pair in row.together),
            *(gap.sentence for gap in row.gaps),
            *(_("Needed: {role}.", role=role.title.rstrip(".")) for role in row.wanted_roles),
        ),
    )


def _status(row: ConsortiumRow) -> str:
    if row.state not in WITH_THE_CLUB:
        return str(STATE_WORDS[row.state])
    if row.together:
        return ngettext("{count} pair to part", "{count} pairs to part", len(row.together))
    if row.missing:
        return ngettext("{count} gap", "{count} gaps", row.missing)
    return _("complete")


def _member(
    winner_id: int, member: MemberRow, unfolded: Collection[CardKey], instead: _Instead
) -> Card:
    key = CardKey(member.key, winner_id)
    first = member.delegates[0] if member.delegates else None
    chip, tone = _chip(member.choice, any(one.wished for one in member.delegates))
    if member.organisation_id is None:
        who = dotted(_("resident"), first.apart if first is not None else "")
    elif len(member.delegates) == 1 and first is not None:
        who = dotted(first.name, first.apart)
    else:
        who = ngettext("{count} delegate", "{count} delegates", len(member.delegates))
    usual = member.role == MemberRole.PARTNER
    below = dotted(who, "" if usual else str(ROLE_WORDS[member.role]), _otherwise(member, instead))
    card = Card(
        key,
        member.sector,
        member.name,
        below,
        chip if first else "",
        tone,
        member.pinned,
        tuple(one.person_id for one in member.delegates),
        member.id,
        whole=True,
    )
    if key in unfolded and member.organisation_id is not None:
        rows = tuple(_delegate(member.sector, one, instead) for one in member.delegates)
        card = card._replace(rows=rows)
    return card


def _otherwise(member: MemberRow, instead: _Instead) -> str:
    """Where the first suggestion has who speaks for a member, or how many it has elsewhere."""
    moved = [instead[one.person_id] for one in member.delegates if one.person_id in instead]
    if not moved:
        return ""
    if len(member.delegates) == 1:
        return _("first: {group}", group=moved[0])
    return ngettext("first: {count} elsewhere", "first: {count} elsewhere", len(moved))


def _delegate(sector: str, one: DelegateRow, instead: _Instead) -> Card:
    chip, tone = _chip(one.choice, one.wished)
    there = instead.get(one.person_id)
    return Card(
        CardKey.of_person(one.person_id),
        sector,
        one.name,
        dotted(one.apart, _("first: {group}", group=there) if there else ""),
        chip,
        tone,
        one.pinned,
        (one.person_id,),
    )


def _chip(choice: int | None, wished: bool) -> tuple[str, Ink]:
    if choice is not None:
        return choice_text(choice), Ink.GOOD if choice == 1 else Ink.MUTED
    return (_("not wished"), Ink.WARNING) if wished else (_("no wish"), Ink.MUTED)


def _waiting(seen: Overview) -> ColumnText:
    letters = {row.winner_id: letter_of(at) for at, row in enumerate(seen.consortia)}
    cards = []
    for one in seen.waiting:
        wishes = [letters[key] for key in one.choices if key in letters]
        chip = _("wishes {consortia}", consortia=listed(wishes)) if wishes else ""
        if not one.choices:
            chip = _("no wish")
        below = dotted(one.organisation or _("resident"), one.apart)
        cards.append(
            Card(
                CardKey.of_person(one.person_id),
                one.sector,
                one.name,
                below,
                chip,
                Ink.MUTED,
                False,
                (one.person_id,),
            )
        )
    people = ngettext("{count} person", "{count} people", len(cards))
    return ColumnText(
        None, None, "", "0", _("Waiting"), people, "", Ink.MUTED, False, (), tuple(cards), ()
    )
