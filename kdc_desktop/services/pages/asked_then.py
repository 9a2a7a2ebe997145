"""What consortia answered when they were asked in an evening, and who had moved, in words."""

from collections.abc import Iterator

from kdc_desktop.domain.visions.scales import DEFAULT, SCALES
from kdc_desktop.domain.visions.stood_by_then import DEEP
from kdc_desktop.i18n import _, listed_apart, ngettext, number_text, sentences
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Asking, Position
from kdc_desktop.services.pages.evenings import of_the_evening
from kdc_desktop.services.pages.moves import MemberMove
from kdc_desktop.services.pages.record import Record
from kdc_desktop.services.visions.book import VisionBook


def askings_of(record: Record, group: Consortium) -> Iterator[Asking]:
    """Those of the evening whose answers were revealed, in the order of time."""
    for asking in record.source.once(VisionBook).askings.values():
        if asking.consortium_id != group.id or asking.revealed_at is None:
            continue
        if asking.session_id == record.session.id or (
            asking.session_id is None and of_the_evening(record, group, asking.opened_at)
        ):
            yield asking


def asked_told(record: Record, asking: Asking) -> str:
    """What was asked about, how many support it enough, and who had moved."""
    book = record.source.once(VisionBook)
    group = book.of.consortia[asking.consortium_id]
    number = book.visions[asking.vision_id].number
    given = {one.member_id: one for one in book.positions if one.asking_id == asking.id}
    agreed = sum(one.level >= asking.agreed_level for one in given.values())
    asked = _asked(asking, group.name, number)
    level = SCALES.get(asking.scale, DEFAULT).level(asking.agreed_level)
    told = _(
        "At the agreed level ({level} “{words}”) or above: {agreed} of {count} who answered.",
        count=number_text(len(given)),
        level=number_text(level.value),
        words=level.label,
        agreed=number_text(agreed),
    )
    return sentences((asked, told, _silent(book, asking, given), _moved(book, asking, given)))


def _silent(book: VisionBook, asking: Asking, given: dict[int, Position]) -> str:
    """Who was asked in the room and gave no answer; calls ask only whom they reach."""
    if asking.session_id is None or asking.revealed_at is None:
        return ""
    asked = book.of.members_of(book.of.consortia[asking.consortium_id])
    names = [
        note.name
        for note in asked
        if note.was_asked_at(asking.revealed_at) and note.id not in given
    ]
    return _("No answer came from: {names}.", names=listed_apart(names)) if names else ""


def _asked(asking: Asking, name: str, number: int) -> str:
    if asking.session_id is None:
        return _(
            "By telephone members of “{name}” said where they stand on version {version}.",
            name=name,
            version=number,
        )
    return _("“{name}” was asked where it stands on version {version}.", name=name, version=number)


def _moved(book: VisionBook, asking: Asking, given: dict[int, Position]) -> str:
    """Against what each had answered last before, on the same scale; `DEEP` says who fell."""
    moves: list[MemberMove] = []
    for member_id, answer in given.items():
        before = [one for one in _before(book, asking, member_id) if one.at < answer.at]
        if before and before[-1].level != answer.level:
            name = book.of.members[member_id].name
            moves.append(MemberMove(name, before[-1].level, answer.level))
    fell = [one for one in moves if one.before - one.now >= DEEP]
    rose = [one for one in moves if one.now - one.before >= DEEP]
    told = []
    if fell:
        told.append(
            _("{levels} levels or more below before: {names}.", levels=DEEP, names=_named(fell))
        )
    if rose:
        told.append(
            _("{levels} levels or more above before: {names}.", levels=DEEP, names=_named(rose))
        )
    return sentences((*told, *_by_one([one for one in moves if one not in (*fell, *rose)])))


def _by_one(moves: list[MemberMove]) -> Iterator[str]:
    """How many moved by less than that, and which way."""
    lower = sum(one.now < one.before for one in moves)
    if lower:
        yield ngettext(
            "{count} member is one level below before.",
            "{count} members are one level below before.",
            lower,
        )
    if higher := len(moves) - lower:
        yield ngettext(
            "{count} member is one level above before.",
            "{count} members are one level above before.",
            higher,
        )


def _named(moves: list[MemberMove]) -> str:
    return listed_apart(map(str, moves))


def _before(book: VisionBook, asking: Asking, member_id: int) -> list[Position]:
    scale = asking.scale
    found = []
    for one in book.positions:
        if one.member_id != member_id or one.asking_id == asking.id:
            continue
        other = book.askings.get(one.asking_id or 0) or book.of.members[member_id].consortium
        if other.scale == scale:
            found.append(one)
    return sorted(found, key=lambda one: one.at)
