"""The head of a PrefLib file: names of alternatives and categories, and how many voters there are.

Before 2022 it was a number, so many lines with a number and a name, and a line of three numbers.
"""

import re
from collections.abc import Sequence

from kdc_desktop.domain.polls.terms import PollChoice
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.interchange.elections.election import (
    MOST_OPTIONS,
    fault,
    too_many_options,
    whole,
)

ALTERNATIVES = "NUMBER ALTERNATIVES"  # untranslated: as PrefLib calls it
CATEGORIES = "NUMBER CATEGORIES"  # untranslated: the same
VOTERS = "NUMBER VOTERS"  # untranslated: the same
_NAMED = re.compile(r"(ALTERNATIVE|CATEGORY) NAME (\d{1,9})")


class PreflibHead:
    """What is `said` by its name; `begins` is the place of the first line behind the head, and
    `colon` what stands there between the number of papers and what they say."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.said: dict[str, str] = {}
        self.begins, self.colon = 0, ":"
        self._alternatives: dict[int, str] = {}
        self._categories: dict[int, str] = {}
        if whole(lines[0]) is None:
            self._read(lines)
        else:
            self._read_old(lines)

    def _read(self, lines: Sequence[str]) -> None:
        for line in lines:
            if line.startswith("#"):
                self._take(line)
            elif line.strip():
                return
            self.begins += 1

    def _take(self, line: str) -> None:
        """“# TITLE: Debian 2002”."""
        key, _colon, value = line.strip("# \t").partition(":")
        key, value = key.strip().upper(), value.strip()
        if named := _NAMED.fullmatch(key):
            names = self._alternatives if named[1] == "ALTERNATIVE" else self._categories
            names[int(named[2])] = value
            if len(names) > MOST_OPTIONS:
                raise too_many_options()
        elif key:
            self.said[key] = value

    def _read_old(self, lines: Sequence[str]) -> None:
        count = whole(lines[0]) or 0
        if count > MOST_OPTIONS:
            raise too_many_options()
        if count < 1 or len(lines) < count + 2:
            raise fault(1, _("the head is not complete. Get the file once more."))
        for number, line in enumerate(lines[1 : count + 1], start=2):
            key, _comma, name = line.partition(",")
            if not 1 <= (whole(key) or 0) <= count:
                raise fault(number, _("a number from 1 to {count} is expected.", count=count))
            self._alternatives[whole(key) or 0] = name.strip()
        self.said[ALTERNATIVES] = lines[0]
        self.said[VOTERS] = lines[count + 1].partition(",")[0]
        self.begins, self.colon = count + 2, ","

    def number(self, key: str) -> int | None:
        """A number that is said, where it is one."""
        return whole(self.said.get(key, ""))

    def choices(self) -> tuple[PollChoice, ...]:
        """The alternatives, by their numbers.

        Raises:
            UserError: there are none, too many, or others than the head says.
        """
        count = self.number(ALTERNATIVES)
        if (count or 0) > MOST_OPTIONS:
            raise too_many_options()
        numbers = sorted(self._alternatives) if count is None else range(1, count + 1)
        if beyond := [key for key in sorted(self._alternatives) if key not in numbers]:
            said = _(
                "The head names alternative {number}, and says that there are {count}.",
                number=beyond[0],
                count=len(numbers),
            )
            raise UserError(said)
        if not numbers:
            text = _("The file names no alternatives: “# ALTERNATIVE NAME 1: Park” is expected.")
            raise UserError(text)
        return tuple(PollChoice(key, self._alternatives.get(key) or str(key)) for key in numbers)

    def categories(self) -> tuple[str, ...]:
        """The names of the categories, the best first; none where the head says nothing of them."""
        count = self.number(CATEGORIES) or max(self._categories, default=0)
        if count > MOST_OPTIONS:
            raise too_many_options()
        return tuple(self._categories.get(key) or str(key) for key in range(1, count + 1))
