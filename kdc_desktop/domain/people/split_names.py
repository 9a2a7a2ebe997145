"""A name in two parts, for letters that begin with a first name."""

_BEFORE_LAST_NAMES = frozenset(
    {"af", "al", "am", "an", "auf", "aus", "av", "bin", "bint", "d", "da", "dal", "das", "de"}
    | {"del", "della", "delle", "dem", "den", "der", "di", "do", "dos", "du", "e", "el", "het"}
    | {"ibn", "in", "la", "las", "le", "les", "los", "mac", "op", "st", "t", "te", "ten", "ter"}
    | {"und", "van", "vander", "vande", "vd", "v", "vom", "von", "y", "za", "zu", "zum", "zur"}
)


def split_name(name: str) -> tuple[str, str]:
    """First name and last name: “Anna Maria van der Berg” is Anna Maria, and van der Berg.

    With a comma the last name comes first. A single word is a first name.
    """
    last, comma, first = name.partition(",")
    if comma and first.strip():
        return first.strip(), last.strip()
    words = name.replace(",", " ").split()
    if len(words) < 2:
        return " ".join(words), ""
    begins = len(words) - 1
    while begins > 1 and _belongs_to_last_name(words[begins - 1]):
        begins -= 1
    return " ".join(words[:begins]), " ".join(words[begins:])


def _belongs_to_last_name(word: str) -> bool:
    return word.strip(".’'`").casefold() in _BEFORE_LAST_NAMES
