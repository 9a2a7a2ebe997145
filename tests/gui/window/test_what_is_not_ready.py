"""The room does not see what is not ready: a question without choices, a title half typed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kdc_desktop.app import Club
from kdc_desktop.audience.board.board_slide import BoardSlide
from kdc_desktop.i18n import lazy
from kdc_desktop.model.sessions import Stage
from tests.gui.window.sample_window import look_at, run, settle


def test_before_a_poll_is_open_the_room_sees_what_it_will_be_about(evening: Club) -> None:
    board = settle(evening)
    assert isinstance(board, BoardSlide)
    run(evening, "poll")
    stage = evening.window.walk.current
    assert stage is not None
    with evening.database.edit(lazy("Began")) as edit:
        edit.get_one(Stage, stage.id).started_at = evening.database.now()
    slide = settle(evening)
    assert isinstance(slide, BoardSlide)
    assert slide.clusters == board.clusters
    assert slide.prompt == stage.prompt != board.prompt
    look_at(evening, "poll").new_poll()
    assert settle(evening) == slide


def test_a_new_cluster_is_shown_once_it_has_its_name(evening: Club) -> None:
    screen = look_at(evening, "cluster")
    before = settle(evening)
    assert isinstance(before, BoardSlide)
    screen.view.select(list(screen.view.contents.notes)[:3])
    screen.findChild(object, "act_new_cluster").trigger()
    editor = screen.in_place.name_editor
    assert editor.isVisible()
    seen = settle(evening)
    assert isinstance(seen, BoardSlide)
    names = {cluster.name for cluster in seen.clusters if cluster.name}
    assert names == {cluster.name for cluster in before.clusters if cluster.name}
    assert seen.ideas == before.ideas
    editor.setText("Share parking at night")
    assert settle(evening) == seen
    QTest.keyClick(editor, Qt.Key.Key_Return)
    after = settle(evening)
    assert isinstance(after, BoardSlide)
    named = {cluster.name: len(cluster.notes) for cluster in after.clusters}
    assert named["Share parking at night"] == 3
