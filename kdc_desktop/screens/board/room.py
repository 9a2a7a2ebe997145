"""What the room sees of the board."""

from collections.abc import Collection, Iterable

from kdc_desktop.audience.board.board_slide import BoardCluster, BoardNote, BoardSlide
from kdc_desktop.audience.board.one_idea import OneIdeaSlide
from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.audience.sessions.prompt import PromptSlide
from kdc_desktop.domain.board.stages import IDEAS
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.services.board.rows import ClusterRow, IdeaDetail, IdeaRow
from kdc_desktop.services.sessions.rows import StageRow

FEW = 3
"""Up to so many ideas, the prompt is what the room needs to see."""


def board_slide(
    stage: StageRow | None, notes: Collection[IdeaRow], clusters: Iterable[ClusterRow], silent: bool
) -> Slide:
    """The prompt while there are few notes in a stage of ideas, else the board."""
    prompt = (stage.prompt or stage.title) if stage else _("Ideas")
    if stage is not None and stage.kind == IDEAS.key and len(notes) <= FEW:
        return PromptSlide(prompt=prompt, stage=stage.title, foot=_so_far(len(notes)))
    grouped: dict[int | None, list[BoardNote]] = {}
    for row in notes:
        note = BoardNote(row.text, row.sector or "", row.colour)
        grouped.setdefault(row.cluster_id, []).append(note)
    columns = [BoardCluster(row.name, tuple(grouped.get(row.id, ()))) for row in clusters]
    if None in grouped:
        columns.append(BoardCluster("", tuple(grouped[None])))
    return BoardSlide(prompt=prompt, clusters=tuple(columns), silent=silent)


def _so_far(ideas: int) -> str:
    if not ideas:
        return _("No ideas yet: yours can be the first")
    return ngettext("{count} idea so far", "{count} ideas so far", ideas)


def idea_slide(idea: IdeaDetail, silent: bool) -> Slide:
    """One idea in large; in silent mode nobody is named."""
    return OneIdeaSlide(
        text=idea.text,
        author="" if silent else idea.author,
        sector=idea.sector or "",
        cluster=idea.cluster,
        merged=len(idea.merged),
        colour=idea.colour,
    )
