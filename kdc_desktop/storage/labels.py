"""Labels of the journal as the file keeps them: whatever stands there, some words are shown."""

from kdc_desktop.i18n import Text


def label_of(message: bytes | None, arguments: bytes | None) -> Text:
    """The label of an entry whose message and arguments were read with CAST(… AS BLOB).

    They are read so because any program may have written them, and what is no text stops a query.
    """
    words = decoded(message) or ""
    try:
        return Text.from_json(words, decoded(arguments))
    except ValueError:
        return Text.plain(words)


def is_sound(message: bytes | None, arguments: bytes | None) -> bool:
    """Whether these, read in the same way, are what this program writes."""
    try:
        if message is not None:
            Text.from_json(message.decode(), None if arguments is None else arguments.decode())
    except ValueError:  # the one that bytes are no text is one, too
        return False
    return message is not None


def decoded(said: bytes | None) -> str | None:
    """What was read in that way, as text."""
    return None if said is None else said.decode(errors="replace")
