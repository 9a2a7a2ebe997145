"""The outcome of a session, for those who were not there."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.pages.kinds import OUTCOME
from kdc_desktop.domain.pages.values import (
    Block,
    Bullets,
    Document,
    Heading,
    Manner,
    PageTable,
    Paragraph,
)
from kdc_desktop.domain.people.sectors import COUNTED, name_of
from kdc_desktop.i18n import (
    _,
    date_text,
    listed,
    number_text,
    pgettext,
    sentences,
    time_text,
    titled,
)
from kdc_desktop.instants import day_of
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.services.consortia.book import MemberNote
from kdc_desktop.services.pages.asked_then import asked_told, askings_of
from kdc_desktop.services.pages.behind import behind
from kdc_desktop.services.pages.by_organisation import by_organisation
from kdc_desktop.services.pages.evenings import (
    before_it,
    gone_on,
    groups_of,
    is_taken_up,
    of_the_evening,
)
from kdc_desktop.services.pages.ideas import ideas_told
from kdc_desktop.services.pages.in_short import in_short
from kdc_desktop.services.pages.met import who_met
from kdc_desktop.services.pages.moves import side_by_side
from kdc_desktop.services.pages.offers import offers_met
from kdc_desktop.services.pages.record import Promise, Record
from kdc_desktop.services.pages.standings import standings
from kdc_desktop.services.pages.votes import votes


def outcome(record: Record) -> Document:
    """Who came, what was asked and what won, the consortia, and who owes what by when."""
    return Document(
        titled(str(OUTCOME.title), record.session.title), record.foot, tuple(_blocks(record))
    )


def _blocks(record: Record) -> Iterator[Block]:
    yield Heading(record.session.title, 1)
    yield Paragraph(record.when_and_where, Manner.QUIET)
    if record.programme:
        yield Paragraph(record.programme, Manner.QUIET)
    if record.session.goal:
        yield Paragraph(record.session.goal, Manner.LEAD)
    told = sentences((record.so_far, in_short(record)))
    yield Paragraph(told or _("Nothing of it is on record."))
    yield from who_came(record)
    yield from who_met(record)
    yield from votes(record)
    yield from _further(record)
    yield from promised(record)
    yield from offers_met(record)
    yield from next_time(record)
    yield from _consortia(record)
    yield from by_organisation(record)
    yield from since_then(record)
    yield from ideas_told(record)


def who_came(record: Record) -> Iterator[Block]:
    """How many came, by sector, new and returning."""
    yield Heading(_("Who came"))
    if not record.came:
        yield Paragraph(_("Nobody was checked in."))
        return
    people = Counter(guest.who.letter for guest in record.came)
    returning = Counter(guest.who.letter for guest in record.came if guest.returning)
    groups = [letter for letter in COUNTED if people[letter]]
    groups += sorted(people.keys() - set(COUNTED))
    rows = [_row(name_of(letter), people[letter], returning[letter]) for letter in groups]
    rows.append(_row(_("Everybody"), people.total(), returning.total()))
    heads = (_("Sector"), _("People"), _("For the first time"), _("Returning"))
    yield PageTable(heads, tuple(rows), (4, 1.4, 1.8, 1.4), frozenset({1, 2, 3}))


def _row(name: str, people: int, returning: int) -> tuple[str, ...]:
    counts = people, people - returning, returning
    return (name, *(number_text(count) for count in counts))


def _further(record: Record) -> Iterator[Block]:
    if not record.asked and not record.winners:
        return
    yield Heading(_("What is taken further"))
    if record.winners:
        yield Bullets(tuple(record.winners))
    else:
        yield Paragraph(_("No winner is marked."))


def _consortia(record: Record) -> Iterator[Block]:
    yield Heading(_("The consortia"))
    groups = groups_of(record)
    if not groups:
        yield Paragraph(_("No consortium was formed."))
    yield from side_by_side(record, groups)
    for group in groups:
        yield from _consortium(record, group)


def _consortium(record: Record, group: Consortium) -> Iterator[Block]:
    ledger = record.ledgers[group.id]
    yield Heading(group.name, 3)
    if told := sentences((before_it(record, group), behind(record, group), gone_on(record, group))):
        yield Paragraph(told)
    if ledger.visions:
        yield Paragraph(ledger.visions[-1].text, Manner.QUOTED)
    else:
        yield Paragraph(_("It has written no vision yet."), Manner.QUIET)
    yield from standings(record, group)
    if asked := [asked_told(record, asking) for asking in askings_of(record, group)]:
        yield Paragraph(_("When it was asked in this evening:"))
        yield Bullets(tuple(asked))
    members = [note for note in record.book.members_of(group) if not note.has_left]
    if members:
        yield _members(record, members)


def _members(record: Record, members: list[MemberNote]) -> PageTable:
    """Who is in a consortium, and who speaks for them where anybody does in this evening."""
    heads = (_("Member"), _("Sector"), _("Role"), _("Spoken for by"))
    speak = any(record.delegates.get(note.id) for note in members)
    columns = len(heads) if speak else len(heads) - 1
    rows = tuple(
        (
            note.name,
            name_of(note.sector),
            str(ROLE_WORDS[note.role]),
            listed(record.delegates.get(note.id, ())),
        )[:columns]
        for note in members
    )
    return PageTable(heads[:columns], rows, (3, 2, 1.3, 3)[:columns])


def promised(record: Record) -> Iterator[Block]:
    """Who owes what by when; what was kept before the evening is not told again."""
    yield Heading(_("Who owes what by when"))
    shown = [one for one in record.promises if not _kept_before(record, one)]
    if not shown:
        yield Paragraph(_("Nobody has promised anything."))
        return
    today = day_of(record.source.now, record.source.zone_of(record.session.id))
    rows = tuple((_by(one, today), one.member, one.what, one.group) for one in shown)
    heads = (_("By"), _("Who"), _("What"), _("Consortium"))
    yield PageTable(heads, rows, (2.1, 2.5, 3.6, 2.4))


def _kept_before(record: Record, one: Promise) -> bool:
    if one.done_at is None:
        return False
    group = record.book.members[one.member_id].consortium
    return is_taken_up(record, group) and not of_the_evening(record, group, one.done_at)


def _by(one: Promise, today: date) -> str:
    """The day, and what has become of it: only what is past its day is overdue."""
    if one.due_on is None:
        return pgettext("a promise", "kept") if one.done else pgettext("a promise", "no date")
    day = date_text(one.due_on)
    if one.done:
        return _("{day}, kept", day=day)
    return _("{day}, overdue", day=day) if one.due_on < today else day


def since_then(record: Record) -> Iterator[Block]:
    """What happened after the evening was closed, and before the next: all else is as it was."""
    if not record.since:
        return
    yield Heading(_("Since then"))
    zone = record.source.zone_of(record.session.id)
    told = (titled(date_text(day_of(one.at, zone)), one.sentence) for one in record.since)
    yield Bullets(tuple(told))


def next_time(record: Record) -> Iterator[Block]:
    """When those who read it meet again."""
    after = record.next_session
    if after is None:
        return
    yield Heading(_("When we meet again"))
    at = listed(filter(None, (date_text(after.starts_at), time_text(after.starts_at), after.place)))
    yield Paragraph(f"{titled(after.title, at)}.")
