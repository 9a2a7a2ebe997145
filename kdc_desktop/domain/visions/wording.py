"""What changed in the wording from one version of a text to the next."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_EDGES = " ,.;:!?"  # around a change these are not worth a mark
_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


class Change(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Run:
    """A stretch of text that stayed, came in or went out."""

    text: str
    change: Change


def changed_runs(before: str, after: str, *, removed: bool = False) -> tuple[Run, ...]:
    """The text `after`, word by word against `before`; with what went out where `removed`.

    Without `removed` the runs put together are exactly `after`.
    """
    old, new = list(_TOKEN.finditer(before)), list(_TOKEN.finditer(after))
    matcher = SequenceMatcher(
        None, [token.group() for token in old], [token.group() for token in new], autojunk=False
    )

    def runs() -> Iterator[Run]:
        at = 0
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            coming = after[new[j1].start() : new[j2 - 1].end()] if j2 > j1 else ""
            going = before[old[i1].start() : old[i2 - 1].end()] if i2 > i1 else ""
            gap = after[at : new[j1].start()] if coming else ""
            if tag == "equal":
                yield Run(gap + coming, Change.SAME)
            else:
                yield from _change(gap, going if removed else "", coming, first=not at)
            at += len(gap) + len(coming)
        yield Run(after[at:], Change.SAME)

    return tuple(_joined(runs()))


def _change(gap: str, going: str, coming: str, *, first: bool) -> Iterator[Run]:
    if going:
        yield Run(gap or ("" if first else " "), Change.SAME)
        yield Run(going, Change.REMOVED)
        yield Run(" " if coming or first else "", Change.SAME)
    else:
        yield Run(gap, Change.SAME)
    words = coming.strip(_EDGES)
    if words:
        start = coming.index(words)
        yield Run(coming[:start], Change.SAME)
        yield Run(words, Change.ADDED)
        yield Run(coming[start + len(words) :], Change.SAME)
    else:
        yield Run(coming, Change.ADDED)


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    held: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if held is not None and held.change is run.change:
            held = Run(held.text + run.text, run.change)
        else:
            if held is not None:
                yield held
            held = run
    if held is not None:
        yield held
