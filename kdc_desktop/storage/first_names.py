"""What a club file was called before it was kept aside or put back: names do not pile up."""

import re

# By their dates, because the words between are those of the language that was spoken then.
_KEPT = r" \([^()]*\d{4}-\d\d-\d\d \d\d\.\d\d(?:, \d+)?\)(?: \d+)?\Z"
_RESTORED = r" \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d(?: \D+(?: \d+)?)?\Z"


def first_name(stem: str) -> str:
    """The name of a file, without its ending, that all such copies of it come from."""
    before = ""
    while stem != before:
        before, stem = stem, re.sub(_RESTORED, "", re.sub(_KEPT, "", stem)) or stem
    return stem
