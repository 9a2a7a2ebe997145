"""A roster is looked at row by row before anything changes."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.services.attendance import questions
from kdc_desktop.services.attendance.importing import import_and_register
from kdc_desktop.services.offers.questions import open_offers
from kdc_desktop.services.people.importing import import_people
from kdc_desktop.settings import ThemeMode
from tests.gui.people.importing.dialogs import opened, pick, settle, show, words
from tests.gui.test_jobs import Gate, wait_until
from tests.rooms.empty_club import roster
from tests.rooms.guest_list import expect
from tests.rooms.known_people import everybody, previewed

ROSTERS = Path(__file__).parents[3] / "data" / "rosters"


def test_every_row_is_shown_and_then_taken_over(qtbot, theme, database, window):
    dialog = opened(qtbot, theme, database, window)
    assert not dialog.import_button.isEnabled()
    show(qtbot, dialog, ROSTERS / "semicolons.csv")
    assert words(dialog, "state") == ["New", "New", "New"]
    assert dialog.import_button.text() == "Import 3 new"
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible(), "the window can be used while it is written"
    wait_until(lambda: not window.jobs.busy)
    assert window.told == ["Imported: 3 new, 0 changed, 0 same, 0 problems"]
    assert len(everybody(database)) == 3


def test_while_other_work_goes_on_the_dialog_stays_and_says_so(qtbot, theme, database, window):
    dialog, gate = opened(qtbot, theme, database, window), Gate()
    show(qtbot, dialog, ROSTERS / "semicolons.csv")
    window.jobs.run("Exporting", gate, lambda _result: None)
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.problem_label.text().startswith("One thing at a time")
    gate.open.set()
    wait_until(lambda: not window.jobs.busy)
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not window.jobs.busy)
    assert len(everybody(database)) == 3


def test_a_second_import_has_nothing_to_do(qtbot, theme, database, window):
    path = ROSTERS / "semicolons.csv"
    import_people(database, previewed(database, path))
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, path)
    assert words(dialog, "state") == ["Same", "Same", "Same"]
    assert (dialog.import_button.text(), dialog.import_button.isEnabled()) == (
        "Nothing to import",
        False,
    )


def test_what_people_offer_and_need_is_seen_before_it_comes_in(
    qtbot, theme, database, window, tmp_path
):
    dialog = opened(qtbot, theme, database, window)
    lines = "Nimi,Voin tarjota,Etsin", "Aino Laine,piha; pakettiauto,lupa", "Eero Salmi,,"
    show(qtbot, dialog, roster(tmp_path, *lines))
    assert (words(dialog, "offers"), words(dialog, "needs")) == (
        ["piha; pakettiauto", ""],
        ["lupa", ""],
    )
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not window.jobs.busy)
    with database.read() as snapshot:
        said = [(row.who, row.text) for row in open_offers(snapshot)]
    assert said == [("Aino Laine", text) for text in ("piha", "pakettiauto", "lupa")]


def test_known_people_can_be_put_on_the_list_of_the_session(
    qtbot, theme, database, window, evening
):
    path = ROSTERS / "semicolons.csv"
    import_people(database, previewed(database, path))
    dialog = opened(qtbot, theme, database, window, evening)
    show(qtbot, dialog, path)
    assert dialog.import_button.text() == "Put 3 on the list"
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not window.jobs.busy)
    assert questions.presence(database, evening).registered == 3
    assert window.told[-1].endswith("3 people are on the list of “Evening” now.")


def test_columns_that_were_guessed_can_be_changed(qtbot, theme, database, window, tmp_path):
    sheet = tmp_path / "roster.csv"
    sheet.write_text("Name,Company,Other\nAino Laine,Kone Oy,Eino Aho\n", encoding="utf-8")
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, sheet)
    assert words(dialog, "name") == ["Aino Laine"]
    pick(qtbot, dialog, 0, None)
    pick(qtbot, dialog, 2, PersonField.NAME)
    qtbot.waitUntil(lambda: words(dialog, "name") == ["Eino Aho"])


def test_a_sheet_without_names_asks_for_their_column(qtbot, theme, database, window, tmp_path):
    sheet = tmp_path / "roster.csv"
    sheet.write_text("x,y\n12,34\n", encoding="utf-8")
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, sheet)
    qtbot.waitUntil(lambda: "Choose the column" in dialog.problem_label.text())
    pick(qtbot, dialog, 1, PersonField.NAME)
    qtbot.waitUntil(lambda: words(dialog, "name") == ["34"])
    assert dialog.problem_label.isHidden()


def test_a_broken_file_is_a_sentence_and_nothing_more(qtbot, theme, database, window, tmp_path):
    sheet = tmp_path / "roster.xlsx"
    sheet.write_bytes(b"%PDF-1.7 not a sheet")
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, sheet)
    qtbot.waitUntil(lambda: bool(dialog.problem_label.text()))
    assert not dialog.import_button.isEnabled()
    assert dialog.file_label.text() == "roster.xlsx"


def test_problems_can_be_listed_alone(qtbot, theme, database, window, tmp_path):
    sheet = tmp_path / "roster.csv"
    sheet.write_text("Name,E-mail\nAino,a@x.example\n,b@x.example\n", encoding="utf-8")
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, sheet)
    problems = dialog.state_filter.findChildren(QPushButton)[-1]
    assert problems.text() == "Problems 1"
    qtbot.mouseClick(problems, Qt.MouseButton.LeftButton)
    assert words(dialog, "sentence") == ["b@x.example stands here without a name: fill it in."]


def test_a_broken_file_after_a_good_one_leaves_nothing_to_import(
    qtbot, theme, database, window, tmp_path
):
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, ROSTERS / "semicolons.csv")
    sheet = tmp_path / "roster.xlsx"
    sheet.write_bytes(b"%PDF-1.7 not a sheet")
    show(qtbot, dialog, sheet)
    qtbot.waitUntil(lambda: bool(dialog.problem_label.text()))
    assert not dialog.import_button.isEnabled()
    assert words(dialog, "state") == []


def test_a_badge_of_somebody_else_is_seen_before_it_comes_in(
    qtbot, theme, database, window, evening, tmp_path
):
    sheet = tmp_path / "roster.csv"
    sheet.write_text("Name,Badge\nAino,A1\n", encoding="utf-8")
    import_and_register(database, previewed(database, sheet), evening)
    sheet.write_text("Name,Badge\nEino,A1\n", encoding="utf-8")
    dialog = opened(qtbot, theme, database, window, evening)
    show(qtbot, dialog, sheet)
    assert "belongs to somebody else in this session" in words(dialog, "sentence")[0]
    assert words(dialog, "state") == ["New"]


def test_the_tick_names_the_session_and_the_button_how_many_are_new_to_its_list(
    qtbot, theme, database, window, evening
):
    path = ROSTERS / "semicolons.csv"
    import_people(database, previewed(database, path))
    expect(database, evening, [everybody(database)[0].id])
    dialog = opened(qtbot, theme, database, window, evening)
    show(qtbot, dialog, path)
    assert dialog.register_check.text().startswith("Put everybody on the list of “")
    assert dialog.import_button.text() == "Put 2 on the list"
    dialog.register_check.setChecked(False)
    assert dialog.import_button.text() == "Nothing to import"


def test_a_problem_is_read_in_full(qtbot, theme, database, window, tmp_path):
    sheet = tmp_path / "people.csv"
    sheet.write_text("Name,Email\nAino Laine,a@x.example\n,b@x.example\n", encoding="utf-8")
    dialog = opened(qtbot, theme, database, window)
    show(qtbot, dialog, sheet)
    assert dialog.sentence_label.text() == "b@x.example stands here without a name: fill it in."
    assert dialog.sentence_label.isVisible()


def test_at_large_text_the_rows_are_in_sight_at_once(qtbot, theme, qapp, database, window):
    theme.apply(qapp, ThemeMode.LIGHT, 2.0)
    dialog = opened(qtbot, theme, database, window)
    dialog.resize(1440, 860)
    show(qtbot, dialog, ROSTERS / "semicolons.csv")
    table = dialog.rows_table

    def in_sight() -> bool:
        seen = table.visibleRegion().boundingRect()
        rows = (table.visualRect(table.model().index(row, 1)) for row in range(3))
        return all(seen.contains(row.translated(table.viewport().pos())) for row in rows)

    qtbot.waitUntil(in_sight)
    theme.apply(qapp, ThemeMode.LIGHT, 1.0)


def test_nothing_is_imported_of_what_is_read_again(qtbot, theme, database, window, evening):
    dialog = opened(qtbot, theme, database, window, evening)
    show(qtbot, dialog, ROSTERS / "semicolons.csv")
    combo = dialog._options.columns.combos[0]
    combo.activated.emit(combo.currentIndex())
    dialog.register_check.setChecked(False)
    assert not dialog.import_button.isEnabled()
    settle(qtbot, dialog)
    assert dialog.import_button.isEnabled()


def test_who_is_cancelled_leaves_the_list_of_the_session_unless_the_tick_is_taken_away(
    qtbot, theme, database, window, evening, tmp_path
):
    sheet = tmp_path / "roster.csv"
    sheet.write_text("Name,E-mail,Status\nEino,e@x.example,Confirmed\n", encoding="utf-8")
    import_and_register(database, previewed(database, sheet), evening)
    sheet.write_text("Name,E-mail,Status\nEino,e@x.example,Cancelled\n", encoding="utf-8")
    dialog = opened(qtbot, theme, database, window, evening)
    show(qtbot, dialog, sheet)
    assert dialog.import_button.text() == "Take 1 off the list"
    assert dialog.off_check.isVisible()
    dialog.off_check.click()
    settle(qtbot, dialog)
    assert not dialog.import_button.isEnabled()
    dialog.off_check.click()
    dialog.register_check.setChecked(False)
    settle(qtbot, dialog)
    assert not dialog.off_check.isVisible(), "no list is written to"
    dialog.register_check.setChecked(True)
    settle(qtbot, dialog)
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: not window.jobs.busy)
    assert questions.presence(database, evening).registered == 0
