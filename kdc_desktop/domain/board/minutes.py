"""Minutes that an idea gives back a day, as people type them."""

import re

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _

_NUMBER = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,4})?")


def minutes_from(text: str) -> float | None:
    """The number of a text, 0 or more; None where nothing is written.

    Raises:
        UserError: it is no such number.
    """
    plain = "".join(text.split())
    if not plain:
        return None
    if not _NUMBER.fullmatch(plain):
        raise UserError(_("Write the minutes as a number that is 0 or more, such as 12 or 2.5."))
    return float(plain.replace(",", "."))
