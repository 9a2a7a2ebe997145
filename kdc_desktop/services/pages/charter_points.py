"""What a consortium has promised, what it serves, and what is still open, as its charter says."""

from collections.abc import Iterator
from datetime import date

from kdc_desktop.domain.pages.values import Block, Bullets, Heading, PageTable, Paragraph
from kdc_desktop.domain.visions.readiness import Readiness
from kdc_desktop.domain.visions.state_words import RESERVATION_WORDS, SERVED_WORDS
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.i18n import _, date_text, listed, ngettext, pgettext, titled
from kdc_desktop.instants import Instant, day_of
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Commitment, Reservation
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.pages.heirs import who_minds
from kdc_desktop.services.pages.held_back import held_back, held_back_told
from kdc_desktop.services.visions.book import VisionBook
from kdc_desktop.services.visions.readiness_columns import readiness_by_id
from kdc_desktop.services.visions.sheets import commitments_in, reservations_in
from kdc_desktop.services.visions.stake_sheets import served_in, stakes_in

_MOST_LOW = 3


def day(source: Source, at: Instant) -> str:
    """The day of a moment, by the clock of the session in which it happened."""
    return date_text(source.day(at))


def served(source: Source, group: Consortium) -> Iterator[Block]:
    """What each member has at stake, and how far the last version serves it."""
    book = source.once(VisionBook)
    found = [one for one in source.once(stakes_in) if _is_of(source, one.member_id, group)]
    if not found:
        return
    last = {one.id for one in book.versions_of(group)[-1:]}
    told = {
        one.stake_id: SERVED_WORDS[one.served]
        for one in source.once(served_in)
        if one.vision_id in last
    }
    yield Heading(_("What is at stake"))
    heads = (_("Member"), _("At stake"), _("Served by the last version"))
    rows = tuple(
        (book.of.members[one.member_id].name, one.text, str(told.get(one.id, ""))) for one in found
    )
    yield PageTable(heads, rows, (3, 5, 2))


def promises(source: Source, group: Consortium) -> Iterator[Block]:
    """Who gives what by when: what is to be done first, then what was."""
    yield Heading(_("Commitments"))
    found = [one for one in source.once(commitments_in) if _is_of(source, one.member_id, group)]
    if not found:
        yield Paragraph(_("Nobody has promised anything."))
        return
    found.sort(key=lambda one: (one.done_at is not None, one.due_on or date.max, one.id))
    members = source.once(ConsortiumBook).members
    heads = (_("By"), _("Who"), _("What"))
    rows = tuple((_by(source, one), members[one.member_id].name, one.what) for one in found)
    yield PageTable(heads, rows, (2.2, 3, 4.8))


def _by(source: Source, one: Commitment) -> str:
    if one.done_at is not None:
        return _("kept on {day}", day=day(source, one.done_at))
    if one.due_on is None:
        return pgettext("a promise", "no date")
    said = date_text(one.due_on)
    late = one.due_on < day_of(source.now, source.zone)
    return _("{day}, overdue", day=said) if late else said


def open_points(source: Source, group: Consortium) -> Iterator[Block]:
    """What holds it back, reservations that nobody has lifted, and what is missing."""
    worries = [
        one
        for one in source.once(reservations_in)
        if _is_of(source, one.member_id, group) and one.state is not ReservationState.LIFTED
    ]
    ready = source.once(readiness_by_id)(group.id)
    reasons = [] if group.let_go_at is not None else list(_told_once(ready))
    yield Heading(_("Open points"))
    if told := held_back_told(source, group):
        yield Paragraph(told)
        yield Bullets(held_back(source, group))
    points = (*(_worry(source, one) for one in worries), *reasons)
    if points:
        yield Bullets(points)
    elif not told:
        yield Paragraph(_("Nothing is open."))


def _told_once(ready: Readiness) -> Iterator[str]:
    """What it misses: objections stand above, and a table says who is low."""
    many = len(ready.low) > _MOST_LOW
    if many:
        yield ngettext(
            "{count} member stands below the agreed level.",
            "{count} members stand below the agreed level.",
            len(ready.low),
        )
    left_out = (*ready.objections, *(ready.low if many else ()))
    yield from (str(reason) for reason in ready.reasons if reason not in left_out)


def _worry(source: Source, one: Reservation) -> str:
    name = who_minds(source, source.once(ConsortiumBook).members[one.member_id])
    said = [name, str(RESERVATION_WORDS[one.state])]
    if one.state is ReservationState.ADDRESSED:
        said[1] = _("addressed, and not lifted by its member yet")
    if one.objection:
        said.insert(1, _("an objection"))
    if owner := source.who(one.owner_id).name or one.owner:
        said.append(_("{name} takes care of it", name=owner))
    return titled(listed(said), one.text)


def _is_of(source: Source, member_id: int, group: Consortium) -> bool:
    return source.once(ConsortiumBook).members[member_id].consortium is group
