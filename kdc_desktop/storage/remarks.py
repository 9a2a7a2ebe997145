"""What is said of a club file that is in order, and yet good to know before it is copied."""

from pathlib import Path

from kdc_desktop.i18n import _
from kdc_desktop.storage import files
from kdc_desktop.storage.shares import is_on_share
from kdc_desktop.storage.synced import synced_by


def remarks_on(path: Path) -> list[str]:
    """Sentences about what lies beside the file, and about where it lies."""
    said = [
        _(
            "The newest entries of {file} are still in {log} beside it, because it is open, or its "
            "program was killed. Copy both together, or open and close the club first.",
            file=path.name,
            log=log.name,
        )
        for log in files.logs_beside(path)
    ]
    if is_on_share(path):
        said.append(
            _(
                "{file} lies on a network share. Copy it to this laptop before you open it.",
                file=path.name,
            )
        )
    elif (service := synced_by(path)) is not None:
        said.append(
            _(
                "{service} syncs the folder of {file}. Close the club on one laptop before another "
                "opens it.",
                service=service,
                file=path.name,
            )
        )
    return said
