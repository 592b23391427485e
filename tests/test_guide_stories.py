"""The stories of the guide are true, and its pictures are there, small, described and all used."""

import re
from datetime import datetime

import pytest
from PIL import Image
from pydantic import BaseModel

from generator.base.diagnostics import Severity
from generator.base.text import Language
from generator.cli.verbs.init import starting_files
from generator.model.kinds import KINDS
from generator.model.record.record import Record
from generator.model.registry.registry import REGISTRY_FILES
from generator.model.registry.signoff import Approval, Recall
from generator.pipeline import compile_content
from generator.targets.site.guide import GROUPS, finish_page, rule_pages
from generator.workspace import MemoryWorkspace
from tests.conftest import ROOT
from tests.guide_stories import NIGHT, OTHER, WRONG, Story, begin
from tests.pictures.manifest import PICTURES, made
from tests.test_guide import LAST_MOMENT, PAGES, ROW, Reader, fences, keys_of, replayed
from tests.test_guide import reader as reader  # noqa: PLC0414 - a fixture

IMAGE = re.compile(r"!\[([^\]]*)\]\(hinh/([^)]+)\)")
ALONE = re.compile(r"(?:^|\n\n)!\[[^\]\n]*\]\(hinh/[^)]+\)(?=\n\n|\n$)")
TEXTS = {page.name: page.read_text("utf-8") for page in PAGES}
SECTIONS = {
    section.partition("\n")[0]: section
    for name, text in TEXTS.items()
    if name.startswith("4-")
    for section in text.split("\n## ")[1:]
}


# ── what the stories show ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("story", [WRONG, NIGHT, OTHER], ids=lambda story: story.pages[0])
def test_the_commands_of_a_story_print_what_it_shows(reader: Reader, story: Story) -> None:
    begin(reader, story)
    compared = list(replayed(reader, story.steps, *story.pages))
    assert compared
    for shown, printed in compared:
        reader.compare(shown, printed, *story.pages)


# ── the examples ─────────────────────────────────────────────────────────────────────────────

# Keys that only some records have; the text beside the example says when.
ELSEWHERE = {
    *("closed", "supersedes", "agreement", "replaced_by"),
    *("signed_copy", "official", "discuss", "imprint"),
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.prefix)
def test_the_example_of_a_kind_has_every_key_of_the_kind(kind: type[Record]) -> None:
    section = next(s for name, s in SECTIONS.items() if name.startswith(f"{kind.prefix} · "))
    (example,) = re.findall(r"^```yaml\n(id: .*?)^```$", section, re.DOTALL | re.MULTILINE)
    shared = set(keys_of(Record))
    own = {key for key in keys_of(kind) if key not in shared}
    missing = {key for key in own if key.rpartition(".")[2] not in _keys_in(example)}
    assert {key.partition(".")[0] for key in missing} <= ELSEWHERE
    assert all(f"`{key}`" in section for key in missing)


def _keys_in(example: str) -> set[str]:
    return set(re.findall(r"(?:^|[{ -])([a-z_]+):(?= |$)", example, re.MULTILINE))


def test_it_lists_every_key_of_the_files_that_are_no_records() -> None:
    models: tuple[type[BaseModel], ...] = (Approval, Recall, *REGISTRY_FILES.values())
    for heading, model in zip(OTHERS, models, strict=True):
        assert (heading, ROW.findall(SECTIONS[heading])) == (heading, list(keys_of(model)))


OTHERS = (
    *("Phê duyệt", "Thu hồi"),
    *("Chương trình", "Đơn vị", "Địa bàn", "Lĩnh vực và loại văn bản"),
)


def test_the_examples_of_the_registry_files_have_no_error_together() -> None:
    files = starting_files()
    for heading, path in zip(OTHERS[2:], REGISTRY_FILES, strict=True):
        files[path] = _example(heading).encode()
    assert errors_of(files) == []


def test_the_examples_of_an_approval_and_a_recall_fit_the_story_of_the_guide() -> None:
    files = starting_files()
    files |= {f.path: f.text.encode() for f in fences() if f.is_record}
    files["content/recalls/ND-2026-0001.yml"] = _example("Thu hồi").encode()
    later = errors_of(files, AFTER_THE_RECALL)
    assert [error for error in later if error.startswith("content/recalls/")] == []
    assert errors_of({p: c for p, c in files.items() if "recalls" not in p}) == []
    digest = _example("Phê duyệt").splitlines()[-1].partition(" ")[2]
    assert f"  {digest}\n" in TEXTS["2-phe-duyet-phat-hanh.md"]


AFTER_THE_RECALL = datetime.fromisoformat("2026-11-05T09:45+07:00")


def errors_of(files: dict[str, bytes], moment: datetime = LAST_MOMENT) -> list[str]:
    found = compile_content(MemoryWorkspace(files, moment)).of(Severity.ERROR)
    return [str(one.span) + one.diagnostic.message(Language.VI) for one in found]


def _example(heading: str) -> str:
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", SECTIONS[heading], re.DOTALL | re.MULTILINE)
    return str(example)


def test_every_rule_stands_in_a_group_of_the_overview() -> None:
    pages = dict(rule_pages())
    overview = pages.pop("guide/rules/index.md")
    for address in pages:
        code = address.rpartition("/")[2].removesuffix(".md")
        assert f"({code}.md)" in overview
    assert overview.count("\n## ") <= len(GROUPS)


# ── the pictures ─────────────────────────────────────────────────────────────────────────────


def test_every_picture_is_made_by_the_script_and_used_by_a_page() -> None:
    used = {name for text in TEXTS.values() for _, name in IMAGE.findall(text)}
    assert used == made() == {picture.name for picture in PICTURES.iterdir()}


def test_every_picture_is_described_in_words_and_stands_alone() -> None:
    for name, text in TEXTS.items():
        described = IMAGE.findall(text)
        assert len(ALONE.findall(text)) == len(described), name
        for words, picture in described:
            assert len(words) >= 20, picture
            assert re.search("[ạảãâăđêôơưậắềịọụủứ]", words), picture


def test_pictures_are_small() -> None:
    sizes = {picture.name: picture.stat().st_size for picture in PICTURES.iterdir()}
    assert max(sizes.values()) <= 120_000
    assert sum(sizes.values()) <= 1_600_000


def test_a_page_keeps_the_place_of_a_picture_free_while_it_loads() -> None:
    name = sorted(made())[0]
    with Image.open(PICTURES / name) as picture:
        width, height = (side // 2 for side in picture.size)
    html = finish_page(f'<img alt="x" src="../hinh/{name}" /><img src="hinh/none.png" />', ROOT)
    assert html.count(f'width="{width}" height="{height}"') == html.count("width=") == 1


def test_a_new_workspace_has_the_pictures_of_its_guide() -> None:
    assert {f"content/guide/hinh/{name}" for name in made()} <= set(starting_files())
