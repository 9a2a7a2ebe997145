"""How long what people write may be, so that it can be read on a screen and in a sheet."""

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Fillable

NAME = 200  # of a person, an organisation, a session, a stage
LINE = 500  # a question to the room, a place, what somebody promises
TEXT = 5000  # a prompt, notes, a reason


def not_longer(text: str, longest: int, too_long: Fillable) -> str:
    """The text, which has at most `longest` characters.

    `too_long` is the sentence that says so, with places for `{longest}` and `{length}`.

    Raises:
        UserError: it is longer.
    """
    if len(text) > longest:
        raise UserError(str(too_long.filled(longest=longest, length=len(text))))
    return text
