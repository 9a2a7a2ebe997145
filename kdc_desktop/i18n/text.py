"""Sentences with values in them: worded now, or kept as a `Text` and worded when they are shown."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from kdc_desktop.i18n.catalogue import lookup
from kdc_desktop.i18n.numbers import number_text

if TYPE_CHECKING:
    import json

_LONGEST = 1_000_000  # characters of JSON
_DEEPEST = 8  # texts as values of texts
_HIGHEST = 2**63
_PLACE = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence that is worded when ``str(text)`` is called, in the language of that moment.

    `values` are sorted by name; where they are None, the message is plain words, which are shown
    as they are. Made with `lazy`, `nlazy` or `plazy`.
    """

    message: str
    plural: str | None = None
    context: str | None = None
    values: "tuple[tuple[str, Value], ...] | None" = ()

    def __str__(self) -> str:
        if self.values is None:
            return self.message
        return _worded(self.message, self.plural, self.context, dict(self.values))

    @classmethod
    def plain(cls, words: str) -> "Text":
        """Words that are never translated and in which braces mean nothing."""
        return cls(words, values=None)

    def with_values(self, change: Callable[[str], str]) -> "Text":
        """The text with `change` made to the words of people in it, at every depth."""
        if self.values is None:
            return Text.plain(change(self.message))
        changed = tuple((name, _changed(value, change)) for name, value in self.values)
        return Text(self.message, self.plural, self.context, changed)

    def to_json(self) -> str | None:
        """All but the message, to be stored beside it; None for plain words."""
        if self.values is None:
            return None
        return _encoder().encode(_arguments(self))

    @classmethod
    def from_json(cls, message: str, arguments: str | None) -> "Text":
        """What was stored; plain words without arguments.

        Raises:
            ValueError: these are not arguments that a text was stored with.
        """
        if arguments is None:
            return cls.plain(message)
        if len(arguments) > _LONGEST:
            raise ValueError("too long for arguments of a text")
        import json

        try:
            return _text(message, json.loads(arguments), 0)
        except RecursionError as error:
            raise ValueError("too deep for arguments of a text") from error


Value = str | int | Text


@dataclass(frozen=True, slots=True)
class Fillable:
    """A sentence whose values are not known yet; no text before `filled` has been given them."""

    message: str
    plural: str | None = None
    values: tuple[tuple[str, Value], ...] = ()

    def having(self, **values: Value) -> "Fillable":
        """The template with some of its values."""
        return Fillable(self.message, self.plural, _sorted({**dict(self.values), **values}))

    def filled(self, **values: Value) -> Text:
        """The text with the rest of the values; of two forms, `count` chooses."""
        return Text(self.message, self.plural, None, _sorted({**dict(self.values), **values}))


def _(message: str, /, **values: Value) -> str:
    """A sentence in the language in use, with these values in their places."""
    return _worded(message, None, None, values)


def pgettext(context: str, message: str, /, **values: Value) -> str:
    """A sentence whose English would need two translations; `context` tells them apart."""
    return _worded(message, None, context, values)


def ngettext(one: str, many: str, n: int, /, **values: Value) -> str:
    """The sentence that goes with a number of things, which is its value ``{count}``."""
    return _worded(one, many, None, {**values, "count": n})


def npgettext(context: str, one: str, many: str, n: int, /, **values: Value) -> str:
    """`ngettext` in a context."""
    return _worded(one, many, context, {**values, "count": n})


def lazy(message: str, /, **values: Value) -> Text:
    """A sentence to be worded when it is shown."""
    return Text(message, None, None, _sorted(values))


def plazy(context: str, message: str, /, **values: Value) -> Text:
    """`lazy` in a context."""
    return Text(message, None, context, _sorted(values))


def nlazy(one: str, many: str, n: int, /, **values: Value) -> Text:
    """The sentence that goes with a number of things, to be worded when it is shown."""
    return Text(one, many, None, _sorted({**values, "count": n}))


def fillable(message: str, /) -> Fillable:
    """A sentence to be filled later."""
    return Fillable(message)


def nfillable(one: str, many: str, /) -> Fillable:
    """The sentence that goes with a number of things, to be filled later."""
    return Fillable(one, many)


def _sorted(values: Mapping[str, Value]) -> tuple[tuple[str, Value], ...]:
    return tuple(sorted(values.items()))


def _worded(
    message: str, plural: str | None, context: str | None, values: Mapping[str, Value]
) -> str:
    if not message:
        return ""
    number = values.get("count")
    n = number if isinstance(number, int) else 0
    template = lookup(message, plural, context, n)
    if not values:
        return template
    if not values.keys() >= set(_parts(template)[1::2]):
        # a slip of the translator must not hide what happened
        template = message if plural is None or n == 1 else plural
    return filled(template, values)


def filled(template: str, values: Mapping[str, Value]) -> str:
    """The template with each ``{name}`` replaced once; a brace in a value means nothing."""

    said = list(_parts(template))
    for at in range(1, len(said), 2):
        found = values.get(said[at])
        if found is None:
            said[at] = f"{{{said[at]}}}"
        else:
            said[at] = number_text(found) if isinstance(found, int) else str(found)
    return "".join(said)


@lru_cache(maxsize=4096)  # templates are many, but they are the catalogue's
def _parts(template: str) -> tuple[str, ...]:
    """Words and, between them, the names of places."""
    return tuple(_PLACE.split(template))


@cache
def _encoder() -> "json.JSONEncoder":
    import json  # not at once: the first window needs none

    return json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _changed(value: Value, change: Callable[[str], str]) -> Value:
    if isinstance(value, Text):
        return value.with_values(change)
    return change(value) if isinstance(value, str) else value


def _arguments(text: Text) -> dict[str, Any]:
    def parts() -> Iterator[tuple[str, Any]]:
        if text.plural is not None:
            yield "plural", text.plural
        if text.context is not None:
            yield "context", text.context
        if text.values is None:
            yield "plain", True
        elif text.values:
            yield "values", {name: _stored(value) for name, value in text.values}

    return dict(parts())


def _stored(value: Value) -> Any:
    if isinstance(value, Text):
        return {"message": value.message, **_arguments(value)}
    return value


def _text(message: object, stored: object, depth: int) -> Text:
    if not isinstance(stored, dict) or depth > _DEEPEST:
        raise ValueError(f"not arguments of a text: {stored!r:.100}")
    plain, values = stored.get("plain", False), stored.get("values", {})
    if plain is True:
        return Text.plain(_said(message))
    if plain is not False or not isinstance(values, dict):
        raise ValueError(f"not the values of a text: {values!r:.100}")
    kept = {_said(name): _value(value, depth) for name, value in values.items()}
    plural, context = (
        None if stored.get(name) is None else _said(stored[name]) for name in ("plural", "context")
    )
    return Text(_said(message), plural, context, _sorted(kept))


def _value(stored: object, depth: int) -> Value:
    if isinstance(stored, dict):
        return _text(stored.get("message"), stored, depth + 1)
    if isinstance(stored, int) and not isinstance(stored, bool) and abs(stored) < _HIGHEST:
        return stored
    return _said(stored)


def _said(stored: object) -> str:
    if not isinstance(stored, str):
        raise ValueError(f"not words of a text: {stored!r:.100}")
    stored.encode()  # half a character cannot be shown, nor written again
    return stored
