"""Text as people search for it: without case and without accents."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """The text in small letters without accents, for comparing: "Ähtäri" becomes "ahtari"."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
