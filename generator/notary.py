"""Signatures in the real world: OpenSSH's own ssh-keygen makes them and vouches for them."""

import os
import subprocess
import tempfile
from datetime import UTC
from pathlib import Path

from generator.base.diagnostics import BulletinError
from generator.base.workspace import NAMESPACE, Sealed

# ssh-keygen's own words, and what they mean to the person at the keyboard.
_REASONS = (
    ("incorrect passphrase", "sai mật khẩu của khóa", "wrong passphrase"),
    ("Permission denied", "không có quyền đọc tệp này", "no permission to read it"),
    (
        "UNPROTECTED PRIVATE KEY",
        "người khác đọc được tệp khóa này; chạy chmod 600 với nó rồi thử lại",
        "others can read the key file; chmod 600 it and try again",
    ),
    (
        "No private key found",
        "đây là khóa công khai mà ssh-agent không giữ nửa bí mật của nó",
        "it is a public key whose private half no ssh-agent holds",
    ),
)
_NO_FILE = ("không có tệp này", "there is no such file")
_OTHER = ("tệp này không phải là khóa ký dùng được", "it is no key that can sign")


def vouches(sealed: Sealed) -> bool:
    """Whether ssh-keygen accepts the signature; raises BulletinError when there is none."""
    with tempfile.TemporaryDirectory(prefix="bulletin-") as folder:
        signers, signature = Path(folder, "signers"), Path(folder, "signature")
        signers.write_text(f"{sealed.signer}\n", "utf-8")
        signature.write_bytes(sealed.signature)
        at = f"{sealed.at.astimezone(UTC):%Y%m%d%H%M%S}"
        ran = _run(
            ("verify", "-f", str(signers), "-I", sealed.unit, f"-Overify-time={at}"),
            ("-s", str(signature)),
            sealed.message,
        )
    return ran.returncode == 0


def sign(key: Path, message: bytes) -> bytes:
    """A detached signature. A locked key asks for its passphrase on the terminal.

    Raises BulletinError when the key cannot be used.
    """
    ran = _run(("sign", "-q", "-f", str(key)), (), message)
    if ran.returncode == 0 and ran.stdout:
        return ran.stdout
    said = ran.stderr.decode("utf-8", "replace")
    known = next(((vi, en) for words, vi, en in _REASONS if words in said), _OTHER)
    reason = known if key.is_file() else _NO_FILE
    raise BulletinError(
        f"Không ký được bằng {key}: {reason[0]}.", f"Cannot sign with {key}: {reason[1]}."
    )


def _run(
    action: tuple[str, ...], more: tuple[str, ...], message: bytes
) -> "subprocess.CompletedProcess[bytes]":
    """ssh-keygen, its clock in UTC: the times it is given are written so."""
    try:
        return subprocess.run(  # noqa: S603  fixed program; a list of arguments, no shell
            ("ssh-keygen", "-Y", *action, "-n", NAMESPACE, *more),  # noqa: S607  the user's own
            input=message,
            capture_output=True,
            check=False,
            env={**os.environ, "TZ": "UTC0", "LC_ALL": "C"},
        )
    except FileNotFoundError as error:
        raise BulletinError(
            "Không kiểm tra được chữ ký: máy này thiếu ssh-keygen (gói openssh-client).",
            "Signatures cannot be checked: ssh-keygen (openssh-client) is missing here.",
        ) from error
