"""The folders of services that sync are known by what they say, by what they leave, by name."""

import json
from pathlib import Path

import pytest

from kdc_desktop.storage.synced import synced_by


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "AppData"))
    return tmp_path


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("Dropbox/Clubs", "Dropbox"),
        ("Dropbox (Harbour Ltd)", "Dropbox"),
        ("OneDrive - Harbour Ltd/Clubs", "OneDrive"),
        ("Library/CloudStorage/GoogleDrive-aino@example.org/My Drive", "Google Drive"),
        ("Library/CloudStorage/OneDrive-Personal", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/Clubs", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Nextcloud/Clubs/2026", "Nextcloud"),
        ("ownCloud", "ownCloud"),
    ],
)
def test_by_the_name_of_a_folder(home, place, service):
    assert synced_by(home / place / "club.kdc") == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox", "Dropbox"),
        (".sync_1a2b3c.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".tmp.driveupload", "Google Drive"),
        (".stfolder", "Syncthing"),
    ],
)
def test_by_what_a_service_leaves(home, mark, service):
    folder = home / "Work" / "Clubs"
    folder.mkdir(parents=True)
    assert synced_by(folder / "club.kdc") is None
    (home / "Work" / mark).touch()
    assert synced_by(folder / "club.kdc") == service


def test_by_what_the_services_of_this_laptop_say(home, monkeypatch):
    there = home / "Elsewhere"
    there.mkdir()
    path = there / "club.kdc"
    assert synced_by(path) is None
    monkeypatch.setenv("OneDriveCommercial", str(there))
    assert synced_by(path) == "OneDrive"
    monkeypatch.delenv("OneDriveCommercial")
    told = home / ".dropbox" / "info.json"
    told.parent.mkdir()
    told.write_text(json.dumps({"business": {"path": str(there)}}))
    assert synced_by(path) == "Dropbox"
    told.write_text("[broken")
    settings = home / "config" / "Nextcloud" / "nextcloud.cfg"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[Accounts]\n0\\Folders\\1\\localPath={there}/\n")
    assert synced_by(path) == "Nextcloud"


@pytest.mark.parametrize("place", ["Documents", "Boxes", "My Dropboxes", "Megaphone", "clubs"])
def test_other_folders_are_nobodys(home, place):
    assert synced_by(home / place / "club.kdc") is None
