"""What a pass over a text is: a form that people write, and how it is said."""

import re
from collections.abc import Callable, Iterable

Pass = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]

FREE, END = r"(?<![\w/.,])", r"(?![\w/]|[.,][0-9])"
# What is counted one by one: 5/7 tổ are five of seven; 5-7 lần is no day.
COUNTED = (
    "tổ|thôn|xóm|mẫu|hộ|người|đồng chí|đảng viên|chi bộ|trường|lớp|học sinh|sinh viên|cháu|em|"
    "trạm|bể|giếng|chỉ tiêu|tiêu chí|nhiệm vụ|phường|xã|tỉnh|khu|điểm|phiếu|ca|ý kiến|kiến nghị|"
    "công trình|dự án|hạng mục|đơn vị|cơ sở|cơ quan|doanh nghiệp|tuyến|xe|chiếc|cái|con|hồ sơ|đơn|"
    "vụ|việc|lượt|lần|chuyến|buổi|suất|máy|phòng|giường|bệnh nhân|gia đình|nhân khẩu|nội dung|"
    "phút|tiếng|tuần|tháng|năm|cuộc|chốt|cột|cây|van|điểm trường|tổ dân phố|TDP|ngày"
)


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
