"""Verbs answer programs in JSON: on stdout alone, with keys that no language changes."""

from pathlib import Path

import orjson
import pytest

from tests.conftest import Run
from tests.exercise import Desk, plan, record_files
from tests.test_desk import written_to

AT = ("--at", "2026-12-02T09:00+07:00")
JSON = ("--format", "json")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    desk = Desk(record_files() | plan("BT-2026-0001", ["SV-2026-0001"], mode="exercise"))
    desk.issue("BT-2026-0001")
    desk.change("SV-2026-0001", "Thời điểm hết mùi hoàn toàn.", "Bao giờ hết mùi.")
    return written_to(tmp_path, desk.files)


def asked(bulletin: Run, office: Path, *arguments: str) -> tuple[int, dict[str, object]]:
    ran = bulletin(office, *AT, *arguments)
    document: dict[str, object] = orjson.loads(ran.stdout)
    return ran.returncode, document


def test_the_desk_as_json(office: Path, bulletin: Run) -> None:
    code, document = asked(bulletin, office, "status", *JSON)
    items = document["items"]
    assert code == 0 and isinstance(items, list) and len(items) > 3
    work = next(item for item in items if item["code"] == "BT606")
    assert (work["record"], work["unit"]) == ("SV-2026-0001", "ubnd")
    assert work["late_days"] == 3 and str(work["due"]).startswith("2026-11-29T23:59:59")
    only = asked(bulletin, office, "status", "BX-2026-0001", *JSON)[1]["items"]
    assert isinstance(only, list) and {item["record"] for item in only} == {"BX-2026-0001"}


def test_the_reasons_as_json(office: Path, bulletin: Run) -> None:
    code, document = asked(bulletin, office, "why", "ND-2026-0001", *JSON)
    assert code == 0 and list(document) == ["text", "where", "causes"]
    assert "ND-2026-0001" in str(document["text"])
    assert "TT-2026-0001" in str(document["causes"])


def test_the_changes_as_json(office: Path, bulletin: Run) -> None:
    code, document = asked(bulletin, office, "diff", "BT-2026-0001", *JSON)
    assert (code, document["before"], document["after"]) == (0, "BT-2026-0001/v1", None)
    changes = document["changes"]
    assert isinstance(changes, list)
    (change,) = changes
    assert (change["record"], change["change"]) == ("SV-2026-0001", "changed")
    assert change["keys"][0]["after"] == "Bao giờ hết mùi."


def test_what_is_verified_and_what_is_not_as_json(office: Path, bulletin: Run) -> None:
    code, document = asked(bulletin, office, "verify", *JSON)
    editions = document["editions"]
    assert isinstance(editions, list)
    assert (code, document["findings"]) == (0, [])
    assert (editions[0]["edition"], editions[0]["relation"]) == ("BT-2026-0001/v1", "new")
    head = office / "content/editions/head.json"
    head.write_bytes(head.read_bytes().replace(b"v1", b"v2"))
    code, document = asked(bulletin, office, "verify", *JSON)
    assert (code, str(document["findings"]).count("BT702")) == (1, 1)
    assert asked(bulletin, office, "--lang", "en", "verify", *JSON)[1]["editions"] == editions


def test_an_issue_and_its_refusal_as_json(office: Path, bulletin: Run) -> None:
    note = ("--relation", "update", "--change-note", "Sửa câu.")
    code, document = asked(bulletin, office, "issue", "BT-2026-0001", *note, *JSON)
    assert (code, list(document)) == (1, ["refused", "findings"])
    assert document["findings"]
    withdrawn = ("--relation", "withdrawal", "--change-note", "Rút.")
    by = ("--unit", "dan-van", "--office", "truong-ban")
    code, document = asked(bulletin, office, "issue", "BT-2026-0001", *withdrawn, *by, *JSON)
    assert (code, document["edition"]) == (0, "BT-2026-0001/v2")
    assert str(document["digest"]).startswith("sha256:")
