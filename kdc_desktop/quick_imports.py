"""Keeps what is imported after this module from costing time for what nobody asks for here.

Python's collector looks again and again through the classes and functions that come, of which none
goes; from the window on, `Collector` sees to it. Qt for Python looks at every import whether it
asks for names such as `snake_case`, and reads the source of every module for that: at the first
click it would read 334 files, an eighth of the time. And at each start it compiles what words its
errors and writes stubs for type checkers: a seventh. That is compiled when it is asked for.
"""

import builtins
import gc
import sys
from importlib import import_module
from importlib.machinery import ModuleSpec
from threading import RLock
from types import ModuleType
from typing import Any

_SUPPORT = "shibokensupport"
_WORDS_ERRORS = ("mapping", "errorhandler", "layout", "parser")
_WRITES_STUBS = ("lib.enum_sig", "lib.pyi_generator", "lib.tool")
_reading = RLock()  # a wrong call may be made in any thread


class _Unread(ModuleType):
    """A module that is read when something of it is asked for."""

    def __init__(self, spec: ModuleSpec) -> None:
        super().__init__(spec.name)
        self.__spec__ = ModuleSpec(spec.name, None)  # Qt writes another name into it
        self._spec: ModuleSpec | None = spec
        self.update_mapping = self._update  # which Qt looks for without asking `__getattr__`

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("__"):  # Python's own questions, such as whether it is a package
            self._read()
        if name in self.__dict__:
            return self.__dict__[name]
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")

    def _read(self) -> None:
        with _reading:
            if self._spec is not None:
                self.__spec__, self._spec = self._spec, None
                assert self.__spec__.loader is not None
                self.__spec__.loader.exec_module(self)

    def _update(self) -> object:
        self._read()
        return self.update_mapping()


class _LeavesUnread:
    """Finds nothing, but has what nobody asks for taken for imported.

    What lay there before is forgotten when the support is first imported, so it is put there when
    that asks for the first module of Python's own.
    """

    def find_spec(self, *_sought: Any) -> ModuleSpec | None:
        find = getattr(getattr(sys.modules.get(_SUPPORT), "__loader__", None), "find_spec", None)
        if find is not None:
            for name in (*_WORDS_ERRORS, *_WRITES_STUBS):
                spec = find(f"{_SUPPORT}.signature.{name}", None)
                if spec is not None:
                    sys.modules.setdefault(spec.name, _Unread(spec))
        return None


gc.disable()
_finder = _LeavesUnread()
sys.meta_path.insert(0, _finder)
import_module("PySide6.QtCore")  # brings the support
sys.meta_path.remove(_finder)

# What Qt has put in its place looks at imports; a build without that starts all the same.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
