"""Whether a folder lies on the disk of another computer: SQLite's log does not work there.

See https://sqlite.org/wal.html: all who have a file open must share memory.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _

MOUNTS = Path("/proc/self/mountinfo")
_SHARED = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "9p"),
        *("lustre", "gpfs", "beegfs", "glusterfs", "orangefs", "davfs", "drvfs", "vboxsf"),
        *("prl_fs", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2", "fuse.curlftpfs"),
        *("fuse.gvfsd-fuse", "fuse.kio-fuse", "fuse.smbnetfs", "fuse.s3fs", "fuse.gcsfuse"),
        *("fuse.goofys", "fuse.glusterfs", "fuse.ceph", "fuse.ceph-fuse", "fuse.juicefs"),
        *("fuse.google-drive-ocamlfuse", "fuse.onedriver", "fuse.vmhgfs-fuse", "fuse.jmtpfs"),
        *("fuse.simple-mtpfs", "fuse.afpfs", "fuse.mfs", "fuse.seaweedfs", "webdav", "afpfs"),
    )
)
"""Types of file systems; those of other computers, of servers, phones and virtual machines."""
_REMOTE_DRIVE = 4  # GetDriveType: DRIVE_REMOTE
_LOCAL = 0x1000  # statfs of macOS: MNT_LOCAL


def is_on_share(path: Path) -> bool:
    """Whether a file lies there, or would."""
    folder = path.absolute()
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    with suppress(OSError, ValueError, AttributeError):
        if sys.platform == "win32":
            return _is_remote_on_windows(folder)
        if sys.platform == "darwin":
            return _is_remote_on_macos(folder)
        return _is_remote_on_linux(folder)
    return False


def refuse_share(path: Path) -> None:
    """Say what to do with a club on a share, instead of working on it there.

    Raises:
        UserError: it lies on one.
    """
    if is_on_share(path):
        raise UserError(
            _(
                "{file} lies on a network share, where a club cannot be worked on safely. Copy it "
                "to a folder of this laptop and open it there; afterwards, “Keep a copy of the "
                "club…” brings it back.",
                file=path.name,
            )
        )


def _is_remote_on_linux(folder: Path) -> bool:
    number = folder.stat().st_dev
    device = f"{os.major(number)}:{os.minor(number)}"
    for line in MOUNTS.read_bytes().splitlines():
        # https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
        place, _dash, kind = line.partition(b" - ")
        told = place.split()
        if len(told) > 4 and told[2].decode() == device:
            # Where all there is comes from elsewhere, as in a container, there is no other folder.
            return told[4] != b"/" and kind.split()[0].decode() in _SHARED
    return False


def _is_remote_on_windows(folder: Path) -> bool:
    drive = os.path.realpath(folder)
    if drive.startswith(("\\\\?\\UNC\\", "//?/UNC/")):
        return True
    if drive.startswith(("\\\\?\\", "//?/")):
        drive = drive[4:]
    if drive.startswith(("\\\\", "//")):
        return True
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    root = os.path.splitdrive(drive)[0] + "\\"
    return bool(kernel.GetDriveTypeW(root) == _REMOTE_DRIVE)


def _is_remote_on_macos(folder: Path) -> bool:
    import ctypes

    told = ctypes.create_string_buffer(4096)
    library = ctypes.CDLL(None)
    ask = getattr(library, "statfs$INODE64", None) or library.statfs
    if ask(os.fsencode(folder), told) != 0:
        return False
    flags = int.from_bytes(told.raw[64:68], sys.byteorder)  # f_flags of struct statfs
    return not flags & _LOCAL
