"""What became of ideas: of all of the club, of one step by step, and of those behind something."""

from collections.abc import Iterator

from sqlalchemy import select

from kdc_desktop.domain.chains.lines import Lines
from kdc_desktop.domain.kit.rings import WAITING, Ring, RingSign, RingTone
from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.board import Idea
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.sessions import Session
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.chains.facts import ChainFacts, hung_in, read_facts
from kdc_desktop.services.chains.following import Following
from kdc_desktop.services.chains.group_steps import group_steps
from kdc_desktop.services.chains.rows import Chain, ChainRow, ChainStep, StepKind, StepPlace
from kdc_desktop.services.chains.words import result_words
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.storage import Database

_GOING = Ring(1.0, RingSign.NONE, RingTone.GOING)
_CHOSEN = Ring(1.0, RingSign.DONE, RingTone.GOOD)
_NOTHING = Text.plain("")


def all_chains(database: Database) -> list[ChainRow]:
    """Every idea of the club and how far it came: the newest evening first, and of each the ideas
    that came furthest. What lies in the trash, or in a session that does, is not told."""
    with database.read() as snapshot:
        return Following(read_facts(snapshot, database.now(), club_zone(snapshot))).rows()


def chain_of(database: Database, idea_id: int) -> Chain | None:
    """An idea, step by step; None where it, or its session, is in the trash or gone."""
    with database.read() as snapshot:
        now, zone = database.now(), club_zone(snapshot)
        held = select(Idea.session_id).join(Session, Session.id == Idea.session_id)
        session_id = snapshot.scalar(held.where(Idea.id == idea_id, Session.trashed_at.is_(None)))
        if session_id is None:
            return None
        facts = read_facts(snapshot, now, zone, session_id)
        following = Following(facts)
        line = following.lines.of.get(idea_id)
        if line is None:
            return None
        row = following.row(idea_id, line)
        steps = (*_before(row, facts, line.ideas), *group_steps(snapshot, row.groups, now, zone))
        return Chain(row, steps)


def ideas_behind(database: Database, consortium_id: int) -> list[int]:
    """The ideas that a consortium goes back to, merged ones too, by their ids.

    None where it was born outside any session, or that session or the idea is in the trash.
    """
    wanted = (
        select(Winner.session_id, Winner.idea_id, Winner.cluster_id)
        .join(Consortium, Consortium.winner_id == Winner.id)
        .join(Session, Session.id == Winner.session_id)
        .where(Consortium.id == consortium_id, Session.trashed_at.is_(None))
    )
    with database.read() as snapshot:
        found = snapshot.execute(wanted).first()
        if found is None:
            return []
        session_id, idea_id, cluster_id = found
        return list(Lines(hung_in(snapshot, session_id)).carried(idea_id, cluster_id))


def _before(row: ChainRow, facts: ChainFacts, line: tuple[int, ...]) -> Iterator[ChainStep]:
    """What comes before any consortium: written, merged, voted on and chosen."""
    session = row.session
    told = lazy("In “{session}”.", session=session.title)
    if row.author:
        told = lazy("In “{session}”, by {author}.", session=session.title, author=row.author)
    stop = StepPlace(StepKind.WRITTEN, row.id, session.id)
    yield ChainStep(stop, lazy("Idea"), row.text, session.on, _NOTHING, told, _GOING)
    for key in line[1:]:
        stop, text = StepPlace(StepKind.MERGED, key, session.id), facts.notes[key].text
        yield ChainStep(stop, lazy("Merged into"), text, None, _NOTHING, _NOTHING, _GOING)
    days = {}
    for one in row.voted:
        days[one.id] = one.on
        hidden = one.placing is None and not one.is_void
        yield ChainStep(
            StepPlace(StepKind.VOTED, one.poll_id, session.id),
            lazy("Vote"),
            one.question,
            one.on,
            result_words(one),
            lazy("As “{option}”.", option=one.title) if one.title != row.text else _NOTHING,
            WAITING if hidden else _GOING,
        )
    for winner in row.won:
        stop = StepPlace(StepKind.CHOSEN, winner.id, session.id)
        on = days.get(winner.option_id or 0, session.on)
        state = lazy("taken further")
        yield ChainStep(stop, lazy("Chosen"), winner.title, on, state, _NOTHING, _CHOSEN)
