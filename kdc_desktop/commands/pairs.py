"""What the command is told in pairs, such as HEADER=FIELD."""

from collections.abc import Iterator, Sequence

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, lazy

_SHORT = lazy("Say which column holds what: --column “HEADER=FIELD”.")


def columns_said(given: Sequence[str] | None) -> Iterator[tuple[str, str]]:
    """The headers of columns, each with the name of what it holds, "" for nothing.

    Raises:
        UserError: something names no column.
    """
    return pairs_said(given, _SHORT)


def pairs_said(given: Sequence[str] | None, hint: Text) -> Iterator[tuple[str, str]]:
    """What stands before the last “=”, and what stands after it.

    Raises:
        UserError: there is none, or nothing before it; `hint` says how it is written.
    """
    for one in given or ():
        name, equals, value = one.rpartition("=")
        if not equals or not name.strip():
            raise UserError(str(hint))
        yield name.strip(), value.strip()
