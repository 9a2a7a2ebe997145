"""What somebody says of the columns of a list from outside: which is meant, and what it holds."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from kdc_desktop.domain.kit.profiles import header_key
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed, quoted

What = TypeVar("What", bound=StrEnum)


def column_called(header: str, headers: Sequence[str]) -> int:
    """The place of the column that is called so; of several that nearly are, of the nearest.

    Raises:
        UserError: there is none; the sentence lists those that there are.
    """
    for form in (str.strip, normalise, header_key):
        forms = [form(one) for one in headers]
        if form(header) in forms:
            return forms.index(form(header))
    raise UserError(
        _(
            "There is no column “{column}”. The columns are {columns}.",
            column=header,
            columns=listed(map(quoted, headers)),
        )
    )


def field_called(said: str, fields: type[What]) -> What | None:
    """The field of this name; None for "", which takes nothing of a column.

    Raises:
        UserError: there is none; the sentence lists those that there are.
    """
    word = normalise(said).replace(" ", "_").replace("-", "_")
    if not word:
        return None
    if word not in set(fields):
        raise UserError(
            _(
                "There is no field “{field}”. The fields are {fields}.",
                field=said,
                fields=listed(fields),
            )
        )
    return fields(word)
