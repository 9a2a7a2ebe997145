"""What a column may hold: said here once, heeded at every writing, looked at by the check.

The limits of a column are those of its type. Who writes beyond them is told in a sentence, from
whichever verb, import or undo it comes; `storage.values` looks for such values in a file.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Date, DateTime, Dialect, Double, Integer, Text
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeDecorator, TypeEngine

from kdc_desktop import i18n
from kdc_desktop.domain.kit.lengths import FIRST_DAY, LAST_DAY, NAME, PAGE
from kdc_desktop.domain.kit.text import UNSEEN
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.instants import Instant, instant_from

BILLION = 1_000_000_000
LONGEST_OWN = 10_000_000  # characters
MOST_LEVELS = 100  # of a scale of positions
MOST_VERSIONS = 999  # of a vision; each is a column of a sheet
MINUTES_A_DAY = 1440.0
MOST_PEOPLE = 10_000_000  # of a region
MANY_GROUPS = 100  # of one evening
MANY_THINGS = 1_000_000  # more of anything than a club ever has
FARTHEST = 1_000_000.0  # from the middle of a board, in its units

_UNSEEN = frozenset(UNSEEN)
_FARTHER = lazy("That is farther than a club file keeps. Choose another place or number.")
_NO_DAY = lazy("A club file keeps dates from 1971 to 2199. Choose another one.")
_NO_LETTER = lazy("This KDC Desktop knows no such sector. Choose another one.")
_HIDDEN = lazy("A text holds characters that cannot be shown. Write it without them.")


class UnfitValueError(UserError, DontWrapMixin):
    """A value that its column does not take, in a sentence."""


class Written(TypeDecorator[str]):
    """Text of at most `longest` characters, without any that cannot be shown."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = Text
    cache_ok: bool | None = True

    def __init__(self, longest: int = PAGE) -> None:
        super().__init__()
        self.longest = longest

    @property
    def python_type(self) -> type[Any]:
        """What Python has for it."""
        return str

    def bind_processor(self, _dialect: Dialect) -> Callable[[str | None], str | None]:
        """The text, where the column takes it."""
        longest = self.longest

        def to_file(said: str | None) -> str | None:
            if said is None or (len(said) <= longest and said.isprintable()):
                return said
            if len(said) > longest:
                raise UnfitValueError(
                    _(
                        "A text of {length} characters is too long here. Shorten it to {longest}.",
                        length=len(said),
                        longest=longest,
                    )
                )
            if not _UNSEEN.isdisjoint(said):
                raise UnfitValueError(str(_HIDDEN))
            return said

        return to_file


class Letters(TypeDecorator[str]):
    """Letters of an alphabet: one of them, or with `several` any number of them."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = Text
    cache_ok: bool | None = True

    def __init__(self, alphabet: tuple[str, ...], *, several: bool = False) -> None:
        super().__init__()
        self.alphabet, self.several = alphabet, several

    @property
    def python_type(self) -> type[Any]:
        """What Python has for it."""
        return str

    def bind_processor(self, _dialect: Dialect) -> Callable[[str | None], str | None]:
        """The letters, where they are of the alphabet."""
        alphabet, several = {*self.alphabet, None}, self.several

        def to_file(said: str | None) -> str | None:
            if said in alphabet or (several and said is not None and alphabet.issuperset(said)):
                return said
            raise UnfitValueError(str(_NO_LETTER))

        return to_file


class Term(Written):
    """One of the words that the program knows by now; another version may know more."""

    cache_ok: bool | None = True

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__(NAME)
        self.words = words


class Own(Written):
    """What the journal keeps, written as it is; whoever reads it looks at it line by line."""

    cache_ok: bool | None = True

    def __init__(self) -> None:
        super().__init__(LONGEST_OWN)

    def bind_processor(self, _dialect: Dialect) -> Any:
        """Nothing is to be done with it."""
        return None


class Json(Own):
    """A small value in JSON."""

    cache_ok: bool | None = True


class _Between(TypeDecorator[Any]):
    """What lies between two limits, both included."""

    cache_ok: bool | None = True
    refusal: i18n.Text

    def __init__(self, least: Any, most: Any) -> None:
        super().__init__()
        self.least, self.most = least, most

    @property
    def python_type(self) -> type[Any]:
        """What Python has for it."""
        return self.impl_instance.python_type

    def _further(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        """What makes of a value what the driver takes."""
        return self.impl_instance.bind_processor(dialect)

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        """The value as the driver takes it, where the column does."""
        least, most, refusal = self.least, self.most, self.refusal
        further = self._further(dialect)

        def to_file(said: Any) -> Any:
            if said is None or least <= said <= most:
                return said if said is None or further is None else further(said)
            raise UnfitValueError(str(refusal))

        return to_file


class Whole(_Between):
    """A whole number."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = Integer
    cache_ok: bool | None = True
    refusal = _FARTHER

    def __init__(self, least: int = 0, most: int = MANY_THINGS) -> None:
        super().__init__(least, most)


class Measure(_Between):
    """A number that is measured."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = Double
    cache_ok: bool | None = True
    refusal = _FARTHER

    def __init__(self, least: float = -FARTHEST, most: float = FARTHEST) -> None:
        super().__init__(least, most)


class Moment(_Between):
    """A day and a time of day on some wall."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = DateTime
    cache_ok: bool | None = True
    refusal = _NO_DAY

    def __init__(self) -> None:
        day = datetime.combine
        super().__init__(day(FIRST_DAY, datetime.min.time()), day(LAST_DAY, datetime.max.time()))


class Day(_Between):
    """A day."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = Date
    cache_ok: bool | None = True
    refusal = _NO_DAY

    def __init__(self) -> None:
        super().__init__(FIRST_DAY, LAST_DAY)


class InstantInUtc(_Between):
    """An `Instant`: text in the file that says itself that it is in UTC.

    Its order as text is the order of time.
    """

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = DateTime
    cache_ok: bool | None = True
    refusal = _NO_DAY

    def __init__(self) -> None:
        ends = (datetime.combine(day, datetime.min.time()) for day in (FIRST_DAY, LAST_DAY))
        super().__init__(*(Instant.of(end, UTC) for end in ends))

    @property
    def python_type(self) -> type[Any]:
        """What Python has for it."""
        return Instant

    def _further(self, _dialect: Dialect) -> Callable[[Any], Any]:
        return Instant.kept

    def result_processor(
        self, _dialect: Dialect, _coltype: object
    ) -> Callable[[str | None], Instant | None]:
        """The instant that a row says."""
        return lambda said: None if said is None else instant_from(said)
