"""The sheet of tables: who sat where in which round, and whether they met."""

from sqlalchemy import select

from kdc_desktop.domain.kit.letters import letter_of
from kdc_desktop.domain.seating.kind_words import ROUND_WORDS, SEAT_WORDS
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.seating import Seat, SeatingRound, SeatingTable
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.kit.who import SECTOR_WORDS

NAME = "Tables"  # untranslated: the name of the Excel table
_COLUMNS = (
    key_of("Seat"),
    Column(
        lazy("Round"),
        Kind.NUMBER,
        filled=True,
        means=lazy("Which round of the evening it was, from 1 on."),
    ),
    Column(
        lazy("What for"),
        words=tuple(ROUND_WORDS.items()),
        filled=True,
        means=lazy("The kind of round."),
    ),
    Column(lazy("Table"), filled=True, means=lazy("The letter of the table.")),
    Column(lazy("Topic"), means=lazy("What is talked about at the table, if anything.")),
    id_of("Consortium"),
    id_of("Cluster"),
    id_of("Person"),
    Column(lazy("Person"), head=True, filled=True, means=lazy("Who has the seat.")),
    Column(lazy("Organisation"), means=lazy("For whom they speak.")),
    Column(lazy("Sector"), words=SECTOR_WORDS, means=lazy("The sector they count in.")),
    Column(
        lazy("Role"),
        words=tuple(SEAT_WORDS.items()),
        filled=True,
        means=lazy("What they are at the table."),
    ),
    Column(
        lazy("Stays there"),
        Kind.BOOL,
        aside=True,
        filled=True,
        key="pinned",
        means=lazy("Whether they were pinned there, so that no other seating moves them."),
    ),
    Column(lazy("Met"), Kind.DATETIME, means=lazy("When the table met; empty while it has not.")),
    Column(
        lazy("Came"),
        Kind.BOOL,
        filled=True,
        means=lazy("Whether they came to the table, once it has met."),
    ),
)


def tables(source: Source) -> Table:
    """Every seat of every round, by round, table and place."""
    found = source.snapshot.execute(
        select(Seat, SeatingTable, SeatingRound)
        .join(SeatingTable, SeatingTable.id == Seat.table_id)
        .join(SeatingRound, SeatingRound.id == Seat.round_id)
        .where(source.of(SeatingRound.session_id))
        .order_by(
            SeatingRound.session_id,
            SeatingRound.place_in_order,
            SeatingRound.id,
            SeatingTable.place_in_order,
            Seat.place_in_order,
        )
    ).all()
    numbers: dict[int, dict[int, int]] = {}
    rows: list[Line] = []
    for seat, table, round_ in found:
        of_session = numbers.setdefault(round_.session_id, {})
        number = of_session.setdefault(round_.id, len(of_session) + 1)
        rows.append((round_.session_id, seat.id, number, *_said(source, seat, table, round_)))
    return source.table(
        NAME,
        lazy("Tables"),
        _COLUMNS,
        rows,
        purpose=lazy("Who sat at which table in which round, and whether the table met."),
        stays=True,
    )


def _said(source: Source, seat: Seat, table: SeatingTable, round_: SeatingRound) -> Line:
    who = source.people[seat.person_id]
    return (
        *(round_.kind, letter_of(table.place_in_order), table.topic or None),
        *(table.consortium_id, table.cluster_id, seat.person_id),
        *(who.name, who.organisation or None, who.letter, seat.role, seat.pinned),
        *(table.met_at, seat.came),
    )
