"""What people call what is done with what became of ideas."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.called import Called, Calls

CALLS = Calls(
    "chains",
    lazy("What became of the ideas"),
    (
        Called(
            "find_ideas",
            lazy("Find an idea"),
            lazy("search ideas of every evening, look for an idea, old ideas, trail"),
            at_once=True,
        ),
        Called(
            "show_all_ideas",
            lazy("Show all ideas"),
            lazy("ideas of all evenings, trail, fate of ideas, history of an idea"),
            at_once=True,
        ),
        Called(
            "ideas_of_its_author",
            lazy("Only ideas of its author"),
            lazy("who wrote it, ideas of a person, what one person wrote"),
        ),
        Called(
            "write_author_page",
            lazy("Write the page for its author…"),
            lazy("letter to an author, thank an author, what became of my idea"),
        ),
    ),
)
