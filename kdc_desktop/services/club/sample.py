"""The sample club: a rehearsed evening on 371 real ideas, to look around in."""

import shutil
from pathlib import Path

from kdc_desktop import paths
from kdc_desktop.errors import UserError

NAME = "Sample club.kdc"


def sample_club(folder: Path | None = None) -> Path:
    """The facilitator's own copy of the sample club, made when it is missing.

    Raises:
        UserError: the copy could not be written.
    """
    target = (folder or paths.data_folder()) / NAME
    if not target.exists():
        try:
            shutil.copyfile(paths.resource("sample", "sample-club.kdc"), target)
        except OSError as error:
            target.unlink(missing_ok=True)
            raise UserError(
                f"The sample club could not be copied to {target.parent}. "
                "Free some space there, then try again."
            ) from error
    return target
