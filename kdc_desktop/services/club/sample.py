"""The sample club: a rehearsed evening on 371 real ideas, to look around in."""

import os
import shutil
from pathlib import Path

from kdc_desktop import paths
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.workplaces import make_private, passing

NAME = "Sample club.kdc"  # untranslated: it is found again by its name


def is_sample(path: Path) -> bool:
    """Whether this is the facilitator's copy of the sample club, whose people are made up."""
    return path.name == NAME


def sample_club(folder: Path | None = None) -> Path:
    """The facilitator's own copy of the sample club, made when it is missing.

    Raises:
        UserError: the copy could not be written.
    """
    target = (folder or paths.data_folder()) / NAME
    if not target.exists():
        try:
            with passing(target) as fresh:
                make_private(fresh)
                shutil.copyfile(paths.resource("sample", "sample-club.kdc"), fresh)
                os.replace(fresh, target)
        except OSError as error:
            raise UserError(
                _(
                    "The sample club could not be copied to {folder}."
                    " Free some space there, then try again.",
                    folder=str(target.parent),
                )
            ) from error
    return target
