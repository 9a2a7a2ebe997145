"""Ready agendas to start a session from: one TOML file each in `resources/templates`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kdc_desktop import paths
from kdc_desktop.i18n import Text


@dataclass(frozen=True)
class TemplateStage:
    """One step of a ready agenda."""

    kind: str
    title: Text
    prompt: Text
    notes: Text
    minutes: int
    preset: str = ""
    """From which starting point a poll in it begins."""


@dataclass(frozen=True)
class Template:
    """A ready agenda; `key` is the stem of its file."""

    key: str
    name: Text
    description: Text
    stages: tuple[TemplateStage, ...]

    @property
    def minutes(self) -> int:
        """How long the whole agenda takes."""
        return sum(stage.minutes for stage in self.stages)


_FIRST = "innovators-club"


def templates() -> list[Template]:
    """Every ready agenda, the club evening first."""
    found = []
    for file in sorted(paths.resource("templates").glob("*.toml")):
        read = tomllib.loads(file.read_text(encoding="utf-8"))
        stages = tuple(
            TemplateStage(
                stage["kind"],
                _text(stage, "title"),
                _text(stage, "prompt"),
                _text(stage, "notes"),
                stage["minutes"],
                stage.get("preset", ""),
            )
            for stage in read["stage"]
        )
        found.append(Template(file.stem, _text(read, "name"), _text(read, "description"), stages))
    return sorted(found, key=lambda template: template.key != _FIRST)


def _text(part: Mapping[str, Any], key: str) -> Text:
    # Collected for translators from the file itself.
    return Text(part.get(key, "").strip())
