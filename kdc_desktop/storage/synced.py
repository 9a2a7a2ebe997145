"""Whether a folder is one that a program syncs with other laptops, and which."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_VARIABLES = {
    "OneDrive": "OneDrive",
    "OneDriveConsumer": "OneDrive",
    "OneDriveCommercial": "OneDrive",
}
"""Of Windows: where the folder of a service lies."""
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".sync_*.db": "Nextcloud",
    "._sync_*.db": "Nextcloud",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
    ".shortcut-targets-by-id": "Google Drive",
    ".stfolder": "Syncthing",
    ".seafile-data": "Seafile",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
}
"""What a service leaves in the folder that it syncs."""
_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "megasync": "MEGA",
    "mega": "MEGA",
    "pclouddrive": "pCloud",
    "seafile": "Seafile",
    "box": "Box",
    "protondrive": "Proton Drive",
    "proton drive": "Proton Drive",
}
"""How the folder of a service is called if nobody calls it otherwise."""
_CONFIGURED = r"(?m)^\d+\\Folders\\.*\\localPath=(.+)$"


def synced_by(path: Path) -> str | None:
    """The name of the service that syncs the folder of a file; None if none is known to."""
    folder = path.absolute().parent
    for root, service in _roots(os.environ, Path.home()):
        with suppress(OSError, ValueError):
            if folder.is_relative_to(root) or folder.resolve().is_relative_to(root.resolve()):
                return service
    for place in (folder, *folder.parents):
        if (found := _by_name(place.name) or _by_marks(place)) is not None:
            return found
    return None


def _roots(told: Mapping[str, str], home: Path) -> Iterator[tuple[Path, str]]:
    """The folders that the services of this laptop say they sync."""
    for name, service in _VARIABLES.items():
        if told.get(name):
            yield Path(told[name]), service
    kept = [Path(told[name]) for name in ("APPDATA", "LOCALAPPDATA") if told.get(name)]
    for file in (home / ".dropbox/info.json", *(place / "Dropbox/info.json" for place in kept)):
        yield from ((root, "Dropbox") for root in _of_dropbox(file))
    settings = told.get("XDG_CONFIG_HOME") or home / ".config"
    for place in (Path(settings), home / "Library/Preferences", *kept):
        for service in ("Nextcloud", "ownCloud"):
            for name in (f"{service}/{service.lower()}.cfg", f"{service}/{service}.cfg"):
                yield from ((root, service) for root in _of_nextcloud(place / name))
    cloud = home / "Library/Mobile Documents/com~apple~CloudDocs"
    for name in ("Desktop", "Documents"):
        if (cloud / name).exists():
            yield home / name, "iCloud"


def _of_dropbox(file: Path) -> Iterator[Path]:
    with suppress(OSError, ValueError, AttributeError, TypeError, KeyError):
        import json  # few have such a file

        for account in json.loads(file.read_text(encoding="utf-8")).values():
            yield Path(account["path"])


def _of_nextcloud(file: Path) -> Iterator[Path]:
    with suppress(OSError, ValueError):
        for found in re.findall(_CONFIGURED, file.read_text(encoding="utf-8")):
            yield Path(found.strip().strip('"'))


def _by_name(name: str) -> str | None:
    # “OneDrive - The Company”, “Dropbox (The Company)”, “GoogleDrive-aino@example.org”
    said = re.split(r" ?[-(]", name.casefold(), maxsplit=1)[0].strip()
    return _NAMES.get(name.casefold()) or _NAMES.get(said)


def _by_marks(place: Path) -> str | None:
    with suppress(OSError):
        for mark, service in _MARKS.items():
            found = any(place.glob(mark)) if "*" in mark else (place / mark).exists()
            if found:
                return service
    return None
