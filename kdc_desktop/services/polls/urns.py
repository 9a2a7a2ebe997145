"""The urn of a poll: where its roll and papers are while it is open, unless it is a named one.

Everything that asks who has voted asks here. When the poll is closed, the urn is poured into the
club file: by person and by paper, so that the file is the same in whatever order they came, and
whoever cast which.
"""

import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.states import Channel, SlipState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.model.polls import BallotMark, BallotPaper, PollUrn, RollEntry, Slip
from kdc_desktop.services.kit.many import READ_ALL
from kdc_desktop.services.polls.rows import Elsewhere
from kdc_desktop.storage import Database, Edit, Snapshot
from kdc_desktop.storage.fast import Quick, value
from kdc_desktop.storage.unjournaled import insert_columns
from kdc_desktop.storage.urn import Urn, damaged
from kdc_desktop.storage.urns import Missing, NoUrnError

_AT_ONCE = 2000
_FEW = 50  # who are asked after one by one
_KEY = Quick(select(PollUrn.key).where(PollUrn.poll_id == value("poll"), ~PollUrn.poured))


def set_up(edit: Edit, poll_id: int) -> None:
    """Give a poll that is being opened an empty urn."""
    edit.merge(PollUrn(poll_id=poll_id, key=edit.urns.make(), poured=False))


def urn_with(edit: Edit, key: str | None) -> Urn:
    """The urn of an open poll, to put papers in or to pour it, by the key that the file keeps.

    Raises:
        UserError: its papers are not here; the sentence says where they may be.
    """
    if key is None:
        raise UserError(_told(NoUrnError(Missing.NOT_HERE)))
    try:
        return edit.urns.find(key, to_write=True)
    except NoUrnError as missing:
        raise UserError(_told(missing)) from missing


def look_into_urn(snapshot: Snapshot, key: str | None) -> tuple[int, Elsewhere | None]:
    """How many papers an open poll has, and what is told of it where they are not here."""
    try:
        if key is None:
            raise NoUrnError(Missing.NOT_HERE)
        return _papers(snapshot.urns.find(key).counts()), None
    except NoUrnError as missing:
        unsure = missing.why is Missing.PERHAPS_OF_ANOTHER
        return 0, Elsewhere(_told(missing), can_be_taken_over=unsure)
    except UserError as problem:
        return 0, Elsewhere(str(problem))


def take_over_papers(database: Database, poll_id: int) -> None:
    """Have the papers of an open poll whose club file is not to be found, because it is this one.

    Raises:
        UserError: they are of a file that is there, or not on this laptop.
    """
    with database.edit(lazy("Took the papers over"), undoable=False) as edit:
        key = edit.scalar(select(PollUrn.key).where(PollUrn.poll_id == poll_id))
        try:
            edit.urns.take_over(key or "")
        except NoUrnError as missing:
            raise UserError(_told(missing)) from missing
        edit.tell_of(RollEntry, poll_id)


def _told(missing: NoUrnError) -> str:
    if missing.why is Missing.OF_ANOTHER:
        return _(
            "This file is a copy that was made while the vote ran, so it holds no papers. The vote"
            " goes on in {file}: open that one, or prepare another round here.",
            file=missing.file,
        )
    if missing.why is Missing.PERHAPS_OF_ANOTHER:
        return _(
            "The papers of this poll belong to {file}, which is not to be found now. Plug in its"
            " disk and go on there. If this is that file, take the papers over.",
            file=missing.file,
        )
    if missing.why is Missing.DAMAGED:
        return damaged(Path(missing.file))
    return _(
        "This file holds no papers of this poll: it is a copy that was made while the vote ran, or"
        " what held them has been removed from this laptop. Open the club file in which the vote"
        " went on, or prepare another round here."
    )


def _papers(counts: Mapping[str, int]) -> int:
    """How many papers there are: a slip is one once it has come back."""
    return sum(counts.values()) - counts.get(Channel.SLIP, 0)


def channels_of_voters(snapshot: Snapshot, poll_id: int) -> dict[int, Channel] | None:
    """How each who has voted did so, by person; None where the voter roll in the file tells it."""
    key = _KEY.scalar(snapshot, poll=poll_id)
    if key is None:
        return None
    with suppress(UserError, NoUrnError):
        entries = snapshot.urns.find(key).entries()
        return {key: Channel(word) for key, word in entries.items() if key > 0}
    return {}


def voters_among(snapshot: Snapshot, poll_id: int, people: Collection[int]) -> set[int]:
    """Who of these has voted."""
    key = _KEY.scalar(snapshot, poll=poll_id)
    if key is not None:
        return _in_urn_among(snapshot, key, people)
    on_roll = select(RollEntry.person_id).where(RollEntry.poll_id == poll_id)
    if len(people) < READ_ALL:
        on_roll = on_roll.where(RollEntry.person_id.in_(people))
    return set(snapshot.scalars(on_roll)).intersection(people)


def _in_urn_among(snapshot: Snapshot, key: str, people: Collection[int]) -> set[int]:
    with suppress(UserError, NoUrnError):
        urn = snapshot.urns.find(key)
        if len(people) < _FEW:
            return {person_id for person_id in people if urn.word_of(person_id) is not None}
        return set(urn.entries()).intersection(people)
    return set()


def numbers_by_channel(snapshot: Snapshot, poll_id: int) -> Mapping[Channel, int]:
    """How many are on the roll, by channel: by slip also those who have not given it back."""
    key = _KEY.scalar(snapshot, poll=poll_id)
    if key is not None:
        return _in_urn(snapshot, key)
    rows = snapshot.execute(
        select(RollEntry.channel, func.count())
        .where(RollEntry.poll_id == poll_id)
        .group_by(RollEntry.channel)
    )
    counts: Counter[Channel] = Counter()
    for channel, number in rows:
        counts[channel] = number
    return counts


def _in_urn(snapshot: Snapshot, key: str | None) -> Mapping[Channel, int]:
    with suppress(UserError, NoUrnError):
        counts = snapshot.urns.find(key or "").counts()
        return Counter({one: counts[one] for one in Channel if counts.get(one)})
    return Counter()


def put_in(urn: Urn, person_id: int, channel: Channel, sector: str | None, marks: Marks) -> None:
    """Take a paper: who has voted, and beside it what was voted; on disk, both or neither."""
    urn.put(person_id, channel.value, paper_text(sector, marks))


def put_slip_in(urn: Urn, number: int, sector: str | None, marks: Marks) -> None:
    """Take the paper of a slip: that its number has come back, and beside it what is on it."""
    urn.put(-number, SlipState.BACK.value, paper_text(sector, marks))


def slips_back_in_urn(snapshot: Snapshot, poll_id: int) -> Collection[int]:
    """The numbers of the slips that have come back to the urn of an open poll."""
    key = _KEY.scalar(snapshot, poll=poll_id)
    with suppress(UserError, NoUrnError):
        if key is not None:
            return {-number for number in snapshot.urns.find(key).entries() if number < 0}
    return ()


def paper_text(sector: str | None, marks: Marks) -> str:
    """A paper as an urn has it: its sector, and option, value and, where there is one, part."""
    said = sorted(marks.items())
    given = [(at.option_id, value, at.part)[: 3 if at.part else 2] for at, value in said]
    return json.dumps([sector, given], separators=(",", ":"))


def pour(edit: Edit, poll_id: int, draw: Callable[[], int]) -> None:
    """Put what is in the urn of a poll into the file; its poll is closed in the same edit.

    Papers lie there in the order of what they say, and their keys grow in that order: neither tells
    who cast one, nor when, even where the keys can be foretold.

    Raises:
        UserError: its papers are not here.
    """
    urn = urn_with(edit, _KEY.scalar(edit, poll=poll_id))
    entries, contents = urn.entries(), urn.contents()
    voters = sorted(key for key in entries if key > 0)
    keys = fresh_keys(edit, draw, len(contents))
    assert _papers(Counter(entries.values())) == len(keys), "an urn has as many papers as entries"
    papers = _read(contents)
    channels = [entries[voter] for voter in voters]
    roll: dict[str, Sequence[Any]] = {
        "poll_id": [poll_id] * len(voters),
        "person_id": voters,
        "channel": channels,
    }
    insert_columns(edit, RollEntry, roll)
    _note_slips(edit, poll_id, {-key for key in entries if key < 0})
    sectors, nobody = [sector for sector, _given in papers], [None] * len(keys)
    cast: dict[str, Sequence[Any]] = {
        "id": keys,
        "poll_id": [poll_id] * len(keys),
        "person_id": nobody,
        "sector": sectors,
    }
    insert_columns(edit, BallotPaper, cast)
    marks: dict[str, Sequence[Any]] = {
        "paper_id": [key for key, paper in zip(keys, papers, strict=True) for _mark in paper[1]],
        "option_id": [mark[0] for _sector, given in papers for mark in given],
        "part": [mark[2] if len(mark) > 2 else 0 for _sector, given in papers for mark in given],
        "marks": [mark[1] for _sector, given in papers for mark in given],
    }
    insert_columns(edit, BallotMark, marks)
    edit.get_one(PollUrn, poll_id).poured = True
    edit.tell_of(RollEntry, poll_id)


def _note_slips(edit: Edit, poll_id: int, numbers: Collection[int]) -> None:
    """Which slips came back; their papers do not say which they were on."""
    if numbers:
        for slip in edit.scalars(select(Slip).where(Slip.poll_id == poll_id)):
            slip.state = SlipState.BACK if slip.number in numbers else slip.state


def _read(contents: Sequence[str]) -> list[tuple[str | None, list[list[int]]]]:
    """Sector and marks of papers; some at a time, because nothing else runs meanwhile."""
    parts = (contents[at : at + _AT_ONCE] for at in range(0, len(contents), _AT_ONCE))
    return [paper for part in parts for paper in json.loads(f"[{','.join(part)}]")]


def fresh_keys(edit: Edit, draw: Callable[[], int], count: int) -> list[int]:
    """So many keys for papers, in their order, that no paper has."""
    keys: set[int] = set()
    while len(keys) < count:
        drawn = {draw() for _number in range(count - len(keys))} - keys
        known = select(BallotPaper.id)
        if len(drawn) < _AT_ONCE:
            known = known.where(BallotPaper.id.in_(drawn))
        keys |= drawn.difference(edit.connection().execute(known).scalars())
    return sorted(keys)


def put_away(database: Database) -> bool:
    """Destroy the urns that have been poured; False where another program holds one.

    Raises:
        UserError: the file cannot be written now; the next call ends it.
    """
    with database.read() as snapshot:
        found = snapshot.execute(select(PollUrn.poll_id, PollUrn.key).where(PollUrn.poured))
        poured = found.all()
        gone = [poll_id for poll_id, key in poured if snapshot.urns.destroy(key)]
    if gone:
        with database.edit(lazy("Put an urn away"), undoable=False) as edit:
            for poll_id in gone:
                edit.delete(edit.get_one(PollUrn, poll_id))
    return len(gone) == len(poured)


def tidy_up(database: Database) -> None:
    """Do what a program that was killed has left undone, as far as that can be done now."""
    with suppress(UserError):
        put_away(database)
        with database.read() as snapshot:
            snapshot.urns.sweep(set(snapshot.scalars(select(PollUrn.key))))
