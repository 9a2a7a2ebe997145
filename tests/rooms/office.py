"""Whether another program is there to look at what ours writes."""

import shutil
from pathlib import Path

_OFFICE = shutil.which("soffice")
HAS_CALC = _OFFICE is not None and (Path(_OFFICE).resolve().parent / "libsclo.so").exists()
"""LibreOffice Calc: its parts are installed one by one."""
