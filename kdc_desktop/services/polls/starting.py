"""What a poll is that begins from a named starting point."""

from dataclasses import replace

from sqlalchemy import select

from kdc_desktop.domain.polls.presets import Preset, preset_of
from kdc_desktop.model.sessions import Stage
from kdc_desktop.services.polls.preparing import PollPlan
from kdc_desktop.storage import Database


def preset_of_stage(database: Database, stage_id: int | None) -> Preset | None:
    """From which starting point a poll in this stage begins; None where it says nothing."""
    if stage_id is None:
        return None
    with database.read() as snapshot:
        return preset_of(snapshot.scalar(select(Stage.preset).where(Stage.id == stage_id)) or "")


def begun_from(preset: Preset, plan: PollPlan) -> PollPlan:
    """A plan with the method and limits of a starting point; all else stays as it was planned."""
    return replace(
        plan,
        method=preset.method,
        rule=preset.rule,
        marks_each=preset.marks_each,
        stacking=preset.most_on_one != 1,
        most_on_one=preset.most_on_one if preset.most_on_one != 1 else 0,
        lowest=preset.lowest,
        highest=preset.highest,
        criteria=tuple((str(name), weight) for name, weight in preset.criteria),
    )
