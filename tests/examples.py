"""How many made-up cases the tests of rules look at; KDC_EXAMPLES=10 looks at ten times as many."""

import os

_TIMES = int(os.environ.get("KDC_EXAMPLES", "1"))


def examples(few: int) -> int:
    """As many as are worth their time with every change; more when they are asked for."""
    return few * _TIMES
