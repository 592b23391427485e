"""Internal words stand in no byte of the public root, however a file is packed."""

import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from pypdf import PdfReader

from tests.conftest import run_bulletin
from tests.exercise import Desk, plan, record_files
from tests.test_desk import written_to

UNPACK = {".gz": gzip.decompress, ".br": brotli.decompress}
AT = ("--at", "2026-12-02T09:00+07:00")
# Words of the internal bulletin, of a record that only it prints, and of a record's later version.
SECRET = ("hoabantrang", "hoagaodo", "hoaphuongvi", "BT-2026-0815")


def office(folder: Path) -> Path:
    """A public bulletin; then an internal one with a record of its own and a later version."""
    desk = Desk(record_files() | plan("BT-2026-0001", ["ND-2026-0001"], mode="exercise"))
    desk.issue("BT-2026-0001")
    internal = plan("BT-2026-0815", ["ND-2026-0001", "BX-2026-0001"], mode="exercise")
    ((path, text),) = internal.items()
    text = (
        str(text).replace("number: 1", "number: 2").replace("Bản tin BT", "Bản tin hoabantrang BT")
    )
    desk.files[path] = text.replace("circulation: public", "circulation: internal")
    desk.change("BX-2026-0001", "Rác thu gom chậm ở khu tập thể.", "Rác chậm ở khu hoagaodo.")
    desk.change("TT-2026-0001", "21 mẫu", "21 mẫu hoaphuongvi")
    desk.issue("BT-2026-0815")
    return written_to(folder, desk.files)


def unpacked(name: str, raw: bytes) -> Iterator[tuple[str, str]]:
    """A file's name and text, and those of what is packed in it."""
    yield name, f"{name} {raw.decode('utf-8', 'replace')}"
    if unpack := UNPACK.get(Path(name).suffix):
        yield from unpacked(name.rpartition(".")[0], unpack(raw))
    elif name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            for inner in packed.namelist():
                yield from unpacked(inner, packed.read(inner))
    elif name.endswith(".pdf"):
        reader = PdfReader(io.BytesIO(raw))
        yield (
            name,
            " ".join([*(page.extract_text() for page in reader.pages), str(reader.metadata)]),
        )
        for inner, contents in reader.attachments.items():
            for content in contents:
                yield from unpacked(inner, content)


def found(root: Path) -> set[str]:
    """The secret words that stand anywhere below a folder."""
    files = (path for path in root.rglob("*") if path.is_file())
    texts = [
        text
        for path in files
        for _, text in unpacked(str(path.relative_to(root)), path.read_bytes())
    ]
    assert len(texts) > 300
    return {word for word in SECRET if any(word in text for text in texts)}


@pytest.mark.pdf
def test_the_public_root_holds_no_internal_word(tmp_path: Path) -> None:
    workspace = office(tmp_path / "kho")
    for folder, circulation in (("noi-bo", "internal"), ("cong-khai", "public")):
        asked = ("publish", str(tmp_path / folder), "--circulation", circulation)
        ran = run_bulletin(workspace, *AT, *asked)
        assert ran.returncode == 0, ran.stdout + ran.stderr
    assert found(tmp_path / "noi-bo") == {*SECRET}
    assert found(tmp_path / "cong-khai") == set()
