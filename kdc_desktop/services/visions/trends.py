"""Which way each member has gone from one asking to the next, by the rule of the ledger."""

from kdc_desktop.domain.visions.ledger import (
    AnswerAt,
    LedgerColumn,
    LedgerMaterial,
    LedgerMember,
    ledger_rows,
)
from kdc_desktop.domain.visions.ledger_flags import LedgerFlag, flag_of
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Position
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.visions.book import VisionBook


def trends(source: Source) -> dict[int, LedgerFlag]:
    """By member what there is to say; also of a fall between two askings on one version."""
    book, found = source.once(VisionBook), dict[int, LedgerFlag]()
    for consortium in book.of.consortia.values():
        columns = _columns(book, consortium)
        for row in ledger_rows(_material(book, consortium, columns), source.now):
            flag = flag_of(row, columns, source.now, source.zone)
            if flag is not None:
                found[row.member.id] = flag
    return found


def said_last(source: Source) -> dict[int, Position]:
    """By member its last answer that was revealed, on whichever version and scale."""
    positions = source.once(VisionBook).positions
    return {one.member_id: one for one in sorted(positions, key=lambda one: (one.at, one.id))}


def _columns(book: VisionBook, consortium: Consortium) -> tuple[LedgerColumn, ...]:
    """Every asking that was revealed, and versions with answers from before askings were kept."""
    columns = [
        LedgerColumn(
            asking.id,
            asking.vision_id,
            book.visions[asking.vision_id].number,
            asking.session_id,
            asking.scale,
            asking.agreed_level,
            asking.opened_at,
            asking.revealed_at,
            book.only_called(asking),
        )
        for asking in book.askings.values()
        if asking.consortium_id == consortium.id and asking.revealed_at is not None
    ]
    alone = dict[int, list[Instant]]()
    for one in book.positions:
        if one.asking_id is None:
            alone.setdefault(one.vision_id, []).append(one.at)
    known, agreed = consortium.scale, consortium.agreed_level
    columns += [
        LedgerColumn(
            *(-vision.id, vision.id, vision.number, consortium.session_id, known, agreed),
            min(alone[vision.id]),
            max(alone[vision.id]),
        )
        for vision in book.versions_of(consortium)
        if vision.id in alone
    ]
    return tuple(sorted(columns, key=lambda one: (one.opened_at, one.key)))


def _material(
    book: VisionBook, consortium: Consortium, columns: tuple[LedgerColumn, ...]
) -> LedgerMaterial:
    notes = book.of.members_of(consortium)
    members = tuple(
        LedgerMember(
            *(one.id, one.name, one.sector, one.role, one.joined_at),
            aways=one.aways,
            roles=one.roles,
        )
        for one in notes
    )
    inside, shown = {one.id for one in notes}, {column.key for column in columns}
    answers = tuple(
        AnswerAt(one.id, one.member_id, one.asking_id or -one.vision_id, one.level, one.at)
        for one in book.positions
        if one.member_id in inside and (one.asking_id or -one.vision_id) in shown
    )
    return LedgerMaterial(columns, members, answers, {})
