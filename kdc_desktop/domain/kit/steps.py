"""Long work in steps, so that whoever has it done may do something in between."""

from collections.abc import Generator, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
BATCH = 2000
Steps = Generator[None, None, T]
"""What ends with an answer; nothing is to be done with what comes before."""


def batched(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    """So many of them at a time as are worked on within a frame or two."""
    return (rows[at : at + BATCH] for at in range(0, len(rows), BATCH))


def at_once(steps: Steps[T]) -> T:
    """The answer, for who does nothing in between."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            answer: T = end.value
            return answer
