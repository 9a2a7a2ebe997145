"""Bring a club's past in: a preview of every row first, then all or nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kdc_desktop.domain.kit.actors import Way
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import laptop_zone
from kdc_desktop.interchange.past_in import PastLine, read_past
from kdc_desktop.services.club.backups import back_up
from kdc_desktop.services.past.known import known_past
from kdc_desktop.services.past.people import sectors_asked
from kdc_desktop.services.past.planning import Planner
from kdc_desktop.services.past.rows import PastChoices, PastPreview
from kdc_desktop.services.past.writing import PastWriter
from kdc_desktop.storage import Database
from kdc_desktop.storage.acting import acting


def preview_past(database: Database, path: Path | str) -> PastPreview:
    """Say of every row of the workbook what bringing it in would do; nothing is changed.

    Raises:
        UserError: it cannot be read, or is not the workbook of a club's past.
    """
    return _previewed(database, Path(path), read_past(path), PastChoices())


def preview_again(database: Database, before: PastPreview, choices: PastChoices) -> PastPreview:
    """The same rows with other answers; the file is not read again."""
    return _previewed(database, before.path, before.lines, choices)


def _previewed(
    database: Database, path: Path, lines: tuple[PastLine, ...], choices: PastChoices
) -> PastPreview:
    now = database.now().in_zone(laptop_zone())
    with database.read() as snapshot:
        plan = Planner(known_past(snapshot), lines, choices, now).plan
    asked = sectors_asked(line for line in lines if not line.is_example)
    return PastPreview(path, lines, tuple(plan.rows), choices, asked)


@acting(way=Way.IMPORT)
def import_past(
    database: Database,
    preview: PastPreview,
    before_writing: Callable[[], object] = lambda: None,
) -> PastPreview:
    """Take over what is new, in one edit; returns what was done.

    Rows with a problem, and people about whom is asked, stay out. The club is backed up before, and
    the rows are held against it once more; `before_writing` may call it off. Who is known stays as
    they are.
    """
    back_up(database)
    before_writing()
    now = database.now()
    with database.edit(lazy("Brought in the past from {file}", file=preview.path.name)) as edit:
        known = known_past(edit)
        here = now.in_zone(laptop_zone())
        plan = Planner(known, preview.lines, preview.choices, here).plan
        PastWriter(edit, known, plan, now).write()
        done = replace(preview, rows=tuple(plan.rows))
        edit.count = done.count(MatchState.NEW)
        return done
