"""Badge codes that can be read aloud."""

import random
from collections.abc import Container

BADGE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
BADGE_LENGTH = 4
_DIGITS = set("23456789")


def badge_code(taken: Container[str], rng: random.Random) -> str:
    """A code of 4 characters that is not taken, without 0, O, 1 and I, with a digit: no name."""
    for _ in range(10_000):
        code = "".join(rng.choice(BADGE_LETTERS) for _ in range(BADGE_LENGTH))
        if code not in taken and _DIGITS.intersection(code):
            return code
    raise RuntimeError("no badge code is free")
