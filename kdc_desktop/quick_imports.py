"""Keeps what is imported after this module from costing time for what nobody asks for here.

Python's collector looks again and again through the classes and functions that come, of which none
goes; from the window on, `Collector` sees to it. Qt for Python reads the source of every module
and looks there for “PySide6”, so as to switch names such as `snake_case` on or off by module: at
the first click it would read 334 files, an eighth of the time. And it compiles, at each start, what
writes stubs of its modules for type checkers, with `argparse` and `logging`: a twentieth.
"""

import builtins
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_LIB = "shibokensupport.signature.lib"
_WRITES_STUBS = f"{_LIB}.pyi_generator"


@contextmanager
def _without_stubs() -> Iterator[None]:
    """Have what writes stubs taken for imported; it lies in no file that a finder could be asked
    for, and what was imported before is forgotten, so it is put there while its package comes."""
    as_ever = builtins.__import__

    def importing(name: str, *how: Any, **named: Any) -> ModuleType:
        if name == _LIB and _WRITES_STUBS not in sys.modules:
            sys.modules[_WRITES_STUBS] = ModuleType(_WRITES_STUBS)
            sys.modules[_WRITES_STUBS].__spec__ = ModuleSpec(_WRITES_STUBS, None)
        return as_ever(name, *how, **named)

    builtins.__import__ = importing
    try:
        yield
    finally:
        for name in ("__import__", "__orig_import__"):  # the second is where Qt keeps the first
            if getattr(builtins, name, None) is importing:
                setattr(builtins, name, as_ever)


gc.disable()
with _without_stubs():
    import_module("PySide6.QtCore")  # brings shibokensupport

with suppress(ImportError):  # a build that keeps it elsewhere starts all the same
    _feature: Any = import_module("shibokensupport.feature")
    _feature._mod_uses_pyside = lambda _module: False
