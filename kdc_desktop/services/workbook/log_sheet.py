"""The session's log: what was done, when and by whom, without the rows that changed."""

from collections import defaultdict

from sqlalchemy import select

from kdc_desktop.domain.kit.actors import Actor, ActorKind, Way
from kdc_desktop.i18n import _, fillable, lazy, plazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model import Consortium, JournalEntry
from kdc_desktop.model.journal import LABEL_AS_KEPT
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.kit.source import Line, Source, key_of
from kdc_desktop.storage.belonging import entries_writing, sessions_of_entries
from kdc_desktop.storage.labels import label_of

_WHO = {
    ActorKind.FACILITATOR: plazy("who did something", "Facilitator"),
    ActorKind.HELPER: plazy("who did something", "Helper"),
    ActorKind.PARTICIPANT: plazy("who did something", "Participant"),
    ActorKind.LAPTOP: plazy("who did something", "Another laptop"),
}
_ONE_OF_THEM = {
    ActorKind.FACILITATOR: fillable("Facilitator {number}"),
    ActorKind.HELPER: fillable("Helper {number}"),
    ActorKind.PARTICIPANT: fillable("Participant {number}"),
    ActorKind.LAPTOP: fillable("Laptop {number}"),
}
_HOW = {
    Way.HAND: plazy("how something was done", "By hand"),
    Way.IMPORT: plazy("how something was done", "From a sheet"),
    Way.DESK: plazy("how something was done", "At a screen in the room"),
    Way.PHONE: plazy("how something was done", "By phone"),
    Way.REHEARSAL: plazy("how something was done", "Rehearsed"),
}
_LOG = (
    key_of("Entry"),
    Column(lazy("When"), Kind.DATETIME, filled=True, means=lazy("When it was done.")),
    Column(lazy("What"), filled=True, means=lazy("What was done, in words.")),
    Column(lazy("Undone"), Kind.DATETIME, means=lazy("When it was taken back, if it was.")),
    Column(lazy("Who"), filled=True, means=lazy("Who did it.")),
    Column(lazy("How"), words=tuple(_HOW.items()), filled=True, means=lazy("In which way.")),
)
_ENTRIES = select(
    JournalEntry.session_id,
    JournalEntry.id,
    JournalEntry.at,
    *LABEL_AS_KEPT,
    JournalEntry.undone_at,
    JournalEntry.actor,
    JournalEntry.actor_key,
    JournalEntry.way,
).order_by(JournalEntry.id)


def log(source: Source) -> Table:
    """Every journal entry of the sessions, and those of the club's people and organisations.

    With one session only, the club's entries, and those of consortia that it has taken up, are
    those made while it was prepared and held.
    """
    own, of_club = _entries(source)
    if not source.every_session:
        first, last = (own[0][1], own[-1][1]) if own else (0, 0)
        of_club = [entry for entry in of_club if first < entry[1] < last]
        own = sorted(own + of_club, key=lambda entry: entry[1])
        own = [(next(iter(source.sessions)), *entry[1:]) for entry in own]
    else:
        own += of_club
    notes = (
        _("Ballot papers are in no log: a time beside a paper would break secrecy."),
        _("What was undone shows when."),
    )
    purpose = lazy("What was done, when, and by whom.")
    return source.table("Log", _("Log"), _LOG, own, notes, purpose=purpose, stays=True)


def _entries(source: Source) -> tuple[list[Line], list[Line]]:
    """Those of the sessions, and those of the club and of consortia that were taken up."""
    born_in = {one.session_id for one in source.once(ConsortiumBook).consortia.values()}
    of_parts = sessions_of_entries(source.snapshot)
    own: list[Line] = []
    of_club: list[Line] = []
    who = _Numbers()
    for (
        session_id,
        key,
        at,
        label,
        arguments,
        undone_at,
        kind,
        actor_key,
        way,
    ) in source.snapshot.execute(_ENTRIES):
        by = who.worded(Actor(kind, actor_key))
        rest = (at, str(label_of(label, arguments)), undone_at, by, way)
        owner = of_parts.get(key) if session_id is None else session_id
        if owner in source.sessions:
            own.append((owner, key, *rest))
        elif (session_id is None and key not in of_parts) or owner in born_in:
            of_club.append((session_id, key, *rest))
    elsewhere = [entry[1] for entry in of_club if entry[0] is not None]
    with_consortia = entries_writing(source.snapshot, Consortium, elsewhere)
    return own, [(None, *e[1:]) for e in of_club if e[0] is None or e[1] in with_consortia]


class _Numbers:
    """Tells those of one kind apart by small numbers, in the order in which they came."""

    def __init__(self) -> None:
        self._known: dict[ActorKind, dict[int, int]] = defaultdict(dict)

    def worded(self, actor: Actor) -> str:
        """“Facilitator”, “Helper 2”."""
        if actor.key is None:
            return str(_WHO[actor.kind])
        known = self._known[actor.kind]
        number = known.setdefault(actor.key, len(known) + 1)
        return str(_ONE_OF_THEM[actor.kind].filled(number=number))
