"""What the portfolio says of a consortium: who stands where, what holds it back, its minutes."""

from kdc_desktop.audience.consortia.goal_bar import GoalSum
from kdc_desktop.domain.consortia.due import SILENT_AFTER
from kdc_desktop.domain.consortia.states import OVER
from kdc_desktop.i18n import _, listed, ngettext, number_text, percent_text, sentences
from kdc_desktop.screens.consortia.club_pictures import Sign
from kdc_desktop.screens.consortia.minutes_words import likely, worth
from kdc_desktop.services.consortia.club_rows import ClubRow
from kdc_desktop.services.sessions.programme import ProgrammeRow


def stand(row: ClubRow) -> str:
    """How many members are at the agreed level, or why that is unknown."""
    buy_in = row.buy_in
    if not buy_in.version_number:
        return _("no vision yet")
    if not buy_in.asked:
        return _("nobody to ask")
    if buy_in.is_being_asked:
        return _("being asked")
    if not buy_in.answered:
        return _("not asked")
    return _("{agreed} of {asked}", agreed=buy_in.agreed, asked=buy_in.asked)


def sign(row: ClubRow) -> Sign:
    """What is told beside its way."""
    if row.buy_in.fallen:
        return Sign.FELL
    is_silent = row.state not in OVER and row.silent_days >= SILENT_AFTER
    return Sign.SILENT if is_silent else Sign.NONE


def trend(row: ClubRow) -> str:
    """Who fell, or for how long nothing was heard of it; nothing where both is well."""
    match sign(row):
        case Sign.FELL:
            return ngettext("{count} fell", "{count} fell", row.buy_in.fallen)
        case Sign.SILENT:
            return ngettext("silent {count} day", "silent {count} days", row.silent_days)
    return ""


def trend_told(row: ClubRow) -> str:
    """The way from asking to asking, in words."""
    shares = row.buy_in.trend
    if not shares:
        return _("Nobody was asked yet.")
    way = listed(percent_text(share) for share in shares)
    told = _("Agreed, from asking to asking: {way}.", way=way)
    return sentences(filter(None, (told, trend(row))))


def minutes_told(row: ClubRow) -> str:
    """Minutes a day in words: how they are known, how sure that is, and whether they count."""
    gives = row.gives_back
    if gives is None:
        return ""
    measured, guessed = (
        _("Measured: {worth}.", worth=worth(gives.worth)),
        _("Guessed: {worth}.", worth=worth(gives.worth)),
    )
    aside = "" if row.counted is not None else _("It counts no more.")
    known = measured if gives.is_measured else guessed
    return sentences(filter(None, (known, likely(gives.worth), aside)))


def people_told(told: GoalSum, programme: ProgrammeRow | None) -> str:
    """For how many people the measured minutes are as much as the goal wants for each."""
    if programme is None or not programme.target:
        return ""
    people = max(0, int(told.measured.value // programme.target))
    if programme.people is None:
        return ngettext(
            "{measure} for {count} person",
            "{measure} for {count} people",
            people,
            measure=programme.measure,
        )
    return ngettext(
        "{measure} for {count} person, of {all}",
        "{measure} for {count} people, of {all}",
        people,
        measure=programme.measure,
        all=number_text(programme.people),
    )


def on_the_way(told: GoalSum) -> str:
    """What is guessed, and what all comes to with it."""
    if not told.on_the_way.value:
        return ""
    way = number_text(round(told.on_the_way.value))
    whole = told.whole
    if not whole.is_spread:
        return _("{minutes} on the way, as guessed", minutes=way)
    least, most = number_text(round(whole.least)), number_text(round(whole.most))
    return _(
        "{minutes} on the way, as guessed; {least} to {most} in all",
        minutes=way,
        least=least,
        most=most,
    )


def goal_told(told: GoalSum) -> str:
    """How much is wanted in all."""
    return _("Goal {minutes}", minutes=number_text(told.goal)) if told.goal else ""
