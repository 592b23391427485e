"""The next step after each verb: what to type, and who acts."""

from collections.abc import Sequence
from pathlib import Path

from generator.base.text import Bilingual


def next_step(step: Bilingual) -> Bilingual:
    """The last line of a verb."""
    return Bilingual(f"Làm tiếp: {step.vi}", f"Next: {step.en}")


def save(root: Path, message: str, then: Bilingual) -> Bilingual:
    """Keep what was written in git, where there is git, and then the next thing."""
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return next_step(then)
    commands = f'git add content; git commit -m "{message}"; git push'
    return next_step(Bilingual(f"{commands}; rồi {then.vi}", f"{commands}; then {then.en}"))


def after_new(path: str, record_id: str) -> Bilingual:
    return next_step(
        Bilingual(
            f"mở {path}, điền các khóa có dấu •, rồi: bulletin check {record_id}",
            f"open {path}, fill in the keys marked •, then: bulletin check {record_id}",
        )
    )


def after_export(bulletin: str | None, issued: str | None = None) -> Bilingual:
    """After a paper that is signed outside; of a packet only the conclusion comes back."""
    if issued:
        return next_step(
            Bilingual(
                f"không phải làm gì: nội dung không khác {issued} đã phát hành",
                f"nothing: it does not differ from {issued} as issued",
            )
        )
    if bulletin is None:
        return next_step(
            Bilingual(
                "trình; có kết luận thì ghi vào “conclusion” của bản ghi trao đổi",
                "submit it; the conclusion goes into “conclusion” of the consultation",
            )
        )
    return next_step(
        Bilingual(
            "văn thư lấy số, trình ký, đóng dấu; rồi ghi số vào “number”, bản đã ký vào"
            f" “signed_copy” của {bulletin}, và: bulletin check {bulletin}",
            "the clerk numbers it, has it signed and stamped; then write “number” and"
            f" “signed_copy” into {bulletin}, and: bulletin check {bulletin}",
        )
    )


def after_import(path: str, record_id: str) -> Bilingual:
    return next_step(
        Bilingual(
            f"đối chiếu {path} với bản gốc, điền các khóa có dấu •, rồi: bulletin check"
            f" {record_id}",
            f"compare {path} with the paper, fill in the keys marked •, then: bulletin check"
            f" {record_id}",
        )
    )


def after_check(names: Sequence[str], *, errors: int, holds: int) -> Bilingual:
    again = " ".join(("bulletin check", *names))
    if errors:
        return next_step(
            Bilingual(
                f"sửa các lỗi trên rồi chạy lại {again}; chưa rõ vì sao thì bulletin explain và mã"
                " của lỗi.",
                f"mend the errors above and run {again} again; for the reason of a rule, bulletin"
                " explain and its code.",
            )
        )
    if holds:
        return next_step(
            Bilingual(
                "xem đơn vị nào phải làm gì: bulletin status",
                "see who must do what: bulletin status",
            )
        )
    return next_step(
        Bilingual("xem việc đang chờ: bulletin status", "see what waits: bulletin status")
    )


def after_status(first: str | None) -> Bilingual:
    if first:
        return next_step(
            Bilingual(
                f"xem phải gõ gì cho một việc, thí dụ: bulletin status {first}",
                f"see what to type for one of these, as in: bulletin status {first}",
            )
        )
    return next_step(
        Bilingual(
            "viết bản ghi mới: bulletin new LOẠI; hoặc dựng trang: bulletin build",
            "write a record: bulletin new KIND; or make the site: bulletin build",
        )
    )


def after_why(record_id: str, mend: Bilingual | None) -> Bilingual:
    """The mend of what holds the record up first."""
    if mend:
        return next_step(mend)
    return Bilingual(
        f"Không có việc nào đang chờ ở {record_id}.", f"Nothing waits for {record_id}."
    )


def after_explain() -> Bilingual:
    return next_step(
        Bilingual(
            "sửa theo một ví dụ “Đúng” ở trên, rồi: bulletin check",
            "mend it as an example marked “Đúng” (right) shows, then: bulletin check",
        )
    )


def after_approval(root: Path, record_id: str, missing: Sequence[str]) -> Bilingual:
    """Who is asked now; or what becomes of what all have approved."""
    if missing:
        command = f"bulletin approve {record_id} --unit {missing[0]} --office …"
        then = Bilingual(f"mời từng bên còn lại: {command}", f"ask each of the others: {command}")
    elif "/" in record_id:  # a version, whose content is to be taken out
        command = f"bulletin redact {record_id.replace('/', ' ')}"
        then = Bilingual(command, command)
    elif record_id.startswith("BT-"):
        then = Bilingual(f"bulletin issue {record_id}", f"bulletin issue {record_id}")
    else:
        then = Bilingual(
            f"ghi {record_id} vào “include” của một bản tin (bulletin new bulletin).",
            f"write {record_id} under “include” of a bulletin (bulletin new bulletin).",
        )
    return save(root, f"Phê duyệt {record_id}", then)


def after_rejection(root: Path, record_id: str) -> Bilingual:
    if "/" in record_id:
        then = Bilingual(
            f"trao đổi với các bên; đề nghị gỡ {record_id} nằm ở content/redactions.",
            f"talk with the parties; the request to take {record_id} out is in content/redactions.",
        )
        return save(root, f"Không phê duyệt {record_id}", then)
    then = Bilingual(
        f"đơn vị viết sửa {record_id} theo lý do ấy rồi mời phê duyệt lại; chưa thống nhất được thì"
        " mở trao đổi: bulletin new consultation",
        f"its unit changes {record_id} and asks again; if you cannot agree, open a consultation:"
        " bulletin new consultation",
    )
    return save(root, f"Không phê duyệt {record_id}", then)


def after_issue(root: Path, edition: str) -> Bilingual:
    then = Bilingual(
        "dựng trang và bản in: bulletin build", "make the site and the papers: bulletin build"
    )
    return save(root, f"Phát hành {edition}", then)


def after_recall(root: Path, record_id: str) -> Bilingual:
    then = Bilingual(
        "dựng lại trang để người đọc thấy: bulletin build; báo các bên, rồi xem phải sửa gì:"
        " bulletin status",
        "make the site again so that readers see it: bulletin build; tell the other parties, and"
        " see what is to be corrected: bulletin status",
    )
    return save(root, f"Thu hồi {record_id}", then)


def after_build(site: Path) -> Bilingual:
    return next_step(
        Bilingual(
            f"mở {site / 'index.html'} để xem, rồi chép cả thư mục {site} lên máy chủ.",
            f"open {site / 'index.html'}, then copy the whole folder {site} to the server.",
        )
    )


def after_archive(folder: Path) -> Bilingual:
    return next_step(
        Bilingual(
            f"bulletin verify {folder}, rồi chép thư mục ấy vào nơi lưu trữ.",
            f"bulletin verify {folder}, then copy the folder to where archives are kept.",
        )
    )


def after_publish(target: str, seen_at: str) -> Bilingual:
    return next_step(
        Bilingual(
            f"máy chủ đọc {seen_at}; thấy sai thì trở lại ngay: bulletin publish"
            f" {target} --rollback",
            f"the server reads {seen_at}; if it is wrong, go back at once: bulletin"
            f" publish {target} --rollback",
        )
    )


def after_dry_run(target: str) -> Bilingual:
    command = f"bulletin publish {target}"
    return next_step(Bilingual(f"đăng: {command}", f"publish: {command}"))


def after_rollback(target: str) -> Bilingual:
    return next_step(
        Bilingual(
            "bản này chưa có những thu hồi và đính chính về sau; sửa nội dung rồi đăng lại ngay:"
            f" bulletin publish {target}",
            "this release knows no later recall or correction; mend the content and publish again"
            f" at once: bulletin publish {target}",
        )
    )


def after_diff(bulletin: str) -> Bilingual:
    command = f'bulletin issue {bulletin} --relation … --change-note "…"'
    return next_step(
        Bilingual(
            f"các bên phê duyệt lại (bulletin approve {bulletin} …), rồi phát hành: {command}",
            f"the parties approve again (bulletin approve {bulletin} …), then issue: {command}",
        )
    )


def after_print(file: str, approve: str | None, issued: str | None) -> Bilingual:
    """A draft is read and approved; what differs in nothing from `issued` is printed as that."""
    if issued:
        return next_step(
            Bilingual(
                f"không phải làm gì: nội dung không khác {issued} đã phát hành, nên {file} là bản"
                " in của chính bản ấy, như trên trang đã dựng",
                f"nothing: it does not differ from {issued} as issued, so {file} is the print of"
                " that version, as on the site",
            )
        )
    opened = Bilingual(f"mở {file} để đọc lại", f"open {file} and read it")
    if approve is None:
        return next_step(Bilingual(f"{opened.vi}.", f"{opened.en}."))
    command = f"bulletin approve {approve} --unit … --office …"
    return next_step(
        Bilingual(
            f"{opened.vi}; đúng rồi thì mời các bên: {command}",
            f"{opened.en}; if it is right, ask the parties: {command}",
        )
    )
