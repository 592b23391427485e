"""A zip whose bytes depend on nothing but what it holds."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # of the format


def frozen(content: bytes) -> bytes:
    """The same zip, its files in their order and without the moment at which it was written."""
    output = BytesIO()
    with ZipFile(BytesIO(content)) as read, ZipFile(output, "w", ZIP_DEFLATED) as written:
        for name in read.namelist():
            entry = ZipInfo(name, _FIRST_MOMENT)
            entry.compress_type = ZIP_DEFLATED
            written.writestr(entry, read.read(name))
    return output.getvalue()
