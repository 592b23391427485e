"""Throw-away SSH keys, made by ssh-keygen when a test first asks for them."""

import subprocess
import tempfile
from functools import cache
from pathlib import Path


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="bulletin-keys-")


@cache
def private_key(name: str, *options: str, passphrase: str = "") -> Path:
    """A private key; the same name gives the same key, `options` are ssh-keygen's."""
    path = Path(_folder().name, name)
    kind = options or ("-t", "ed25519")
    command = ("ssh-keygen", "-q", *kind, "-N", passphrase, "-C", name, "-f", str(path))
    subprocess.run(command, check=True)
    return path


def public_key(name: str) -> str:
    """The public half as it stands in registry/signers: type and key, without the comment."""
    private_key(name)
    return " ".join(Path(_folder().name, f"{name}.pub").read_text().split()[:2])


def signature(name: str, message: bytes, namespace: str = "bulletin") -> bytes:
    """What `ssh-keygen -Y sign` makes, without our program."""
    command = ("ssh-keygen", "-Y", "sign", "-q", "-n", namespace, "-f", str(private_key(name)))
    return subprocess.run(command, input=message, capture_output=True, check=True).stdout


def signers(*lines: str) -> str:
    """A list of signers; each line is a unit with the name of its key, or with options between."""
    return "".join(f"{line.rpartition(' ')[0]} {public_key(line.split()[-1])}\n" for line in lines)
