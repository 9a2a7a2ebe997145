"""What forms and live questions look like: what is asked is a column, what is answered a row."""

from kdc_desktop.domain.board.idea_fields import IdeaField, SetAside
from kdc_desktop.domain.kit.profiles import Profile

_STAMPS = (
    *("Timestamp", "Aikaleima", "Tidsstämpel", "Tidsstempel", "Tidspunkt", "Zeitstempel"),
    *("Tijdstempel", "Horodateur", "Marca temporal", "Ajatempel"),
)
_GOOGLE_ADDRESSES = (
    *("Email Address", "Email address", "Username", "Sähköpostiosoite", "Käyttäjänimi"),
    *("E-postadress", "Användarnamn", "E-postadresse", "Brukernavn", "Mailadresse", "Brugernavn"),
    *("E-Mail-Adresse", "Nutzername", "E-mailadres", "Gebruikersnaam", "Adresse e-mail"),
    *("Nom d'utilisateur", "Dirección de correo electrónico", "Nombre de usuario"),
    *("E-posti aadress", "Kasutajanimi"),
)
_MICROSOFT = (
    ("Start time", "Completion time"),
    ("Alkamisaika", "Valmistumisaika"),
    ("Aloitusaika", "Valmistumisaika"),
    ("Starttid", "Slutförandetid"),
    ("Starttidspunkt", "Fullføringstidspunkt"),
    ("Starttidspunkt", "Fuldførelsestidspunkt"),
    ("Starttidspunkt", "Færdiggørelsestidspunkt"),
    ("Startzeit", "Fertigstellungszeit"),
    ("Begintijd", "Tijd van voltooien"),
    ("Begintijd", "Voltooiingstijd"),
    ("Heure de début", "Heure de fin"),
    ("Hora de inicio", "Hora de finalización"),
    ("Algusaeg", "Lõpuaeg"),
    ("Algusaeg", "Lõpetamise aeg"),
)

FORMS: tuple[Profile[IdeaField, SetAside], ...] = (
    Profile(
        tool="Google Forms",
        source="the sheet of responses, whose first column is named in the language of the account",
        known_by=tuple((stamp,) for stamp in _STAMPS),
        columns={IdeaField.EMAIL: _GOOGLE_ADDRESSES},
        aside=(*_STAMPS, "Score", "Pisteet", "Poäng", "Punktzahl"),
    ),
    Profile(
        tool="Microsoft Forms",
        source="the sheet of responses, in the language of whoever downloads it",
        known_by=_MICROSOFT,
        columns={
            IdeaField.EMAIL: (
                *(
                    "Email",
                    "Sähköposti",
                    "E-post",
                    "E-mail",
                    "Mail",
                    "E-Mail",
                    "Adresse de messagerie",
                ),
                *("Correo electrónico", "E-posti aadress", "Meil", "Courriel"),
            ),
            IdeaField.AUTHOR: ("Name", "Nimi", "Namn", "Navn", "Naam", "Nom", "Nombre"),
        },
        aside=(
            *("ID", "Id", "Tunnus", *(header for pair in _MICROSOFT for header in pair)),
            *("Last modified time", "Viimeksi muokattu", "Language", "Kieli", "Total points"),
        ),
        blank=("anonymous", "anonyymi", "anonym", "anoniem", "anonyme", "anónimo", "anonüümne"),
    ),
    Profile(
        tool="Mentimeter",
        source="the sheet of voters: a column for each question",
        known_by=(
            ("Session", "Participant", "Date"),
            ("Session", "Voter", "Date"),
            ("Session", "Participant ID"),
            ("Participant", "Session"),
            ("Voter", "Session"),
        ),
        columns={},
        aside=("Session", "Participant", "Voter", "Date", "Participant ID", "Time"),
    ),
)
"""What was asked is told from the questions and their answers."""
