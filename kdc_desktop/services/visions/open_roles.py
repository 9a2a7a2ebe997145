"""The roles that consortia still look for: nobody is ready to go while one is open."""

from collections.abc import Collection

from sqlalchemy import Select, select

from kdc_desktop.model.consortia import OpenRole


def open_roles_of(consortium_ids: Collection[int]) -> Select[int, str]:
    """Asks for a consortium and what it looks for, in the order in which that was said."""
    return (
        select(OpenRole.consortium_id, OpenRole.title)
        .where(OpenRole.consortium_id.in_(consortium_ids), OpenRole.filled_by_id.is_(None))
        .order_by(OpenRole.id)
    )
