"""The sheets of obstacles, and of what became of each step by step."""

from collections.abc import Mapping

from sqlalchemy import select

from kdc_desktop.domain.obstacles.kinds import KIND_ENTRIES
from kdc_desktop.domain.obstacles.steps import EVENT_WORDS
from kdc_desktop.i18n import _, lazy
from kdc_desktop.instants import day_of, days_between
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.obstacles import Obstacle, ObstacleStep
from kdc_desktop.model.people import Department, Organisation
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.consortia.sheets import OF_CONSORTIUM
from kdc_desktop.services.kit.residents import named
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.obstacles.owners import owner_called

_OF_KIND = Column(
    lazy("Kind"),
    words=tuple(KIND_ENTRIES.items()),
    filled=True,
    means=lazy("What it is that the consortium waits for."),
)
_OBSTACLE = Column(
    lazy("Obstacle"), filled=True, means=lazy("What holds the consortium back from outside.")
)
_OF_OWNER = (
    id_of("Person", "Owner"),
    id_of("Organisation", "Owner organisation"),
    id_of("Department", "Owner department"),
    Column(
        lazy("Owner"),
        means=lazy("Who takes care of it: a person, an organisation or a department of one."),
    ),
)
_OBSTACLES = (
    key_of("Obstacle"),
    *OF_CONSORTIUM,
    _OF_KIND,
    _OBSTACLE,
    *_OF_OWNER,
    Column(lazy("Next step"), means=lazy("What is done about it next.")),
    Column(lazy("Until"), Kind.DATE, means=lazy("The day until which that is done.")),
    Column(
        lazy("Overdue"),
        Kind.BOOL,
        filled=True,
        means=lazy("Whether that day has gone by, and it is not solved."),
    ),
    Column(lazy("Raised"), Kind.DATETIME, filled=True, means=lazy("When it was told first.")),
    Column(lazy("Solved"), Kind.DATETIME, means=lazy("When it was solved, if it was.")),
    Column(
        lazy("Days"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many days it took to solve it, or has lasted so far."),
    ),
)
_HISTORY = (
    key_of("Obstacle step"),
    *OF_CONSORTIUM,
    id_of("Obstacle"),
    _OBSTACLE,
    Column(
        lazy("What happened"),
        words=tuple(EVENT_WORDS.items()),
        filled=True,
        means=lazy("What became of it then."),
    ),
    Column(lazy("When"), Kind.DATETIME, filled=True, means=lazy("When that was.")),
    Column(
        lazy("Kind"),
        words=tuple(KIND_ENTRIES.items()),
        means=lazy("Of which kind it is from then on, where that was said."),
    ),
    *_OF_OWNER,
    Column(lazy("Until"), Kind.DATE, means=lazy("The day of its next step from then on.")),
    Column(lazy("Who said so"), stays=True, means=lazy("The name of who said so.")),
    Column(lazy("Note"), stays=True, means=lazy("What was said with it, in its own words.")),
)


def obstacles(source: Source) -> Table:
    """What holds consortia back, the consortia in their order and the oldest first."""
    book, today = source.once(ConsortiumBook), day_of(source.now, source.zone)
    rows: list[Line] = [
        (
            book.consortia[one.consortium_id].session_id,
            one.id,
            one.consortium_id,
            book.consortia[one.consortium_id].name,
            one.kind,
            one.text,
            *_owner(source, one),
            one.next_step,
            one.next_on,
            one.solved_at is None and one.next_on is not None and one.next_on < today,
            one.raised_at,
            one.solved_at,
            days_between(one.raised_at, one.solved_at or source.now, source.zone),
        )
        for one in source.once(_obstacles_in)
    ]
    notes = (_("Days: until it was solved, or so far."),)
    purpose = lazy("What holds consortia back from outside, who takes care of it and what is next.")
    title = lazy("Obstacles")
    return source.table("Obstacles", title, _OBSTACLES, rows, notes, purpose=purpose, born=True)


def history(source: Source) -> Table:
    """Each thing that happened to an obstacle, from when it was raised on."""
    book = source.once(ConsortiumBook)
    raised = {one.id: one for one in source.once(_obstacles_in)}
    rows: list[Line] = []
    for step in source.once(_steps_in):
        of = raised[step.obstacle_id]
        consortium = book.consortia[of.consortium_id]
        rows.append(
            (
                consortium.session_id,
                step.id,
                consortium.id,
                consortium.name,
                of.id,
                of.text,
                step.event,
                step.at,
                step.kind,
                *_owner(source, step),
                step.next_on,
                step.said_by,
                step.note,
            )
        )
    purpose = lazy("What happened to each obstacle, from when it was raised on, and who said so.")
    title = lazy("Obstacle history")
    return source.table("Obstacle_history", title, _HISTORY, rows, purpose=purpose, born=True)


def _owner(source: Source, of: Obstacle | ObstacleStep) -> Line:
    """By ids and by name; people and their organisations are told as the edition tells them."""
    names = source.once(_names)
    organisation = names[Organisation].get(of.organisation_id or 0)
    department = names[Department].get(of.department_id or 0)
    owner_id, name = named(source, of.owner_id)
    called = owner_called(name, organisation, department)
    return owner_id, of.organisation_id, of.department_id, called


def _names(source: Source) -> Mapping[type, Mapping[int, str]]:
    return {
        entity: dict(source.snapshot.execute(select(entity.id, entity.name)).all())
        for entity in (Organisation, Department)
    }


def _obstacles_in(source: Source) -> list[Obstacle]:
    place = {key: number for number, key in enumerate(source.once(ConsortiumBook).consortia)}
    found = source.snapshot.scalars(
        select(Obstacle)
        .where(Obstacle.consortium_id.in_(list(place)))
        .order_by(Obstacle.raised_at, Obstacle.id)
    )
    return sorted(found, key=lambda one: place[one.consortium_id])


def _steps_in(source: Source) -> list[ObstacleStep]:
    place = {one.id: number for number, one in enumerate(source.once(_obstacles_in))}
    found = source.snapshot.scalars(
        select(ObstacleStep)
        .where(ObstacleStep.obstacle_id.in_(list(place)))
        .order_by(ObstacleStep.at, ObstacleStep.id)
    )
    return sorted(found, key=lambda step: place[step.obstacle_id])
