"""What can be chosen of a list of people in its dialog, and what then comes in."""

import shutil
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QPushButton

from kdc_desktop.services.people.importing import import_people
from tests.gui.people.importing.dialogs import opened, settle, show, words
from tests.gui.test_jobs import wait_until
from tests.rooms.known_people import everybody, previewed

SHEETS = Path(__file__).parents[3] / "data" / "sheets" / "people"


def click(qtbot, dialog, button: QPushButton | QCheckBox) -> None:
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(12, button.height() // 2))
    settle(qtbot, dialog)


def tick(qtbot, dialog, row: int) -> None:
    """Click on the tick of a row."""
    table = dialog.rows_table
    place = table.visualRect(table.model().index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, dialog)


def imported(dialog, window) -> None:
    dialog.import_button.click()
    wait_until(lambda: not window.jobs.busy)


def test_an_export_is_named_with_what_is_read_from_where_and_what_is_not_taken(
    qtbot, theme, database, window
):
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, SHEETS / "eventbrite_attendees.csv")
    assert "This is an export of Eventbrite." in dialog.notes_label.text()
    assert "E-mail: Email" in dialog.columns_label.text()
    assert "Order #" in dialog.columns_label.text().split("Not taken: ")[1]
    assert "Head of Service Design" in words(dialog, "job_title")


def test_who_is_not_coming_comes_in_with_a_tick(qtbot, theme, database, window):
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, SHEETS / "eventbrite_attendees.csv")
    before = words(dialog, "state").count("New")
    assert "Left out" in words(dialog, "state")
    click(qtbot, dialog, dialog.cancelled_check)
    assert words(dialog, "state").count("New") == before + 1
    imported(dialog, window)
    assert "Pekka Poissa" in {person.name for person in everybody(database)}


def test_a_hidden_row_comes_in_with_a_tick(qtbot, theme, database, window):
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, SHEETS / "filtered.xlsx")
    click(qtbot, dialog, dialog.hidden_check)
    click(qtbot, dialog, dialog.cancelled_check)
    assert set(words(dialog, "state")) == {"New"}


def test_a_row_that_is_not_ticked_stays_out_and_can_be_ticked_again(qtbot, theme, database, window):
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, SHEETS / "shared_address.csv")
    name = words(dialog, "name")[0]
    tick(qtbot, dialog, 0)
    assert words(dialog, "state")[0] == "Left out"
    tick(qtbot, dialog, 0)
    assert words(dialog, "state")[0] == "New"
    tick(qtbot, dialog, 0)
    imported(dialog, window)
    assert name not in {person.name for person in everybody(database)}
    assert len(everybody(database)) == 2


def test_another_table_of_the_file_can_be_chosen(qtbot, theme, database, window):
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, SHEETS / "zoom_webinar_attendees.csv")
    assert "Host One" not in words(dialog, "name")
    hosts = next(
        at for at in range(dialog.table_combo.count()) if "Host" in dialog.table_combo.itemText(at)
    )
    dialog.table_combo.setCurrentIndex(hosts)
    dialog.table_combo.activated.emit(hosts)
    settle(qtbot, dialog)
    assert words(dialog, "name") == ["Host One"]


def test_what_is_asked_about_stays_out_until_it_is_answered(
    qtbot, theme, database, window, tmp_path
):
    sheet = tmp_path / "before.csv"
    sheet.write_text("Name,E-mail\nAino Laine,office@quay.example\n", encoding="utf-8")
    import_people(database, previewed(database, sheet))
    asked = tmp_path / "asked.csv"
    asked.write_text("Name,E-mail\nEino Salo,office@quay.example\n", encoding="utf-8")
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, sheet)
    assert dialog.sentence_label.text() == ""
    show(qtbot, dialog, asked)
    assert words(dialog, "state") == ["Asked"]
    assert "office@quay.example" in dialog.sentence_label.text()
    assert not dialog.import_button.isEnabled()
    click(qtbot, dialog, dialog.new_button)
    assert words(dialog, "state") == ["New"]
    imported(dialog, window)
    assert {person.name for person in everybody(database)} == {"Aino Laine", "Eino Salo"}


def test_the_same_person_is_renamed_when_somebody_says_so(qtbot, theme, database, window, tmp_path):
    sheet = tmp_path / "list.csv"
    sheet.write_text("Name,E-mail\nAino Laine,aino@quay.example\n", encoding="utf-8")
    import_people(database, previewed(database, sheet))
    sheet.write_text("Name,E-mail\nAino Salo,aino@quay.example\n", encoding="utf-8")
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, sheet)
    click(qtbot, dialog, dialog.same_button)
    assert words(dialog, "state") == ["Changed"]
    imported(dialog, window)
    assert [person.name for person in everybody(database)] == ["Aino Salo"]


def test_words_for_sectors_are_asked_and_answered_once(qtbot, theme, database, window, tmp_path):
    sheet = tmp_path / "list.csv"
    sheet.write_text(
        "Name,Organisation,Sector\nAino Laine,Kone,Flurbs\nEino Salo,Bone,Company\n"
        "Meri Oja,Stone,Company\n",
        encoding="utf-8",
    )
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, sheet)
    combo = dialog._options._sectors._combos["Flurbs"]
    assert combo.isVisible()
    combo.setCurrentIndex(combo.findData("A"))
    combo.activated.emit(combo.currentIndex())
    settle(qtbot, dialog)
    assert words(dialog, "sector") == ["Academia", "Companies", "Companies"]


def test_what_is_not_taken_can_go_into_the_notes(qtbot, theme, database, window):
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, SHEETS / "google_forms_responses.csv")
    assert not any("vegetarian" in said for said in words(dialog, "notes"))
    click(qtbot, dialog, dialog.notes_button)
    assert any("vegetarian" in said for said in words(dialog, "notes"))
    imported(dialog, window)
    aino = next(person for person in everybody(database) if person.name == "Aino Laine")
    assert "vegetarian" in aino.notes


def test_the_file_is_read_once_however_often_rows_are_ticked(
    qtbot, theme, database, window, tmp_path
):
    sheet = Path(shutil.copy(SHEETS / "shared_address.csv", tmp_path))
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, sheet)
    sheet.unlink()
    tick(qtbot, dialog, 0)
    assert words(dialog, "state")[0] == "Left out"
    assert dialog.problem_label.isHidden()


def test_no_row_moves_under_a_click_on_its_tick(qtbot, theme, database, window):
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, SHEETS / "google_forms_fi.csv")
    table = dialog.rows_table
    place = table.visualRect(table.model().index(2, 0)).center()
    where = table.viewport().mapToGlobal(place)
    qtbot.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.wait(150)
    assert table.viewport().mapToGlobal(place) == where
    qtbot.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, dialog)
    assert words(dialog, "state")[2] == "Left out"


def test_a_blank_ticks_the_row_with_the_focus_and_none_that_is_out_of_sight(
    qtbot, theme, database, window
):
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, SHEETS / "google_forms_fi.csv")
    table = dialog.rows_table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Home)
    qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    settle(qtbot, dialog)
    last = len(words(dialog, "state")) - 1
    assert [at for at, state in enumerate(words(dialog, "state")) if state == "Left out"] == [last]


def test_what_went_into_the_notes_comes_out_of_them_again(qtbot, theme, database, window):
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, SHEETS / "eventbrite_attendees.csv")
    before = dialog.columns_label.text()
    click(qtbot, dialog, dialog.notes_button)
    assert any("Order #" in said for said in words(dialog, "notes"))
    assert not any("Fees Paid" in said for said in words(dialog, "notes")), "all have the same"
    click(qtbot, dialog, dialog.notes_button)
    assert not any(words(dialog, "notes"))
    assert dialog.columns_label.text() == before
