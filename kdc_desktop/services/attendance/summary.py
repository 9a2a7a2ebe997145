"""What the summary tells of who came: by sector, for the first time or again."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select

from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED, LETTERS
from kdc_desktop.i18n import _, lazy, ngettext, sentences
from kdc_desktop.interchange.workbook import Column, Kind, SheetBlock
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.services.attendance.sheets import first_sessions
from kdc_desktop.services.kit.source import Columns, Line, Source


@dataclass
class _Came:
    """Who came to one session: how many of each sector, and how many of those again."""

    listed: int = 0
    people: set[int] = field(default_factory=set)
    by_sector: Counter[str] = field(default_factory=Counter)
    again: Counter[str] = field(default_factory=Counter)


def _by_session(source: Source) -> dict[int, _Came]:
    first = source.once(first_sessions)
    found = {key: _Came() for key in source.sessions}
    for session_id, person_id, arrived_at in source.snapshot.execute(
        select(Attendance.session_id, Attendance.person_id, Attendance.arrived_at).where(
            source.of(Attendance.session_id)
        )
    ):
        came, letter = found[session_id], source.people[person_id].letter
        came.listed += 1
        if arrived_at is not None:
            came.people.add(person_id)
            came.by_sector[letter] += 1
            starts_at = source.sessions[session_id].starts_at
            came.again[letter] += first.get(person_id, starts_at) < starts_at
    return found


def came(source: Source) -> list[SheetBlock]:
    """Who came to the session."""
    (told,) = source.once(_by_session).values()
    everybody, again = told.by_sector.total(), told.again.total()
    sectors = [letter for letter in COUNTED if letter in LETTERS or told.by_sector[letter]]
    rows = [
        (
            BY_LETTER[letter].name,
            told.by_sector[letter],
            told.by_sector[letter] - told.again[letter],
            told.again[letter],
        )
        for letter in sectors
    ]
    rows.append((_("Together"), everybody, everybody - again, again))
    return [
        SheetBlock(
            _("Who came"),
            (_in_words(told, everybody, again),),
            (_("Sector"), _("Came"), _("New"), _("Again")),
            tuple(rows),
            (1, 1, 1, 1),
            frozenset({len(rows) - 1}),
        )
    ]


def _in_words(told: _Came, everybody: int, again: int) -> str:
    parts = [
        ngettext("{count} person came.", "{count} people came.", everybody),
        ngettext(
            "{count} person was on the list.", "{count} people were on the list.", told.listed
        ),
        ngettext(
            "{count} was here for the first time.",
            "{count} were here for the first time.",
            everybody - again,
        ),
    ]
    before = ngettext("{count} had come before.", "{count} had come before.", again)
    return sentences([*parts, before] if again else parts)


def _facts(source: Source) -> Callable[[int], Line]:
    found = source.once(_by_session)

    def of(session_id: int) -> Line:
        told = found[session_id]
        everybody, again = told.by_sector.total(), told.again.total()
        by_sector = (told.by_sector[letter] for letter in LETTERS)
        unknown = sum(told.by_sector[letter] for letter in COUNTED if letter not in LETTERS)
        return (told.listed, everybody, everybody - again, again, *by_sector, unknown or None)

    return of


def of_year(source: Source) -> Mapping[int, str]:
    """By year: how many people its sessions had, each counted once."""
    years: dict[int, list[int]] = {}
    for key, session in source.sessions.items():
        years.setdefault(session.starts_at.year, []).append(key)
    return {year: _came_to(source, session_ids) for year, session_ids in years.items()}


def _came_to(source: Source, session_ids: Collection[int]) -> str:
    times = Counter(key for one in session_ids for key in source.once(_by_session)[one].people)
    if len(session_ids) < 2 or not times:
        return ""
    often = sum(count > 1 for count in times.values())
    came = ngettext(
        "{count} person came in this year, to however many sessions.",
        "{count} people came in this year, each counted once, to however many sessions.",
        len(times),
    )
    several = ngettext("{count} came to several.", "{count} came to several.", often)
    return sentences([came, several] if often else [came])


SIDE_BY_SIDE = Columns(
    (
        Column(lazy("People on the list"), Kind.NUMBER),
        Column(lazy("People who came"), Kind.NUMBER),
        Column(lazy("Came for the first time"), Kind.NUMBER),
        Column(lazy("Had come before"), Kind.NUMBER),
        *(
            Column(lazy("Came: {sector}", sector=BY_LETTER[letter].title), Kind.NUMBER)
            for letter in COUNTED
        ),
    ),
    _facts,
)
"""How many people came to each session, and of which sector."""
