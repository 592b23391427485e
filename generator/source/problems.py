"""BT1xx and BT2xx problems that reading, validating and linking report."""

import re
from dataclasses import replace

from generator.base.diagnostics import Diagnostic, Problem, Severity
from generator.base.text import Bilingual


def fix_command(path: str) -> str:
    """The command that mends the spelling of a file, as it is typed."""
    return f"bulletin fix {path}" if _PLAIN_PATH.fullmatch(path) else f'bulletin fix "{path}"'


def to_write(key: str) -> Bilingual:
    """The mend of BT106 for a key that nobody wrote."""
    return Bilingual(f"ghi “{key}: …”", f"write “{key}: …”")


def to_fill_in(missing: Diagnostic, line: int) -> Diagnostic:
    """BT106 of a key that stands there without a value: it must not be written a second time."""
    key = str(missing.facts["key"])
    if missing.facts["mend"] != to_write(key):
        return missing
    mend = Bilingual(
        f"điền vào sau “{key}:” ở dòng {line}", f"put it behind “{key}:” on line {line}"
    )
    return replace(missing, facts={**missing.facts, "mend": mend})


_PLAIN_PATH = re.compile(r"[\w./-]+")
NOT_YAML = Problem(
    "BT101",
    Bilingual(
        "Không đọc được tệp này: {reason}.",
        "This file cannot be read: {reason}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
REPEATED_KEY = Problem(
    "BT102",
    Bilingual("Khóa “{key}” được viết hai lần.", "The key “{key}” is written twice."),
    Bilingual(
        "giữ lại một dòng “{key}”; dòng đầu ở dòng {first}{hint}.",
        "keep one “{key}”; the first one is on line {first}{hint}.",
    ),
)
UNKNOWN_KEY = Problem(
    "BT103",
    Bilingual("Không có khóa nào tên “{key}”{where}.", "There is no key called “{key}”{where}."),
    Bilingual("{hint}", "{hint}"),
)
WRONG_FORM = Problem(
    "BT104",
    Bilingual(
        "Giá trị của “{key}” không đúng dạng: {given}.",
        "The value of “{key}” has the wrong form: {given}.",
    ),
    Bilingual("cần {expected}.", "expected {expected}."),
)
NOT_IN_LIST = Problem(
    "BT105",
    Bilingual(
        "“{given}” không có trong danh sách giá trị của “{key}”.",
        "“{given}” is not one of the values of “{key}”.",
    ),
    Bilingual("{hint}chọn một trong: {allowed}.", "{hint}choose one of: {allowed}."),
)
MISSING_KEY = Problem(
    "BT106",
    Bilingual("Chưa có giá trị cho khóa “{key}” ({title}).", "There is no “{key}” ({title})."),
    Bilingual("{mend}{because}.", "{mend}{because}."),
)
MISPLACED_ID = Problem(
    "BT107",
    Bilingual(
        "Mã “{id}” không khớp với vị trí của tệp.",
        "The id “{id}” does not fit the place of the file.",
    ),
    Bilingual("{hint}", "{hint}"),
)
REPEATED_ID = Problem(
    "BT108",
    Bilingual("Mã “{id}” đã được dùng ở {first}.", "The id “{id}” is already used at {first}."),
    Bilingual("đặt mã khác cho bản ghi này.", "give this record another id."),
)
# Warnings of the same code, which only the history of git can tell.
TAKEN_ELSEWHERE = Problem(
    "BT108",
    Bilingual(
        "Nhánh {branch} dùng mã {id} cho bản ghi khác: “{title}”.",
        "The branch {branch} uses the id {id} for another record: “{title}”.",
    ),
    Bilingual(
        "ai gửi lên sau thì đổi: đặt số chưa dùng cho tên tệp và “id”{citing}. Nhánh ấy bỏ rồi thì"
        " xóa nó đi, hoặc git fetch --prune.",
        "whoever pushes second changes: a free number in the file's name and “id”{citing}. If that"
        " branch is given up, delete it, or git fetch --prune.",
    ),
    Severity.WARNING,
)
CHANGED_MEANING = Problem(
    "BT108",
    Bilingual(
        "Lúc chỗ này được viết, {id} là “{before}”; nay {id} là bản ghi khác: “{now}”.",
        "When this was written {id} was “{before}”; now {id} is another record: “{now}”.",
    ),
    Bilingual(
        "hai người đã lấy cùng một mã và một bên đã đổi: ghi mã mới của bản ghi định nêu{heir}.",
        "two people took one id and one of them changed it: write the new id of the record that is"
        " meant{heir}.",
    ),
    Severity.WARNING,
)
BAD_CHARACTER = Problem(
    "BT109",
    Bilingual("Văn bản có {what}.", "The text holds {what}."),
    Bilingual("{mend}.", "{mend}."),
)
NOT_ALLOWED = Problem(
    "BT110",
    Bilingual("Không được dùng {what}.", "{what} may not be used."),
    Bilingual("{mend}.", "{mend}."),
)
BAD_FILE = Problem(
    "BT111",
    Bilingual("Không dùng được tệp này: {reason}.", "This file is not accepted: {reason}."),
    Bilingual("{mend}.", "{mend}."),
)
UNFIT_NAME = Problem(
    "BT115",
    Bilingual(
        "Máy khác không giữ được tên “{name}”: {reason}.",
        "Other computers cannot hold the name “{name}”: {reason}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
STRAY_FILE = Problem(
    "BT113",
    Bilingual("{what}.", "{what}."),
    Bilingual("{hint}.", "{hint}."),
    Severity.WARNING,
)
READ_OTHERWISE = Problem(
    "BT116",
    Bilingual("{what}.", "{what}."),
    Bilingual("{mend}.", "{mend}."),
)
NOTHING_THERE = Problem(
    "BT201",
    Bilingual("Không có {what} nào mang mã {id}.", "There is no {what} with the id {id}."),
    Bilingual("{hint}", "{hint}"),
)
WRONG_KIND = Problem(
    "BT202",
    Bilingual(
        "{id} là {given}, không dùng được cho khóa “{key}”.",
        "{id} is of the kind “{given}”, which “{key}” cannot name.",
    ),
    Bilingual("chỉ nêu mã của: {allowed}.", "name only: {allowed}."),
)
UNFIT_PAGE = Problem(
    "BT117",
    Bilingual(
        "Không dùng được tệp này của hướng dẫn: {what}.", "The guide cannot have this: {what}."
    ),
    Bilingual("{mend}.", "{mend}."),
)
NOT_REGULAR = Bilingual(
    "đây là liên kết hoặc tệp đặc biệt, không phải tệp thường",
    "it is a link or a special file, not a regular one",
)
AS_A_FILE = Bilingual(
    "chép nội dung vào một tệp hoặc thư mục thật", "copy the content into a real file or folder"
)

# BT106 (MISSING_KEY here) and BT112 are in the tuple RULES instead.
READING_PROBLEMS = (
    NOT_YAML,
    REPEATED_KEY,
    UNKNOWN_KEY,
    WRONG_FORM,
    NOT_IN_LIST,
    MISPLACED_ID,
    REPEATED_ID,
    BAD_CHARACTER,
    NOT_ALLOWED,
    BAD_FILE,
    STRAY_FILE,
    UNFIT_NAME,
    UNFIT_PAGE,
    READ_OTHERWISE,
    NOTHING_THERE,
    WRONG_KIND,
)
