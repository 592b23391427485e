"""The two binary forms of OpenSSH that we read: public keys, and signatures (PROTOCOL.sshsig)."""

import binascii
import hashlib
from base64 import b64decode, b64encode
from typing import NamedTuple

MIN_RSA_BITS = 2048
KEY_FORMS = (
    "ssh-ed25519",
    "sk-ssh-ed25519@openssh.com",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "ssh-rsa",
)
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_MAGIC = b"SSHSIG\0\0\0\1"  # six letters, then the version
_LENGTH = 4
_FIELDS = 5  # public key, namespace, reserved, hash algorithm, signature


class SignatureHead(NamedTuple):
    """The key that made a signature, and the use it was made for."""

    key: bytes
    namespace: str


def read_key(text: str) -> bytes | None:
    """The bytes of a public key written in base64, or None when it is no key of a known form."""
    try:
        blob = b64decode(text, validate=True)
        form, *fields = _strings(blob)
    except (ValueError, binascii.Error):
        return None
    if form.decode("ascii", "replace") not in KEY_FORMS:
        return None
    is_short = form == b"ssh-rsa" and int.from_bytes(fields[-1]).bit_length() < MIN_RSA_BITS
    return None if is_short else blob


def read_signature(text: str) -> SignatureHead | None:
    """A signature from its armoured text, or None when it is not in that form."""
    lines = text.split()
    armour = " ".join(lines)
    if not (armour.startswith(_BEGIN) and armour.endswith(_END)):
        return None
    try:
        packed = b64decode(armour[len(_BEGIN) : -len(_END)].replace(" ", ""), validate=True)
        fields = _strings(packed.removeprefix(_MAGIC))
        namespace = fields[1].decode("utf-8")
    except (ValueError, IndexError, binascii.Error):
        return None
    is_whole = packed.startswith(_MAGIC) and len(fields) == _FIELDS
    return SignatureHead(fields[0], namespace) if is_whole else None


def form_of(key: bytes) -> str:
    """The type of a public key, such as `ssh-ed25519`."""
    return _strings(key)[0].decode("ascii", "replace")


def written(key: bytes) -> str:
    """A public key as written in a file of keys: its type and its base64."""
    return f"{form_of(key)} {b64encode(key).decode()}"


def fingerprint(key: bytes) -> str:
    """The short name of a key, as `ssh-keygen -l` prints it."""
    return "SHA256:" + b64encode(hashlib.sha256(key).digest()).decode().rstrip("=")


def _strings(packed: bytes) -> list[bytes]:
    """The length-prefixed strings of RFC 4251; raises ValueError when a length does not fit."""
    strings: list[bytes] = []
    while packed:
        end = _LENGTH + int.from_bytes(packed[:_LENGTH])
        if len(packed) < end or end < _LENGTH:
            raise ValueError
        strings.append(packed[_LENGTH:end])
        packed = packed[end:]
    if not strings:
        raise ValueError
    return strings
