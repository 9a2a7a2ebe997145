"""What form tools export: a few columns of their own, and the questions of a form."""

from kdc_desktop.domain.people.fields import PersonField, PersonProfile
from kdc_desktop.domain.people.standing import Standing

_MICROSOFT_FORMS = PersonProfile(
    tool="Microsoft Forms",
    source="responses opened in Excel: scripts in public repositories that read them in English,"
    " Swedish, Norwegian, Danish, German, Dutch, French and Spanish; Finnish and Estonian are not"
    " verified. Where nobody signs in, the address is “anonymous” and the name is empty",
    known_by=(
        ("ID", "Start time", "Completion time"),
        ("Start time", "Completion time", "Email", "Name"),
        ("Aloitusaika", "Valmistumisaika"),
        ("Aloitusaika", "Suoritusaika"),
        ("Aloitusaika", "Päättymisaika"),
        ("Starttid", "Slutförandetid"),
        ("Starttid", "Sluttid"),
        ("Starttidspunkt", "Fullføringstidspunkt"),
        ("Starttidspunkt", "Færdiggørelsestidspunkt"),
        ("Starttidspunkt", "Sluttidspunkt"),
        ("Startzeit", "Fertigstellungszeit"),
        ("Begintijd", "Tijd van voltooien"),
        ("Begintijd", "Voltooiingstijd"),
        ("Heure de début", "Heure de fin"),
        ("Hora de inicio", "Hora de finalización"),
        ("Algusaeg", "Lõpuleviimise aeg"),
        ("Algusaeg", "Lõpetamisaeg"),
    ),
    columns={
        PersonField.EMAIL: (
            *("Email", "Sähköposti", "E-post", "E-postadress", "E-postadresse", "E-mail", "E-Mail"),
            *("Mail", "E-mailadres", "Adresse de messagerie", "Correo electrónico", "Meil"),
            "Meiliaadress",
        ),
        PersonField.NAME: ("Name", "Nimi", "Namn", "Navn", "Naam", "Nom", "Nombre"),
    },
    aside=(
        *("ID", "Id", "Tunnus", "Start time", "Completion time", "Last modified time", "Language"),
        *("Total points", "Quiz feedback", "Grade posted time", "Points*", "Feedback*"),
        *("Aloitusaika", "Valmistumisaika", "Suoritusaika", "Päättymisaika", "Kieli"),
        *("Viimeksi muokattu", "Viimeisin muokkausaika", "Starttid", "Slutförandetid", "Sluttid"),
        *("Senast ändrad", "Tidpunkt för senaste ändring", "Språk", "Starttidspunkt"),
        *("Fullføringstidspunkt", "Færdiggørelsestidspunkt", "Sluttidspunkt", "Sprog", "Startzeit"),
        *("Ändrades senast klockan", "Tidspunkt for siste endring", "Total de puntos", "Puntos*"),
        *("Sist endret", "Sidst ændret", "Fertigstellungszeit", "Zeitpunkt der letzten Änderung"),
        *("Sprache", "Begintijd", "Tijd van voltooien", "Voltooiingstijd", "Taal"),
        *("Tijd van laatste wijziging", "Heure de début", "Heure de fin", "Langue"),
        *("Heure de la dernière modification", "Hora de inicio", "Hora de finalización", "Idioma"),
        *(
            "Hora de la última modificación",
            "Algusaeg",
            "Lõpuleviimise aeg",
            "Lõpetamisaeg",
            "Keel",
        ),
    ),
    blank=(
        *("anonymous", "anonyymi", "anonym", "anonymt", "anoniem", "anonyme", "anónimo"),
        *("anonüümne", "anonymer benutzer", "anoniempje"),
    ),
)
_GOOGLE_FORMS = PersonProfile(
    tool="Google Forms",
    source="responses in Google Sheets; the first column is the time of the answer in the language"
    " of the form's owner: scripts in public repositories that read it in English, Swedish,"
    " Norwegian, Danish, German, Dutch, French and Spanish; Finnish and Estonian are not verified",
    known_by=(
        *(("Timestamp",), ("Aikaleima",), ("Tidstämpel",), ("Tidsstempel",), ("Zeitstempel",)),
        *(("Tijdstempel",), ("Horodateur",), ("Marca temporal",), ("Ajatempel",)),
    ),
    columns={
        PersonField.EMAIL: (
            *("Email Address", "Email address", "Username", "Sähköpostiosoite", "Käyttäjänimi"),
            *("E-postadress", "Användarnamn", "E-postadresse", "E-mailadresse", "Brukernavn"),
            *("E-Mail-Adresse", "Nutzername", "E-mailadres", "Gebruikersnaam", "Adresse e-mail"),
            *("Nom d'utilisateur", "Dirección de correo electrónico", "Nombre de usuario"),
            *("E-posti aadress", "Meiliaadress"),
        ),
    },
    aside=(
        *("Timestamp", "Aikaleima", "Tidstämpel", "Tidsstempel", "Zeitstempel", "Tijdstempel"),
        *("Horodateur", "Marca temporal", "Ajatempel", "Score", "Tulos", "Poäng", "Resultat"),
        *("Punkte", "Punktzahl", "Puntuación", "Skoor"),
    ),
)
_WEBROPOL = PersonProfile(
    tool="Webropol",
    source="not verified: no headers of its raw data in Excel were found in public, in Finnish,"
    " Swedish or English; questions are numbered by whoever made the form, so the signs are what"
    " is thought to stand before them",
    known_by=(
        ("Vastaajan ID", "Vastausaika"),
        ("Vastausaika", "Vastauskieli"),
        ("VastaajaID", "Vastausaika"),
        ("Respondent ID", "Answer time"),
        ("Respondent ID", "Submitted", "Answer language"),
        ("RespondentID", "Submitted"),
        ("Respondent-ID", "Svarstid"),
    ),
    columns={
        PersonField.EMAIL: ("Vastaajan sähköposti", "Respondent email", "Respondentens e-post"),
    },
    aside=(
        *("Vastaajan ID", "VastaajaID", "Vastausaika", "Vastauskieli", "Vastausten lukumäärä"),
        *("Respondent ID", "RespondentID", "Respondent-ID", "Answer time", "Submitted"),
        *("Svarstid", "Answer language", "Svarsspråk", "Vastauksen tila", "Julkinen linkki"),
        *("Public link", "IP-osoite", "IP address", "IP-adress", "Lähetetty", "Aloitettu"),
        "Started",
    ),
)
_LIMESURVEY = PersonProfile(
    tool="LimeSurvey",
    source="responses with full question texts or codes: application/helpers/admin/export of"
    " LimeSurvey, and scripts in public repositories that read them in English, German and French;"
    " lists of survey participants as its manual names their columns",
    known_by=(
        ("Response ID", "Date submitted", "Last page", "Start language"),
        ("ID", "Date submitted", "Last page", "Start language"),
        ("id. Response ID", "submitdate. Date submitted", "lastpage. Last page"),
        ("id", "submitdate", "lastpage", "startlanguage"),
        ("Antwort ID", "Datum Abgeschickt", "Letzte Seite"),
        ("id. Antwort-ID", "submitdate. Datum Abgeschickt", "lastpage. Letzte Seite"),
        ("ID de la réponse", "Date de soumission", "Dernière page"),
        ("tid", "firstname", "lastname", "email", "emailstatus"),
        ("firstname", "lastname", "email", "token", "usesleft"),
    ),
    columns={
        PersonField.FIRST_NAME: ("firstname", "First name"),
        PersonField.LAST_NAME: ("lastname", "Last name"),
        PersonField.EMAIL: ("email", "Email address"),
    },
    aside=(
        *("Response ID", "ID", "Date submitted", "Last page", "Start language", "Seed"),
        *("Date started", "id*", "submitdate*", "lastpage*", "startlanguage*", "seed*"),
        *("startdate*", "datestamp*", "Date last action", "IP address", "Referrer URL"),
        *("Access code", "Total time", "Group time*", "Question time*", "id", "submitdate"),
        *("lastpage", "startlanguage", "seed", "startdate", "datestamp", "ipaddr", "refurl"),
        *("interviewtime", "tid", "emailstatus", "token", "language", "validfrom", "validuntil"),
        *("invited", "reminded", "remindercount", "completed", "usesleft", "sent", "remindersent"),
        *("blacklisted", "participant_id", "mpid", "Antwort ID", "Datum Abgeschickt"),
        *("Letzte Seite", "Start-Sprache", "Zufallsstartwert", "Zufallsgeneratorstartwert"),
        "Datum gestartet",
        *("Datum letzte Aktivität", "IP-Adresse", "Weiterleitungs-URL", "Zugangsschlüssel"),
        *("ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ"),
        *("Tête de série", "Date de lancement", "Date de la dernière action"),
    ),
)
_DECIDIM = PersonProfile(
    tool="Decidim",
    source="DownloadYourDataUserSerializer of Decidim, whose nested keys are joined by “/”",
    known_by=(
        ("id", "email", "name", "nickname", "locale"),
        ("id", "name", "nickname", "email"),
        ("name", "nickname", "email", "newsletter_notifications_at"),
    ),
    columns={
        PersonField.NAME: ("name",),
        PersonField.EMAIL: ("email",),
        PersonField.STATUS: ("status", "code/status", "registration/status"),
    },
    aside=(
        *("id", "nickname", "locale", "organization*", "newsletter*", "notifications*", "admin"),
        *("personal_url", "about", "invit*", "invitation*", "invited*", "reset*", "remember*"),
        *("current*", "last*", "sign*", "confirm*", "confirmed*", "confirmation*", "unconfirmed*"),
        *("avatar", "avatar*", "created_at", "updated_at", "delete*", "managed", "officialized*"),
        *("followers*", "following*", "roles", "accepted*", "user*", "email_on*", "extended_data"),
    ),
    says={"status": {"blocked": Standing.NOT_COMING, "managed": Standing.COMING}},
)
ASKED_COUNTS = frozenset(one.tool for one in (_MICROSOFT_FORMS, _GOOGLE_FORMS, _WEBROPOL))
"""Tools that write down who has signed in: whom a question asks for counts before that."""
FORMS = (_MICROSOFT_FORMS, _GOOGLE_FORMS, _WEBROPOL, _LIMESURVEY, _DECIDIM)
