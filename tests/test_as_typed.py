"""What people type, paste and save from other programs is understood, or told so that it helps."""

import re
import unicodedata

import pytest

from generator.base.diagnostics import BulletinError, Located, Severity
from generator.base.text import Language
from generator.source.yaml.loader import load
from generator.workspace import moment_of_run
from tests.plain_words import faults
from tests.support import FACT, check, in_memory

VALID = in_memory({}).read(FACT).decode()
MESSAGE = "content/records/message/2026/ND-2026-0002.yml"
NEWS = """id: ND-2026-0002
title: An toàn nước sinh hoạt
unit: dan-van
created: 2026-11-28
areas: [song-xanh]
topic: moi-truong
audience: [residents]
question: Nước có an toàn không?
say:
  - text: Nước đạt quy chuẩn.
    because: [TT-2026-0001]
"""
NETWORK = "content/records/network/2026/LL-2026-0002.yml"
COLLABORATORS = """id: LL-2026-0002
title: Lực lượng nắm bắt dư luận
unit: dan-van
created: 2026-11-28
period: {from: 2026-10-01, until: 2026-11-20}
coverage: [{area: song-xanh, groups: 18, collaborators: 21, reporting: 12}]
"""


def found_in(path: str, text: str | bytes) -> list[Located]:
    """What is said of a file, in words that an editor reads; that it waits for approval is not."""
    found = [
        one
        for one in check({path: text}).findings
        if one.span.path == path and one.diagnostic.problem.code != "BT401"
    ]
    assert [fault for one in found for fault in faults(one)] == []
    return found


def told(path: str, text: str | bytes) -> list[tuple[int, str]]:
    return [(one.span.line, one.diagnostic.problem.code) for one in found_in(path, text)]


def mends(path: str, text: str | bytes) -> str:
    """What is wrong and what to do, of all findings of a file."""
    found = found_in(path, text)
    said = [(one.diagnostic.message(Language.VI), one.diagnostic.fix(Language.VI)) for one in found]
    return "\n".join(" ".join(parts) for parts in said)


def with_line(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


# ── digits, days and moments ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９", "०१२३४५६७८९"])
def test_only_the_digits_0_to_9_make_an_id_a_count_or_a_day(digits: str) -> None:
    other = str.maketrans("0123456789", digits)
    fullwidth = digits[0] == "０"
    for path, text, written in (
        (MESSAGE, NEWS, "2026-11-28"),
        (MESSAGE, NEWS, "TT-2026-0001"),
        (NETWORK, COLLABORATORS, "21"),
        (NETWORK, COLLABORATORS, "2026-10-01"),
    ):
        changed = with_line(text, written, written[:-1] + written[-1].translate(other))
        code = "BT109" if fullwidth else "BT104"
        assert told(path, changed)[:1] == [(line_of(text, written), code)]


MOMENTS = {
    "2026-11-29T17:00+07:00": True,
    "2026-11-29T17:00": True,
    "2026-11-29T17:00:30.5Z": True,
    "20261129T1700": False,
    "2026-W48-7T17:00+07:00": False,
    "2026-11-29T17:00,5": False,
    "2026-11-29T17:00:00,5+07:00": False,
    "2026-11-29T17": False,
    "2026-11-29 17:00+07:00": False,
    "2026-11-29t17:00": False,
    "2026-333T17:00": False,
    "1899-12-31T17:00": False,
    "2200-01-01T17:00": False,
}


@pytest.mark.parametrize("written", MOMENTS)
def test_a_moment_is_written_in_one_form_in_files_and_on_the_command_line(written: str) -> None:
    told_codes = told(MESSAGE, f"{NEWS}next_update: {written}\n")
    assert told_codes == ([] if MOMENTS[written] else [(NEWS.count("\n") + 1, "BT104")])
    if not MOMENTS[written]:
        with pytest.raises(BulletinError):
            moment_of_run(written)


# ── letters ──────────────────────────────────────────────────────────────────────────────────

DISGUISED = {
    "Ðỗ": "Đỗ",  # eth, as old fonts and their converters write it
    "Hà Ðông": "Đông",
    "Ɖường": "Đường",
    "d\u0335ường": "đường",
    "D\u0336ường": "Đường",
    "nước sạсh": "sạch",  # Cyrillic
    "Hà Nộі": "Nội",
    "tổ А": "A",
    "Νước": "Nước",  # Greek
    "sạch όng": "óng",
    "nhα": "nha",
    "ǎn": "ăn",
    "Ｈà": "Hà",
    "２０２６": "2026",
    "𝗡ước": "Nước",
    "ﬁle": "file",
}
REAL = (
    *("5 μg, 10 µm, 4 kΩ, 3 Ω", "TNFα, ΔT và tia α, β", "Ελλάδα", "Báo Правда", "Россия и СССР"),
    *("Lǎo Shě", "Þórður Ðorð", "越南 Ａ", "⚠️🚨 nước 1️⃣ 👨‍👩‍👧", "Đoàn, Đội", "m³ ½ № ₫"),
)


@pytest.mark.parametrize("written", DISGUISED)
@pytest.mark.parametrize("way", ["title: {}\n", 'title: "{}"\n', "note: >-\n  một\n  {}\n"])
def test_a_letter_that_looks_like_ours_is_told_with_the_right_word(written: str, way: str) -> None:
    lines = way.format(f"Tin {written} hôm nay")
    text = with_line(VALID, "title: Kết quả kiểm nghiệm nước\n", lines)
    said = mends(FACT, text)
    assert told(FACT, text) == [(line_of(text, written), "BT109")]
    assert f"“{DISGUISED[written]}”" in said


@pytest.mark.parametrize("written", REAL)
def test_words_of_other_writings_units_and_picture_signs_are_left_alone(written: str) -> None:
    found = told(FACT, with_line(VALID, "title: Kết quả", f"title: {written} kết quả"))
    assert [code for _, code in found if code != "BT612"] == []  # paper may lack a letter of it


def test_an_escaped_letter_is_seen_too() -> None:
    text = with_line(VALID, "title: Kết quả kiểm nghiệm nước", 'title: "H\\u00e0 \\u00d0\\u00f4ng"')
    assert told(FACT, text) == [(2, "BT109")]


@pytest.mark.parametrize("part", ["Kết quả kiểm nghiệm nước", VALID])
def test_detached_marks_are_told_once_for_each_key_and_mended_by_fix(part: str) -> None:
    text = VALID.replace(part, unicodedata.normalize("NFD", part))
    lines = [line for line, code in told(FACT, text) if code == "BT109"]
    assert len(lines) == len(set(lines)) == (1 if part != VALID else 4)
    assert f"bulletin fix {FACT}" in mends(FACT, text)


def test_hidden_signs_are_told_once_for_each_key_and_named() -> None:
    text = VALID.replace("Cả 21 mẫu nước", ">-\n  Cả 21\u200b mẫu\n  nước\u00ad").replace(
        "kiểm nghiệm", "kiểm\u202e nghiệm"
    )
    assert told(FACT, text) == [(2, "BT109"), (9, "BT109")]
    hidden, zero_width = mends(FACT, text).split("\n")
    assert "U+202E" in hidden and "bulletin fix" not in hidden  # somebody must look at the order
    assert "U+200B, U+00AD" in zero_width and "bulletin fix" in zero_width


# ── signs that mean something else ───────────────────────────────────────────────────────────

SIGNED = (
    *("*Nước* sạch", "*Nuoc sach", "**Đến** nhà văn hóa", "&Sơ tán đến đâu", "&A va B"),
    *("!Khẩn cấp", "!khan", "! Chú ý", "[Khẩn] Nước", "{Khẩn} Nước", "- 5 độ", "? Vì sao"),
    *("> 5 m", ">= 5 m", ", rồi", ": rồi", "%5", "@bà con", "`lệnh`", "] x", "Sơ tán: điểm 2"),
    *('[Khẩn] Nước "sạch"', "*Nuoc 'sach'"),
)


def with_text(way: str, written: str) -> str:
    """A message that says this, in a key of its own or in a list."""
    if way == "title":
        return with_line(NEWS, "title: An toàn nước sinh hoạt", f"title: {written}")
    if way == "item":
        return with_line(NEWS, "say:\n", f"areas_:\n  - một\n  - {written}\nsay:\n")
    return with_line(NEWS, "text: Nước đạt quy chuẩn.", f"text: {written}")


@pytest.mark.parametrize("written", SIGNED)
@pytest.mark.parametrize("way", ["title", "text", "item"])
def test_a_sign_at_the_start_is_named_and_the_line_it_proposes_works(
    written: str, way: str
) -> None:
    if way == "item" and written[0] in "-?:S":
        return  # such an item can be read, as a list or a group in the list: BT104 tells it
    text = with_text(way, written)
    first = found_in(MESSAGE, text)[0]
    assert first.span.line == line_of(text, written)
    assert first.diagnostic.problem.code in ("BT101", "BT110")
    proposed = re.findall("“([^“”]*[\"'])”", first.diagnostic.fix(Language.VI))[-1]
    lines = text.split("\n")
    old = lines[first.span.line - 1]
    lines[first.span.line - 1] = old[: len(old) - len(old.lstrip())] + proposed
    outcome = load(MESSAGE, "\n".join(lines).encode())
    assert not outcome.problems
    meant = written.replace("*", "") if written.count("*") > 1 else written  # no bold type here
    assert outcome.value is not None and meant in str(outcome.value).replace("\\'", "'")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"Điểm" mới sơ tán', "“Điểm” mới sơ tán"),
        ('"Điểm" mới: sơ tán', '"“Điểm” mới: sơ tán"'),
        ('"Tổ "Xanh" đón dân"', '"Tổ “Xanh” đón dân"'),
        ("'Điểm' mới và 'cũ'", "“Điểm” mới và “cũ”"),
    ],
)
def test_the_line_with_quotations_in_it_is_written_out(written: str, meant: str) -> None:
    text = with_text("title", written)
    (first, *_) = found_in(MESSAGE, text)
    assert first.diagnostic.fix(Language.VI) == f"gõ lại dòng này: “title: {meant}”."
    assert not load(MESSAGE, with_text("title", meant).encode()).problems


@pytest.mark.parametrize(
    "written", ["*Nước* sạch", "*Nuoc sach", "&A, b", "!Khẩn", "@bà con", "Tổ #2 đón"]
)
def test_a_sign_inside_brackets_is_named_at_its_place(written: str) -> None:
    flow = f"say: [{{text: {written}, because: [TT-2026-0001]}}]\n"
    text = NEWS[: NEWS.index("say:")] + flow
    (found,) = found_in(MESSAGE, text)
    at = flow.index(written) + (written.index("#") if "#" in written else 0)
    assert (found.span.line, found.span.column) == (line_of(text, "say:"), at + 1)
    assert "dấu nháy" in found.diagnostic.fix(Language.VI)


LINES = {
    "  -text: Nước đạt quy chuẩn.\n    because: [TT-2026-0001]\n": (
        0,
        "thiếu dấu cách sau dấu gạch",
    ),
    "  – text: Nước đạt quy chuẩn.\n    because: [TT-2026-0001]\n": (0, "dấu khác dấu gạch ngang"),
    "  • text: Nước đạt quy chuẩn.\n    because: [TT-2026-0001]\n": (0, "dấu khác dấu gạch ngang"),
    "  * text: Nước đạt quy chuẩn.\n    because: [TT-2026-0001]\n": (0, "dấu khác dấu gạch ngang"),
    "  - text: Nước đạt\nquy chuẩn.\n    because: [TT-2026-0001]\n": (1, "phần tiếp của câu"),
    "  - text:Nước đạt quy chuẩn.\n    because: [TT-2026-0001]\n": (0, "dấu cách sau dấu hai chấm"),
    "  - text: Nước đạt #2\n      quy chuẩn.\n": (0, "từ dấu # này trở đi"),
    "  - text: Nước\n    because: [TT-2026-0001\n": (1, "ngoặc “[” mở ở đây"),
    "  - {text: Nước, because: [TT-2026-0001]\n": (0, "ngoặc “{” mở ở đây"),
    "  - {text: Nước, because: [TT-2026-0001}\n": (0, "không cùng loại"),
    "  - text: Nước\n    because: [TT-2026-0001]]\n": (1, "thừa một dấu ngoặc"),
    "  - text: Nước\n    because: [TT-2026-0001 {x}]\n": (1, "thiếu dấu phẩy"),
    "  - text: “Lưu ý: nước sạch”\n    because: [TT-2026-0001]\n": (0, "dấu nháy cong"),
    '  - text: "Nước sạch”\n    because: [TT-2026-0001]\n': (0, "dấu nháy cong"),
    "  - text: | Mẫu | Đạt |\n| 1 | 2 |\n": (0, "một bảng dán vào"),
    "\u00a0\u00a0- text: Nước\n    because: [TT-2026-0001]\n": (0, "dấu cách không ngắt"),
    "  -\u00a0text: Nước\n    because: [TT-2026-0001]\n": (0, "dấu cách không ngắt"),
    "  - text:\u00a0Nước\n    because: [TT-2026-0001]\n": (0, "dấu cách không ngắt"),
    "  - text: >-\n\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0Nước\n": (1, "dấu cách không ngắt"),
    "  - text: >-\n\tNước\n": (1, "phím Tab"),
    "  - text: Nước\n\u3000\u3000\u3000\u3000because: [TT-2026-0001]\n": (1, "dấu cách không ngắt"),
}


@pytest.mark.parametrize("lines", LINES)
@pytest.mark.parametrize(
    "after", ["", "next_update: 2026-12-05T17:00+07:00\nbasis: [VB-2024-0001]\n"]
)
def test_the_real_cause_is_named_on_its_line(lines: str, after: str) -> None:
    head = NEWS[: NEWS.index("  - text")]
    number, said = LINES[lines]
    (found,) = found_in(MESSAGE, head + lines + after)
    assert found.span.line == head.count("\n") + number + 1
    assert said in found.diagnostic.message(Language.VI)


@pytest.mark.parametrize("spaces", [1, 3, 5])
def test_a_crooked_line_is_told_how_many_spaces_it_needs(spaces: int) -> None:
    source = "source:\n  kind: document\n{}reference: Công văn\n  received: 2026-11-28\n"
    text = VALID[: VALID.index("source:")] + source.format(" " * spaces)
    (found,) = found_in(FACT, text)
    assert found.span.line == line_of(text, "reference")
    mend = found.diagnostic.fix(Language.VI)
    assert "2 dấu cách ở đầu dòng này, cho thẳng với “kind” ở dòng 10" in mend
    assert told(FACT, text.replace(" " * spaces + "reference", "  reference")) == []


# ── # and curly quotes ───────────────────────────────────────────────────────────────────────

HASHES = {
    "title: Tổ xe #2 đón dân": "BT116",
    "title: #112/TB về nước": "BT116",
    "title: Xem mục # 5": "BT116",
    "title: Nước\n  sạch #2 và mát": "BT116",
    "title: Nước sạch  # sẽ xem lại": "",
    "title: Nước sạch    # • Tiêu đề": "",
    'title: "Tổ xe #2 đón dân"': "",
    "title: Kênh C#2 và A#": "",
    "topic: moi-truong # lĩnh vực": "",
    "note: >-  # ghi chú\n  một\n  #2 hai": "",
    "note: >-\n  một\n  # hai": "BT116",
    'note: "một\n  # hai"': "BT116",
    "note: |\n  một\n\n  #hai": "BT116",
    "note: >-\n  một # hai": "BT116",
    "details: |\n  # Một\n  hai": "",
    "note: >-\n  một\n# hai": "",
    "title: “Nước sạch”": "BT116",
    "title: „Nước sạch”   # • Tiêu đề": "BT116",
    "title: ‘Nước sạch’": "BT116",
    "title: “Nước” và “sạch”": "",
    "title: “Nước” sạch": "",
}


@pytest.mark.parametrize("lines", HASHES)
def test_words_that_are_lost_or_printed_by_mistake_are_told(lines: str) -> None:
    key = lines.partition(":")[0]
    kept = "\n".join(line for line in VALID.split("\n") if not line.startswith(f"{key}:"))
    codes = [code for _, code in told(FACT, f"{lines}\n{kept}") if code != "BT106"]
    assert codes == ([HASHES[lines]] if HASHES[lines] else [])


def test_a_lost_word_is_a_warning_and_a_printed_comment_an_error() -> None:
    lost = found_in(FACT, VALID.replace("Kết quả kiểm nghiệm", "Tổ xe #2"))
    printed = found_in(FACT, VALID.replace("statement: Cả", "statement: >-\n  # hỏi lại\n  Cả"))
    severities = [one.diagnostic.problem.severity for one in (*lost, *printed)]
    assert severities == [Severity.WARNING, Severity.ERROR]


# ── files ────────────────────────────────────────────────────────────────────────────────────

BESIDE = "content/records/message/2026/ND-2026-0002"
STRAYS = {
    "content/records/message/2026/~$ND-2026-0002.yml": "tệp khóa mà Word",
    "content/records/message/2026/~$-2026-0002.docx": "tệp khóa mà Word",
    f"{BESIDE} (1).yml": "bản sao của ND-2026-0002.yml",
    f"{BESIDE} - Copy.yml": "bản sao của ND-2026-0002.yml",
    f"{BESIDE} - Bản sao (2).yml": "bản sao của ND-2026-0002.yml",
    "content/records/message/2026/Copy of ND-2026-0002.yml": "bản sao của ND-2026-0002.yml",
    f"{BESIDE}-MAY-CUA-TOI.yml": "bản sao của ND-2026-0002.yml",
    "content/registry/units (1).yml": "bản sao của units.yml",
    "content/registry/units - Copy.yml": "bản sao của units.yml",
    f"{BESIDE}.yml.txt": "Một bản ghi có hai tệp",
    f"{BESIDE}.txt": "Một bản ghi có hai tệp",
    "content/records/message/2026/ND-2026-0003.YML": "đổi tên tệp thành ND-2026-0003.yml",
    f"{BESIDE}.yaml": "Một bản ghi có hai tệp",
    f"{BESIDE}.docx": "tệp Word, không phải bản ghi",
    f"{BESIDE}.xlsx": "tệp Excel, không phải bản ghi",
    f"{BESIDE}.pdf": "content/attachments",
    "content/bulletins/2026/Bản đồ.png": "content/attachments",
    f"{BESIDE}.yml.bak": "chương trình khác để lại",
    f"{BESIDE}.yml~": "chương trình khác để lại",
    "content/records/Thumbs.db": "chương trình khác để lại",
    "content/records/message/ND-2026-0003.yml": "chuyển tệp sang content/records/message/2026/",
    "content/ND-2026-0003.yml": "chuyển tệp sang content/records/message/2026/",
    "content/records/mesage/2026/ND-2026-0003.yml": "chuyển tệp sang content/records/message/2026/",
    "content/ghi chép.md": "nằm ngoài những thư mục",
}


@pytest.mark.parametrize("path", STRAYS)
@pytest.mark.parametrize("content", [NEWS.encode(), b"PK\x03\x04\x00\xff"])
def test_a_file_that_is_no_record_is_named_for_what_it_is_and_stops_nothing(
    path: str, content: bytes
) -> None:
    found = [
        one
        for one in check({f"{BESIDE}.yml": NEWS, path: content}).findings
        if one.diagnostic.problem.code != "BT401"
    ]
    assert [(one.span.path, one.diagnostic.problem.code) for one in found] == [(path, "BT113")]
    ending = "'yaml' in "  # of the file's own name, as its author wrote it
    assert [fault for fault in faults(found[0]) if not fault.startswith(ending)] == []
    assert found[0].diagnostic.problem.severity is Severity.WARNING
    assert STRAYS[path] in found[0].diagnostic.message(Language.VI) + found[0].diagnostic.fix(
        Language.VI
    )


def test_a_copy_without_its_original_is_the_record_and_is_to_be_renamed() -> None:
    path = f"{BESIDE} (1).yml"
    assert told(path, NEWS) == [(1, "BT107")]
    assert "đổi tên tệp thành ND-2026-0002.yml; nếu nó chỉ là bản sao" in mends(path, NEWS)
    assert "viết mã là" not in mends(path, NEWS)


@pytest.mark.parametrize("folder", ["records/message/2026", "records/event/2026", "bulletins/2026"])
def test_a_record_in_the_folder_of_another_kind_is_told_once_with_its_place(folder: str) -> None:
    for name in ("TT-2026-0009", "ND-2026-0009"):
        path = f"content/{folder}/{name}.yml"
        text = VALID.replace("TT-2026-0001", "TT-2026-0009")
        assert told(path, text) == [(1, "BT107")]
        assert "content/records/information/2026/TT-2026-0009.yml" in mends(path, text)


# ── values and keys as people know them ──────────────────────────────────────────────────────

EVENT = "content/records/event/2026/SV-2026-0009.yml"
HEAD = "id: SV-2026-0009\ntitle: Nước có mùi\nunit: dan-van\ncreated: 2026-11-28\n"
FIRST = HEAD.count("\n") + 1
# What is typed below the head: the line where it is told, the code, and what the mend says.
TYPED = {
    "contact: Ban Dân vận\n": (0, "BT104", "mã dan-van (“Ban Dân vận”)"),
    "contact: dân vận\n": (0, "BT104", "mã dan-van"),
    "contact: UBND\n": (0, "BT104", "mã ubnd (“UBND phường”)"),
    "contact: “dan-van”\n": (0, "BT104", "mã dan-van (“Ban Dân vận”), viết không có dấu nháy"),
    "contact: [dan-van]\n": (0, "BT104", "không có ngoặc vuông"),
    "contact: Sở Y tế\n": (0, "BT104", "đang có: tuyen-giao, dan-van, btv, ubnd"),
    "areas: [Phường Sông Xanh]\n": (0, "BT104", "mã song-xanh (“Phường Sông Xanh”)"),
    "areas: song-xanh, ha-dong\n": (0, "BT104", "“areas: [song-xanh, ha-dong]”"),
    "topic: Môi trường\n": (0, "BT104", "mã moi-truong"),
    "level: Phức tạp\n": (0, "BT105", "có phải “complex”?"),
    "circulation: Nội bộ\n": (0, "BT105", "có phải “internal”?"),
    "bắt đầu: 2026-11-28T06:30\n": (0, "BT103", "có phải “started”?"),
    "Mức độ: complex\n": (0, "BT103", "có phải “level”?"),
    "Lưu ý: mang theo\n": (0, "BT103", "đặt cả câu trong dấu nháy"),
    "event: sv-2026-1\n": (0, "BT104", "SV-2026-0001"),
    "closed: chưa\n": (0, "BT104", "để trống sau dấu hai chấm"),
    "started: 17h ngày 28/11/2026\n": (0, "BT104", "2026-11-28T17:00"),
    "started: 6 giờ 30 ngày 28-11-2026\n": (0, "BT104", "2026-11-28T06:30"),
    "started: 28/11/2026\n": (0, "BT104", "thay 08:00 bằng giờ thật"),
    "started: 20261128T0630\n": (0, "BT104", "2026-11-28T06:30"),
    "tasks: [{do: x, unit: ubnd, due: 1/12/2026}]\n": (0, "BT104", "năm-tháng-ngày: 2026-12-01"),
    "unknown: Thời điểm hết mùi\n": (0, "BT104", "“- Thời điểm hết mùi”"),
    "unknown:\n  -Thời điểm\n  -Giờ\n": (1, "BT104", "“- Thời điểm”"),
    "unknown:\n  • Thời điểm\n  • Giờ\n": (1, "BT104", "“- Thời điểm”"),
    "unknown:\n  - - 5 độ\n": (1, "BT104", "đặt cả câu trong dấu nháy kép"),
    "unknown:\n  - Sơ tán: điểm\n": (1, "BT104", "đặt cả câu trong dấu nháy kép"),
    "unknown:\n  - [Khẩn]\n": (1, "BT104", "đặt cả câu trong dấu nháy kép"),
    "tasks:\n  do: x\n  unit: ubnd\n": (1, "BT104", "“- do: …”"),
    "tasks:\n  -do: x\n": (1, "BT104", "“- do: …”"),
    "tasks:\n  – do: x\n": (1, "BT104", "“- do: …”"),
    "known: Nước sạch\n": (0, "BT104", "“- text: …”"),
    "known: [Nước sạch]\n": (0, "BT104", "“- text: …”"),
    "retired: Đã cũ\n": (0, "BT104", "viết mỗi khóa một dòng: on, reason, replaced_by"),
    "retired:\n  - on: 2026-11-28\n    reason: cũ\n": (1, "BT104", "bỏ dấu “-”"),
    "retired:\non: 2026-11-28\nreason: cũ\n": (
        1,
        "BT103",
        "khóa của “retired” ở trên: thụt vào hai",
    ),
    "tasks:\ndo: x\ndue: 2026-12-01\n": (1, "BT103", "“  - do: …”"),
    "tasks:\n- do: x\ndue: 2026-12-01\nstatus: doing\n": (
        2,
        "BT103",
        "thẳng với các khóa khác của mục",
    ),
    "tasks:\n- do: x\nunit: ubnd\n": (2, "BT102", "nếu dòng này thuộc mục ngay trên"),
}


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_is_understood_and_told_once_with_what_to_write(typed: str) -> None:
    line, code, said = TYPED[typed]
    found = [one for one in told(EVENT, HEAD + typed) if one[1] != "BT605"]
    assert found == [(FIRST + line, code)]
    assert said in mends(EVENT, HEAD + typed)


def test_a_count_is_shown_in_digits() -> None:
    for written, digits in (("1.250", "1250"), ("21 người", "21"), ("021", "21")):
        text = with_line(COLLABORATORS, "collaborators: 21", f"collaborators: {written}")
        assert f"chỉ gồm chữ số: {digits}." in mends(NETWORK, text)


def test_a_time_of_day_is_shown_in_hours_and_minutes() -> None:
    head = HEAD.replace("SV-2026-0009", "ND-2026-0002")
    for written, clock in (("17h", "17:00"), ("6 giờ 30", "06:30"), ("'6:05'", "06:05")):
        text = f"{head}readings:\n  - {{on: 2026-12-01, at: [{written}]}}\n"
        assert f"giờ và phút: {clock}." in mends(MESSAGE, text), written
    late = f"{head}readings:\n  - {{on: 2026-12-01, at: [24:30]}}\n"
    assert "giờ và phút như 06:30" in mends(MESSAGE, late)


def test_in_the_registry_a_name_is_no_id_and_one_is_proposed() -> None:
    path = "content/registry/topics.yml"
    text = "topics:\n  - {id: Môi trường, name: Môi trường}\n"
    assert told(path, text)[0] == (2, "BT104")
    assert "như moi-truong" in mends(path, text)
