"""Stages on the clipboard, whole: their kind, prompt, notes and minutes as well as the title."""

import json
from collections.abc import Iterable, Mapping

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.services.sessions.new_stages import NewStage
from kdc_desktop.services.sessions.rows import StageRow

COPIED = "application/x-kdc-stages+json"  # untranslated: a kind of data


def in_bytes(stages: Iterable[StageRow]) -> bytes:
    """What is copied of stages beside their cells."""
    told = [[one.kind, one.title, one.planned_minutes, one.prompt, one.notes] for one in stages]
    return json.dumps(told).encode()


def from_bytes(copied: bytes, kinds: Mapping[str, StageKind]) -> list[NewStage]:
    """The stages that were copied; none where it is not all known here, as of a newer program."""
    try:
        told = json.loads(copied or b"[]")
        return [
            NewStage(kinds[kind], str(title), int(minutes), str(prompt), str(notes))
            for kind, title, minutes, prompt, notes in told
        ]
    except (ValueError, TypeError, KeyError):
        return []
