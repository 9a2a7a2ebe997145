"""Why something cannot be done with a vision just now, as a sentence; or nothing."""

from kdc_desktop.i18n import _
from kdc_desktop.screens.visions.matrix import BuyInMatrix
from kdc_desktop.screens.visions.reader import VisionReader
from kdc_desktop.screens.visions.stakes_table import StakesTable
from kdc_desktop.screens.visions.view import UnderVision, VisionView


def no_consortium(view: VisionView) -> str:
    """There is nothing to look at."""
    return "" if view.page else _("There is no consortium yet. Form the consortia first.")


def no_other(reader: VisionReader) -> str:
    """There is none to go on to."""
    return "" if len(reader.choices) > 1 else _("There is no other consortium.")


def no_version(view: VisionView) -> str:
    """Nothing is written that could be read."""
    if view.page is not None and view.page.latest is None:
        return _("There is no version yet. Write one with W.")
    return no_consortium(view)


def nothing_before(view: VisionView) -> str:
    """No two versions can be compared."""
    if view.page is not None and len(view.page.versions) < 2:
        return _("There is no earlier version to compare with.")
    if view.version is not None and not view.earlier:
        return _("This is the first version. Choose a later one, which is compared with it.")
    return no_consortium(view)


def asked_already(view: VisionView) -> str:
    """The asking that is open comes first."""
    page = view.page
    if page is not None and page.asking is not None:
        return _("{name} is being asked already. Reveal the answers with V.", name=page.name)
    return no_version(view)


def nobody_asked(view: VisionView) -> str:
    """Nobody is asked who could answer."""
    page = view.page
    if page is not None and page.asking is None:
        return _("Nobody is being asked now. Ask with A first.")
    return no_version(view)


def nothing_to_call_off(view: VisionView) -> str:
    """Nobody is asked, or somebody has answered."""
    page = view.page
    if page is not None and page.asking is None:
        return _("Nobody is being asked now.")
    if page is not None and page.asking is not None and page.is_answered(page.asking.vision_id):
        return _("Somebody has answered, and no answer is lost. Reveal them with V instead.")
    return no_version(view)


def nothing_to_reveal(view: VisionView) -> str:
    """Nobody has said where they stand on the version that is shown."""
    page, version = view.page, view.version
    if page is None or version is None:
        return no_version(view)
    if page.last_asking(version.id) is None:
        return _(
            "Nobody has been asked about version {number}. Ask with A first.",
            number=version.number,
        )
    if not page.is_answered(version.id):
        return _("Nobody has answered yet. Note an answer first, or call the asking off.")
    return ""


def no_member_to_call(view: VisionView) -> str:
    """Nobody is in who could be called."""
    if told := no_version(view):
        return told
    if view.page is not None and not any(member.is_asked for member in view.page.members):
        return _("No member is asked in {name}. Add one first.", name=view.page.name)
    return ""


def no_ledger(view: VisionView) -> str:
    """The ledger is not what is looked at."""
    if told := no_version(view):
        return told
    return "" if view.look is UnderVision.LEDGER else _("Open the ledger with L first.")


def no_stake_cell(view: VisionView, table: StakesTable) -> str:
    """No stake is chosen."""
    if told := no_version(view):
        return told
    if view.look is not UnderVision.STAKES or table.chosen.stake is None:
        return _("Choose a stake first, on the page of stakes (K).")
    return ""


def no_cell(view: VisionView, matrix: BuyInMatrix) -> str:
    """No member's place on a version has the keys."""
    if told := no_version(view):
        return told
    if view.look is UnderVision.LEDGER:
        return _("Answers are noted in the map. Press L to leave the ledger first.")
    return "" if matrix.current() else _("Choose a cell of a member first.")
