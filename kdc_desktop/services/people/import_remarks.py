"""What there is to say of a sheet of people before it is imported, beside its rows."""

from collections import defaultdict
from collections.abc import Sequence

from kdc_desktop.domain.kit.text import fold, in_order, normalise
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.sectors import RESIDENTS, UNKNOWN
from kdc_desktop.domain.people.standing import Standing
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.i18n import _, listed_first, ngettext
from kdc_desktop.interchange.people_in import PeopleSheet
from kdc_desktop.services.people.field_remarks import remarks_on_fields, remarks_on_leaving
from kdc_desktop.services.people.judging import sectors_asked
from kdc_desktop.services.people.known import KnownPeople
from kdc_desktop.services.people.matching import ImportRow
from kdc_desktop.services.people.organisations import likely_sector
from kdc_desktop.services.people.remembered_answers import is_recalled

_NAMED = 5  # organisations or people that a remark names


def remarks_on_import(
    known: KnownPeople, found: PeopleSheet, rows: Sequence[ImportRow], choices: ImportChoices
) -> list[str]:
    """Who is left out, would count in a sector nobody has said, or shares a name with another."""
    return [
        *_left_out(found, rows),
        *remarks_on_leaving(rows),
        *remarks_on_fields(known, found, rows),
        *_sectors_not_known(found, choices),
        *_lonely_sectors(found, rows),
        *_unsaid_sectors(known, rows),
        *_new_residents(found, rows),
        *_namesakes(known, rows),
    ]


def remarks_on_memory(
    found: PeopleSheet, rows: Sequence[ImportRow], given: ImportChoices, choices: ImportChoices
) -> list[str]:
    """What is as somebody chose it before; of `choices` those that are not `given` now."""
    said = []
    if found.recalled:
        said.append(_("The columns are read as somebody chose them for such a list before."))
    answers = sum(is_recalled(row, choices) for row in rows)
    answers += len(choices.sectors.keys() - given.sectors.keys())
    if answers:
        said.append(
            ngettext(
                "{count} answer is remembered from an earlier import.",
                "{count} answers are remembered from an earlier import.",
                answers,
            )
        )
    return said


def _left_out(found: PeopleSheet, rows: Sequence[ImportRow]) -> list[str]:
    """How many are not coming, and how many are hidden."""
    out = [at for at, row in enumerate(rows) if row.state is MatchState.LEFT_OUT]
    hidden = [at for at in out if at in found.table.hidden]
    cancelled = [
        at for at in out if at not in hidden and found.people[at].standing is Standing.NOT_COMING
    ]
    said = []
    if cancelled:
        said.append(
            ngettext(
                "{count} cancelled row left out.",
                "{count} cancelled rows left out.",
                len(cancelled),
            )
        )
    if hidden:
        said.append(
            ngettext("{count} hidden row left out.", "{count} hidden rows left out.", len(hidden))
        )
    return said


def _sectors_not_known(found: PeopleSheet, choices: ImportChoices) -> list[str]:
    answered = {fold(word) for word, letter in choices.sectors.items() if letter}
    words = [word for word in sectors_asked(found) if fold(word) not in answered]
    if not words:
        return []
    return [
        ngettext(
            "{count} word for a sector is not known ({words}); choose what it means.",
            "{count} words for sectors are not known ({words}); choose what they mean.",
            len(words),
            words=listed_first(words, _NAMED),
        )
    ]


def _lonely_sectors(found: PeopleSheet, rows: Sequence[ImportRow]) -> list[str]:
    given = (one for one, row in zip(found.people, rows, strict=True) if row.state.comes_in)
    named = [one for one in given if one.sector not in ("", RESIDENTS)]
    alone = sum(not one.organisation.strip() for one in named)
    if not alone:
        return []
    return [
        ngettext(
            "{count} row names a sector but no organisation: only organisations have a sector.",
            "{count} rows name a sector but no organisation: only organisations have a sector.",
            alone,
        )
    ]


def _unsaid_sectors(known: KnownPeople, rows: Sequence[ImportRow]) -> list[str]:
    """That neither the sheet nor the name of a new organisation tells its sector."""
    told = {normalise(name) for name, _sector in known.organisations.values()}
    told |= {normalise(row.person.organisation) for row in rows if row.person.sector}
    people = [row.person for row in rows if row.state.comes_in]
    named = {normalise(one.organisation): one.organisation for one in people if one.organisation}
    unsaid = [name for key, name in named.items() if key not in told]
    unknown = sorted((name for name in unsaid if likely_sector(name) == UNKNOWN), key=in_order)
    if not unknown:
        return []
    return [
        ngettext(
            "The sector of {count} new organisation is not known ({organisations}). Add it to the"
            " sheet, or choose it under People afterwards.",
            "The sector of {count} new organisations is not known ({organisations}). Add it to the"
            " sheet, or choose it under People afterwards.",
            len(unknown),
            organisations=listed_first(unknown, _NAMED),
        )
    ]


def _new_residents(found: PeopleSheet, rows: Sequence[ImportRow]) -> list[str]:
    """That those without an organisation count as residents, where the sheet does not say so."""
    unsaid = sum(
        row.state is MatchState.NEW and not given.organisation.strip() and not given.sector
        for given, row in zip(found.people, rows, strict=True)
    )
    if not unsaid:
        return []
    return [
        ngettext(
            "{count} new person has no organisation and counts as a resident. Where that is wrong,"
            " add the organisation to the sheet, or under People afterwards.",
            "{count} new people have no organisation and count as residents. Where that is wrong,"
            " add the organisation to the sheet, or under People afterwards.",
            unsaid,
        )
    ]


def _namesakes(known: KnownPeople, rows: Sequence[ImportRow]) -> list[str]:
    """That people share a name with another row, or with somebody known."""
    called: dict[str, set[int | str]] = defaultdict(set)
    for key, person in known.people.items():
        called[normalise(person.name)].add(key)
    shown: dict[str, str] = {}
    for row in rows:
        if row.state.comes_in:
            name = normalise(row.person.name)
            where = f"{normalise(row.person.organisation)}\n{normalise(row.person.email)}"
            called[name].add(where if row.person_id is None else row.person_id)
            shown.setdefault(name, row.person.name)
    shared = sorted((said for name, said in shown.items() if len(called[name]) > 1), key=in_order)
    if not shared:
        return []
    return [
        ngettext(
            "{count} name belongs to more than one person ({names}). Where that is one and the"
            " same, correct it in the sheet.",
            "{count} names belong to more than one person ({names}). Where that is one and the"
            " same, correct it in the sheet.",
            len(shared),
            names=listed_first(shared, _NAMED),
        )
    ]
