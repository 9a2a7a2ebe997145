"""Obstacles follow from their steps, wherever those have come from."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.domain.obstacles.unfolding import unfolded
from kdc_desktop.model.obstacles import Obstacle, ObstacleStep
from kdc_desktop.storage import Edit


def follow_steps(edit: Edit, obstacle_ids: Collection[int]) -> None:
    """Have obstacles say what holds after all their steps, in the order in which they happened."""
    steps: dict[int, list[ObstacleStep]] = {key: [] for key in obstacle_ids}
    for step in edit.scalars(
        select(ObstacleStep)
        .where(ObstacleStep.obstacle_id.in_(obstacle_ids))
        .order_by(ObstacleStep.at, ObstacleStep.id)
    ):
        steps[step.obstacle_id].append(step)
    changed = {key: dict(unfolded(told)) for key, told in steps.items()}
    edit.change_rows(Obstacle, {key: said for key, said in changed.items() if said})
