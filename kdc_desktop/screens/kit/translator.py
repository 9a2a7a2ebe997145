"""Lets Qt's forms and Qt's own texts speak the language in use.

Loaded only where a language other than English is worn, so the start in English does without.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from kdc_desktop import i18n

KEY_NAMES = "QShortcut"  # hundreds are asked for at every shortcut, and Qt's own translate them


class CatalogueTranslator(QTranslator):
    """Answers Qt from the program's catalogue; what is not there, Qt asks the one before."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, _n: int = -1
    ) -> str | None:
        """The translation of a text of a form or of Qt; None, which Qt takes for "not here"."""
        if context == KEY_NAMES:
            return None
        found = i18n.translate(source, disambiguation or None)
        if found == source and disambiguation:
            found = i18n.translate(source)
        return None if found == source else found


def wear(app: QCoreApplication, language: str) -> None:
    """Speak this language in all that is shown from now on; what is shown already stays."""
    for worn in app.findChildren(QTranslator):
        app.removeTranslator(worn)
        worn.setParent(None)
        worn.deleteLater()
    i18n.use(language)
    if i18n.current() == i18n.ENGLISH:
        QLocale.setDefault(QLocale.system())
        return
    QLocale.setDefault(QLocale("en" if i18n.current() == i18n.PSEUDO else i18n.current()))
    of_qt = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if of_qt.load(f"qtbase_{i18n.current()}", folder):
        app.installTranslator(of_qt)
    app.installTranslator(CatalogueTranslator(app))  # the last that is installed is asked first
