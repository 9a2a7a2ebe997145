"""Sentences about consortia: how far they are, what to do next, and what the room sees."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from kdc_desktop.domain.consortia.fitting import Suggestion
from kdc_desktop.domain.kit.letters import letter_of
from kdc_desktop.i18n import _, large_and_small, lazy, listed, ngettext, percent_text, sentences
from kdc_desktop.screens.consortia.contents import Card, CardKey, helps_most
from kdc_desktop.services.consortia.confirming import StillOpen
from kdc_desktop.services.consortia.rows import MemberRow, Overview

USE_FIRST = lazy("This is a suggestion, and nobody is placed yet: use it first, then do this.")
MOST_WAITING = 10


@dataclass(frozen=True)
class WaitingLine:
    """One person who waits: where they help most, and the keys that send them there."""

    person_id: int
    name: str
    sector: str
    below: str
    keys: str


def member_of(seen: Overview, card: Card) -> MemberRow | None:
    """The member that a card is, or for which the person on it speaks; None for who waits."""
    for row in seen.consortia:
        for member in row.members:
            here = {one.person_id for one in member.delegates}
            if (card.whole and card.key == CardKey(member.key, row.winner_id)) or (
                not card.whole and card.person_ids and here.issuperset(card.person_ids)
            ):
                return member
    return None


def and_more(count: int) -> str:
    """That there are so many more than are told."""
    return ngettext("And {count} more.", "And {count} more.", count)


def waiting_lines(seen: Overview) -> list[WaitingLine]:
    """The first of those who wait, with where they help most and the keys that send them there."""
    lines = []
    last = min(9, len(seen.consortia))
    for person in seen.waiting[:MOST_WAITING]:
        best = helps_most(seen, person)
        if best is not None:
            below = _("helps most in {consortium}", consortium=letter_of(best))
            keys = str(best + 1) if best < 9 else ""
        else:
            below = _("no place left in what they wished") if person.choices else _("no wish given")
            keys = f"1–{last}" if last > 1 else "1"
        lines.append(WaitingLine(person.person_id, person.name, person.sector, below, keys))
    return lines


def overall(seen: Overview, bound_gap: float | None) -> tuple[str, str]:
    """How many of those who wished have their first wish, and the sentences under it."""
    if not seen.wished:
        return "", ""
    share, below = large_and_small(
        ngettext(
            "{first} of {count}\nperson with a wish has the first one. Any of the three: {any}.",
            "{first} of {count}\npeople with a wish have their first one. Any of the three: {any}.",
            seen.wished,
            first=seen.first_wishes,
            any=seen.any_wishes,
        )
    )
    silent = seen.people - seen.wished
    said = [below]
    if silent:
        said.append(
            ngettext(
                "{count} person has said no wish.", "{count} people have said no wish.", silent
            )
        )
    if bound_gap is not None:
        gap = percent_text(bound_gap / 100, 1)
        best = _("No better answer exists.")
        nearly = _("No better answer exists beyond {gap}.", gap=gap)
        said.append(nearly if bound_gap >= 0.05 else best)
    return share, sentences(said)


class WayOn(Enum):
    """What leads on from a screen without consortia."""

    CHOOSE_WINNERS = auto()
    CHECK_IN = auto()
    SUGGEST = auto()


@dataclass(frozen=True)
class NothingYet:
    """What an empty screen says, and what it offers; `button` is empty for nothing."""

    step: WayOn
    icon: str
    headline: str
    sentence: str
    button: str = ""


def nothing_yet(seen: Overview, taken_up: Sequence[str] = ()) -> NothingYet:
    """What to say while there is no consortium but those that are taken up, by their names."""
    if not seen.winners and taken_up:
        return _only_taken_up(taken_up)
    if not seen.winners:
        return NothingYet(
            WayOn.CHOOSE_WINNERS,
            "trophy",
            _("No winners yet"),
            _(
                "A consortium forms around each winner. Mark winners in the poll first, "
                "or choose them from the board."
            ),
            _("Choose winners…"),
        )
    if not seen.people:
        return NothingYet(
            WayOn.CHECK_IN,
            "users",
            _("Nobody is here yet"),
            _("Check people in first, then form consortia."),
        )
    wished = sum(bool(one.choices) for one in seen.problem.candidates)
    return NothingYet(
        WayOn.SUGGEST,
        "handshake",
        _("No consortia yet"),
        ngettext(
            "{wished} of {count} present have said what they would join. "
            "A suggestion places everybody by wish, sector and size.",
            "{wished} of {count} present have said what they would join. "
            "A suggestion places everybody by wish, sector and size.",
            seen.people,
            wished=wished,
        ),
        _("Suggest consortia"),
    )


def _only_taken_up(taken_up: Sequence[str]) -> NothingYet:
    title = ngettext(
        "{count} consortium is taken up tonight",
        "{count} consortia are taken up tonight",
        len(taken_up),
    )
    told = _(
        "{consortia}: their members are known, and the stages about visions show them. New "
        "consortia form here around winners.",
        consortia=listed(taken_up),
    )
    return NothingYet(WayOn.CHOOSE_WINNERS, "handshake", title, told, _("Choose winners…"))


def suggest_text(kept: Overview, before: bool) -> str:
    """What the button for suggestions is called."""
    if kept.pinned:
        return ngettext(
            "Suggest around {count} pin",
            "Suggest around {count} pins",
            len(kept.pinned),
        )
    return _("Suggest again") if before else _("Suggest consortia")


def confirm_text(kept: Overview, current: Suggestion | None) -> tuple[str, bool]:
    """What the button is called that agrees, and whether there is something to agree to.

    `current` is the suggestion that is looked at.
    """
    if current is not None:
        return _("Use this suggestion"), bool(current.placed)
    filled = [row for row in kept.consortia if row.members]
    confirmed = bool(filled) and all(row.confirmed_at for row in filled)
    text = _("Confirmed") if confirmed else _("Confirm consortia")
    return text, bool(filled) and not confirmed


def confirm_tip(current: Suggestion | None) -> str:
    """What the button does that agrees, and what the room sees of it."""
    if current is not None:
        return _("Everybody is placed, and a room that finds its tables sees the names")
    return _("The outcome and the workbook say that all have agreed; the room sees no difference")


def open_words(still: StillOpen) -> str:
    """Who is together though kept apart, who has no table, whose reservations are open, by name."""
    said = []
    if still.together:
        told = [pair.sentence for pair in still.together[:MOST_WAITING]]
        more = len(still.together) - len(told)
        head = _("In one consortium though that should not be:")
        said.append(sentences([head, *told, *([and_more(more)] if more else ())]))
    if still.without_table:
        said.append(
            ngettext(
                "{count} person has no table yet: {names}.",
                "{count} people have no table yet: {names}.",
                len(still.without_table),
                names=_first_names(still.without_table),
            )
        )
    if still.reserved:
        said.append(
            ngettext(
                "{count} member has an open reservation: {names}.",
                "{count} members have open reservations: {names}.",
                len(still.reserved),
                names=_first_names(still.reserved),
            )
        )
    return "\n\n".join(said)


def _first_names(names: Sequence[str]) -> str:
    shown = list(names[:MOST_WAITING])
    more = len(names) - len(shown)
    if more:
        shown.append(ngettext("{count} more", "{count} more", more))
    return listed(shown)


def placed_line(seen: Overview) -> str:
    """“84 of 87 people placed, 3 waiting”; nothing where nobody is to be placed."""
    if not seen.people or not (seen.winners or seen.consortia):
        return ""
    waiting = len(seen.waiting)
    placed = seen.people - waiting
    if not waiting:
        return ngettext(
            "{placed} of {count} person placed",
            "{placed} of {count} people placed",
            seen.people,
            placed=placed,
        )
    return ngettext(
        "{placed} of {count} person placed, {waiting} waiting",
        "{placed} of {count} people placed, {waiting} waiting",
        seen.people,
        placed=placed,
        waiting=waiting,
    )


def heading(seen: Overview) -> str:
    """“Consortia from 4 winners”."""
    if not seen.winners:
        return _("Consortia")
    return ngettext("Consortia from {count} winner", "Consortia from {count} winners", seen.winners)
