"""The letters of a text file: Unicode, or refused with what to do."""

from generator.base.text import Bilingual
from generator.targets.incoming.package import refused

_MARKS = (("\ufeff".encode(), "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded(name: str, content: bytes, advice: Bilingual) -> str:
    """The text in UTF-8 or UTF-16, its lines ended as ours; Refused when it is in neither."""
    encoding = next((named for mark, named in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise refused(
            name,
            f"không phải chữ UTF-8 (có thể là bảng mã TCVN3, VNI); {advice.vi}",
            f"not in UTF-8 (perhaps TCVN3 or VNI); {advice.en}",
        ) from error
    if "\0" in text:
        raise refused(name, "không phải tệp chữ", "no text file")
    return text.replace("\r\n", "\n").replace("\r", "\n")
