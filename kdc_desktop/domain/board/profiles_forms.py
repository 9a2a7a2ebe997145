"""What forms and live questions look like: what is asked is a column, what is answered a row."""

from kdc_desktop.domain.board.idea_fields import IdeaField, SetAside
from kdc_desktop.domain.kit.profiles import Profile

_STAMPS = (
    *("Timestamp", "Aikaleima", "Tidstämpel", "Tidsstempel", "Zeitstempel", "Tijdstempel"),
    *("Horodateur", "Marca temporal", "Ajatempel"),
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
    ("Starttidspunkt", "Færdiggørelsestidspunkt"),
    ("Startzeit", "Fertigstellungszeit"),
    ("Begintijd", "Tijd van voltooien"),
    ("Heure de début", "Heure de fin"),
    ("Hora de inicio", "Hora de finalización"),
    ("Algusaeg", "Lõpuaeg"),
    ("Algusaeg", "Lõpetamise aeg"),
)

FORMS: tuple[Profile[IdeaField, SetAside], ...] = (
    Profile(
        tool="Google Forms",
        source="the sheet of responses, whose first column is named in the language of the account:"
        " scripts in public repositories that read it in English, Swedish, Norwegian, Danish,"
        " German, Dutch, French and Spanish; Finnish and Estonian are not verified",
        known_by=tuple((stamp,) for stamp in _STAMPS),
        columns={IdeaField.EMAIL: _GOOGLE_ADDRESSES},
        aside=(*_STAMPS, "Score", "Pisteet", "Poäng", "Punktzahl"),
    ),
    Profile(
        tool="Microsoft Forms",
        source="the sheet of responses, in the language of whoever downloads it: scripts in public"
        " repositories that read it in English, Swedish, Norwegian, Danish, German, Dutch, French"
        " and Spanish; Finnish and Estonian are not verified",
        known_by=_MICROSOFT,
        columns={
            IdeaField.EMAIL: (
                *("Email", "Sähköposti", "E-post", "E-postadresse", "E-mail", "Mail", "E-Mail"),
                *("Adresse de messagerie", "Correo electrónico", "E-posti aadress", "Meil"),
                "Courriel",
            ),
            IdeaField.AUTHOR: ("Name", "Nimi", "Namn", "Navn", "Naam", "Nom", "Nombre"),
        },
        aside=(
            *("ID", "Id", "Tunnus", *(header for pair in _MICROSOFT for header in pair)),
            *("Last modified time", "Viimeksi muokattu", "Ändrades senast klockan"),
            *("Tidspunkt for siste endring", "Tijd van laatste wijziging"),
            *("Heure de la dernière modification", "Hora de la última modificación"),
            *("Language", "Kieli", "Språk", "Sprog", "Sprache", "Taal", "Langue", "Idioma"),
            *("Total points", "Quiz feedback", "Grade posted time", "Points*", "Feedback*"),
            *("Total de puntos", "Comentarios del cuestionario", "Puntos*"),
        ),
        blank=("anonymous", "anonyymi", "anonym", "anoniem", "anonyme", "anónimo", "anonüümne"),
    ),
    Profile(
        tool="LimeSurvey",
        source="responses with full question texts or codes: application/helpers/admin/export of"
        " LimeSurvey, and scripts in public repositories that read them in English, German and"
        " French",
        known_by=(
            ("Response ID", "Date submitted", "Last page"),
            ("id. Response ID", "submitdate. Date submitted", "lastpage. Last page"),
            ("id", "submitdate", "lastpage"),
            ("Antwort ID", "Datum Abgeschickt", "Letzte Seite"),
            ("ID de la réponse", "Date de soumission", "Dernière page"),
        ),
        columns={},
        aside=(
            *("Response ID", "Date submitted", "Last page", "Start language", "Seed"),
            *("Date started", "Date last action", "IP address", "Referrer URL", "id*"),
            *("submitdate*", "lastpage*", "startlanguage*", "seed*", "startdate*", "datestamp*"),
            *("id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp"),
            *("ipaddr", "refurl", "interviewtime", "Total time", "Group time*", "Question time*"),
            *("Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache"),
            *("Zufallsstartwert", "Zufallsgeneratorstartwert", "Datum gestartet", "IP-Adresse"),
            *("Datum letzte Aktivität", "Weiterleitungs-URL", "ID de la réponse"),
            *("Date de soumission", "Dernière page", "Langue de départ", "Tête de série"),
            *("Date de lancement", "Date de la dernière action"),
        ),
    ),
    Profile(
        tool="Mentimeter",
        source="the sheet of voters, a column for each question (“…: Answer”): a program in public"
        " repositories that reads it; participants instead of voters are not verified",
        known_by=(
            ("Session", "Participant", "Date"),
            ("Session", "Voter", "Date"),
            ("Session", "Participant ID"),
            ("Participant", "Session"),
            ("Voter", "Session"),
        ),
        columns={},
        aside=("Session", "Participant", "Voter", "Date", "Date (UTC)", "Participant ID", "Time"),
    ),
)
"""What was asked is told from the questions and their answers."""
