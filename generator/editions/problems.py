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
    Bilingual(
        "lấy lại tệp từ lịch sử git (git checkout -- {path}); muốn sửa thì phát hành đính chính.",
        "restore the file from git (git checkout -- {path}); to change it, issue a correction.",
    ),
)
BROKEN_CHAIN = Problem(
    "BT702",
    Bilingual(
        "Chuỗi bản phát hành bị đứt: {reason}.", "The chain of editions is broken: {reason}."
    ),
    Bilingual(
        "lấy lại thư mục content/editions từ lịch sử git, hoặc từ bản sao đã công bố.",
        "restore content/editions from git, or from a published copy.",
    ),
)
CHAIN_PROBLEMS = (ALTERED, BROKEN_CHAIN)


def altered(edition: Edition, vi: str, en: str) -> Diagnostic:
    """The problem BT701 of an edition whose parts do not fit together."""
    return ALTERED.at(
        Span(edition.path), edition=edition.name, path=edition.path, reason=Bilingual(vi, en)
    )
