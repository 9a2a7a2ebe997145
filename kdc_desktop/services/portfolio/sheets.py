"""The sheet of the portfolio: every consortium and project, as it is by now, in one row."""

from dataclasses import replace

from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.i18n import lazy, listed
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.consortia.club_rows import ClubRow
from kdc_desktop.services.consortia.clubwide import read_consortia
from kdc_desktop.services.consortia.life_sheets import OF_STATE
from kdc_desktop.services.consortia.sheets import OF_CONSORTIUM
from kdc_desktop.services.gains import badges as gain_badges
from kdc_desktop.services.gains.sheets import WAY_WORDS, WORTH
from kdc_desktop.services.kit.residents import named
from kdc_desktop.services.kit.source import Line, Source, id_of
from kdc_desktop.services.obstacles import badges as obstacle_badges
from kdc_desktop.services.visions import badges as vision_badges
from kdc_desktop.services.visions.book import VisionBook

_STANDS = (
    Column(lazy("Sectors in"), aside=True, means=lazy("The sectors of its members, in words.")),
    Column(
        lazy("Sectors missing"), means=lazy("Sectors that it needs and does not have, in words.")
    ),
    Column(
        lazy("Members asked"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many of its members are asked where they stand."),
    ),
    Column(
        lazy("At the agreed level or above"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many of those support the latest version enough, as was revealed."),
    ),
    Column(lazy("Share of members asked"), Kind.PERCENT, means=lazy("How large a part that is.")),
    Column(
        lazy("Of these, as said before"),
        Kind.NUMBER,
        filled=True,
        key="from_before",
        means=lazy(
            "How many members gave no answer when asked last; what they had said counts on."
        ),
    ),
    Column(
        lazy("Fell by two levels or more"),
        Kind.NUMBER,
        filled=True,
        key="fell",
        means=lazy("How many stand two levels or more below what they said before."),
    ),
)
_HELD_AND_GIVEN = (
    Column(
        lazy("Obstacles"), Kind.NUMBER, filled=True, means=lazy("How many things hold it back.")
    ),
    Column(lazy("Held back by"), means=lazy("The kind of the oldest of its obstacles.")),
    Column(lazy("Days held back"), Kind.NUMBER, means=lazy("How long that one has lasted.")),
    id_of("Person", "Owner"),
    Column(lazy("Owner"), means=lazy("Who of the club takes care of it.")),
    Column(
        lazy("How it is known"),
        aside=True,
        words=WAY_WORDS,
        means=lazy("Whether what it gives back was guessed or measured."),
    ),
    Column(lazy("Minutes a day"), Kind.DECIMAL, means=lazy("For each of the people it is for.")),
    Column(lazy("People"), Kind.NUMBER, means=lazy("How many people it is for.")),
    *WORTH,
    Column(
        lazy("Counts"),
        Kind.BOOL,
        means=lazy("Whether it is part of the sum: what was stopped gives nothing back."),
    ),
)
_SINCE = Column(
    lazy("Since"), Kind.DATE, filled=True, means=lazy("The day on which its state began.")
)
_HEAD = OF_CONSORTIUM[0], replace(OF_CONSORTIUM[1], head=True)
_PORTFOLIO = (*_HEAD, OF_STATE, _SINCE, *_STANDS, *_HELD_AND_GIVEN)


def portfolio(source: Source) -> Table:
    """A row for each consortium that is wanted."""
    book, told = source.once(ConsortiumBook), source.once(all_of_them)
    rows = [
        (consortium.session_id, *_row(source, told[key]))
        for key, consortium in book.consortia.items()
        if key in told
    ]
    purpose = lazy("All consortia and projects as they are by now, a row each.")
    return source.table(
        "Portfolio", lazy("Portfolio"), _PORTFOLIO, rows, purpose=purpose, born=True
    )


def all_of_them(source: Source) -> dict[int, ClubRow]:
    """By id, every consortium and project of the club as the list of the club has it."""
    found = read_consortia(
        source.snapshot,
        vision_badges.OF_CLUB,
        source.now,
        source.zone,
        obstacle_badges.OF_CLUB,
        gain_badges.OF_CLUB,
    )
    return {row.id: row for row in found}


def _row(source: Source, row: ClubRow) -> Line:
    buy_in = row.buy_in
    return (
        row.id,
        row.name,
        row.state,
        row.since,
        listed(map(name_of, row.letters)),
        listed(map(name_of, row.missing)),
        buy_in.asked,
        buy_in.agreed,
        buy_in.agreed / buy_in.asked if buy_in.asked and buy_in.version_number else None,
        _from_before(source, row),
        buy_in.fallen,
        *_held(row),
        *named(source, row.owner_id),
        *_given(row),
    )


def _from_before(source: Source, row: ClubRow) -> int:
    """How many of the answers that count are from before it was asked last."""
    book = source.once(VisionBook)
    versions = book.versions_of(book.of.consortia[row.id])
    return len(book.carried(versions[-1])) if versions else 0


def _held(row: ClubRow) -> Line:
    held = row.held_up
    return (0, None, None) if held is None else (held.open, str(held.kind), held.age_days)


def _given(row: ClubRow) -> Line:
    gives = row.gives_back
    if gives is None:
        return (None,) * 7
    way = GainWay.MEASURED if gives.is_measured else GainWay.GUESSED
    ends = (gives.worth.least, gives.worth.most) if gives.worth.is_spread else (None, None)
    counts = row.counted is not None
    return (way, gives.minutes, gives.people, gives.worth.value, *ends, counts)
