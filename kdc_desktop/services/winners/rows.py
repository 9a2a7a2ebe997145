"""Winners as they are shown."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WinnerRow:
    """A winner: `option_id` is set when it was voted, and `idea_id` or `cluster_id` when it is one.

    What was written for a poll alone has its option only, and is known by that.
    """

    id: int
    title: str
    idea_id: int | None
    cluster_id: int | None
    option_id: int | None
    place_in_order: int
