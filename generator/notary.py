"""Signatures in the real world: OpenSSH's ssh-keygen makes them and checks them."""

import os
import subprocess
import tempfile
from datetime import UTC
from pathlib import Path

from generator.base.diagnostics import BulletinError
from generator.base.workspace import NAMESPACE, Sealed

# Words that ssh-keygen prints, and what they mean for the person who signs.
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
    """Whether ssh-keygen accepts the signature; raises BulletinError when it is not installed."""
    with tempfile.TemporaryDirectory(prefix="bulletin-") as folder:
        signers, signature = Path(folder, "signers"), Path(folder, "signature")
        signers.write_bytes(f"{sealed.signer}\n".encode())
        signature.write_bytes(sealed.signature)
        at = f"{sealed.at.astimezone(UTC):%Y%m%d%H%M%S}"
        completed = _run(
            ("verify", "-f", str(signers), "-I", sealed.unit, f"-Overify-time={at}"),
            ("-s", str(signature)),
            sealed.message,
        )
    return completed.returncode == 0


def sign(key: Path, message: bytes) -> bytes:
    """A detached signature. A locked key asks for its passphrase on the terminal.

    Raises BulletinError when the key cannot be used.
    """
    completed = _run(("sign", "-q", "-f", str(key)), (), message)
    if completed.returncode == 0 and completed.stdout:
        return completed.stdout
    errors = completed.stderr.decode("utf-8", "replace")
    known = next(((vi, en) for words, vi, en in _REASONS if words in errors), _OTHER)
    reason = known if key.is_file() else _NO_FILE
    raise BulletinError(
        f"Không ký được bằng {key}: {reason[0]}.", f"Cannot sign with {key}: {reason[1]}."
    )


def _run(
    action: tuple[str, ...], options: tuple[str, ...], message: bytes
) -> "subprocess.CompletedProcess[bytes]":
    """Run ssh-keygen with its clock in UTC, because the times it is given are in UTC."""
    try:
        return subprocess.run(  # noqa: S603  fixed program; a list of arguments, no shell
            ("ssh-keygen", "-Y", *action, "-n", NAMESPACE, *options),  # noqa: S607  the user's own
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
