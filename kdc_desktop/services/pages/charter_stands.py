"""How far a consortium is, and where each of its members stands, as its charter says it."""

from collections.abc import Iterator

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.domain.pages.values import Block, Heading, Manner, PageTable, Paragraph
from kdc_desktop.domain.visions.scales import DEFAULT, SCALES
from kdc_desktop.i18n import _, date_text, listed_apart, number_text, sentences
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Position
from kdc_desktop.services.consortia.book import MemberNote
from kdc_desktop.services.consortia.life_sheets import steps_in
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.pages.charter_points import day
from kdc_desktop.services.pages.held_back import obstacles_open
from kdc_desktop.services.visions.book import VisionBook
from kdc_desktop.services.visions.readiness_columns import readiness_by_id, state_in
from kdc_desktop.services.visions.reception import reception_of

FORMING, VISIONING = ConsortiumState.FORMING, ConsortiumState.VISIONING


def state_told(source: Source, group: Consortium) -> str:
    """How far it is and since when, who takes care of it, and when somebody looks again."""
    state = state_in(source, group)
    since = _since(source, group)
    words = STATE_WORDS[state]
    told = [_("State: {state}.", state=words)]
    if since is not None:
        told = [_("State: {state}, since {day}.", state=words, day=day(source, since))]
    if state in (FORMING, VISIONING) and source.once(readiness_by_id)(group.id).ready:
        told.append(_ready(source, group))
    if group.owner_id is not None:
        told.append(_("{name} takes care of it.", name=source.who(group.owner_id).name))
    if group.look_again_on is not None:
        told.append(_("The club looks again on {day}.", day=date_text(group.look_again_on)))
    if (shared := _contacts(source, group)) is not None:
        told.append(shared)
    return sentences((*told, _("As of {day}.", day=day(source, source.now))))


def _ready(source: Source, group: Consortium) -> str:
    """What an obstacle holds back is not called ready."""
    if obstacles_open(source, group):
        return _("Nothing is missing; it is held back from outside, as stands below.")
    return _("Nothing is missing, and nobody has said yet that it is ready.")


def _contacts(source: Source, group: Consortium) -> str | None:
    """Since when its members have each other's contacts, and who has said so."""
    if group.contacts_shared_at is None:
        return None
    since = day(source, group.contacts_shared_at)
    if not group.contacts_said_by:
        return _("Its members have each other's contacts since {day}.", day=since)
    return _(
        "Its members have each other's contacts since {day}, as {name} said.",
        day=since,
        name=group.contacts_said_by,
    )


def _since(source: Source, group: Consortium) -> Instant | None:
    steps = [step for step in source.once(steps_in) if step.consortium_id == group.id]
    return steps[-1].at if steps else group.let_go_at


def stands(source: Source, group: Consortium) -> Iterator[Block]:
    """The last answer of each member that was revealed, and on which version it was."""
    book = source.once(VisionBook)
    asked = [note for note in book.of.members_of(group) if note.is_asked]
    versions = book.versions_of(group)
    if not versions or not asked:
        return
    yield Heading(_("Where each stands"))
    last = source.once(_last_answers)
    heads = (_("Member"), _("Stands at"), _("Said on"), _("Version"))
    rows = tuple(_stand(source, note, last.get(note.id)) for note in asked)
    yield PageTable(heads, rows, (3, 4.4, 1.6, 1), frozenset({3}))
    scale = SCALES.get(group.scale, DEFAULT)
    level = scale.level(book.agreed_level(group, versions[-1]))
    told = (
        str(reception_of(book, group, versions[-1])),
        _("The agreed level is {level}, “{words}”.", level=level.value, words=level.label),
        _not_asked(book, group),
    )
    yield Paragraph(sentences(told), Manner.QUIET)


def _not_asked(book: VisionBook, group: Consortium) -> str:
    """Who is in it and in no count, so that the share is understood."""
    names = [one.name for one in book.of.members_of(group) if one.observes and not one.has_left]
    if not names:
        return ""
    return _("These observe, and are not asked: {names}.", names=listed_apart(names))


def _stand(source: Source, note: MemberNote, answer: Position | None) -> tuple[str, ...]:
    if answer is None:
        return (note.name, _("has not answered yet"), "", "")
    book = source.once(VisionBook)
    asked = book.askings.get(answer.asking_id or 0) or note.consortium
    scale = SCALES.get(asked.scale, DEFAULT)
    words = number_text(answer.level)
    if scale.lowest <= answer.level <= scale.highest:
        level = scale.level(answer.level)
        words = _("{number} “{words}”", number=words, words=level.label)
    number = book.visions[answer.vision_id].number
    return (note.name, words, day(source, answer.at), number_text(number))


def _last_answers(source: Source) -> dict[int, Position]:
    """By member; they come in the order of versions and of time."""
    return {one.member_id: one for one in source.once(VisionBook).positions}
