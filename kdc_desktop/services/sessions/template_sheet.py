"""The agendas that the club has kept as templates; they belong to no session."""

from collections.abc import Mapping

from sqlalchemy import select

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.sessions import OwnTemplate, OwnTemplateStage
from kdc_desktop.services.kit.source import Source, id_of, key_of


def templates(kinds: Mapping[str, StageKind], source: Source) -> Table:
    """Every stage of every template, in the workbook of all sessions; `kinds` are those there are.

    What the facilitator noted for a stage, and with it the template, stays with the club.
    """
    wanted = (
        select(OwnTemplate, OwnTemplateStage)
        .join(OwnTemplateStage, OwnTemplateStage.own_template_id == OwnTemplate.id)
        .order_by(OwnTemplate.id, OwnTemplateStage.place_in_order, OwnTemplateStage.id)
    )
    found = source.snapshot.execute(wanted).all() if source.every_session else []
    places: dict[int, int] = {}
    rows = []
    for template, stage in found:
        places[template.id] = place = places.get(template.id, 0) + 1
        said = (stage.kind, stage.title, stage.planned_minutes, stage.prompt, stage.notes)
        kept = source.by_clock(template.created_at, None)
        rows.append((stage.id, template.id, template.name, place, *said, kept))
    return Table(
        name="Templates",
        title=lazy("Templates"),
        columns=_columns(kinds),
        rows=rows,
        purpose=lazy("Agendas that the club has kept, to start a session from."),
        stays=True,
    )


def _columns(kinds: Mapping[str, StageKind]) -> tuple[Column, ...]:
    words = tuple((key, kind.title) for key, kind in kinds.items())
    return (
        key_of("Template stage"),
        id_of("Template"),
        Column(lazy("Template"), head=True, filled=True, means=lazy("What it is called.")),
        Column(
            lazy("Place"), Kind.NUMBER, head=True, filled=True, means=lazy("Its place in there.")
        ),
        Column(lazy("Kind"), aside=True, filled=True, words=words, means=lazy("What it is for.")),
        Column(lazy("Stage"), filled=True, means=lazy("What the stage is called.")),
        Column(
            lazy("Planned minutes"), Kind.NUMBER, filled=True, means=lazy("How long it is to be.")
        ),
        Column(lazy("Prompt"), means=lazy("What the room is asked.")),
        Column(lazy("Notes"), aside=True, means=lazy("What only the facilitator sees.")),
        Column(lazy("Kept"), Kind.DATETIME, aside=True, filled=True, means=lazy("Since when.")),
    )
