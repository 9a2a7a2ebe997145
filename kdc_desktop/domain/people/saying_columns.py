"""Offers and needs that stand beside each other in a list."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Protocol, TypeVar

from kdc_desktop.domain.people.cells import ColumnLook
from kdc_desktop.domain.people.fields import SAYINGS, PersonField
from kdc_desktop.domain.people.fitting import fits
from kdc_desktop.domain.people.header_words import phrases
from kdc_desktop.domain.people.saying_words import SIDES


class _Headed(Protocol):
    """A column with its header, folded."""

    @property
    def said(self) -> str: ...
    @property
    def look(self) -> ColumnLook: ...


Column = TypeVar("Column", bound=_Headed)


def sides_of(
    columns: Sequence[Column], is_open: Callable[[PersonField], bool]
) -> Mapping[PersonField, list[Column]]:
    """The columns of offers and of needs by headers that say so only beside the other of both.

    Args:
        is_open: whether no column is known yet to hold a field.
    """
    found: dict[PersonField, list[Column]] = {field: [] for field in SAYINGS if is_open(field)}
    for one in columns:
        field = _sides().get(one.said)
        if field in found and one.look.filled and fits(field, one.look, one.said):
            found[field].append(one)
    return found if all(found.values()) else {}


@cache
def _sides() -> Mapping[str, PersonField]:
    return {phrase: field for field, text in SIDES.items() for phrase in phrases(text)}
