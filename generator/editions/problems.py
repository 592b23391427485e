"""BT7xx problems of editions as files: their digest and their chain."""

from collections.abc import Iterable
from datetime import datetime

from generator.base.diagnostics import Diagnostic, Problem
from generator.base.span import Span
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.model.edition.edition import Edition, Link, Redacted
from generator.model.registry.signoff import Approval, approval_path

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
NOT_AGREED = Problem(
    "BT709",
    Bilingual(
        "Bản phát hành {edition} không được phê duyệt như các bên đã thỏa thuận: {reason}.",
        "The edition {edition} was not approved as the terms of its time demand: {reason}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
ROLLED_BACK = Problem(
    "BT710",
    Bilingual("Có bản phát hành bị lùi lại: {reason}.", "Editions were rolled back: {reason}."),
    Bilingual("{mend}.", "{mend}."),
)
RESTORE = Bilingual(
    "lấy lại thư mục content/editions từ lịch sử git, hoặc từ bản sao đã công bố",
    "restore content/editions from git, or from a published copy",
)
# What git leaves where two people have changed one file.
MERGING = b"<<<<<<< "
ISSUED_TWICE = Bilingual("hai người cùng phát hành một lúc", "two people have issued at once")
CHAIN_PROBLEMS = (ALTERED, BROKEN_CHAIN, NOT_AGREED, ROLLED_BACK)


def altered(edition: Edition, vi: str, en: str) -> Diagnostic:
    """The problem BT701 of an edition whose parts do not fit together."""
    return altered_file(edition.name, edition.path, Bilingual(vi, en))


def not_agreed(edition: Edition, reason: Bilingual) -> Diagnostic:
    """The problem BT709 of an edition that the parties have not agreed on."""
    mend = Bilingual(
        f"không dùng bản này: hỏi ai đã ghi {edition.path}, rồi lấy lại thư mục content/editions từ"
        " lịch sử git trước đó",
        f"do not use it: ask who wrote {edition.path}, then restore content/editions from git as it"
        " was before",
    )
    return NOT_AGREED.at(Span(edition.path), edition=edition.name, reason=reason, mend=mend)


def issued_ahead(link: Link, moment: datetime) -> Diagnostic:
    """The problem BT702 of an edition issued, or taken out, at a time to come."""
    at = in_words(moment)
    reason = Bilingual(
        f"{link.name} ghi việc phát hành hay gỡ lúc {at.vi}, là lúc chưa đến",
        f"{link.name} says that it was issued or taken out at {at.en}, which is still to come",
    )
    mend = Bilingual(
        f"xem lại đồng hồ của máy; giờ máy đúng thì bỏ {link.path}, lấy lại head.json từ git"
        " rồi phát hành lại",
        f"look at the clock of this machine; if it is right, drop {link.path}, restore head.json"
        " from git and issue it again",
    )
    return BROKEN_CHAIN.at(Span(link.path), reason=reason, mend=mend)


def older_head(path: str, named: str, last: str) -> Diagnostic:
    """The problem BT710 of a head that names an edition before the last."""
    reason = Bilingual(
        f"tệp đầu chuỗi ghi {named}, trong khi bản mới nhất là {last}",
        f"the head of the chain names {named}, while the newest is {last}",
    )
    mend = Bilingual(
        f"lấy lại {path} từ lịch sử git (git checkout -- {path}); máy tắt giữa lúc phát hành"
        f" {last} thì lần phát hành tiếp theo tự ghi nốt",
        f"restore {path} from git (git checkout -- {path}); if the machine stopped while {last} was"
        " issued, the next issue writes it",
    )
    return ROLLED_BACK.at(Span(path), reason=reason, mend=mend)


def missing_editions(folder: str, names: Iterable[str]) -> Diagnostic:
    """The problem BT710 of editions that git knows and that are gone."""
    gone = ", ".join(names)
    reason = Bilingual(
        f"lịch sử git có {gone}, nay không còn trong {folder}",
        f"git knows {gone}, which are no longer in {folder}",
    )
    mend = Bilingual(
        f"{RESTORE.vi}; vừa bỏ bản mình phát hành trùng với người khác thì phát hành lại",
        f"{RESTORE.en}; if you just dropped your own because two had issued at once, issue again",
    )
    return ROLLED_BACK.at(Span(folder), reason=reason, mend=mend)


def lost_recall(path: str, commit: str) -> Diagnostic:
    """The problem BT710 of a recall that git knows, and that is gone or is another one now."""
    reason = Bilingual(
        f"{path} khác với lệnh thu hồi mà lịch sử git có, hoặc không còn; điều một bên đã dừng"
        " không được trở lại như thế",
        f"{path} is gone or is not the recall that git knows; what a party stopped does not come"
        " back like that",
    )
    mend = Bilingual(
        f"lấy lại tệp: git checkout {commit} -- {path}; muốn dùng lại thì mọi bên phê duyệt và phát"
        " hành bản mới; lý do cần nói rõ thêm thì ghi trong bản mới ấy",
        f"restore it: git checkout {commit} -- {path}; to use it again, all parties approve and"
        " issue a new version; that is also where to say more about the reason",
    )
    return ROLLED_BACK.at(Span(path), reason=reason, mend=mend)


def lost_retirement(path: str, commit: str) -> Diagnostic:
    """The problem BT710 of a retirement that git knows, and that the record does not say now."""
    reason = Bilingual(
        f"lịch sử git có dòng “retired” trong {path}, nay không còn; điều đã ngừng dùng không được"
        " trở lại như thế",
        f"git knows “retired” in {path}, which is gone; what was stopped does not come back like"
        " that",
    )
    mend = Bilingual(
        f"ghi lại dòng ấy như cũ (xem: git show {commit}:./{path}); muốn dùng lại thì mọi bên phê"
        " duyệt và phát hành một bản mới in nội dung ấy",
        f"write that line again (see it: git show {commit}:./{path}); to use it again, all parties"
        " approve and issue a new version that prints it",
    )
    return ROLLED_BACK.at(Span(path), reason=reason, mend=mend)


def shallow_clone() -> Diagnostic:
    """The warning BT710 that git here cannot tell what was taken back before."""
    reason = Bilingual(
        "chưa biết, vì bản sao git này thiếu lịch sử cũ, nên không so được với điều git từng có",
        "not known, for this clone lacks the older history to compare with",
    )
    mend = Bilingual(
        "lấy đủ lịch sử (git fetch --unshallow); trong CI thì đặt fetch-depth: 0",
        "fetch all of it (git fetch --unshallow); in CI set fetch-depth: 0",
    )
    return ROLLED_BACK.at(Span("content/editions"), reason=reason, mend=mend).as_warning()


def passed_rejection(link: Link, approval: Approval, commit: str, *, was_known: bool) -> Diagnostic:
    """The problem BT710 of an edition or redaction on an approval that its unit had taken back.

    A warning where the rejection stood on another branch.
    """
    path, unit = approval_path(approval.record, approval.unit), approval.unit
    reason = Bilingual(
        f"{link.name} dựa vào một phê duyệt cũ của {unit} cho {approval.record}; trước lúc ấy đơn"
        f" vị này đã không phê duyệt (git cat-file -p {commit}:./{path})",
        f"{link.name} rests on an old approval of {approval.record} by {unit}, which had rejected"
        f" it before (git cat-file -p {commit}:./{path})",
    )
    problem = ROLLED_BACK.at(Span(path), reason=reason, mend=_TAKEN_BACK)
    return problem if was_known else problem.as_warning()


_TAKEN_BACK = Bilingual(
    "bản chưa đẩy lên kho chung thì bỏ rồi phát hành lại; đã phát hành thì một bên thu hồi"
    " (bulletin recall), hoặc mọi bên phê duyệt và phát hành phiên bản mới",
    "drop it and issue again while nobody else has it; else a party recalls it (bulletin recall),"
    " or all parties approve and issue a new version",
)


def content_is_back(edition: Edition, commit: str) -> Diagnostic:
    """The problem BT710 of an edition whose content all parties had taken out."""
    path = edition.path
    reason = Bilingual(
        f"nội dung của {edition.name} đã được mọi bên gỡ bỏ, nay lại nằm trong tệp",
        f"all parties have taken the content of {edition.name} out, and it stands there again",
    )
    mend = Bilingual(
        f"lấy lại bản đã gỡ: git checkout {commit} -- {path}",
        f"restore the form without content: git checkout {commit} -- {path}",
    )
    return ROLLED_BACK.at(Span(path), reason=reason, mend=mend)


def no_file(path: str) -> Diagnostic:
    """The problem BT701 of a link, pipe or device in the place of issued editions."""
    reason = Bilingual(
        "chỗ này là liên kết hoặc tệp đặc biệt, không được mở ra",
        "it is a link or a special file, which is not opened",
    )
    return altered_file(path, path, reason)


def unknown_mark(folder: str, mark: str) -> Diagnostic:
    """The problem BT710 of an edition that somebody holds and that the chain does not."""
    reason = Bilingual(
        f"không bản nào mang mã “{mark}”", f"no edition has the digest or check mark “{mark}”"
    )
    mend = Bilingual(
        "xem lại mã (12 chữ số kiểm tra trên trang hoặc bản in, hoặc cả mã băm); đúng mã mà không"
        " có thì kho này đã bị lùi lại: lấy lại thư mục content/editions từ bản sao khác",
        "look at the mark again (the 12 digits on page or paper, or the whole digest); if it is"
        " right, this workspace was rolled back: restore content/editions from another copy",
    )
    return ROLLED_BACK.at(Span(folder), reason=reason, mend=mend)


def altered_file(name: str, path: str, reason: Bilingual) -> Diagnostic:
    """The problem BT701 of the file of an edition."""
    mend = Bilingual(
        f"lấy lại tệp từ lịch sử git (git checkout -- {path}); muốn sửa thì phát hành đính chính",
        f"restore the file from git (git checkout -- {path}); to change it, issue a correction",
    )
    return ALTERED.at(Span(path), edition=name, reason=reason, mend=mend)


def rewritten_edition(edition: Link) -> Diagnostic:
    """The problem BT701 of an edition whose file was written again after git had it."""
    path = edition.path
    reason = Bilingual(
        "tệp đã được ghi lại khác với lúc đưa vào git lần đầu, cả mã băm",
        "the file was written again, digests and all, after it had first come into git",
    )
    taken_out = "-S'\"redacted\"'" if isinstance(edition, Redacted) else "--diff-filter=A"
    find = f"git log --reverse {taken_out} --format=%h -- {path}"
    mend = Bilingual(
        f"hỏi ai đã sửa (git log -p -- {path}); tìm lần đầu bằng {find} (dòng đầu), rồi git"
        f" checkout MÃ -- {path}; lấy lại cả head.json",
        f"ask who did that (git log -p -- {path}); find the first with {find} (the first line),"
        f" then git checkout COMMIT -- {path}; restore head.json as well",
    )
    return ALTERED.at(Span(path), edition=edition.name, reason=reason, mend=mend)


def issued_twice(path: str, *editions: str) -> Diagnostic:
    """The problem of a file that git could not merge; one of the editions is to be dropped."""
    return BROKEN_CHAIN.at(Span(path), reason=ISSUED_TWICE, mend=drop_own(*editions))


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
