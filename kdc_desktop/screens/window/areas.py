"""The areas of the rail, and where rows are seen."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from kdc_desktop.screens.kit.wiring import Area, SessionArea


def in_rail(areas: Sequence[Area | SessionArea]) -> list[Area | SessionArea]:
    """Those of these areas that have an entry of their own."""
    return [area for area in areas if isinstance(area, SessionArea) or area.behind is None]


class SeenWhere(NamedTuple):
    """Where rows are seen, by table, and settings, by how their names begin: see `Wiring`."""

    at: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    settings_at: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    def places(
        self,
        tables: Collection[str],
        settings: Collection[str],
        areas: Collection[str],
        *,
        is_open: bool,
    ) -> list[str]:
        """Where a step is seen, that of the highest noun first; in an open session first.

        What is noted among the settings beside something else leads nowhere, and what nobody sees
        leads nobody.
        """
        seen_at, changed = self.at, {*tables} - {"setting"}
        if not changed:
            seen_at = self.settings_at
            changed = {one for one in seen_at if any(name.startswith(one) for name in settings)}
        highest_first = [seen_at[each] for each in reversed([*seen_at]) if each in changed]
        places = [key for keys in highest_first for key in keys if is_open or key in areas]
        return sorted(places, key=areas.__contains__)
