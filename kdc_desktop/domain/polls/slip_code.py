"""What the code on a slip says: of which poll it is, its number, and how it was printed.

It is kept to letters that a QR code holds tightly. Slips of another club, or of a draft that was
changed since, are told by it.
"""

import re
from hashlib import blake2b
from itertools import product
from typing import NamedTuple

from kdc_desktop.domain.polls.method import Method, PaperKind
from kdc_desktop.domain.polls.slip_sheet import SlipShape, SlipSize
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.instants import Instant

_BEGINS, _VERSION = "KDC", "1"
_KINDS = (PaperKind.MARKS, PaperKind.LEVELS, PaperKind.ORDER, PaperKind.GRID)
_FORMS = tuple(product(_KINDS, SlipSize, (1, 2), (False, True)))
_MARK, _WORDING, _CHECK = 4, 3, 2  # letters
_SAID = re.compile(
    r"KDC1([0-9A-Z]{4})([0-9A-Z]{3})([0-9A-Z]{1,6})\.([0-9A-Z]{1,4})\."
    r"([0-9A-Z]{2})([0-9A-Z]{2})([0-9A-Z])([0-9A-Z])([0-9A-Z]{2})"
)
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Damm's table: each wrong digit and each pair of digits that changed places is seen.
_DAMM = (
    *("0317598642", "7092154863", "4206871359", "1750983426", "6123045978"),
    *("3674209581", "5869720134", "8945362017", "9438617205", "2581436790"),
)


class SlipCode(NamedTuple):
    """What is printed on a slip for machines.

    `poll_mark` tells its poll from those of other clubs, `wording` what was asked, and how.
    """

    poll_mark: str
    wording: str
    poll_id: int
    number: int
    shape: SlipShape

    @property
    def text(self) -> str:
        """What the QR code says: so little that its squares are large."""
        form, *rest = _FORMS.index(self.shape[:4]), *self.shape[4:]
        shape = "".join(_in_letters(n, w) for n, w in zip((form, *rest), (2, 2, 1, 1), strict=True))
        which = "".join(f"{_in_letters(number)}." for number in (self.poll_id, self.number))
        said = "".join((_BEGINS, _VERSION, self.poll_mark, self.wording, which, shape))
        return said + _digest(said, _CHECK)


def parsed(text: str) -> SlipCode:
    """What a code says that was read from a picture.

    Raises:
        UserError: it is of no slip, of a newer program, or not what was printed.
    """
    if not text.startswith(_BEGINS) or not text[3:4].isdigit():
        raise UserError(_("This code is not of a slip."))
    if not text.startswith(f"{_BEGINS}{_VERSION}"):
        raise UserError(_("This slip was printed by a newer KDC Desktop: update this one."))
    found = _SAID.fullmatch(text)
    if found is None or _digest(text[:-_CHECK], _CHECK) != text[-_CHECK:]:
        raise UserError(_("The code of this slip is damaged: type the slip in."))
    mark, wording, *numbers = found.groups()[:-1]
    poll_id, number, form, *rest = (int(one, len(_DIGITS)) for one in numbers)
    shape = SlipShape(*_FORMS[form % len(_FORMS)], *rest)
    if form >= len(_FORMS) or not shape.can_be:
        raise UserError(_("The code of this slip is damaged: type the slip in."))
    return SlipCode(mark, wording, poll_id, number, shape)


def poll_mark(poll_id: int, created_at: Instant) -> str:
    """What tells a poll from the polls of other clubs: a copy of the club has the same."""
    return _digest(repr((poll_id, created_at.kept())), _MARK)


def wording_of(method: Method, terms: Terms, question: str, promise: str) -> str:
    """What tells whether slips were printed with this question and promise, to be filled in by this
    method and scale, on these options in this order.

    Limits are left out, since they may rise while people vote.
    """
    scale = [level.value for level in method.levels(terms)]
    options = [(one.id, one.title) for one in terms.options]
    criteria = [(one.number, one.name) for one in terms.criteria]
    said = (question, promise, method.key, scale, options, criteria)
    return _digest(repr(said), _WORDING)


def number_on_slip(poll_id: int, number: int) -> str:
    """The number as it is printed and typed, with a last digit by which it is checked: “147-3”."""
    return f"{number}-{_check_digit(poll_id, number)}"


def number_typed(poll_id: int, typed: str) -> int:
    """The number of a slip from what was typed, with or without a dash.

    Raises:
        UserError: no slip of this poll has it.
    """
    digits = re.sub(r"[\s\-–.]", "", typed)
    if not (digits.isascii() and digits.isdecimal() and 2 <= len(digits) <= 7):
        raise UserError(_("Type the number of the slip with its last digit, such as 147-3."))
    number = int(digits[:-1])
    if number < 1 or _check_digit(poll_id, number) != int(digits[-1]):
        raise UserError(
            _("{typed} is no number of a slip of this poll: look at it once more.", typed=typed)
        )
    return number


def _check_digit(poll_id: int, number: int) -> int:
    digit = 0
    for one in f"{poll_id}{number:06d}":
        digit = int(_DAMM[digit][int(one)])
    return digit


def _digest(text: str, letters: int) -> str:
    found = int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
    return _in_letters(found % len(_DIGITS) ** letters, letters)


def _in_letters(number: int, width: int = 1) -> str:
    """A number in digits and capitals, so many at least."""
    letters = ""
    while number:
        number, at = divmod(number, len(_DIGITS))
        letters = _DIGITS[at] + letters
    return letters.rjust(width, "0")
