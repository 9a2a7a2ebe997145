"""What members have at stake, and how far each version serves it."""

from sqlalchemy import select

from kdc_desktop.domain.visions.state_words import SERVED_WORDS
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Reader, Table
from kdc_desktop.model.visions import Stake, StakeServed, Vision
from kdc_desktop.services.consortia.sheets import OF_CONSORTIUM, OF_MEMBER
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.visions.book import VisionBook
from kdc_desktop.services.visions.sheets import OF_VERSION, of_members

_STAKES = (
    key_of("Stake"),
    *OF_CONSORTIUM,
    *OF_MEMBER,
    Column(lazy("Stake"), filled=True, means=lazy("What matters to the member, in its words.")),
    Column(lazy("Noted"), Kind.DATETIME, aside=True, filled=True, means=lazy("When it was noted.")),
)
_SERVED = (
    key_of("Stake served"),
    *OF_CONSORTIUM,
    *OF_MEMBER,
    id_of("Stake"),
    Column(lazy("Stake"), filled=True, means=lazy("What matters to the member, in its words.")),
    *OF_VERSION,
    Column(
        lazy("Served"),
        words=tuple(SERVED_WORDS.items()),
        filled=True,
        means=lazy("How far the version serves it."),
    ),
)


def stakes(source: Source) -> Table:
    """Every stake; people see beside it how far each version serves it."""
    book, found = source.once(VisionBook), source.once(stakes_in)
    told = {(one.stake_id, one.vision_id): one.served for one in source.once(served_in)}
    with_stakes = {book.of.members[one.member_id].consortium.id for one in found}
    written = [one.number for one in book.visions.values() if one.consortium_id in with_stakes]
    last = max(written, default=0)
    versions = tuple(
        Column(
            lazy("Version {number}", number=number),
            words=tuple(SERVED_WORDS.items()),
            reader=Reader.PEOPLE,
        )
        for number in range(1, last + 1)
    )
    rows: list[Line] = []
    for stake in found:
        note = book.of.members[stake.member_id]
        served = {one.number: told.get((stake.id, one.id)) for one in _versions(book, stake)}
        rows.append(
            (
                note.consortium.session_id,
                stake.id,
                note.consortium.id,
                note.consortium.name,
                note.id,
                note.name,
                stake.text,
                stake.created_at,
                *(served.get(number) for number in range(1, last + 1)),
            )
        )
    purpose = lazy("What each member has at stake, and how far each version serves it.")
    return source.table(
        "Stakes", lazy("Stakes"), (*_STAKES, *versions), rows, purpose=purpose, born=True
    )


def served(source: Source) -> Table:
    """The same for programs: a row for each stake and version."""
    book = source.once(VisionBook)
    by_id = {one.id: one for one in source.once(stakes_in)}
    rows: list[Line] = []
    for one in source.once(served_in):
        stake, vision = by_id[one.stake_id], book.visions[one.vision_id]
        note = book.of.members[stake.member_id]
        rows.append(
            (
                note.consortium.session_id,
                one.id,
                note.consortium.id,
                note.consortium.name,
                note.id,
                note.name,
                stake.id,
                stake.text,
                vision.id,
                vision.number,
                one.served,
            )
        )
    purpose = lazy("How far each version serves each stake, a row each.")
    title, programs = lazy("Stakes served"), Reader.PROGRAMS
    return source.table(
        "Stakes_served", title, _SERVED, rows, purpose=purpose, reader=programs, born=True
    )


def _versions(book: VisionBook, stake: Stake) -> list[Vision]:
    return book.versions_of(book.of.members[stake.member_id].consortium)


def stakes_in(source: Source) -> list[Stake]:
    """What members have at stake, in the order of their consortia."""
    return list(of_members(source, Stake, Stake.member_id))


def served_in(source: Source) -> list[StakeServed]:
    """How far versions serve stakes, in the order of both."""
    stakes = {one.id: place for place, one in enumerate(source.once(stakes_in))}
    numbers = {one.id: one.number for one in source.once(VisionBook).visions.values()}
    found = source.snapshot.scalars(
        select(StakeServed).where(StakeServed.stake_id.in_(list(stakes))).order_by(StakeServed.id)
    )
    return sorted(found, key=lambda one: (stakes[one.stake_id], numbers[one.vision_id]))
