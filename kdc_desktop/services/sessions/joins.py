"""What sessions are handed by the nouns above them, joined in `services.joined`."""

from collections.abc import Callable
from dataclasses import dataclass

from kdc_desktop.i18n import Text
from kdc_desktop.model.sessions import Stage
from kdc_desktop.storage import Database, Edit

StageCheck = Callable[[Edit, Stage], None]
"""Takes away what hangs on a stage that goes; UserError, with the reason, where it must stay."""


@dataclass(frozen=True)
class SessionFact:
    """A sentence about a session as it stands, by its id; `tables` are those it is read from."""

    tables: frozenset[str]
    sentence: Callable[[Database, int], str]


@dataclass(frozen=True)
class OutcomeLine:
    """One thing that an evening has come to, and in quiet words what belongs to it."""

    text: str
    below: str = ""


@dataclass(frozen=True)
class OutcomePart:
    """What a noun tells at the end of a session, under its `title`; `nothing` where that is none.

    `for_the_room`: its lines are also read on the wall, where people say goodbye.
    """

    key: str
    title: Text
    icon: str
    nothing: Text
    tables: frozenset[str]
    lines: Callable[[Database, int], list[OutcomeLine]]
    for_the_room: bool = False


@dataclass(frozen=True)
class SessionJoins:
    """What is told of a session while somebody talks, and what keeps a stage in its agenda."""

    facts: tuple[SessionFact, ...]
    stage_checks: tuple[StageCheck, ...]


@dataclass(frozen=True)
class SessionEnding:
    """What is told at the end: who came, what was not finished, and what was decided."""

    came: SessionFact
    loose_ends: tuple[SessionFact, ...]
    outcomes: tuple[OutcomePart, ...]
