"""What became of the ideas of somebody, for themselves; and the list to write to all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import select

from kdc_desktop.domain.chains.how_far import FAR_WORDS, HowFar
from kdc_desktop.domain.kit.text import in_order, on_one_line, shortened
from kdc_desktop.domain.pages.kinds import BECAME
from kdc_desktop.domain.pages.values import (
    Block,
    Bullets,
    Document,
    Heading,
    MailList,
    Manner,
    PageBreak,
    Paragraph,
)
from kdc_desktop.domain.people.split_names import split_name
from kdc_desktop.i18n import (
    _,
    date_text,
    listed,
    listed_apart,
    ngettext,
    number_text,
    sentences,
    titled,
)
from kdc_desktop.model.people import Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.chains.facts import read_facts
from kdc_desktop.services.chains.following import Following
from kdc_desktop.services.chains.last_words import last_visions
from kdc_desktop.services.chains.rows import ChainRow
from kdc_desktop.services.chains.to_authors import told_to_author
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.obstacles.questions import obstacles_of
from kdc_desktop.services.obstacles.rows import ObstacleRow
from kdc_desktop.services.pages.mail_merge import addresses, refused_contact, who_is_on
from kdc_desktop.services.pages.record import Record
from kdc_desktop.storage import Database
from kdc_desktop.storage.gone import GoneError

_LONG = 90  # letters of an idea that stand in a heading
_Ideas = Mapping[int, Sequence[ChainRow]]


def became(record: Record) -> Document:
    """A page for each author of an idea of the session, by name: all of their ideas of every
    evening, the newest first."""
    ideas = _ideas_of_authors(record.source)
    here = [
        key
        for key, rows in ideas.items()
        if any(row.session.id == record.session.id for row in rows)
    ]
    blocks: list[Block] = []
    for key in _by_name(record.source, here):
        if blocks:
            blocks.append(PageBreak())
        blocks += _page(record.source, key, ideas[key])
    title = titled(str(BECAME.title), record.session.title)
    if not blocks:
        blocks = [Heading(title, 1), Paragraph(_("No idea of this session has an author."))]
    return Document(title, record.foot, tuple(blocks))


def became_of(database: Database, person_id: int) -> Document:
    """The page for one author.

    Raises:
        UserError: there is no such person any more.
    """
    with database.read() as snapshot:
        source = Source(snapshot, None, database.now())
        if person_id not in source.people:
            raise GoneError(Person)
        key = source.known_once(person_id)
        title = titled(str(BECAME.title), source.people[key].name)
        rows = _ideas_of_authors(source).get(key, ())
        return Document(title, source.people[key].name, tuple(_page(source, key, rows)))


def authors_list(record: Record) -> MailList:
    """Every author of an idea of the session who may be written to, with what became of all of
    their ideas."""
    source, known, refused = record.source, addresses(record), refused_contact(record)
    ideas = _ideas_of_authors(source)
    here = [
        key
        for key, rows in ideas.items()
        if any(row.session.id == record.session.id for row in rows)
    ]
    lines, without, silent = [], [], 0
    for key in _by_name(source, here):
        who, email = source.people[key], known.get(key, "")
        silent += key in refused
        if key in refused:
            continue
        if not email:
            without.append(who.name)
            continue
        furthest = max(ideas[key], key=lambda row: row.far.steps)
        lines.append(
            (
                *split_name(who.name),
                email,
                who.organisation,
                number_text(len(ideas[key])),
                str(FAR_WORDS[furthest.far]),
                listed_apart(_in_a_line(source, row) for row in ideas[key]),
            )
        )
    heads = (
        _("First name"),
        _("Last name"),
        _("E-mail"),
        _("Organisation"),
        _("Ideas"),
        _("Furthest"),
        _("What became of them"),
    )
    return MailList(heads, tuple(lines), who_is_on(len(lines), silent, without))


def _ideas_of_authors(source: Source) -> _Ideas:
    """Every idea of the club whose author is known, by them; the newest evening first."""
    zone = club_zone(source.snapshot)
    found: dict[int, list[ChainRow]] = defaultdict(list)
    for row in Following(read_facts(source.snapshot, source.now, zone)).rows():
        if row.author_id is not None:
            found[source.known_once(row.author_id)].append(row)
    return found


def _by_name(source: Source, keys: Iterable[int]) -> list[int]:
    return sorted(keys, key=lambda key: (in_order(source.people[key].name), key))


def _silent(source: Source) -> frozenset[int]:
    """The sessions whose room sees blank cards: nobody reads the ideas of others there."""
    return frozenset(source.snapshot.scalars(select(Session.id).where(Session.silent)))


def _visions(source: Source) -> Mapping[int, str]:
    return last_visions(source.snapshot)


def _held(source: Source) -> Mapping[int, Sequence[ObstacleRow]]:
    """What holds consortia back now, by their ids."""
    return obstacles_of(source.snapshot, None, source.now, source.zone)


def _page(source: Source, person_id: int, rows: Sequence[ChainRow]) -> Iterator[Block]:
    name = source.people[person_id].name
    yield Heading(_("What became of your ideas"), 1)
    if not rows:
        yield Paragraph(_("{name}, no idea of yours lies on a board of the club.", name=name))
        return
    told = (
        ngettext(
            "{name}, you have brought {count} idea to the club. Thank you!",
            "{name}, you have brought {count} ideas to the club. Thank you!",
            len(rows),
            name=name,
        ),
        ngettext(
            "This is what has become of it by {day}.",
            "This is what has become of them by {day}.",
            len(rows),
            day=date_text(source.day(source.now)),
        ),
    )
    yield Paragraph(sentences(told), Manner.LEAD)
    for row in rows:
        yield from _idea(source, row)


def _idea(source: Source, row: ChainRow) -> Iterator[Block]:
    text = on_one_line(row.text)
    yield Heading(shortened(text, _LONG), 3)
    where = listed((row.session.title, date_text(row.session.on)))
    yield Paragraph(titled(where, str(FAR_WORDS[row.far])), Manner.QUIET)
    if len(text) > _LONG:
        yield Paragraph(row.text, Manner.QUOTED)
    silent = row.session.id in source.once(_silent)
    told = told_to_author(row, source.once(_visions), source.once(_held), silent=silent)
    yield Bullets(told)


def _in_a_line(source: Source, row: ChainRow) -> str:
    """An idea, and the last that became of it."""
    silent = row.session.id in source.once(_silent)
    told = told_to_author(row, {}, {}, silent=silent)
    if row.far is HowFar.WRITTEN:
        told = told[:1]
    return titled(shortened(row.text), sentences(told))
