"""What is said of a goal, and of how much of it is reached."""

from kdc_desktop.i18n import _, ngettext, number_text
from kdc_desktop.services.sessions.goal import FaceOfGoal, GoalReached
from kdc_desktop.services.sessions.programme import ProgrammeRow


def given_told(reached: GoalReached) -> str:
    """“24,720 minutes a day”."""
    minutes = round(reached.measured.value)
    return ngettext("{count} minute a day", "{count} minutes a day", minutes)


def each_told(programme: ProgrammeRow, face: FaceOfGoal) -> str:
    """How much of the target that is for each of the people."""
    return ngettext(
        "Given back, {each} of {measure} for {count} person.",
        "Given back, {each} of {measure} for {count} people.",
        programme.people or 0,
        each=number_text(face.each),
        measure=programme.measure,
    )


def likely_told(reached: GoalReached) -> str:
    """Between what it lies; nothing where nobody has said how sure it is."""
    measured = reached.measured
    if not measured.is_spread:
        return ""
    least, most = number_text(round(measured.least)), number_text(round(measured.most))
    return _("Likely {least} to {most}.", least=least, most=most)


def more_told(reached: GoalReached) -> str:
    """How much more it is than at the last evening."""
    more = round(reached.more)
    return ngettext(
        "{count} minute more for all together than last time",
        "{count} minutes more for all together than last time",
        more,
    )
