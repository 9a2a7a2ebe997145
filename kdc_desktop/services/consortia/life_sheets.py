"""The life of consortia over years: their states, the sessions that took them up, signs of life."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute

from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.consortia import ConsortiumStep, SignOfLife, TakenUp
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.consortia.sheets import OF_CONSORTIUM
from kdc_desktop.services.consortia.signs import IS_HEARD
from kdc_desktop.services.kit.source import Columns, Line, Source, id_of, key_of

OF_STATE = Column(
    lazy("State"),
    words=tuple(STATE_WORDS.items()),
    filled=True,
    means=lazy("How far it is, from forming to ended."),
)
OF_ASKING_SESSION = (
    id_of("Session", "Asked in"),
    Column(
        lazy("Asked in"),
        means=lazy("The session in which it was asked; empty for between evenings."),
    ),
)
_STATES = (
    key_of("Step"),
    *OF_CONSORTIUM,
    OF_STATE,
    Column(lazy("Since"), Kind.DATETIME, filled=True, means=lazy("When it came to that.")),
    Column(lazy("Who said so"), stays=True, means=lazy("The name of who said so.")),
    Column(lazy("Note"), stays=True, means=lazy("What was noted with it.")),
)
_TAKEN_UP = (
    key_of("Taken up"),
    *OF_CONSORTIUM,
    Column(
        lazy("Born in"),
        means=lazy("The session in which it was formed; empty where it was in none."),
    ),
)
_TAKEN_UP_IN = (
    id_of("Session", "Taken up in"),
    Column(lazy("Taken up in"), means=lazy("The title of the session that worked on it again.")),
)
_SIGNS = (
    key_of("Sign of life"),
    *OF_CONSORTIUM,
    Column(lazy("When"), Kind.DATETIME, filled=True, means=lazy("When it was heard of.")),
    Column(lazy("Sign of life"), filled=True, means=lazy("How it does, in a line.")),
    Column(lazy("Who said so"), stays=True, means=lazy("The name of who said so.")),
)


def states(source: Source) -> Table:
    """Every step of a consortium from one state to another."""
    book = source.once(ConsortiumBook)
    rows = [
        (
            book.consortia[step.consortium_id].session_id,
            step.id,
            step.consortium_id,
            book.consortia[step.consortium_id].name,
            step.state,
            step.at,
            step.said_by,
            step.note,
        )
        for step in source.once(steps_in)
    ]
    purpose = lazy(
        "When somebody said how far a consortium has come, and who did. Until then that follows "
        "from what it has: sheet Portfolio tells it of each."
    )
    return source.table("States", lazy("States"), _STATES, rows, purpose=purpose, born=True)


def taken_up(source: Source) -> Table:
    """Which consortia of before were worked on in which session."""
    book, titles = source.once(ConsortiumBook), source.once(session_titles)
    rows: list[Line] = []
    for found in source.once(taken_up_in):
        consortium = book.consortia[found.consortium_id]
        born_in = titles.get(consortium.session_id)
        rows.append((found.session_id, found.id, consortium.id, consortium.name, born_in))
    purpose = lazy("Consortia of before that a session worked on again.")
    name, title = "Taken_up", lazy("Taken up")
    return source.table(name, title, _TAKEN_UP, rows, purpose=purpose, of_session=_TAKEN_UP_IN)


def signs_of_life(source: Source) -> Table:
    """What was heard of each consortium between evenings."""
    book = source.once(ConsortiumBook)
    rows = [
        (
            book.consortia[sign.consortium_id].session_id,
            sign.id,
            sign.consortium_id,
            book.consortia[sign.consortium_id].name,
            sign.at,
            sign.text,
            sign.said_by,
        )
        for sign in source.once(signs_in)
    ]
    purpose = lazy("What was heard of each consortium, a line each.")
    title = lazy("Signs of life")
    return source.table("Signs_of_life", title, _SIGNS, rows, purpose=purpose, born=True)


def asked_in(source: Source, session_id: int | None) -> Line:
    """The id, where it is in the workbook, and the title of a session in which one was asked."""
    return (source.shown_session(session_id), source.once(session_titles).get(session_id))


def session_titles(source: Source) -> dict[int | None, str]:
    """By id, of every session of the club."""
    return dict(source.snapshot.execute(select(Session.id, Session.title)).all())


def taken_up_in(source: Source) -> list[TakenUp]:
    """What the sessions wanted have taken up, in the order of the consortia."""
    place = {key: number for number, key in enumerate(source.once(ConsortiumBook).consortia)}
    found = source.snapshot.scalars(
        select(TakenUp).where(source.of(TakenUp.session_id)).order_by(TakenUp.id)
    )
    return sorted(found, key=lambda one: place[one.consortium_id])


def _counts(source: Source) -> Callable[[int], Line]:
    formed: dict[int | None, set[int]] = {}
    for key, consortium in source.once(ConsortiumBook).consortia.items():
        formed.setdefault(consortium.session_id, set()).add(key)
    again: dict[int, set[int]] = {}
    for found in source.once(taken_up_in):
        again.setdefault(found.session_id, set()).add(found.consortium_id)

    def of(session_id: int) -> Line:
        born = formed.get(session_id, set())
        return (len(born), len(born | again.get(session_id, set())))

    return of


OUTCOME = Columns(
    (
        Column(
            lazy("Consortia formed"),
            Kind.NUMBER,
            filled=True,
            means=lazy("How many consortia were formed, those that were let go among them."),
        ),
        Column(
            lazy("Consortia worked on"),
            Kind.NUMBER,
            filled=True,
            means=lazy("How many it worked on: those formed in it, and those of before taken up."),
        ),
    ),
    _counts,
)
"""How many consortia a session formed, and how many it worked on."""


def steps_in(source: Source) -> list[ConsortiumStep]:
    """The steps of these consortia, in their order and that of time."""
    return _of_consortia(source, ConsortiumStep, ConsortiumStep.at)


def signs_in(source: Source) -> list[SignOfLife]:
    """The signs of life of these consortia, in their order and that of time."""
    return _of_consortia(source, SignOfLife, SignOfLife.at)


def heard_in(source: Source) -> list[SignOfLife]:
    """The same without lines that the club itself has written."""
    return _of_consortia(source, SignOfLife, SignOfLife.at, IS_HEARD)


def _of_consortia(
    source: Source,
    entity: type[Any],
    at: InstrumentedAttribute[Any],
    *wanted: ColumnElement[bool],
) -> list[Any]:
    place = {key: number for number, key in enumerate(source.once(ConsortiumBook).consortia)}
    found = source.snapshot.scalars(
        select(entity).where(entity.consortium_id.in_(list(place)), *wanted).order_by(at, entity.id)
    )
    return sorted(found, key=lambda one: place[one.consortium_id])
