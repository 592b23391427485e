"""Small records for tests of rules, and how often each code is reported."""

from collections import Counter
from datetime import datetime

from generator.editions.freeze import Request
from generator.model.edition.edition import Relation
from generator.pipeline import compile_content
from tests.support import MOMENT, corpus_of, in_memory, issue

FOLDER = "content/records"
EVENT = f"{FOLDER}/event/2026/SV-2026-0001.yml"
MESSAGE = f"{FOLDER}/message/2026/ND-2026-0002.yml"
RUMOUR = f"{FOLDER}/information/2026/TT-2026-0003.yml"
BULLETIN = "content/bulletins/2026/BT-2026-0001.yml"
AREAS = "content/registry/areas.yml"
EARLY = datetime.fromisoformat("2026-11-30T17:00+07:00")


def head(record_id: str, more: str, title: str = "Nước sinh hoạt") -> str:
    return f"id: {record_id}\ntitle: {title}\nunit: dan-van\ncreated: 2026-11-28\n{more}"


def held(number: int, more: str = "", areas: str = "song-xanh") -> dict[str, str]:
    """A message on the environment for residents, until the middle of the month."""
    message_id = f"ND-2026-{number:04d}"
    keys = f"""areas: [{areas}]
topic: moi-truong
audience: [residents]
question: Nước có dùng được không?
valid: {{from: 2026-11-28T18:00+07:00, until: 2026-12-15T18:00+07:00}}
{more}"""
    return {f"{FOLDER}/message/2026/{message_id}.yml": head(message_id, keys)}


def plan(include: str, more: str = "") -> dict[str, str]:
    return {BULLETIN: head("BT-2026-0001", f"include: [{include}]\n{more}")}


def codes(files: dict[str, str], moment: datetime = MOMENT) -> Counter[str]:
    """How often each code but that of a missing approval is reported."""
    found = compile_content(in_memory(files, moment)).findings
    counted = Counter(one.diagnostic.problem.code for one in found)
    return Counter({code: count for code, count in counted.items() if code != "BT401"})


def issued(files: dict[str, str], *relations: Relation) -> dict[str, str]:
    """The files with one edition of the bulletin for each relation, on the day before."""
    for relation in relations or (Relation.NEW,):
        corpus = corpus_of(in_memory(files, EARLY))
        note = None if relation is Relation.NEW else "Có thay đổi."
        edition = issue(corpus, Request("BT-2026-0001", relation, note))
        files = {**files, **{path: content.decode() for path, content in edition.items()}}
    return files


def said(text: str, more: str = "") -> str:
    return head("ND-2026-0002", f"{more}say:\n  - {{text: '{text}', because: [TT-2026-0001]}}\n")
