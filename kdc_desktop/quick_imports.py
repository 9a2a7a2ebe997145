"""Keeps what is imported after this module from costing time for what nobody asks for here.

Python's collector looks again and again through the classes and functions that come, of which none
goes; from the window on, `Collector` sees to it. And Qt for Python reads the source of every module
and looks there for “PySide6”, so as to switch names such as `snake_case` on or off by module: at
the first click it would read 334 files, an eighth of the time.
"""

import gc
from contextlib import suppress
from importlib import import_module
from typing import Any

gc.disable()
import_module("PySide6.QtCore")  # brings shibokensupport

with suppress(ImportError):  # a build that keeps it elsewhere starts all the same
    _feature: Any = import_module("shibokensupport.feature")
    _feature._mod_uses_pyside = lambda _module: False
