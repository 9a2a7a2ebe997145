"""Agendas that the club keeps, to start a session from."""

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import NAME, not_longer
from kdc_desktop.domain.kit.text import fold, in_order, on_one_line
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, date_text, fillable, lazy
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.model.sessions import OwnTemplate, OwnTemplateStage, Stage
from kdc_desktop.services.sessions.questions import agenda_of
from kdc_desktop.services.sessions.templates import Template, TemplateStage
from kdc_desktop.storage import Database, Edit, Snapshot

_OWN = "own"


def own_templates(database: Database) -> list[Template]:
    """The agendas that were kept, by their names."""
    with database.read() as snapshot:
        kept = list(snapshot.scalars(select(OwnTemplate)))
        stages: dict[int, list[TemplateStage]] = {one.id: [] for one in kept}
        for stage in snapshot.scalars(
            select(OwnTemplateStage).order_by(OwnTemplateStage.place_in_order, OwnTemplateStage.id)
        ):
            stages[stage.own_template_id].append(_stage(stage))
        zone = laptop_zone()
        return [
            Template(
                f"{_OWN}-{one.id}",
                Text.plain(one.name),
                lazy("Kept by the club on {day}.", day=date_text(day_of(one.created_at, zone))),
                tuple(stages[one.id]),
            )
            for one in sorted(kept, key=lambda one: in_order(one.name))
        ]


def own_id(template: Template) -> int | None:
    """The id of a template that the club keeps; None of a ready one."""
    own, _dash, number = template.key.partition("-")
    return int(number) if own == _OWN and number.isdecimal() else None


def agenda_as_template(database: Database, session_id: int, name: str) -> Template:
    """The agenda of a session, with its minutes, prompts and notes, to start another from."""
    with database.read() as snapshot:
        stages = tuple(_stage(stage) for stage in agenda_of(snapshot, session_id))
    return Template("", Text.plain(name), Text.plain(""), stages)


def keep_as_template(database: Database, session_id: int, name: str) -> int:
    """Keep the agenda of a session as a template of the club; its id.

    Raises:
        UserError: it has no stage, or the name says nothing, is too long or taken.
    """
    name = _named(name)
    with database.edit(lazy("Kept the agenda as template {name}", name=name)) as edit:
        agenda = agenda_of(edit, session_id)
        if not agenda:
            raise UserError(_("The agenda is empty. Add a stage, then keep it as a template."))
        _check_free(edit, name, None)
        kept = OwnTemplate(name=name, created_at=database.now())
        edit.add(kept)
        edit.flush()
        for place_in_order, stage in enumerate(agenda):
            edit.add(
                OwnTemplateStage(
                    own_template_id=kept.id,
                    place_in_order=place_in_order,
                    kind=stage.kind,
                    title=stage.title,
                    prompt=stage.prompt,
                    notes=stage.notes,
                    planned_minutes=stage.planned_minutes,
                    preset=stage.preset,
                )
            )
        return kept.id


def rename_template(database: Database, template_id: int, name: str) -> None:
    """Call a template of the club something else.

    Raises:
        UserError: the name says nothing, is too long or taken.
    """
    name = _named(name)
    with database.edit(lazy("Renamed template {name}", name=name)) as edit:
        _check_free(edit, name, template_id)
        edit.get_one(OwnTemplate, template_id).name = name


def remove_template(database: Database, template_id: int) -> None:
    """The club keeps this template no more; sessions that were made of it stay as they are."""
    with database.read() as snapshot:
        name = snapshot.get_one(OwnTemplate, template_id).name
    with database.edit(lazy("Removed template {name}", name=name)) as edit:
        of_it = OwnTemplateStage.own_template_id == template_id
        edit.remove_rows(
            OwnTemplateStage, list(edit.scalars(select(OwnTemplateStage.id).where(of_it)))
        )
        edit.delete(edit.get_one(OwnTemplate, template_id))


def _stage(stage: Stage | OwnTemplateStage) -> TemplateStage:
    return TemplateStage(
        stage.kind,
        Text.plain(stage.title),
        Text.plain(stage.prompt),
        Text.plain(stage.notes),
        stage.planned_minutes,
        stage.preset,
    )


def _named(name: str) -> str:
    name = on_one_line(name)
    if not name:
        raise UserError(_("Give the template a name."))
    return not_longer(
        name, NAME, fillable("Shorten the name to {longest} characters; it has {length}.")
    )


def _check_free(snapshot: Snapshot | Edit, name: str, template_id: int | None) -> None:
    known = snapshot.execute(select(OwnTemplate.id, OwnTemplate.name))
    if any(fold(other) == fold(name) and key != template_id for key, other in known):
        raise UserError(
            _("A template is called “{name}” already. Give this one another name.", name=name)
        )
