"""Files below content/ that no reader of ours reads, each named for what it is."""

import re
from collections.abc import Collection
from typing import NamedTuple

from generator.base.diagnostics import Diagnostic
from generator.base.span import Span
from generator.base.text import Bilingual, nfc
from generator.model.kinds import BY_PREFIX, path_of
from generator.source.problems import STRAY_FILE

LOCK = "~$"  # Word and Excel write such a file beside the one that is open
_ID = re.compile(r"(?<![A-Z])[A-Z]{2}-[0-9]{4}-[0-9]{4,}(?![0-9])")
_OF_VERSION = re.compile(r"[0-9]-v[0-9]+$")
_COPY = re.compile(
    r"^(?:copy of|bản sao của) |(?: ?[-–]? ?(?:copy|bản sao)(?: \(?\d+\)?)?| ?\(\d+\)|[ _]\d+)$",
    re.IGNORECASE,
)
_OFFICE = {
    **dict.fromkeys(("doc", "docx", "docm", "odt", "rtf"), "Word"),
    **dict.fromkeys(("xls", "xlsx", "xlsm", "ods", "csv"), "Excel"),
    **dict.fromkeys(("ppt", "pptx"), "PowerPoint"),
}
_ENCLOSED = frozenset({"pdf", "png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff", "heic"})
_LEFT_BEHIND = re.compile(
    r"(?:\.(?:bak|orig|rej|tmp|old|swp|part|crdownload|lnk)|~|^thumbs\.db|^desktop\.ini)$",
    re.IGNORECASE,
)


class _Stray(NamedTuple):
    """What a file is, and what to do with it."""

    what: Bilingual
    hint: Bilingual


def original_of(path: str, paths: Collection[str]) -> str | None:
    """The file beside it of which a file is a copy that a system made; else None."""
    folder, _, name = path.rpartition("/")
    stem = nfc(name).removesuffix(".yml")
    if _OF_VERSION.search(stem):  # a recall or redaction of one version
        return None
    found = _ID.search(stem)
    original = f"{folder}/{found[0] if found else _COPY.sub('', stem)}.yml"
    return original if name.endswith(".yml") and original != path and original in paths else None


def is_lock(path: str) -> bool:
    return path.rpartition("/")[2].startswith(LOCK)


def stray_file(path: str, paths: Collection[str]) -> Diagnostic:
    """The finding of a file that is not read."""
    renamed = _with_our_ending(path)
    is_second = renamed is not None and renamed in paths
    what, hint = _second(path, renamed) if renamed and is_second else _judged(path, paths)
    return STRAY_FILE.at(Span(path), what=what, hint=hint)


def _judged(path: str, paths: Collection[str]) -> _Stray:
    original, name = original_of(path, paths), path.rpartition("/")[2]
    ending = name.rpartition(".")[2].lower()
    if is_lock(path):
        return _LOCKED
    if original:
        return _copy(original)
    if _LEFT_BEHIND.search(name):
        return _BY_ANOTHER_PROGRAM
    if renamed := _with_our_ending(path):
        return _misnamed(renamed)
    if ending in _OFFICE:
        return _office(_OFFICE[ending])
    return _PICTURE if ending in _ENCLOSED else _elsewhere(name)


def _with_our_ending(path: str) -> str | None:
    """The path as it was meant, for .yaml, .YML, .yml.txt and the like."""
    stem = re.sub(r"(?:\.ya?ml)?\.txt$|\.ya?ml$", "", path, flags=re.IGNORECASE)
    return f"{stem}.yml" if stem != path and not path.endswith(".yml") else None


def _second(path: str, read: str) -> _Stray:
    """A file that a rename would lay over the record itself."""
    name, other = path.rpartition("/")[2], read.rpartition("/")[2]
    return _Stray(
        Bilingual(
            f"Một bản ghi có hai tệp: {other} được đọc, còn {name} thì không",
            f"There are two files of one record: {other} is read, and {name} is not",
        ),
        Bilingual(
            f"so sánh hai tệp, chép sang {other} những gì cần giữ, rồi xóa {name}",
            f"compare them, move what you need to {other}, and delete {name}",
        ),
    )


def _misnamed(renamed: str) -> _Stray:
    name = renamed.rpartition("/")[2]
    return _Stray(
        Bilingual(
            "Tệp này không được đọc, vì đuôi tên tệp không phải là “.yml”",
            "This file is not read, for its name does not end in “.yml”",
        ),
        Bilingual(
            f"đổi tên tệp thành {name}; Windows hay giấu đuôi .txt: trong File Explorer, bật xem"
            " phần mở rộng tên tệp",
            f"rename it to {name}; Windows hides a .txt: let File Explorer show the extensions",
        ),
    )


def _copy(original: str) -> _Stray:
    name = original.rpartition("/")[2]
    return _Stray(
        Bilingual(
            f"Đây là bản sao của {name} do máy tạo khi chép hoặc tải về, nên không được đọc",
            f"This is a copy of {name} that the system made, so it is not read",
        ),
        Bilingual(
            f"chép sang {name} những gì cần giữ rồi xóa bản sao; nếu là một bản ghi mới, tạo bằng"
            " bulletin new rồi chép nội dung sang",
            f"move what you need to {name} and delete it; start a new record with bulletin new",
        ),
    )


def _office(program: str) -> _Stray:
    return _Stray(
        Bilingual(
            f"Đây là tệp {program}, không phải bản ghi, nên không được đọc",
            f"This is a file of {program} and no record, so it is not read",
        ),
        Bilingual(
            "tạo bản ghi bằng bulletin new rồi chép chữ sang; nếu là văn bản kèm theo, lưu thành"
            " PDF trong content/attachments và ghi vào attachments của bản ghi",
            "start a record with bulletin new and copy the text; if it is to be enclosed, save it"
            " as a PDF in content/attachments and name it under attachments",
        ),
    )


def _elsewhere(name: str) -> _Stray:
    """A file in no known place; one that is named like a record belongs into its folder."""
    found = _ID.fullmatch(name.removesuffix(".yml"))
    if found and name.endswith(".yml") and found[0][:2] in BY_PREFIX:
        right = path_of(found[0])
        return _Stray(_OUTSIDE, Bilingual(f"chuyển tệp sang {right}", f"move it to {right}"))
    return _Stray(
        _OUTSIDE,
        Bilingual(
            "xóa, hoặc chuyển vào đúng thư mục, ví dụ"
            " content/records/message/2026/ND-2026-0001.yml; tệp kèm theo để trong"
            " content/attachments",
            "delete it, or move it into its folder, as"
            " content/records/message/2026/ND-2026-0001.yml; enclosures stand in"
            " content/attachments",
        ),
    )


_OUTSIDE = Bilingual(
    "Tệp này nằm ngoài những thư mục mà chương trình đọc",
    "This file is in no place that the program reads",
)
_LOCKED = _Stray(
    Bilingual(
        "Đây là tệp khóa mà Word hoặc Excel để cạnh tệp đang mở, không phải bản ghi",
        "This is a lock file that Word or Excel puts beside an open file, and no record",
    ),
    Bilingual(
        "đóng Word hoặc Excel; nếu tệp này còn thì xóa",
        "close Word or Excel; delete it if it stays",
    ),
)
_BY_ANOTHER_PROGRAM = _Stray(
    Bilingual(
        "Đây là tệp phụ do chương trình khác để lại, không phải bản ghi",
        "This file was left behind by another program, and is no record",
    ),
    Bilingual("xóa tệp này", "delete it"),
)
_PICTURE = _Stray(
    Bilingual(
        "Đây là tài liệu hoặc hình ảnh, không phải bản ghi, nên không được đọc",
        "This is a document or a picture and no record, so it is not read",
    ),
    Bilingual(
        "chuyển sang content/attachments rồi ghi vào attachments của bản ghi; hoặc xóa",
        "move it to content/attachments and name it under attachments of the record; or delete it",
    ),
)
