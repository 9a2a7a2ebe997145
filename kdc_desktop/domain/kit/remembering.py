"""What is worked out of people's words and kept in memory, so that it is not worked out twice."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
_ways_to_forget: list[Callable[[], object]] = []


def remembered(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a function keep its newest answers, until `forget_words`."""

    def keeping(work: Callable[P, R]) -> Callable[P, R]:
        kept = lru_cache(maxsize=most)(work)
        when_words_go(kept.cache_clear)
        return kept  # type: ignore[return-value]

    return keeping


def when_words_go(forget: Callable[[], object]) -> None:
    """Call this, too, whenever words are to be forgotten."""
    _ways_to_forget.append(forget)


def forget_words() -> None:
    """Keep nothing of what people wrote: a club has been closed, or a name is to be nowhere."""
    for forget in _ways_to_forget:
        forget()
