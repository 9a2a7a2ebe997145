"""The words of formats that are no sheets: the headers that they get, the keys of their lines."""

from kdc_desktop.interchange.cell_kinds import words_of

CARD_HEADERS = (
    *("FN", "Given name", "Family name", "Email", "Phone", "Organisation", "Department"),
    *("Title", "Categories", "Note", "Other emails", "Other phones"),
)
"""Of a table of vCards; the last two only where there are several addresses or numbers."""

READ_KEYS = words_of("N FN EMAIL TEL ORG TITLE ROLE NOTE CATEGORIES KIND")
TECHNICAL_KEYS = words_of(
    "BEGIN END VERSION PRODID UID REV PHOTO LOGO SOUND KEY SOURCE NAME CLASS MAILER AGENT LABEL "
    "SORT-STRING CLIENTPIDMAP XML CALURI FBURL CALADRURI TZ GEO"
)
"""Of lines of a vCard that say nothing of a person."""

TRELLO_HEADERS = (
    *("Card ID", "Card Name", "Card URL", "Card Description", "Labels", "Members", "Due Date"),
    *("Vote Count", "Comment Count", "Last Activity Date", "List ID", "List Name", "Board ID"),
    *("Board Name", "Archived"),
)
"""Of the CSV of a board, so that its JSON reads the same."""
