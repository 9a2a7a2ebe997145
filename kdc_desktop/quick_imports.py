"""Keeps what is imported after this module from costing time for what nobody asks for here.

Python's collector looks again and again through the classes and functions that come, of which none
goes; from the window on, `Collector` sees to it. Qt for Python reads the source of every module
and looks there for “PySide6”, so as to switch names such as `snake_case` on or off by module: at
the first click it would read 334 files, an eighth of the time. And it compiles, at each start, what
writes stubs of its modules for type checkers, with `argparse` and `logging`: a twentieth.
"""

import gc
import sys
from contextlib import suppress
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_SUPPORT = "shibokensupport"
_WRITES_STUBS = f"{_SUPPORT}.signature.lib.pyi_generator"


class _WithoutStubs:
    """Finds nothing, but has what writes stubs taken for imported.

    What lay there before is forgotten when the support is first imported, so it is put there when
    that asks for the first module of Python's own.
    """

    def find_spec(self, *_sought: Any) -> ModuleSpec | None:
        if _SUPPORT in sys.modules and _WRITES_STUBS not in sys.modules:
            sys.modules[_WRITES_STUBS] = ModuleType(_WRITES_STUBS)
            sys.modules[_WRITES_STUBS].__spec__ = ModuleSpec(_WRITES_STUBS, None)
        return None


gc.disable()
_finder = _WithoutStubs()
sys.meta_path.insert(0, _finder)
import_module("PySide6.QtCore")  # brings the support
sys.meta_path.remove(_finder)

with suppress(ImportError):  # a build that keeps it elsewhere starts all the same
    _feature: Any = import_module("shibokensupport.feature")
    _feature._mod_uses_pyside = lambda _module: False
