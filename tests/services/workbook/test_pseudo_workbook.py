"""In the pseudo-language every cell of the workbook is translated but for what people wrote."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook  # noqa: TID253 - the test reads what was written

from kdc_desktop import i18n
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.workbook.export import export_workbook
from kdc_desktop.storage import open_database
from tests.gui.texts_seen import words
from tests.rooms.pseudo_room import make_cyrillic_club


@pytest.fixture
def pseudo() -> Iterator[None]:
    i18n.use(i18n.PSEUDO)
    yield
    i18n.use(i18n.ENGLISH)


def test_every_cell_is_translated(pseudo: None, tmp_path: Path) -> None:
    make_cyrillic_club(tmp_path / "Клуб.kdc")
    database = open_database(tmp_path / "Клуб.kdc")
    export_workbook(database, tmp_path / "Книга.xlsx", WORKBOOK)
    database.close()
    book = load_workbook(tmp_path / "Книга.xlsx")
    plain = {
        f"{sheet.title}!{cell.column_letter}: {cell.value}"
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
        and not cell.value.endswith(" id")  # for programs: the same in every language
        and not cell.value.startswith("kdc-club:")
        and words(cell.value)
    }
    assert (len(book.worksheets), sorted(plain)) == (33, [])
