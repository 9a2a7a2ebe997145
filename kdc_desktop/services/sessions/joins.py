"""What sessions are handed by the nouns above them, joined in `services.joined`."""

from collections.abc import Callable
from dataclasses import dataclass

from kdc_desktop.model.sessions import Stage
from kdc_desktop.storage import Database, Snapshot

StageCheck = Callable[[Snapshot, Stage], None]
"""Raises UserError, with the reason, where a stage must stay in its agenda."""


@dataclass(frozen=True)
class SessionFact:
    """A sentence about a session as it stands, by its id; `tables` are those it is read from."""

    tables: frozenset[str]
    sentence: Callable[[Database, int], str]


@dataclass(frozen=True)
class SessionJoins:
    """What is told of a session while somebody talks, and what keeps a stage in its agenda."""

    facts: tuple[SessionFact, ...]
    stage_checks: tuple[StageCheck, ...]
