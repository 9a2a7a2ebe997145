"""Where the members of a consortium stand on its vision, and what it misses, in words."""

from collections.abc import Iterator

from sqlalchemy import select

from kdc_desktop.domain.pages.values import Block, Bullets, Manner, Paragraph
from kdc_desktop.domain.people.sectors import UNKNOWN
from kdc_desktop.domain.visions.scales import SCALES, Level, Scale
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.i18n import (
    _,
    date_text,
    lazy,
    listed,
    listed_apart,
    ngettext,
    number_text,
    paired,
    titled,
)
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Reservation
from kdc_desktop.services.pages.heirs import who_minds
from kdc_desktop.services.pages.held_back import held_back, held_back_told, obstacles_open
from kdc_desktop.services.pages.moves import moved, received
from kdc_desktop.services.pages.ready import ready_told
from kdc_desktop.services.pages.record import Record
from kdc_desktop.services.visions.book import VisionBook
from kdc_desktop.services.visions.ledgers import Ledger
from kdc_desktop.services.visions.reservations_told import RESERVATION_IS_TOLD

_OBSERVE = lazy("Observe, and are not asked")
_SILENT = lazy("Have not answered yet")
_GONE = lazy("Have left, and are not counted")


def standings(record: Record, group: Consortium) -> Iterator[Block]:
    """Who agrees and who does not, what is reserved, and what the consortium still lacks."""
    ledger = record.ledgers[group.id]
    if (told := received(record, group)) is not None:
        yield Paragraph(str(told))
    if ledger.visions and ledger.members:
        yield Paragraph(_("Where the members stand on it:"))
        yield Bullets(tuple(_positions(record, ledger, group)))
        yield Paragraph(_scale(SCALES[group.scale], ledger.agreed_level), Manner.QUIET)
        yield from moved(record, group)
    reserved = tuple(_reserved(record, ledger))
    if reserved:
        yield Paragraph(_("Reservations that are still open:"))
        yield Bullets(reserved)
    yield from _held(record, group)
    yield from _lacking(record, group, ledger)


def _held(record: Record, group: Consortium) -> Iterator[Block]:
    """What holds it back from outside, also once it goes on by itself."""
    if told := held_back_told(record.source, group):
        yield Paragraph(told)
        yield Bullets(held_back(record.source, group))


def _scale(scale: Scale, agreed: int) -> str:
    """Both ends of it, and from where on a member agrees."""
    return _(
        "The scale, “{scale}”, goes from {lowest} to {highest}. The agreed level is {agreed}: "
        "whoever stands there or above goes along.",
        scale=scale.name,
        lowest=_named(scale.levels[0]),
        highest=_named(scale.levels[-1]),
        agreed=_named(scale.level(agreed)),
    )


def _named(level: Level) -> str:
    return _("{number} “{words}”", number=number_text(level.value), words=level.label)


def _positions(record: Record, ledger: Ledger, group: Consortium) -> Iterator[str]:
    """Level by level, who stands there; the most support first, who has not answered last."""
    names: dict[int, list[str]] = {}
    silent, gone = [], []
    latest = ledger.visions[-1]
    carried = record.source.once(VisionBook).carried(latest)
    for member in ledger.members:
        stood = ledger.stood.get((member.id, latest.id))
        if member.observes or (member.has_left and stood is None):
            continue
        if stood is None:
            silent.append(member.name)
        elif member.has_left:
            gone.append(paired(member.name, number_text(stood.level)))
        elif member.id in carried:
            said = date_text(record.source.day(carried[member.id]))
            name = _("{name}, as it said on {day}", name=member.name, day=said)
            names.setdefault(stood.level, []).append(name)
        else:
            names.setdefault(stood.level, []).append(member.name)
    for value in sorted(names, reverse=True):
        words = _named(SCALES[group.scale].level(value))
        if value < ledger.agreed_level:
            words = _("{position}, below the agreed level", position=words)
        yield titled(words, listed_apart(names[value]))
    observing = [one.name for one in ledger.members if one.observes and not one.has_left]
    for group_words, found in ((_SILENT, silent), (_OBSERVE, observing), (_GONE, gone)):
        if found:
            yield titled(str(group_words), listed_apart(found))


def _reserved(record: Record, ledger: Ledger) -> Iterator[str]:
    for one in reservations(record, [member.id for member in ledger.members]):
        name = who_minds(record.source, record.book.members[one.member_id])
        said = _("{name}, an objection", name=name) if one.objection else name
        yield titled(listed((said, *_since(record, one))), one.text)


def reservations(record: Record, member_ids: list[int]) -> list[Reservation]:
    """Those of these members that are open and may be told, the oldest first."""
    found = record.snapshot.scalars(
        select(Reservation)
        .where(
            Reservation.member_id.in_(member_ids),
            Reservation.state == ReservationState.OPEN,
            RESERVATION_IS_TOLD,
        )
        .order_by(Reservation.opened_at, Reservation.id)
    )
    return list(found)


def _since(record: Record, raised: Reservation) -> Iterator[str]:
    """With which version it was raised, where its member stood and stands; not of the last one."""
    book = record.source.once(VisionBook)
    last = book.versions_of(book.of.members[raised.member_id].consortium)[-1]
    if raised.vision_id == last.id:
        return
    number, stands = book.visions[raised.vision_id].number, book.stands[raised.member_id]
    yield _("raised with version {version}", version=number)
    if number in stands:
        yield _("stood at {level} then", level=number_text(stands[number].level))
    if last.number in stands:
        yield _("stands at {level} now", level=number_text(stands[last.number].level))


def _lacking(record: Record, group: Consortium, ledger: Ledger) -> Iterator[Block]:
    if group.let_go_at is not None:
        return
    lacks = ledger.readiness(record.source.now, record.source.zone)
    if lacks.ready:
        worries = reservations(record, [member.id for member in ledger.members])
        held = bool(obstacles_open(record.source, group))
        yield Paragraph(ready_told(record.source, worries, is_held=held))
        return
    told = ngettext(
        "{count} thing is missing before it can go on:",
        "{count} things are missing before it can go on:",
        lacks.count,
    )
    yield Paragraph(told)
    yield Bullets(tuple(map(str, lacks.reasons)))
    asked = ledger.asked()
    present = {member.sector for member in asked}
    unknown = [member.name for member in asked if member.sector == UNKNOWN]
    if unknown and not set(group.needed_sectors) <= present:
        yield Paragraph(
            ngettext(
                "The sector of {names} is not known; it may be one that is missing.",
                "The sectors of {names} are not known; they may be those that are missing.",
                len(unknown),
                names=listed_apart(unknown),
            )
        )
