"""How long what people write may be, so that it can be read on a screen and in a sheet."""

from kdc_desktop.errors import UserError

NAME = 200  # of a person, an organisation, a session, a stage
LINE = 500  # a question to the room, a place, what somebody promises
TEXT = 5000  # a prompt, notes, a reason


def not_longer(text: str, longest: int, what: str) -> str:
    """The text, which has at most `longest` characters; `what` names it, "the name".

    Raises:
        UserError: it is longer.
    """
    if len(text) > longest:
        raise UserError(f"Shorten {what} to {longest:,} characters; it has {len(text):,}.")
    return text
