"""Keeps text from being taken for a formula by whoever opens it as a sheet, and gives it back."""

_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def begins_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet program would calculate with it."""
    return text.startswith(_SIGNS)


def armed(text: str) -> str:
    """The text with an apostrophe before what would be calculated with.

    One that begins with an apostrophe has one more: taking one away gives each back as it was.
    """
    return f"'{text}" if text[:1] == "'" or begins_like_a_formula(text) else text


def unarmed(text: str) -> str:
    """The text without that apostrophe; one before anything else, as in “'t Hooft”, stays."""
    rest = text[1:]
    return rest if text[:1] == "'" and (rest[:1] == "'" or begins_like_a_formula(rest)) else text
