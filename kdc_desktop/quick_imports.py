"""Keeps Qt for Python from reading the source of every module that is imported after this one.

It looks there for “PySide6”, so as to switch names such as `snake_case` on or off by module, which
nobody asks for here. At the first click it would read 334 files, an eighth of the time.
"""

from contextlib import suppress
from importlib import import_module
from typing import Any

import PySide6.QtCore  # noqa: F401 - brings shibokensupport

with suppress(ImportError):  # a build that keeps it elsewhere starts all the same
    _feature: Any = import_module("shibokensupport.feature")
    _feature._mod_uses_pyside = lambda _module: False
