"""The folder that a rehearsal leaves things in: only what a rehearsal made is ever deleted."""

import json
import shutil
from contextlib import nullcontext
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.rehearsal.plan import Left, RehearsalPlan
from kdc_desktop.storage.sole_use import claim

MARK = "rehearsal.json"
SETTINGS = "settings.ini"
_MADE = (
    *("session.kdc", "session.kdc-wal", "session.kdc-shm"),
    *("outcome.xlsx", "roster.csv", SETTINGS),
    *("screens", "session backups"),  # untranslated: names on disk
)


def refuse_what_is_missing(plan: RehearsalPlan) -> None:
    """Raises UserError when the club or the sheet of ideas is not there, or would be cleared."""
    if plan.ideas is not None and not plan.ideas.is_file():
        raise UserError(
            _(
                "There is no file {file}. Name a sheet of ideas with --ideas FILE.",
                file=str(plan.ideas),
            )
        )
    if plan.copy_of is None:
        if plan.session_id is not None:
            raise UserError(_("Name the session's club file, too: --database FILE."))
    elif not plan.copy_of.is_file():
        raise UserError(
            _(
                "There is no file {file}. Name the club with --database FILE.",
                file=str(plan.copy_of),
            )
        )
    elif plan.copy_of.resolve().is_relative_to(plan.out.resolve()):
        raise UserError(
            _(
                "{file} lies in {folder}, which the rehearsal clears. Choose another folder "
                "with --out.",
                file=plan.copy_of.name,
                folder=str(plan.out),
            )
        )


def clear(plan: RehearsalPlan) -> Left:
    """Make the folder ready; what an earlier rehearsal made is deleted, nothing else."""
    out = plan.out
    left = Left(out / "session.kdc", out / "outcome.xlsx", out / "screens")
    try:
        there = [name for name in _MADE if (out / name).exists() or (out / name).is_symlink()]
        if strange := [name for name in there if name not in _marked(out)]:
            raise UserError(
                _(
                    "{folder} has a {file} that no rehearsal made. Choose another folder with "
                    "--out.",
                    folder=str(out),
                    file=strange[0],
                )
            )
        with claim(left.database) if left.database.exists() else nullcontext():
            for name in there:
                _delete(out / name)
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        (out / MARK).write_text(json.dumps({"made": _MADE}, indent=1), encoding="utf-8")
        left.pictures.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise UserError(
            _("{folder} cannot be written. Choose another folder with --out.", folder=str(out))
        ) from error
    return left


def _marked(out: Path) -> list[str]:
    """What an earlier rehearsal said that it makes in this folder, before it made it."""
    mark = out / MARK
    if not mark.exists():
        return []
    try:
        found = json.loads(mark.read_text(encoding="utf-8"))
        return [str(name) for name in found["made"]]
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            _(
                "{file} was not written by a rehearsal. Choose another folder with --out.",
                file=str(mark),
            )
        ) from error


def _delete(made: Path) -> None:
    if made.name == "screens":
        for picture in made.glob("*.png"):
            picture.unlink()
    elif made.is_dir() and not made.is_symlink():
        shutil.rmtree(made)
    else:
        made.unlink(missing_ok=True)
