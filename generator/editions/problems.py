"""BT7xx problems of editions as files: their digest and their chain."""

from generator.base.diagnostics import Diagnostic, Problem
from generator.base.span import Span
from generator.base.text import Bilingual
from generator.model.edition.edition import Edition

ALTERED = Problem(
    "BT701",
    Bilingual(
        "Bản phát hành {edition} không còn đúng như lúc phát hành: {reason}.",
        "The edition {edition} is not as it was issued: {reason}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
BROKEN_CHAIN = Problem(
    "BT702",
    Bilingual(
        "Chuỗi bản phát hành bị đứt: {reason}.", "The chain of editions is broken: {reason}."
    ),
    Bilingual("{mend}.", "{mend}."),
)
RESTORE = Bilingual(
    "lấy lại thư mục content/editions từ lịch sử git, hoặc từ bản sao đã công bố",
    "restore content/editions from git, or from a published copy",
)
# What git leaves where two people have changed one file.
MERGING = b"<<<<<<< "
ISSUED_TWICE = Bilingual("hai người cùng phát hành một lúc", "two people have issued at once")
CHAIN_PROBLEMS = (ALTERED, BROKEN_CHAIN)


def altered(edition: Edition, vi: str, en: str) -> Diagnostic:
    """The problem BT701 of an edition whose parts do not fit together."""
    return altered_file(edition.name, edition.path, Bilingual(vi, en))


def altered_file(name: str, path: str, reason: Bilingual) -> Diagnostic:
    """The problem BT701 of the file of an edition."""
    mend = Bilingual(
        f"lấy lại tệp từ lịch sử git (git checkout -- {path}); muốn sửa thì phát hành đính chính",
        f"restore the file from git (git checkout -- {path}); to change it, issue a correction",
    )
    return ALTERED.at(Span(path), edition=name, reason=reason, mend=mend)


def drop_own(*paths: str) -> Bilingual:
    """How the one who was second takes the own issue back, and issues again."""
    own = " hoặc ".join(paths), " or ".join(paths)
    return Bilingual(
        f"giữ bản gửi lên trước, bỏ tệp của mình ({own[0]}): đang ghép dở thì git merge --abort;"
        " git rm tệp ấy; git checkout origin/main -- content/editions; git commit; git pull; rồi"
        " phát hành lại. Từng bước ở hướng dẫn 7, “Hai người cùng phát hành”",
        f"keep what was pushed first and drop your own file ({own[1]}): in the middle of a merge,"
        " git merge --abort; git rm that file; git checkout origin/main -- content/editions; git"
        " commit; git pull; then issue again. Step by step in page 7 of the guide",
    )
