"""What people call what is done at check-in."""

from kdc_desktop.i18n import lazy, plazy
from kdc_desktop.screens.kit.called import Called, Calls

CALLS = Calls(
    "check_in",
    plazy("stage", "Check-in"),
    (
        Called(
            "find_somebody",
            lazy("Find somebody"),
            lazy("who is here, attendance, presence, guest list, attendees, door list"),
            at_once=True,
        ),
        Called(
            "add_as_new_even_if_found",
            lazy("Add as new, even if found"),
            lazy("walk-in, register somebody new, same name, namesake, unexpected guest"),
        ),
        Called(
            "check_in_the_selected",
            lazy("Check in the selected"),
            lazy("mark present, tick off, arrived, check in all"),
        ),
        Called(
            "mark_as_left",
            lazy("Mark as left"),
            lazy("left, gone, went home, leave early, check out, checkout, absent"),
        ),
        Called("came_back", lazy("Came back"), lazy("returned, back again")),
        Called(
            "take_back_check_in",
            lazy("Take back the check-in"),
            lazy("undo check-in, wrong person, not here, uncheck"),
        ),
        Called(
            "take_off_the_list",
            lazy("Take off the list"),
            lazy("no-show, remove from the list, not coming, cancelled"),
        ),
        Called(
            "give_badge_codes",
            lazy("Give badge codes"),
            lazy("badge, badges, name tags, codes, barcode, qr code, badge number, labels"),
        ),
        Called(
            "import_a_list_for_this_session",
            lazy("Import a list for this session"),
            lazy("registrations, invited, sign-up list, guest list from a file, import guests"),
            at_once=True,
        ),
    ),
)
