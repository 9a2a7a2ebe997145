"""What exports of ideas look like: one entry for each tool, in the headers as it writes them.

To add one: an entry here, and an example in `tests/domain/board/idea_exports.py`.
"""

from collections.abc import Mapping

from kdc_desktop.domain.board.idea_fields import IdeaField, SetAside
from kdc_desktop.domain.board.profiles_forms import FORMS
from kdc_desktop.domain.kit.profiles import Profile

IdeaProfile = Profile[IdeaField, SetAside]

_ARCHIVED, _NO_IDEA = SetAside.ARCHIVED, SetAside.NO_IDEA
_YES: Mapping[str, SetAside] = {"true": _ARCHIVED, "yes": _ARCHIVED, "1": _ARCHIVED}
_SHAPES: Mapping[str, SetAside] = dict.fromkeys(
    ("frame", "connector", "line", "arrow", "image", "picture", "shape connector", "icon"), _NO_IDEA
)
_LANGUAGES = (
    *("en", "fi", "sv", "no", "nb", "nn", "da", "de", "nl", "fr", "es", "et", "ca", "it", "pt"),
    *("pt-BR", "pl", "cs", "sk", "sl", "hu", "ro", "el", "eu", "gl", "lv", "lt", "ga", "is", "mt"),
    *("bg", "hr", "sr", "uk", "ru", "tr", "ar", "he", "ja", "ko", "zh-CN", "zh-TW", "lb", "val"),
    *("es-MX", "es-PY", "fr-CA", "fr-LU", "de-CH", "fi-plain", "sq", "mk", "bs"),
)


def _translated(stem: str) -> tuple[str, ...]:
    """The header in each language, and where a machine has translated it."""
    told = tuple(f"{stem}/{code}" for code in _LANGUAGES)
    return (*told, *(f"{stem}/machine_translations/{code}" for code in _LANGUAGES))


OURS = IdeaProfile(
    tool="KDC Desktop",
    source="the sheet of ideas of our own workbook",
    known_by=(
        ("Idea", "Cluster id", "Author id"),
        ("Idea", "Merged into id"),
        ("Idea", "Votes in the deciding poll"),
        ("Idea", "Session id", "Session"),
    ),
    columns={
        IdeaField.ID: ("Id", "Idea id"),
        IdeaField.IDEA: ("Idea",),
        IdeaField.DETAILS: ("Details",),
        IdeaField.CLUSTER: ("Cluster",),
        IdeaField.AUTHOR: ("Author",),
        IdeaField.SECTOR: ("Sector",),
        IdeaField.TAGS: ("Tags",),
        IdeaField.MINUTES: ("Minutes", "Minutes a day", "Minutes given back a day"),
        IdeaField.LINK: ("Link",),
        IdeaField.WRITTEN: ("Written",),
        IdeaField.STATUS: ("Trashed",),
    },
    aside=("Session id", "Session", "Cluster id", "Author id", "Merged into id", "Colour"),
)
"""Its ids and times are those of the club that it comes from."""

_BOARDS: tuple[IdeaProfile, ...] = (
    IdeaProfile(
        tool="Trello",
        source="an export of a board as CSV",
        known_by=(("Card ID", "Card Name", "List Name"), ("Card Name", "List Name", "Archived")),
        columns={
            IdeaField.IDEA: ("Card Name",),
            IdeaField.DETAILS: ("Card Description",),
            IdeaField.CLUSTER: ("List Name",),
            IdeaField.TAGS: ("Labels",),
            IdeaField.VOTES: ("Vote Count",),
            IdeaField.LINK: ("Card URL",),
            IdeaField.STATUS: ("Archived", "Card Archived", "List Archived"),
        },
        aside=("Card ID", "List ID", "Board ID", "Board Name"),
    ),
    IdeaProfile(
        tool="Trello",
        source="a board as JSON: the fields of a card",
        known_by=(
            ("name", "desc", "closed"),
            ("name", "idList", "closed"),
            ("name", "list", "closed"),
        ),
        columns={
            IdeaField.IDEA: ("name",),
            IdeaField.DETAILS: ("desc",),
            IdeaField.CLUSTER: ("list", "list name", "idList"),
            IdeaField.TAGS: ("labels",),
            IdeaField.VOTES: ("votes", "badges votes", "idMembersVoted"),
            IdeaField.LINK: ("shortUrl", "url"),
            IdeaField.STATUS: ("closed", "list closed"),
        },
        aside=("id", "pos", "idBoard"),
    ),
    IdeaProfile(
        tool="Mural",
        source="the CSV of a mural's sticky notes, as people who read it describe it",
        known_by=(("Text", "BG Color", "Area"), ("Text", "BG Color", "Position X")),
        columns={
            IdeaField.IDEA: ("Text",),
            IdeaField.CLUSTER: ("Area",),
            IdeaField.TAGS: ("Tags",),
            IdeaField.LINK: ("Link to",),
            IdeaField.AUTHOR: ("Created By",),
            IdeaField.VOTES: ("Votes",),
        },
        aside=(
            *("ID", "BG Color", "Sticky type", "Border line", "Position X", "Position Y"),
            *("Last Updated By", "Last Updated", "Last Content Edited By", "Last Content Edited"),
        ),
    ),
    IdeaProfile(
        tool="Miro",
        source="not verified: Miro documents no headers of its CSV, and scripts in public"
        " repositories that read it take the first filled cell of each row, as of a sheet without"
        " headers; these are tables that people make of a board, by the fields of its items",
        known_by=(
            ("Content", "Type", "Frame"),
            ("Content", "Item type", "Parent"),
            ("Sticky note", "Frame"),
            ("Sticky notes", "Frame"),
            ("Text", "Frame", "Tags"),
            ("Text", "Frame", "Type"),
            ("Text", "Frame", "Color"),
            ("Text", "Frame", "Author"),
            ("Text", "Frame", "Created by"),
            ("Content", "Frame", "Tags"),
        ),
        columns={
            IdeaField.IDEA: ("Content", "Sticky note", "Sticky notes", "Text"),
            IdeaField.DETAILS: ("Description",),
            IdeaField.CLUSTER: ("Frame", "Frame title", "Frame name", "Parent frame", "Parent"),
            IdeaField.TAGS: ("Tags", "Tag"),
            IdeaField.AUTHOR: ("Created by", "Author", "Creator"),
            IdeaField.VOTES: ("Votes", "Voting results"),
            IdeaField.LINK: ("Link", "URL"),
            IdeaField.STATUS: ("Type", "Item type"),
        },
        says={"Type": _SHAPES, "Item type": _SHAPES},
        aside=("ID", "Item ID", "X", "Y", "Color", "Colour", "Shape", "Width", "Height"),
    ),
    IdeaProfile(
        tool="Stormboard",
        source="not verified: help.stormboard.com names the report and no headers of it, and no"
        " sheet was found in public; these are the fields that an idea has in the tool",
        known_by=(
            ("Idea", "Section", "Legend"),
            ("Idea", "Votes", "Legend"),
            ("Idea", "Section", "Created By"),
            ("Idea", "Section", "Creator"),
            ("Idea", "Section", "Votes"),
            ("Idea ID", "Section", "Votes"),
            ("Content", "Section", "Votes"),
            ("Text", "Section", "Votes"),
        ),
        columns={
            IdeaField.IDEA: ("Idea", "Content", "Text", "Idea Text", "Title"),
            IdeaField.DETAILS: ("Description",),
            IdeaField.CLUSTER: ("Section", "Section Name"),
            IdeaField.TAGS: ("Legend", "Tags", "Legend Label"),
            IdeaField.AUTHOR: ("Created By", "Creator", "Author"),
            IdeaField.VOTES: ("Votes", "Total Votes", "Rating"),
            IdeaField.LINK: ("Link", "URL"),
            IdeaField.STATUS: ("Status", "Type"),
        },
        says={"Type": _SHAPES, "Status": {"archived": _ARCHIVED, "trashed": _ARCHIVED}},
        aside=("Idea ID", "Storm ID", "Color", "Created On", "Last Modified By"),
    ),
    IdeaProfile(
        tool="Padlet",
        source="a padlet as a spreadsheet: Created At, Author, Subject, Body, Section, Attachment",
        known_by=(("Subject", "Body", "Author"), ("Subject", "Body", "Section")),
        columns={
            IdeaField.IDEA: ("Subject",),
            IdeaField.DETAILS: ("Body",),
            IdeaField.CLUSTER: ("Section",),
            IdeaField.AUTHOR: ("Author",),
            IdeaField.LINK: ("Attachment", "Link"),
            IdeaField.VOTES: ("Votes", "Likes", "Reactions", "Score"),
        },
        aside=("Created At", "Updated At", "Wall", "Post ID"),
    ),
)

_ASKED: tuple[IdeaProfile, ...] = (
    IdeaProfile(
        tool="Slido",
        source="questions as JSON: programs in public repositories that read it (type, text, score,"
        " is_public, date_deleted)",
        known_by=(("event_question_id", "text", "score"), ("type", "text", "score", "is_answered")),
        columns={
            IdeaField.IDEA: ("text",),
            IdeaField.AUTHOR: ("author name", "author_name"),
            IdeaField.VOTES: ("score",),
            IdeaField.STATUS: ("is_public", "date_deleted"),
        },
        says={"is_public": {"false": _ARCHIVED, "no": _ARCHIVED, "0": _ARCHIVED}},
        blank=("Anonymous",),
        aside=("event_question_id", "type", "date*", "is*", "path", "attrs*", "author*"),
    ),
    IdeaProfile(
        tool="Slido",
        source="not verified: the sheet of an event is described at community.slido.com without its"
        " headers; these are the words that Slido uses for them",
        known_by=tuple(
            (what, who, how)
            for what in ("Question", "Question text", "Idea", "Text")
            for who in ("Author", "Name", "Author name", "Asked by")
            for how in ("Upvotes", "Score", "Likes", "Question score")
        ),
        columns={
            IdeaField.IDEA: ("Question", "Question text", "Idea", "Text"),
            IdeaField.AUTHOR: ("Author", "Name", "Author name", "Asked by"),
            IdeaField.EMAIL: ("Author email", "Email"),
            IdeaField.CLUSTER: ("Topic", "Room"),
            IdeaField.TAGS: ("Labels", "Label", "Tags"),
            IdeaField.VOTES: (
                "Upvotes",
                "Downvotes",
                "Score",
                "Likes",
                "Dislikes",
                "Question score",
            ),
            IdeaField.STATUS: (
                *("Status", "State", "Archived", "Is archived", "Deleted", "Hidden", "Rejected"),
                *("Dismissed", "Is hidden", "Is deleted"),
            ),
        },
        blank=("Anonymous", "anonymous"),
        aside=("Date", "Time", "Created at", "Question ID", "Event"),
    ),
    IdeaProfile(
        tool="Decidim",
        source="the serializer of proposals, its older and its newer names",
        known_by=(
            *((f"title/{code}", f"body/{code}") for code in _LANGUAGES),
            ("title", "body", "state", "reference"),
            ("title", "body", "participatory_space/id"),
        ),
        columns={
            IdeaField.IDEA: ("title", *_translated("title")),
            IdeaField.DETAILS: ("body", *_translated("body")),
            IdeaField.CLUSTER: (
                *("category", "category/name", *_translated("category/name")),
                *("taxonomies/name", *_translated("taxonomies/name")),
            ),
            IdeaField.AUTHOR: ("author/name", "authors_names", "author"),
            IdeaField.VOTES: ("supports", "votes", "endorsements/total_count", "likes/total_count"),
            IdeaField.LINK: ("url",),
            IdeaField.STATUS: ("state", "withdrawn"),
        },
        says={
            "state": {"withdrawn": _ARCHIVED, "rejected": _ARCHIVED},
            "withdrawn": _YES,
        },
        aside=("id", "reference", "participatory_space/*", "component/*", "answer/*"),
    ),
    IdeaProfile(
        tool="Pol.is",
        source="comments.csv of a report",
        known_by=(("comment-id", "comment-body"), ("comment-id", "comment_text", "moderated")),
        columns={
            IdeaField.IDEA: ("comment-body", "comment_text"),
            IdeaField.VOTES: ("agrees", "disagrees"),
        },
        aside=("timestamp", "datetime", "comment-id", "author-id", "moderated", "is-seed"),
    ),
)

IDEA_PROFILES: tuple[IdeaProfile, ...] = (OURS, *_BOARDS, *_ASKED, *FORMS)
"""All of them."""
