"""The words of two that become one."""

from collections.abc import Iterable

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed_apart


def notes_of_both(notes: str, also: str, other: str, *, longest: int, name: str) -> str:
    """Notes, then a sentence and other notes, unless all of that stands there already.

    Raises:
        UserError: they are too long to stand in one.
    """
    there = normalise(notes)
    more = [part for part in (also, other) if part and normalise(part) not in there]
    joined = "\n".join(part for part in (notes, *more) if part)
    if len(joined) > longest:
        raise UserError(
            _(
                "The notes of both are too long to be kept as those of {name}: {length} "
                "characters, where {longest} fit. Shorten them first.",
                name=name,
                length=len(joined),
                longest=longest,
            )
        )
    return joined


def words_of_both(said: Iterable[str], longest: int) -> str:
    """All that was said, each once; the first alone where all of it would be too long."""
    various = {normalise(one): one for one in said if one}
    both = listed_apart(various.values())
    return both if len(both) <= longest else next(iter(various.values()))
