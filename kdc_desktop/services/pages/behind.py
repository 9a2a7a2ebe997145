"""What a consortium goes back to: the idea, or the ideas, that were taken further."""

from sqlalchemy import select

from kdc_desktop.i18n import _, listed_apart, ngettext
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.board.apart import cluster_names
from kdc_desktop.services.pages.record import Record

_MOST = 5
"""Ideas of a cluster that are told in words; of more it is said how many there are."""


def behind(record: Record, group: Consortium) -> str:
    """It in a sentence; empty while the room sees blank cards, or where its name says it."""
    if record.session.silent or group.winner_id is None:
        return ""
    winner = record.snapshot.get_one(Winner, group.winner_id)
    if winner.cluster_id is not None:
        return _of_cluster(record, winner.cluster_id)
    title = winner.title
    if winner.idea_id is not None:
        idea = record.snapshot.get_one(Idea, winner.idea_id)
        title = winner.title if idea.trashed_at is not None else _line(idea.text)
    if title == group.name:
        return ""
    return _("The idea behind it: “{idea}”.", idea=title)


def _of_cluster(record: Record, cluster_id: int) -> str:
    found = [
        _line(text)
        for text in record.snapshot.scalars(
            select(Idea.text)
            .where(
                Idea.cluster_id == cluster_id,
                Idea.parent_id.is_(None),
                Idea.trashed_at.is_(None),
            )
            .order_by(Idea.id)
        )
    ]
    if not found:
        return ""
    session_id = record.snapshot.get_one(Cluster, cluster_id).session_id
    name = cluster_names(record.snapshot, session_id)[cluster_id]
    if len(found) > _MOST:
        return ngettext(
            "Behind it is {count} idea of the cluster “{name}”.",
            "Behind it are {count} ideas of the cluster “{name}”.",
            len(found),
            name=name,
        )
    return ngettext(
        "Behind it is {count} idea of the cluster “{name}”: {ideas}.",
        "Behind it are {count} ideas of the cluster “{name}”: {ideas}.",
        len(found),
        name=name,
        ideas=listed_apart(_("“{title}”", title=text) for text in found),
    )


def _line(text: str) -> str:
    return " ".join(text.split())
