"""What the import of people says: before a list is chosen, of a list, on its button, and after."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kdc_desktop.i18n import _, ngettext, sentences
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.people.into_session import IntoSession
from kdc_desktop.services.people.import_counts import ImportCounts
from kdc_desktop.services.people.importing import ImportPreview
from kdc_desktop.storage import Database


def tell_imported(
    say: Callable[[str], object],
    database: Database,
    onto: IntoSession | None,
    over: QWidget | None,
    counts: ImportCounts,
) -> None:
    """What was done, if there is still a window to say it in."""
    if over is None or isValid(over):  # it may have been closed meanwhile
        imported = _("Imported: {counts}", counts=counts.sentence)
        say(imported if onto is None else sentences([f"{imported}.", onto.now_on_it(database)]))


def ask_for_sheet(empty: EmptyState, then: Callable[[], object]) -> None:
    """Where no list is chosen yet."""
    empty.show_state(
        "file-spreadsheet",
        _("Choose a sheet, or drop it here"),
        _(
            "One person per row: .xlsx, .ods, .csv, or contacts in .vcf. You see what every row"
            " would do before anything changes."
        ),
        _("Choose a file…"),
        then,
    )


def notes(preview: ImportPreview) -> str:
    """What there is to say of the list, each in a line of its own."""
    tool, asked = preview.plan.tool, preview.counts.asked
    told = [_("This is an export of {tool}.", tool=tool)] if tool else []
    if asked:
        told.append(
            ngettext(
                "{count} row is asked about: it stays out until you answer.",
                "{count} rows are asked about: they stay out until you answer.",
                asked,
            )
        )
    return "\n".join([*told, *preview.notes])


def button_text(counts: ImportCounts, registers: bool, to_put: int) -> str:
    """What the button does, in numbers; `to_put` are new to the list of the session."""
    new, changed = counts.new, counts.changed
    if new and changed:
        return _("Import {new} new, {changed} changed", new=new, changed=changed)
    if new:
        return ngettext("Import {count} new", "Import {count} new", new)
    if changed:
        return ngettext("Import {count} changed", "Import {count} changed", changed)
    if registers and to_put:
        return ngettext("Put {count} on the list", "Put {count} on the list", to_put)
    if registers and counts.taken_off:
        off = counts.taken_off
        return ngettext("Take {count} off the list", "Take {count} off the list", off)
    if registers:
        return _("Nobody is new to the list")
    return _("Nothing to import")
