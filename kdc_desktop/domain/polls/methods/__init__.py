"""The methods of voting, a file each: to add one is to add its file here, and nothing elsewhere."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from kdc_desktop.domain.polls.method import Method, Rule

KEYS: tuple[str, ...] = tuple(sorted(file.name for file in iter_modules(__path__)))
"""The keys of all methods; a method is loaded when it is first asked for."""


@cache
def method_of(key: str) -> Method:
    """The method with this key.

    Raises:
        KeyError: there is none.
    """
    if key not in KEYS:
        raise KeyError(key)
    method = import_module(f"{__name__}.{key}").METHOD
    assert isinstance(method, Method)
    return method


@cache
def methods() -> tuple[Method, ...]:
    """All methods, in the order in which they are offered."""
    return tuple(sorted(map(method_of, KEYS), key=lambda method: method.order))


def rule_of(key: str) -> tuple[Method, Rule]:
    """The rule with this key, and the method that it counts.

    Raises:
        KeyError: there is none.
    """
    found = ((method, rule) for method in methods() for rule in method.rules if rule.key == key)
    method, rule = next(found, (None, None))
    if method is None or rule is None:
        raise KeyError(key)
    return method, rule
