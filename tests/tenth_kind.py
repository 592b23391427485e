"""A tenth kind of record, as README promises it: one file and one line; what then comes of it.

Run as a program of its own (`python -m tests.tenth_kind`): the file and the line are there before
the program is imported, and nothing else is changed. It prints what was seen of the new kind.
"""

import importlib.util
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import ModuleType

import orjson

KINDS = "generator.model.kinds"
FILE = '''
"""Measure: something that was ordered for everybody, until when, and on what grounds."""

from typing import Annotated, ClassVar

from generator.base.text import Bilingual
from generator.model.record.fields import says
from generator.model.record.record import Cited, Record, Section
from generator.model.record.reference import DirectiveRef, UnitRef
from generator.model.record.scalars import Day, Moment, Prose, Text


class Measure(Record):
    """A measure for everybody in an area."""

    kind: ClassVar[str] = "measure"
    prefix: ClassVar[str] = "BP"
    label: ClassVar[Bilingual] = Bilingual("biện pháp", "measure")
    section: ClassVar[Section] = Section("measures", Bilingual("Biện pháp", "Measures"), 85)
    ends_at: ClassVar[tuple[str, ...]] = ("lifted",)
    is_evidence: ClassVar[bool] = True

    order: Annotated[Text | None, says("Nội dung biện pháp", "Order", due=True)] = None
    ordered_by: Annotated[UnitRef | None, says("Cơ quan ra lệnh", "Ordered by")] = None
    grounds: Annotated[tuple[DirectiveRef, ...], says("Văn bản căn cứ", "Grounds")] = ()
    steps: Annotated[tuple[Cited, ...], says("Các bước", "Steps")] = ()
    details: Annotated[Prose | None, says("Chi tiết", "Details")] = None
    since: Annotated[Day | None, says("Áp dụng từ", "Since")] = None
    lifted: Annotated[Moment | None, says("Bãi bỏ", "Lifted")] = None
    next_update: Annotated[Moment | None, says("Sẽ cập nhật lúc", "Next update")] = None
'''
IMPORT = "from generator.model.kinds.network import Network\n"
LINE = "    Network,\n"
RECORD = """id: BP-2026-0001
title: Tạm dừng lấy nước giếng
unit: dan-van
created: 2026-11-28
areas: [song-xanh]
topic: moi-truong
order: Không dùng nước giếng trong khu vực.
ordered_by: ubnd
grounds: [VB-2024-0001]
steps: [{text: Niêm phong các giếng chung., because: [TT-2026-0001]}]
details: Chi tiết của **lệnh** này.
since: 2026-11-28
lifted: 2026-12-20T08:00+07:00
next_update: 2026-12-09T08:00+07:00
"""


class _OneLine(SourceFileLoader):
    """The list of kinds with one import and one line more."""

    def get_data(self, path: str) -> bytes:
        code = super().get_data(path)
        if not path.endswith(".py"):
            raise OSError(path)  # what was compiled before is not this
        text = code.decode()
        assert text.count(LINE) == 1 and text.count(IMPORT) == 1
        more = text.replace(IMPORT, f"{IMPORT}from {KINDS}.measure import Measure\n")
        return more.replace(LINE, f"{LINE}    Measure,\n").encode()


class _OneFile(Loader):
    """The file of the new kind."""

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(FILE, "measure.py", "exec"), module.__dict__)  # noqa: S102  written above


class _Finder(MetaPathFinder):
    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target
        if name == f"{KINDS}.measure":
            return ModuleSpec(name, _OneFile())
        if name != KINDS:
            return None
        folder = Path(__file__).parent.parent / "generator" / "model" / "kinds"
        loader = _OneLine(name, str(folder / "__init__.py"))
        return importlib.util.spec_from_file_location(
            name, folder / "__init__.py", loader=loader, submodule_search_locations=[str(folder)]
        )


def seen() -> dict[str, object]:
    """What every part of the program makes of the new kind."""
    from tests import tenth_kind_seen  # noqa: PLC0415  the new kind comes before the program

    return tenth_kind_seen.everything(RECORD)


if __name__ == "__main__":
    sys.meta_path.insert(0, _Finder())
    sys.stdout.buffer.write(orjson.dumps(seen(), default=str))
