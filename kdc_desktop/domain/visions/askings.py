"""What an asking is known by: one of calls, one that was revealed, and those of before."""

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from kdc_desktop.instants import Instant


class AskedOnce(NamedTuple):
    """When a version was asked about, from its first answer to its last."""

    vision_id: int
    opened_at: Instant
    revealed_at: Instant


def asked_once(answers: Iterable[tuple[int, int | None, Instant]]) -> list[AskedOnce]:
    """From before askings were kept: each version was asked about once.

    Args:
        answers: of each its version, its asking, which those from before have not, and its time.
    """
    times: dict[int, list[Instant]] = {}
    for vision_id, asking_id, at in answers:
        if asking_id is None:
            times.setdefault(vision_id, []).append(at)
    return [AskedOnce(key, min(moments), max(moments)) for key, moments in times.items()]


def is_of_calls(session_id: int | None, opened_at: Instant, revealed_at: Instant | None) -> bool:
    """Whether an asking holds what calls of one day between evenings have brought.

    That is revealed as it comes in. Undo asks the same in SQL, where `Position` is declared.
    """
    return session_id is None and revealed_at == opened_at


def revealed_together(opened_at: Instant, now: Instant) -> Instant:
    """When what was asked of all is revealed: never as it opens, as what calls bring is."""
    return max(now, opened_at + timedelta(seconds=1))
