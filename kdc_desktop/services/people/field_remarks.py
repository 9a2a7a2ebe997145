"""What there is to say of fields that are not taken over as a list has them, and of its session."""

from collections.abc import Mapping, Sequence

from kdc_desktop.domain.kit.text import in_order, normalise
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.sectors import UNKNOWN, name_of
from kdc_desktop.i18n import _, listed_first, ngettext, titled
from kdc_desktop.interchange.people_in import PeopleSheet
from kdc_desktop.services.people.known import KnownPeople
from kdc_desktop.services.people.matching import ImportRow

_NAMED = 5  # at most
_SAID_APART = frozenset((PersonField.BADGE, PersonField.SECTOR))


def remarks_on_leaving(rows: Sequence[ImportRow]) -> list[str]:
    """How many of those who are not coming are on the list of the session, and leave it or not."""
    off = sum(row.leaves is True for row in rows)
    stay = sum(row.leaves is False for row in rows)
    said = []
    if off:
        said.append(
            ngettext(
                "{count} person on this session's list is cancelled here, and is taken off it.",
                "{count} people on this session's list are cancelled here, and are taken off it.",
                off,
            )
        )
    if stay:
        said.append(
            ngettext(
                "{count} person on this session's list is cancelled here, and stays on it.",
                "{count} people on this session's list are cancelled here, and stay on it.",
                stay,
            )
        )
    return said


def remarks_on_fields(
    known: KnownPeople, found: PeopleSheet, rows: Sequence[ImportRow]
) -> list[str]:
    """Which organisations move or stay, and which codes and texts are left out."""
    rows = [row for row in rows if row.state.comes_in]
    badges = dict(zip(found.table.numbers, (one.badge for one in found.people), strict=True))
    codes = [badges[row.number] for row in rows if PersonField.BADGE in row.left]
    said = [*_moving(known, rows), *_staying(rows)]
    if codes:
        said.append(
            ngettext(
                "{count} badge code is left out, because somebody else has it ({codes}).",
                "{count} badge codes are left out, because others have them ({codes}).",
                len(codes),
                codes=listed_first(codes, _NAMED),
            )
        )
    long = [str(row.number) for row in rows if row.left - _SAID_APART]
    if long:
        said.append(
            ngettext(
                "{count} row has a text that is too long and is left out (row {rows}).",
                "{count} rows have texts that are too long and are left out (rows {rows}).",
                len(long),
                rows=listed_first(long, _NAMED),
            )
        )
    return said


def _moving(known: KnownPeople, rows: Sequence[ImportRow]) -> list[str]:
    """The organisations that are in another sector afterwards."""
    before = {normalise(name): (key, told) for key, (name, told) in known.organisations.items()}
    guessed: dict[str, str] = {}
    others: dict[str, str] = {}
    for row in rows:
        name, sector = row.person.organisation, row.person.sector
        key, told = before.get(normalise(name), (0, UNKNOWN))
        if sector and UNKNOWN not in (sector, told) and sector != told:
            moved = _("{old} → {new}", old=name_of(told), new=name_of(sector))
            (guessed if key in known.guessed else others)[name] = moved
    said = []
    if guessed:
        said.append(
            ngettext(
                "The sector of {count} organisation was guessed from its name, and is now the one"
                " that this list says ({organisations}).",
                "The sectors of {count} organisations were guessed from their names, and are now"
                " those that this list says ({organisations}).",
                len(guessed),
                organisations=_told(guessed),
            )
        )
    if others:
        said.append(
            ngettext(
                "{count} organisation moves into the sector that this list says ({organisations}).",
                "{count} organisations move into the sectors that this list says"
                " ({organisations}).",
                len(others),
                organisations=_told(others),
            )
        )
    return said


def _staying(rows: Sequence[ImportRow]) -> list[str]:
    """The organisations that stay in their sectors, though a row says another."""
    staying = {
        row.person.organisation: name_of(row.person.sector)
        for row in rows
        if PersonField.SECTOR in row.left
    }
    if not staying:
        return []
    return [
        ngettext(
            "{count} organisation stays in its sector, though this list says another"
            " ({organisations}).",
            "{count} organisations stay in their sectors, though this list says others"
            " ({organisations}).",
            len(staying),
            organisations=_told(staying),
        )
    ]


def _told(organisations: Mapping[str, str]) -> str:
    names = sorted(organisations, key=in_order)
    return listed_first([titled(name, organisations[name]) for name in names], _NAMED)
