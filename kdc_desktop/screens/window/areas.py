"""The areas of the rail, and where rows are seen."""

from collections.abc import Collection, Mapping, Sequence

from kdc_desktop.screens.kit.wiring import Area, SessionArea


def in_rail(areas: Sequence[Area | SessionArea]) -> list[Area | SessionArea]:
    """Those of these areas that have an entry of their own."""
    return [area for area in areas if isinstance(area, SessionArea) or area.behind is None]


def places_of(
    seen_at: Mapping[str, tuple[str, ...]],
    tables: Collection[str],
    areas: Collection[str],
    *,
    is_open: bool,
) -> list[str]:
    """Where these tables are seen, that of the highest noun first; in an open session first.

    What is noted among the settings beside something else leads nowhere.
    """
    tables = {*tables} - {"setting"} or tables
    highest_first = [seen_at[table] for table in reversed([*seen_at]) if table in tables]
    places = [key for keys in highest_first for key in keys if is_open or key in areas]
    return sorted(places, key=areas.__contains__)
