"""A club on another computer's disk is copied from, and not worked on."""

import os
from pathlib import Path

import pytest

from kdc_desktop import cli
from kdc_desktop.errors import UserError
from kdc_desktop.storage import backups, files, open_database, open_to_read, shares
from kdc_desktop.storage.shares import is_on_share
from tests.storage.places import contents, names, names_in


@pytest.fixture
def mounted(tmp_path, monkeypatch):
    """Says that the disk of the test is mounted somewhere, with a kind of file system."""

    def mounted(kind: str, at: str = "/mnt/a\\040b") -> None:
        number = tmp_path.stat().st_dev
        device = f"{os.major(number)}:{os.minor(number)}"
        table = tmp_path / "mounts"
        table.write_text(
            "1 2 0:999 / /proc rw shared:7 - proc proc rw\n"
            f"3 2 {device} / {at} rw,noatime master:1 shared:3 - {kind} //nas/club rw\n"
        )
        monkeypatch.setattr(shares, "MOUNTS", table)

    return mounted


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.gvfsd-fuse"])
def test_disks_of_other_computers_are_known(closed, mounted, kind):
    mounted(kind)
    assert is_on_share(closed)
    assert is_on_share(closed.parent / "not" / "yet" / "there.kdc")


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "vfat", "exfat", "fuseblk", "tmpfs", "overlay"])
def test_disks_and_sticks_of_this_laptop_are_none(closed, mounted, kind):
    mounted(kind)
    assert not is_on_share(closed)


def test_where_nothing_else_is_there_it_is_no_share(closed, mounted):
    mounted("9p", at="/")
    assert not is_on_share(closed)


def test_a_club_on_a_share_is_not_opened_and_stays_as_it_is(closed, mounted):
    mounted("cifs")
    before = contents(closed.parent)
    with pytest.raises(UserError, match=r"network share.*Copy it.*Keep a copy"):
        open_database(closed)
    with pytest.raises(UserError, match="network share"):
        open_database(closed.with_name("new.kdc"))
    assert contents(closed.parent) == before


def test_what_only_reads_works_on_a_share(closed, mounted, capsys):
    mounted("nfs")
    before = contents(closed.parent)
    with open_to_read(closed) as database:
        assert names(database) == ["Aino", "Eero"]
    assert cli.main(["--database", str(closed), "check"]) == 0
    assert contents(closed.parent) == before


def test_a_club_is_copied_from_a_share_and_back_without_its_locks(closed, mounted, monkeypatch):
    mounted("cifs")
    local = closed.with_name("local.kdc")
    backups.copy_to(closed, local)
    closed.unlink()
    backups.copy_to(local, closed)
    assert names_in(closed) == ["Aino", "Eero"]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("//server/share/a b.kdc", "file:////server/share/a%20b.kdc?mode=rw"),
        ("/home/aino/club ?#%.kdc", "file:///home/aino/club%20%3F%23%25.kdc?mode=rw"),
        ("C:/Users/Aino/club.kdc", "file:///C%3A/Users/Aino/club.kdc?mode=rw"),
        ("//?/UNC/server/share/club.kdc", "file:////%3F/UNC/server/share/club.kdc?mode=rw"),
    ],
)
def test_an_address_names_no_server(name, address):
    """SQLite takes none: it says “invalid uri authority”."""

    class Named(type(Path())):  # type: ignore[misc]
        def absolute(self):
            return self

        def as_posix(self):
            return name

    assert files.uri_of(Named("x"), "mode=rw") == address


@pytest.mark.parametrize(
    "name", ["//twice.kdc", "a ? b # c % d.kdc", "file:x.kdc", ":memory:", "%41"]
)
def test_any_path_is_that_very_path(closed, name):
    path = Path(f"{closed.parent}/{name}")
    closed.rename(path)
    database = open_database(path)
    assert names(database) == ["Aino", "Eero"]
    database.close()
