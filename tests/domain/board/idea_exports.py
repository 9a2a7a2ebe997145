"""An example of each export of ideas that is known: headers, rows, and what should come of them."""

from typing import NamedTuple

from kdc_desktop.domain.board.idea_fields import IdeaField

A = "Shared cargo bikes for every courtyard"
B = "A repair café in the old station"


class Export(NamedTuple):
    """An export: `held` says which header holds what."""

    tool: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    held: dict[str, IdeaField]


def _of(tool: str, table: str, **held: str) -> Export:
    """Lines with bars between the cells; a field is named by its header."""
    headers, *rows = (tuple(line.strip().split("|")) for line in table.strip().splitlines())
    fields = {header: IdeaField[name.rstrip("0123456789")] for name, header in held.items()}
    return Export(tool, headers, tuple(rows), fields)


EXPORTS = (
    _of(
        "KDC Desktop",
        f"""Session id|Session|Id|Idea|Cluster id|Cluster|Author id|Author|Merged into id|Written
        1|Autumn|4|{A}|2|Mobility|7|Aino Laine||2026-11-03 18:05""",
        ID="Id",
        IDEA="Idea",
        CLUSTER="Cluster",
        AUTHOR="Author",
        WRITTEN="Written",
    ),
    _of(
        "Trello",
        f"""Card ID|Card Name|Card URL|Card Description|Labels|Vote Count|List Name|Archived
        c0|{A}|https://trello.example/c/0|Why not|Mobility (green)|3|To do|false""",
        IDEA="Card Name",
        LINK="Card URL",
        DETAILS="Card Description",
        TAGS="Labels",
        VOTES="Vote Count",
        CLUSTER="List Name",
        STATUS="Archived",
    ),
    _of(
        "Trello",
        f"""name|desc|closed|list|labels|shortUrl
        {A}|Why not|false|To do|Mobility|https://trello.example/c/0""",
        IDEA="name",
        DETAILS="desc",
        STATUS="closed",
        CLUSTER="list",
        TAGS="labels",
        LINK="shortUrl",
    ),
    _of(
        "Mural",
        f"""ID|Text|BG Color|Sticky type|Position X|Position Y|Area|Link to|Last Updated By|Tags
        0-1|{A}|#FCF281|3x3|10|20|Mobility|https://a.example|Facilitator|quick""",
        IDEA="Text",
        CLUSTER="Area",
        LINK="Link to",
        TAGS="Tags",
    ),
    _of(
        "Miro",
        f"""Item ID|Type|Content|Frame|Tags|Created by
        34|sticky_note|{A}|Mobility|quick|Aino Laine""",
        STATUS="Type",
        IDEA="Content",
        CLUSTER="Frame",
        TAGS="Tags",
        AUTHOR="Created by",
    ),
    _of(
        "Stormboard",
        f"""Idea ID|Idea|Section|Legend|Created By|Votes
        9|{A}|Mobility|Quick win|Aino Laine|4""",
        IDEA="Idea",
        CLUSTER="Section",
        TAGS="Legend",
        AUTHOR="Created By",
        VOTES="Votes",
    ),
    _of(
        "Padlet",
        f"""Created At|Author|Subject|Body|Section|Attachment
        2026-11-03|Aino Laine|{A}|Because|Mobility|https://padlet.example/a.png""",
        AUTHOR="Author",
        IDEA="Subject",
        DETAILS="Body",
        CLUSTER="Section",
        LINK="Attachment",
    ),
    _of(
        "Slido",
        f"""Question|Author|Upvotes|Downvotes|Date|Status|Labels
        {A}|Anonymous|12|1|2026-11-03|archived|quick""",
        IDEA="Question",
        AUTHOR="Author",
        VOTES="Upvotes",
        VOTES2="Downvotes",
        STATUS="Status",
        TAGS="Labels",
    ),
    _of(
        "Slido",
        f"""event_question_id|type|text|score|is_public|is_answered|date_created|date_deleted
        12|Question|{A}|3|yes|no|2026-11-03T10:00:00Z|""",
        IDEA="text",
        VOTES="score",
        STATUS="is_public",
        STATUS2="date_deleted",
    ),
    _of(
        "Decidim",
        f"""id|category/name/en|title/en|title/fi|body/en|body/fi|state|supports|url|author/name
        200|Mobility|{A}||<p>Why not</p>||withdrawn|12|https://d.example/200|Aino Laine""",
        CLUSTER="category/name/en",
        IDEA="title/en",
        IDEA2="title/fi",
        DETAILS="body/en",
        DETAILS2="body/fi",
        STATUS="state",
        VOTES="supports",
        LINK="url",
        AUTHOR="author/name",
    ),
    _of(
        "Pol.is",
        f"""timestamp|comment-id|author-id|agrees|disagrees|moderated|comment-body
        1726860676783|2|0|57|0|1|{A}""",
        VOTES="agrees",
        VOTES2="disagrees",
        IDEA="comment-body",
    ),
    _of(
        "Google Forms",
        f"""Timestamp|Email Address|Your name|Your idea 1|Your idea 2|Any allergies or diets?
        11/3/2025 9:15:10|aino@mail.example|Aino Laine|{A}|{B}|None that I would know of""",
        EMAIL="Email Address",
        AUTHOR="Your name",
        IDEA="Your idea 1",
        IDEA2="Your idea 2",
    ),
    _of(
        "Microsoft Forms",
        f"""Tunnus|Alkamisaika|Valmistumisaika|Sähköposti|Nimi|Mikä on ideasi?|Suostutko kuviin?
        1|2026-11-03 9:15|2026-11-03 9:20|anonymous|anonymous|{A}|Kyllä, suostun kuvaamiseen""",
        EMAIL="Sähköposti",
        AUTHOR="Nimi",
        IDEA="Mikä on ideasi?",
    ),
    _of(
        "Microsoft Forms",
        f"""ID|Starttidspunkt|Færdiggørelsestidspunkt|Mail|Navn|Hvad er din idé?|Anden idé (valgfri)
        1|2026-11-03 9:15|2026-11-03 9:20|anonymous|Aino Laine|{A}|{B}""",
        EMAIL="Mail",
        AUTHOR="Navn",
        IDEA="Hvad er din idé?",
        IDEA2="Anden idé (valgfri)",
    ),
    _of(
        "LimeSurvey",
        f"""Antwort ID|Datum Abgeschickt|Letzte Seite|Start-Sprache|Wie heißen Sie?|Ihre erste Idee
        1|2026-11-03 9:15|2|de|Aino Laine|{A}""",
        AUTHOR="Wie heißen Sie?",
        IDEA="Ihre erste Idee",
    ),
    _of(
        "Mentimeter",
        f"""Date (UTC)|Session|Voter|What is your idea?: Answer|Which sector are you from?: Answer
        2026-11-03 18:05|1|a1|{A}|Residents
        2026-11-03 18:06|1|b2|{B}|Companies""",
        IDEA="What is your idea?: Answer",
        SECTOR="Which sector are you from?: Answer",
    ),
    _of(
        "Mentimeter",
        f"""Session|Participant|Date|What is your idea for 2030?|Which sector are you from?
        1|1|2026-11-03|{A}|Residents
        1|2|2026-11-03|{B}|Companies""",
        IDEA="What is your idea for 2030?",
        SECTOR="Which sector are you from?",
    ),
)
"""One for each entry of the profiles, and for each shape of it."""
