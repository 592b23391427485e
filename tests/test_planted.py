"""Nothing false gets out: sentences that nobody verified, in every place, reach no file."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.cli.verbs.issue import obstacles
from generator.editions.freeze import Request
from generator.model.edition.edition import Relation
from generator.pipeline import compile_content
from tests.conftest import Run
from tests.planted import Plant, all_plants, sound_plants
from tests.support import BASE, Files, approvals, as_bytes, corpus_of, in_memory, issue

GUIDE = "content/guide/index.md"
FRAME = Path("mkdocs.yml").read_bytes()
PLANTS = tuple(all_plants())


def approved(plant: Plant) -> Files:
    """The workspace with the plant, approved by every party as it stands."""
    return {**plant.files, **approvals(corpus_of(in_memory(plant.files)), plant.bulletin)}


def what_forbids(plant: Plant) -> list[str]:
    compilation = compile_content(in_memory(approved(plant)), issuing=plant.bulletin)
    assert compilation.corpus is not None
    request = Request(plant.bulletin, Relation.NEW)
    return [f.diagnostic.problem.code for f in obstacles(compilation.corpus, compilation, request)]


def test_there_are_plants_of_every_fault_in_every_field() -> None:
    assert len(PLANTS) >= 200
    assert len({plant.word for plant in PLANTS}) == len(PLANTS)


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_what_nobody_verified_is_not_issued(plant: Plant) -> None:
    assert {code for code in what_forbids(plant) if code[:3] in ("BT3", "BT4")}


@pytest.mark.parametrize("plant", tuple(sound_plants()), ids=lambda plant: plant.name)
def test_what_rests_on_a_proved_fact_is_issued(plant: Plant) -> None:
    assert what_forbids(plant) == []


@pytest.mark.pdf
def test_no_planted_word_stands_in_any_byte_of_the_site(tmp_path: Path, bulletin: Run) -> None:
    """All plants lie in the working tree; a sound bulletin is issued beside them, and built."""
    sound = tuple(sound_plants())
    files: dict[str, str | bytes] = {**BASE}
    for plant in sound:
        files |= plant.files
        files |= approvals(corpus_of(in_memory(files)), plant.bulletin)
        files |= issue(corpus_of(in_memory(files)), Request(plant.bulletin, Relation.NEW))
    for plant in PLANTS:
        files |= plant.files
    for path, content in {
        **as_bytes(files),
        "mkdocs.yml": FRAME,
        GUIDE: b"# Guide\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    for plant in PLANTS[::50]:
        ran = bulletin(tmp_path, "--at", "2026-12-01T10:00+07:00", "issue", plant.bulletin)
        assert ran.returncode == 1
    ran = bulletin(tmp_path, "build", "--as-of", "2026-12-01T10:00+07:00")
    assert ran.returncode == 0, ran.stderr
    told = "\n".join(texts_of(tmp_path / "site"))
    assert [plant.name for plant in PLANTS if plant.word.casefold() in told] == []
    assert [plant.name for plant in sound if plant.word.casefold() not in told] == []


def texts_of(site: Path) -> list[str]:
    """Every byte of every file, of what is packed in it, and the text of every PDF."""
    texts = []
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        content = file.read_bytes()
        texts.append(content.decode("utf-8", "ignore").casefold())
        if file.suffix == ".pdf":
            pages = PdfReader(BytesIO(content)).pages
            texts.append("\n".join(page.extract_text() for page in pages).casefold())
        if file.suffix == ".zip":
            with zipfile.ZipFile(file) as packed:
                texts += [
                    packed.read(name).decode("utf-8", "ignore").casefold()
                    for name in packed.namelist()
                ]
    return texts
