"""File names that every office's computer can hold: Windows, macOS, a USB stick, an archive."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from generator.base.diagnostics import Diagnostic
from generator.base.span import Span
from generator.base.text import Bilingual, nfc
from generator.base.workspace import FileEntry
from generator.source.problems import UNFIT_NAME

# Windows allows 260 with the drive and the folders above the workspace.
_LONGEST = 180
_SIGNS = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f]')
# Names of devices of Windows, with every ending.
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])( *\.|$)")
_SIMPLE = Bilingual(
    "đổi tên tệp hoặc thư mục, chỉ dùng chữ, số, dấu - và dấu _; sửa cả chỗ nêu tên cũ",
    "rename it with letters, digits, - and _, also where the old name is told",
)


def unfit_names(files: Iterable[FileEntry]) -> Iterator[Diagnostic]:
    """Names of files and folders that other systems cannot hold, or take for one another."""
    first_spelling: dict[str, str] = {}
    for file in files:
        if file.path.rpartition("/")[2].startswith("."):
            continue
        reason = _flaw(file.path) or _clash(file.path, first_spelling)
        if reason:
            shown = "".join(sign if sign.isprintable() else "?" for sign in file.path)
            yield UNFIT_NAME.at(Span(file.path), name=shown, reason=reason, mend=_SIMPLE)


def one_spelling(path: str) -> str:
    """The same for all spellings that some system takes for one name."""
    return nfc(path).casefold()


def _flaw(path: str) -> Bilingual | None:
    names = path.split("/")
    if sign := next(filter(None, map(_SIGNS.search, names)), None):
        shown = sign[0] if sign[0].isprintable() else f"U+{ord(sign[0]):04X}"
        return Bilingual(f"có ký tự {shown}", f"it holds the sign {shown}")
    if device := next(filter(None, map(_DEVICE.match, names)), None):
        return Bilingual(
            f"{device[1]} là tên riêng của Windows, không dùng cho tệp được",
            f"{device[1]} is the name of a device of Windows",
        )
    if any(name != name.strip(" ").rstrip(".") for name in names):
        return Bilingual(
            "bắt đầu hoặc kết thúc bằng dấu cách, hoặc kết thúc bằng dấu chấm",
            "it begins or ends with a space, or ends with a dot",
        )
    if len(path) > _LONGEST:
        return Bilingual(
            f"dài quá {_LONGEST} ký tự, kể cả tên các thư mục",
            f"it is longer than {_LONGEST} characters with its folders",
        )
    return None


def _clash(path: str, first_spelling: dict[str, str]) -> Bilingual | None:
    """Another name that a system without capitals, or with other accents, takes for the same."""
    for part in accumulate(path.split("/"), "{}/{}".format):
        other = first_spelling.setdefault(one_spelling(part), part)
        if other != part:
            return Bilingual(
                f"chỉ khác {other} ở chữ hoa, chữ thường hoặc cách ghi dấu",
                f"only capitals or the coding of accents tell it from {other}",
            )
    return None
