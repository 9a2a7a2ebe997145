"""What a line of the journal says, as far as it can be read: any program may have written it."""

import json
from typing import Any

from sqlalchemy import Table

from kdc_desktop.storage.images import Image, key_of


def key_told(table: Table, row_key: Any) -> Any:
    """The key that a line of the journal says, or None where it says none."""
    return plain_told(image_told(row_key).get(key_of(table).name))


def plain_told(said: Any) -> Any:
    """What can be a key; None for all else."""
    if isinstance(said, int | float):
        return said if abs(said) < 2**63 else None
    return said if isinstance(said, str) else None


def image_told(text: Any) -> Image:
    """What a line of the journal says; nothing where it cannot be read."""
    try:
        image = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        return {}
    return image if isinstance(image, dict) else {}
