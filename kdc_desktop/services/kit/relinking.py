"""Rows that lead to one row lead to another from now on."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from kdc_desktop.storage import Edit


def relink(edit: Edit, link: InstrumentedAttribute[Any], targets: Mapping[int, int]) -> int:
    """Have the rows that lead to a key of `targets` lead to its value; how many did."""
    if not targets:
        return 0
    entity: Any = link.class_
    key = entity.__mapper__.primary_key[0]
    rows = edit.execute(select(key, link).where(link.in_(list(targets)))).all()
    return edit.change_rows(entity, {row_key: {link.key: targets[was]} for row_key, was in rows})
