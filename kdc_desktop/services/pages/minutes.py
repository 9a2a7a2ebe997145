"""The minutes of a session: sentences in the order of the evening, neutral and without secrets."""

from collections.abc import Iterator

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.pages.kinds import MINUTES
from kdc_desktop.domain.pages.values import Block, Bullets, Document, Heading, Manner, Paragraph
from kdc_desktop.domain.people.sectors import COUNTED, name_of
from kdc_desktop.i18n import (
    _,
    listed,
    listed_and,
    listed_apart,
    ngettext,
    sentences,
    time_text,
    titled,
)
from kdc_desktop.instants import Instant
from kdc_desktop.model.sessions import Stage
from kdc_desktop.services.pages.behind import behind
from kdc_desktop.services.pages.evenings import before_it, gone_on, groups_of
from kdc_desktop.services.pages.happening import Happening
from kdc_desktop.services.pages.happenings import happenings, ideas_written
from kdc_desktop.services.pages.outcome import next_time, promised, since_then
from kdc_desktop.services.pages.record import Guest, Record
from kdc_desktop.services.pages.standings import standings
from kdc_desktop.services.pages.timing import begun_told, ended_told, lasted, stage_told

_IN_A_PARAGRAPH = 3
"""Things that happened in a stage; of more each has a line."""


def minutes(record: Record) -> Document:
    """When it began, who was there, what happened, and what was decided and promised."""
    title = titled(str(MINUTES.title), record.session.title)
    return Document(title, record.foot, tuple(_blocks(record)))


def _blocks(record: Record) -> Iterator[Block]:
    yield Heading(titled(str(MINUTES.title), record.session.title), 1)
    yield Paragraph(record.when_and_where, Manner.QUIET)
    if record.so_far:
        yield Paragraph(record.so_far)
    yield Heading(_("Present"))
    yield from _present(record)
    yield Heading(_("What happened"))
    yield from _evening(record)
    yield Heading(_("What the room decided"))
    yield from _decided(record)
    yield from promised(record)
    yield from next_time(record)
    yield from since_then(record)


def _present(record: Record) -> Iterator[Block]:
    if not record.came:
        yield Paragraph(_("Nobody was checked in."))
        return
    count = len(record.came)
    yield Paragraph(ngettext("{count} person was there.", "{count} people were there.", count))
    letters = {guest.who.letter for guest in record.came}
    for letter in (*COUNTED, *sorted(letters - set(COUNTED))):
        here = [guest for guest in record.came if guest.who.letter == letter]
        if here:
            yield Heading(name_of(letter), 3)
            yield Paragraph(f"{listed_apart(_by_organisation(here))}.")


def _by_organisation(here: list[Guest]) -> Iterator[str]:
    """Names after what they speak for, in the order of that; residents by themselves."""
    names: dict[str, list[str]] = {}
    for guest in here:
        names.setdefault(guest.who.organisation, []).append(guest.who.name)
    for organisation in sorted(names, key=in_order):
        told = listed(names[organisation])
        yield titled(organisation, told) if organisation else told


def _evening(record: Record) -> Iterator[Block]:
    if begun := begun_told(record):
        yield Paragraph(begun)
    closed = record.session.closed_at
    told = [one for one in happenings(record) if closed is None or one.at <= closed]
    stages = sorted(
        (stage.started_at, at, stage)
        for at, stage in enumerate(record.planned_stages)
        if stage.started_at is not None
    )
    before = [one for one in told if not stages or one.at < stages[0][0]]
    if before:
        yield Paragraph(_told(before))
    for place, (start, _at, stage) in enumerate(stages):
        until = stages[place + 1][0] if place + 1 < len(stages) else None
        here = [one for one in told if start <= one.at and (until is None or one.at < until)]
        yield from _stage(record, stage, start, here)
    if ended := ended_told(record):
        yield Paragraph(ended)
    if not (begun or told or stages or ended):
        yield Paragraph(_("Nothing of it is on record."))


def _stage(record: Record, stage: Stage, start: Instant, here: list[Happening]) -> Iterator[Block]:
    began = record.source.by_clock(start, record.session.id)
    yield Heading(_("{time} {stage}", time=time_text(began), stage=stage.title), 3)
    prompt = [_("The prompt was: “{prompt}”", prompt=stage.prompt)] if stage.prompt else []
    happened = [*prompt, ideas_written(record, stage)]
    if len(here) > _IN_A_PARAGRAPH:
        if begun := sentences(happened):
            yield Paragraph(begun)
        yield Bullets(tuple(one.sentence for one in here))
        if took := stage_told(stage):
            yield Paragraph(took)
        return
    happened += [one.sentence for one in here]
    yield Paragraph(sentences((*happened, stage_told(stage))) or lasted(stage))


def _told(found: list[Happening]) -> str:
    return sentences(one.sentence for one in found)


def _decided(record: Record) -> Iterator[Block]:
    groups = groups_of(record)
    if not record.winners and not groups:
        yield Paragraph(_("Nothing was decided."))
    if record.winners:
        names = listed_and(_("“{title}”", title=title) for title in record.winners)
        yield Paragraph(_("Taken further: {names}.", names=names))
    for group in groups:
        ledger = record.ledgers[group.id]
        notes = record.book.members_of(group)
        members = listed_apart(note.name for note in notes if not note.has_left)
        yield Heading(group.name, 3)
        of_before = before_it(record, group), behind(record, group), gone_on(record, group)
        if told := sentences(of_before):
            yield Paragraph(told)
        if ledger.visions:
            yield Paragraph(_("Its vision reads:"))
            yield Paragraph(ledger.visions[-1].text, Manner.QUOTED)
        if members:
            yield Paragraph(_("Members: {names}.", names=members))
        yield from standings(record, group)
