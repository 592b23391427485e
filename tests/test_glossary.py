"""The glossary has a line for every kind of record and for every state, as the program says it."""

import importlib
from pathlib import Path

import pytest

from generator.base.text import Choice
from generator.model.kinds import KINDS
from generator.model.record.record import Record
from tests.conftest import ROOT

MODEL = ROOT / "generator" / "model"
GLOSSARY = (ROOT / "generator" / "glossary.md").read_text("utf-8").splitlines()


def choices_of_the_model() -> list[type[Choice]]:
    for path in sorted(MODEL.rglob("*.py")):
        importlib.import_module(_module(path))
    return [one for one in Choice.__subclasses__() if one.__module__.startswith("generator.model")]


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_kind_stands_in_the_glossary(kind: type[Record]) -> None:
    line = f"| {kind.label.vi} | {kind.label.en} | `{kind.__name__}`, {kind.prefix} |"
    assert GLOSSARY.count(line) == 1


@pytest.mark.parametrize("choice", choices_of_the_model(), ids=lambda choice: choice.__name__)
def test_every_state_stands_in_the_glossary(choice: type[Choice]) -> None:
    heading = next(n for n, line in enumerate(GLOSSARY) if line.endswith(f": `{choice.__name__}`"))
    told = GLOSSARY[heading + 4 : heading + 4 + len(choice)]
    assert told == [f"| {m.label.vi} | {m.label.en} | `{m.name}` |" for m in choice]
