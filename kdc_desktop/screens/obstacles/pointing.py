"""Points at the obstacles that an undo has changed."""

from kdc_desktop.screens.kit.pointing import point_at
from kdc_desktop.screens.kit.screen import ChangedRows
from kdc_desktop.screens.obstacles.obstacles_screen import ObstaclesScreen


def point_at_obstacles(screen: ObstaclesScreen, rows: ChangedRows) -> None:
    """Select those that are listed, also where only a step of theirs has changed."""
    steps = rows.get("obstacle_step", {}).values()
    keys = [
        *rows.get("obstacle", ()),
        *(row["obstacle_id"] for row in steps if "obstacle_id" in row),
    ]
    found = list(dict.fromkeys(keys))
    screen.select(*found)
    point_at(screen.table, found)
