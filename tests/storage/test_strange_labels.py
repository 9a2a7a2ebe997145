"""Whatever stands in a label of the journal: there are words for it, and all else goes on."""

import json

import pytest
from hypothesis import HealthCheck, given, settings

from kdc_desktop import i18n
from kdc_desktop.i18n import Text, lazy
from kdc_desktop.storage import open_database
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.forgetting import forget_person
from kdc_desktop.storage.labels import label_of
from tests.examples import examples
from tests.storage.places import EVENING, add_person, names, step_in
from tests.storage.strange_labels import ARGUMENTS, JSON, MESSAGES, STRANGE, put

TOLD = "What entry {entry} of the journal did cannot be worded; it is shown as it stands."


@pytest.fixture(scope="module", autouse=True)
def english():
    yield
    i18n.use(i18n.ENGLISH)


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """A file whose newest entry gets one strange label after the other."""
    opened = open_database(tmp_path_factory.mktemp("strange") / "club.kdc", lambda: EVENING)
    add_person(opened, "Aino")
    add_person(opened, "Eero")
    yield opened
    opened.close()


def is_worded(text: Text) -> bool:
    """It has words that can be written anywhere, in every language."""
    for language in (i18n.ENGLISH, i18n.PSEUDO):
        i18n.use(language)
        str(text).encode()
        str(lazy("Undo: {what}", what=text)).encode()
    i18n.use(i18n.ENGLISH)
    return True


@given(MESSAGES.filter(lambda said: isinstance(said, str)), JSON)
def test_any_json_is_a_text_that_can_be_worded_changed_and_stored(message, arguments):
    text = label_of(message.encode(), arguments.encode())
    changed = text.with_values(str.upper)
    assert is_worded(text)
    assert is_worded(changed)
    assert Text.from_json(text.message, text.to_json()) == text
    json.dumps(changed.to_json()).encode()
    if text.values is None:
        assert str(text) == message


@settings(
    deadline=None,
    max_examples=examples(20),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(MESSAGES, ARGUMENTS)
def test_any_label_is_worded_undone_and_done_again(database, label, arguments):
    put(database.path, label, arguments)
    step, _ = database.next_steps()
    assert is_worded(step.label)
    assert step_in(database.undo()) == step
    assert names(database) == ["Aino"]
    assert step_in(database.redo()) == step
    assert names(database) == ["Aino", "Eero"]
    assert check_database(database.path) in ([], [TOLD.format(entry=step.entry_id)])


@pytest.mark.parametrize("strange", STRANGE)
def test_a_label_that_cannot_be_worded_is_shown_as_it_stands_and_named(path, strange):
    label, arguments = STRANGE[strange]
    database = open_database(path, lambda: EVENING)
    add_person(database, "Aino")
    put(path, label, arguments)
    step, _ = database.next_steps()
    if isinstance(label, str):
        assert str(step.label) == label
    assert is_worded(step.label)
    assert check_database(path) == [TOLD.format(entry=1)]
    assert step_in(database.undo()) == database.next_steps()[1]
    database.redo()
    with database.edit(lazy("Replaced somebody"), undoable=False) as edit:
        forget_person(edit, 1, "Person 1")
    assert names(database) == ["Person 1"]
    database.close()
    open_database(path).close()
