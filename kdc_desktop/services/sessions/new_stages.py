"""Several stages come into an agenda at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from kdc_desktop.domain.kit.lengths import NAME, not_longer
from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, nfillable
from kdc_desktop.model.sessions import MINUTES, Stage
from kdc_desktop.services.sessions.agenda import renumber
from kdc_desktop.services.sessions.questions import agenda_of
from kdc_desktop.storage import Database


@dataclass(frozen=True)
class NewStage:
    """A stage that is to come; without `minutes` it takes as long as its kind does."""

    kind: StageKind
    title: str
    minutes: int | None = None
    prompt: str = ""
    notes: str = ""


def add_stages(
    database: Database, session_id: int, made: Sequence[NewStage], after_id: int | None = None
) -> list[int]:
    """These stages after another one; their ids.

    Raises:
        UserError: a title is too long, or the minutes are not 1 to 600; none is added.
    """
    too_long = fillable("Shorten the title to {longest} characters; it has {length}.")
    for new in made:
        if new.minutes is not None and not MINUTES[0] <= new.minutes <= MINUTES[1]:
            raise UserError(_("A stage takes between 1 and 600 minutes."))
        not_longer(new.title, NAME, too_long)
    with database.edit(nfillable("Added {count} stage", "Added {count} stages")) as edit:
        edit.count = len(made)
        agenda = agenda_of(edit, session_id)
        place = next((i for i, other in enumerate(agenda, 1) if other.id == after_id), len(agenda))
        added = [
            Stage(
                session_id=session_id,
                place_in_order=len(agenda) + at,
                kind=new.kind.key,
                title=new.title,
                prompt=new.prompt,
                notes=new.notes,
                planned_minutes=new.minutes or new.kind.minutes,
            )
            for at, new in enumerate(made)
        ]
        edit.add_all(added)
        renumber([*agenda[:place], *added, *agenda[place:]])
        edit.flush()
        return [stage.id for stage in added]
