"""What becomes of the ideas of two people who are one."""

from sqlalchemy import func, select

from kdc_desktop.i18n import ngettext
from kdc_desktop.model.board import Idea
from kdc_desktop.services.kit.relinking import relink
from kdc_desktop.services.people.joins import MergeTrail, PeopleMet
from kdc_desktop.storage import Edit, Snapshot


def _bring(edit: Edit, met: PeopleMet) -> None:
    relink(edit, Idea.author_id, {met.gone_id: met.stays_id})


def _told(snapshot: Snapshot, met: PeopleMet) -> list[str]:
    count = snapshot.scalar(select(func.count()).where(Idea.author_id == met.gone_id)) or 0
    if not count:
        return []
    return [ngettext("{count} idea becomes theirs.", "{count} ideas become theirs.", count)]


PEOPLE_MET = MergeTrail(_bring, _told)
"""Whose ideas they are."""
