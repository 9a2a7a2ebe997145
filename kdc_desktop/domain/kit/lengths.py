"""How long what people write may be, to be read on a screen and in a sheet; and which days are."""

from datetime import date

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Fillable

HEADING = 120  # of a cluster, which is read from afar
NAME = 200  # of a person, an organisation, a session, a stage
LINE = 500  # a question to the room, a place, what somebody promises
STATEMENT = 2000  # a vision, a reservation
TEXT = 5000  # an idea, a prompt, notes, a reason
PAGE = 20_000  # whatever else people write

FIRST_DAY, LAST_DAY = date(1971, 1, 1), date(2199, 12, 31)  # what every system can reckon with


def not_longer(text: str, longest: int, too_long: Fillable) -> str:
    """The text, which has at most `longest` characters.

    `too_long` is the sentence that says so, with places for `{longest}` and `{length}`.

    Raises:
        UserError: it is longer.
    """
    if len(text) > longest:
        raise UserError(str(too_long.filled(longest=longest, length=len(text))))
    return text
