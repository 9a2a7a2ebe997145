"""Winners as they are shown."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WinnerRow:
    """A winner; exactly one of `idea_id` and `cluster_id` is set, `option_id` when it was voted."""

    id: int
    title: str
    idea_id: int | None
    cluster_id: int | None
    option_id: int | None
    place_in_order: int
