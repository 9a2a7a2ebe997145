"""Ready agendas to start a session from: one TOML file each in `resources/templates`."""

import tomllib
from dataclasses import dataclass

from kdc_desktop import paths


@dataclass(frozen=True)
class TemplateStage:
    """One step of a ready agenda."""

    kind: str
    title: str
    prompt: str
    notes: str
    minutes: int


@dataclass(frozen=True)
class Template:
    """A ready agenda; `key` is the stem of its file."""

    key: str
    name: str
    description: str
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
                stage["title"],
                stage.get("prompt", "").strip(),
                stage.get("notes", "").strip(),
                stage["minutes"],
            )
            for stage in read["stage"]
        )
        found.append(Template(file.stem, read["name"], read["description"], stages))
    return sorted(found, key=lambda template: template.key != _FIRST)
