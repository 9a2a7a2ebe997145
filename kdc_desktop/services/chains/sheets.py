"""The sheet that follows each idea to where it came."""

from dataclasses import replace

from sqlalchemy import select

from kdc_desktop.domain.chains.how_far import FAR_WORDS
from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.i18n import _, lazy
from kdc_desktop.interchange.workbook import Column, Kind, Reader, Table
from kdc_desktop.model.visions import Vision
from kdc_desktop.services.chains.facts import read_facts
from kdc_desktop.services.chains.following import Following
from kdc_desktop.services.chains.rows import ChainRow, VotedOn
from kdc_desktop.services.chains.words import came_to
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.kit.source import Line, Source, id_of

_COLUMNS = (
    replace(id_of("Idea"), own=True, filled=True),
    Column(lazy("Idea"), head=True, filled=True, means=lazy("The words of the idea.")),
    id_of("Person", "Author"),
    Column(lazy("Author"), aside=True, means=lazy("Who wrote it, or the name that was given.")),
    Column(
        lazy("How far"),
        words=tuple(FAR_WORDS.items()),
        filled=True,
        means=lazy("The furthest that became of it, from the board to commitments."),
    ),
    Column(lazy("What became of it"), filled=True, reader=Reader.PEOPLE),
    Column(
        lazy("So far since"),
        Kind.DATE,
        filled=True,
        key="since",
        means=lazy("The day on which it came so far."),
    ),
    Column(
        lazy("Came with"),
        aside=True,
        means=lazy(
            "What it was merged into, or its cluster, where that came further than it itself."
        ),
    ),
    id_of("Poll"),
    Column(
        lazy("Place in the vote"),
        Kind.NUMBER,
        means=lazy("Its best place by the total; empty where no result has been shown."),
    ),
    Column(
        lazy("Of how many"),
        Kind.NUMBER,
        aside=True,
        key="of",
        means=lazy("Among how many options it had that place."),
    ),
    id_of("Winner"),
    Column(lazy("Winner"), aside=True, means=lazy("The title of what won.")),
    id_of("Consortium"),
    Column(
        lazy("Consortium"), means=lazy("The consortium that it came furthest in, if one formed.")
    ),
    Column(
        lazy("State"),
        words=tuple(STATE_WORDS.items()),
        aside=True,
        means=lazy("How far that is."),
    ),
    id_of("Vision"),
    Column(
        lazy("Version"), Kind.NUMBER, aside=True, means=lazy("The number of its latest version.")
    ),
    Column(
        lazy("Commitments kept"),
        Kind.NUMBER,
        key="kept",
        means=lazy("How many of the commitments of its consortium were kept."),
    ),
    Column(
        lazy("Commitments to come"),
        Kind.NUMBER,
        key="to_come",
        means=lazy("How many of them are still to come."),
    ),
    Column(
        lazy("Commitments overdue"),
        Kind.NUMBER,
        key="late",
        means=lazy("How many of them were due before today."),
    ),
)


def trail(source: Source) -> Table:
    """A row for each idea that is not in the trash, with the furthest that it came to."""
    only = None if source.every_session else next(iter(source.sessions))
    zone = club_zone(source.snapshot)
    facts = read_facts(source.snapshot, source.now, zone, only)
    rows = Following(facts).rows()
    groups = {row.furthest.id for row in rows if row.furthest is not None}
    written = select(Vision.consortium_id, Vision.number, Vision.id)
    found = source.snapshot.execute(written.where(Vision.consortium_id.in_(groups)))
    versions = {(key, number): vision_id for key, number, vision_id in found}
    return source.table(
        "Trail",
        lazy("Trail"),
        _COLUMNS,
        [_line(source, row, versions) for row in rows],
        (_("An idea that was merged, or lies in a cluster, goes as far as what it lies in."),),
        purpose=lazy(
            "What became of each idea: the vote, the consortium, its vision, its promises."
        ),
    )


def _line(source: Source, row: ChainRow, versions: dict[tuple[int, int], int]) -> Line:
    group, vote = row.furthest, _deciding(row)
    placing = None if vote is None else vote.placing
    winners = {one.id: one for one in row.won}
    won = winners.get(group.winner_id) if group is not None else next(iter(row.won), None)
    return (
        row.session.id,
        *(row.id, row.text, row.author_id, source.who(row.author_id).name or row.author or None),
        *(row.far, str(came_to(row)), row.last_on, row.via or None),
        vote.poll_id if vote is not None else None,
        *((placing.rank, placing.of) if placing is not None else (None, None)),
        *((won.id, won.title) if won is not None else (None, None)),
        *((None,) * 8 if group is None else ()),
        *(() if group is None else (group.id, group.name, group.state)),
        *(
            ()
            if group is None
            else (
                versions.get((group.id, group.version_number)),
                group.version_number or None,
                *group.kept,
            )
        ),
    )


def _deciding(row: ChainRow) -> VotedOn | None:
    """The vote in which it had its best place, else the last in which it was."""
    best = row.placed
    return next(
        (one for one in row.voted if one.placing is best and best is not None),
        row.voted[-1] if row.voted else None,
    )
