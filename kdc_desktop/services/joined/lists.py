"""What a list from outside is of, told from its content where the place does not say."""

from pathlib import Path

from kdc_desktop.domain.board.columns import likeness_to_ideas
from kdc_desktop.domain.kit.list_kinds import ListKind
from kdc_desktop.domain.people.columns import likeness, plan_columns
from kdc_desktop.interchange.tables import SheetTable, read_tables

_CALLS_ITSELF_SO = 2.0


def kind_of_list(path: Path) -> ListKind | None:
    """Whether this file holds people or ideas; None where it looks like neither.

    Ideas that are called so come before people, because who wrote them stands beside them.

    Raises:
        UserError: the file cannot be read.
    """
    tables = read_tables(path).tables
    ideas = max(likeness_to_ideas(one.headers, one.rows, one.headed) for one in tables)
    people = max(likeness(one.headers, one.rows, one.headed) for one in tables)
    of_people = people > 0 and any(map(_is_export_of_people, tables))
    if ideas >= _CALLS_ITSELF_SO and not of_people:
        return ListKind.IDEAS
    if people > 0:
        return ListKind.PEOPLE
    return ListKind.IDEAS if ideas > 0 else None


def _is_export_of_people(table: SheetTable) -> bool:
    """Whether a tool exported it that has no ideas."""
    tool = plan_columns(table.headers, table.rows, table.headed).tool
    likely = likeness_to_ideas(table.headers, table.rows, table.headed)
    return bool(tool) and likely < _CALLS_ITSELF_SO
