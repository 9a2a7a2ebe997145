"""What the table of interests and the room's slide say."""

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import Qt

from kdc_desktop.audience.interests.interests_slide import InterestLine, InterestsSlide
from kdc_desktop.audience.kit.marks import SectorCount
from kdc_desktop.domain.interests.choices import CHOICES, choice_text
from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.kit.rows import Column
from kdc_desktop.services.interests.rows import AskedRow, InterestRow, WinnerInterest

_CENTRE = Qt.AlignmentFlag.AlignHCenter
WIDTHS = (140, 46, 48, 46, 86, 160, 70, 200, 200)
ROLE = 4  # the column whose words are ours, so that none is cut
MAY_BE_EMPTY = ("choice1", "choice2", "offers", "needs")
"""The columns that are shown once somebody has said something there."""


def columns(titles: Mapping[int, str]) -> list[Column[InterestRow]]:
    """The columns of the table; `titles` names the winners in their order and may change later.

    A choice is told by the winner's number, as in the list beside the table; pointing at it tells
    its name.
    """

    def number(place: int) -> Callable[[InterestRow], str]:
        def of(row: InterestRow) -> str:
            known = list(titles)
            chosen = row.choices[place] if place < len(row.choices) else None
            return str(known.index(chosen) + 1) if chosen in known else ""

        return of

    def named(place: int) -> Callable[[InterestRow], str]:
        return lambda row: titles.get(row.choices[place], "") if place < len(row.choices) else ""

    return [
        Column("name", _("Name"), lambda row: row.name),
        *(
            Column(f"choice{at}", choice_text(at + 1), number(at), _CENTRE, named(at))
            for at in range(CHOICES)
        ),
        Column("role", _("As"), _as_what),
        Column("organisation", _("Organisation"), lambda row: row.organisation or _("resident")),
        Column("sector", _("Sector"), lambda row: row.sector),
        Column("offers", _("Offers"), lambda row: row.offers),
        Column("needs", _("Needs"), lambda row: row.needs),
    ]


def _as_what(row: InterestRow) -> str:
    return _("voted for it") if row.proposed else str(ROLE_WORDS[row.role])


def proposed_line(count: int) -> str:
    """How many have said nothing, and what they voted for can be taken over."""
    return ngettext(
        "{count} person has said nothing, and voted by name for winners.",
        "{count} people have said nothing, and voted by name for winners.",
        count,
    )


def invitation(person: AskedRow) -> str:
    """What is asked of this person, beside their name."""
    if not person.organisation:
        return _("{name}, resident: press 1–9, then Enter", name=person.name)
    return _(
        "{name}, {organisation}: press 1–9, then Enter",
        name=person.name,
        organisation=person.organisation,
    )


def asked_before(row: InterestRow) -> AskedRow:
    """Somebody who has answered, and is no longer on the session's list."""
    known = (row.name, row.organisation, row.sector)
    return AskedRow(row.person_id, *known, "", row.present, True)


def given_line(people: Collection[AskedRow]) -> str:
    """How many of those present have said what they would join."""
    present = [one for one in people if one.present]
    return ngettext(
        "{given} of {count} present have said what they would join",
        "{given} of {count} present have said what they would join",
        len(present),
        given=sum(one.given for one in present),
    )


def nothing_to_ask(winners: bool) -> tuple[str, str, str]:
    """What the empty screen says, with or without winners: its icon, its headline, a sentence."""
    if winners:
        return (
            "users",
            _("Nobody is here yet"),
            _("Check people in first, then ask what they would join."),
        )
    return (
        "trophy",
        _("No winners yet"),
        _(
            "People choose among winners. Mark winners in the poll first, "
            "or choose them from the board."
        ),
    )


def interests_slide(prompt: str, counts: Sequence[WinnerInterest]) -> InterestsSlide:
    """Every winner with how many would join, for the room."""
    rows = tuple(
        InterestLine(
            row.title,
            row.people,
            tuple(
                SectorCount(letter, row.by_sector[letter])
                for letter in COUNTED
                if row.by_sector.get(letter)
            ),
        )
        for row in counts
    )
    return InterestsSlide(prompt=prompt, rows=rows)
