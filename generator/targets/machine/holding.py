"""What somebody holds of a bulletin: a folder, a zip, a site on the intranet, or one PDF."""

import logging
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import orjson
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from generator.base.diagnostics import BulletinError
from generator.base.digest import digest12
from generator.base.text import Bilingual
from generator.model.edition.edition import body_digest, file_bytes
from generator.targets.build.manifest import MANIFEST, read_manifest

_LARGEST = 8 << 30  # bytes of all files of a site, unpacked or fetched
_MOST_FILES = 500_000
_PATIENCE = 30.0  # seconds for an answer of a server
_EDITION = re.compile(r".+-v[1-9][0-9]*\.json$")


def is_address(target: str) -> bool:
    return target.lower().startswith(("http://", "https://"))


@contextmanager
def as_folder(target: str) -> Iterator[Path]:
    """The folder of a built site: as it lies there, unpacked from a zip, or fetched.

    Raises BulletinError when that cannot be done.
    """
    if not target.strip():
        raise BulletinError(_NOTHING.vi, _NOTHING.en)
    if not is_address(target) and not zipfile.is_zipfile(target):
        yield Path(target)
        return
    with tempfile.TemporaryDirectory(prefix="bulletin-") as name:
        folder = Path(name)
        if is_address(target):
            _fetch(target.rstrip("/") + "/", folder)
        else:
            _unpack(Path(target), folder)
        if next(folder.rglob(MANIFEST), None) is None:
            raise _refusal(target, _NO_SITE)
        yield folder


def _unpack(path: Path, folder: Path) -> None:
    """Only files, only below the folder; a zip that would fill the disk is refused."""
    try:
        with zipfile.ZipFile(path) as packed:
            infos = [info for info in packed.infolist() if not info.is_dir()]
            if sum(info.file_size for info in infos) > _LARGEST or len(infos) > _MOST_FILES:
                raise _refusal(str(path), _TOO_LARGE)
            for info in infos:
                with packed.open(info) as source:
                    _keep(folder, info.filename, source)
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError) as error:
        raise _refusal(str(path), _NO_ZIP) from error


def _keep(folder: Path, name: str, source: IO[bytes]) -> None:
    target = folder / name
    if not target.resolve().is_relative_to(folder.resolve()) or "\0" in name:
        raise _refusal(name, _OUTSIDE)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        shutil.copyfileobj(source, file)


class _SameSite(HTTPRedirectHandler):
    """Another site says nothing about this one."""

    def redirect_request(self, req: Request, *rest: Any) -> Request | None:  # noqa: ANN401  theirs
        address = str(rest[-1])
        if urlsplit(address)[:2] != urlsplit(req.full_url)[:2]:
            raise URLError("redirect")
        return super().redirect_request(req, *rest)


def _fetch(address: str, folder: Path) -> None:
    """Every file that the site's own manifest names; one that is not there is missing."""
    opener = build_opener(_SameSite)

    def get(path: str) -> None:
        with opener.open(urljoin(address, quote(path)), timeout=_PATIENCE) as answer:
            _keep(folder, path, answer)

    try:
        get(MANIFEST)
        for path in read_manifest(folder).files:
            try:
                get(path)
            except HTTPError as error:
                if error.code != _GONE:
                    raise
    except HTTPError as error:
        reason = _LOCKED if error.code == _UNAUTHORIZED else _NO_ANSWER
        raise _refusal(address, reason) from error
    except (OSError, ValueError, HTTPException) as error:
        raise _refusal(address, _NO_ANSWER) from error


_GONE, _UNAUTHORIZED = 404, 401


class Paper(NamedTuple):
    """The edition that is attached to a PDF, and on how many pages its check mark stands."""

    name: str
    digest: str
    pages: int


def paper_in(path: Path) -> tuple[Paper | None, tuple[Bilingual, ...]]:
    """What a PDF says of itself, and in what it does not agree with itself.

    Raises BulletinError when it is no PDF, or holds no edition to compare with. What its pages say
    is compared only by the mark.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it repairs by itself is no flaw
    try:
        reader = PdfReader(path)
        attached = {name: b"".join(parts) for name, parts in reader.attachments.items()}
        pages = [page.extract_text() for page in reader.pages]
    except (OSError, PyPdfError, ValueError, KeyError, TypeError) as error:
        raise _refusal(str(path), _NO_PDF) from error
    content = next((attached[name] for name in sorted(attached) if _EDITION.match(name)), None)
    if content is None:
        raise _refusal(str(path), _NOTHING_ATTACHED)
    try:
        body = orjson.loads(content)
        paper = Paper(f"{body['bulletin']}/v{body['version']}", str(body["digest"]), len(pages))
        is_right = body_digest(body) == paper.digest and file_bytes(body) == content
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
        return None, (_ALTERED,)
    return paper, tuple(_flaws(paper, pages, is_right=is_right))


def _flaws(paper: Paper, pages: list[str], *, is_right: bool) -> Iterator[Bilingual]:
    if not is_right:
        yield _ALTERED
    mark = digest12(paper.digest)
    unmarked = ", ".join(str(n) for n, text in enumerate(pages, 1) if mark not in text)
    if unmarked:
        yield Bilingual(
            f"trang {unmarked} không in số kiểm tra {mark} của bản gốc đính kèm",
            f"page {unmarked} does not print the check mark {mark} of the attached edition",
        )


def _refusal(name: str, reason: Bilingual) -> BulletinError:
    return BulletinError(f"{name}: {reason.vi}.", f"{name}: {reason.en}.")


_TOO_LARGE = Bilingual("tệp nén này quá lớn", "the zip is too large")
_NO_ZIP = Bilingual("không giải nén được", "it cannot be unpacked")
_NO_SITE = Bilingual(
    f"không phải bản sao của một trang bản tin, vì thiếu {MANIFEST}",
    f"it is no copy of a bulletin site: it lacks {MANIFEST}",
)
_NOTHING = Bilingual(
    "Chưa nêu thư mục, tệp hay địa chỉ nào để kiểm tra.",
    "Name the folder, file or address to be verified.",
)
_NO_PDF = Bilingual("không đọc được như một tệp PDF", "it cannot be read as a PDF")
_OUTSIDE = Bilingual("tên tệp nằm ngoài thư mục của trang", "the file lies outside the site")
_NO_ANSWER = Bilingual(
    "không lấy được trang này; xem lại địa chỉ và mạng",
    "the site cannot be fetched; look at the address and the network",
)
_LOCKED = Bilingual(
    "trang đòi mật khẩu; hãy tải bulletin.zip bằng trình duyệt rồi kiểm tra tệp ấy",
    "the site asks for a password; fetch bulletin.zip with a browser and verify that",
)
_NOTHING_ATTACHED = Bilingual(
    "tệp PDF này không kèm bản gốc nên không tự kiểm tra được; so 12 chữ số kiểm tra in trên đó:"
    " bulletin verify --since SỐ",
    "no edition is attached to this PDF, so that it cannot be checked by itself; compare the 12"
    " digits on it: bulletin verify --since DIGITS",
)
_ALTERED = Bilingual(
    "bản gốc đính kèm không còn khớp mã băm của nó", "the attached edition was altered"
)
