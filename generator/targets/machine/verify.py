"""Kiểm tra một bản sao của trang bản tin, không cần chương trình đã dựng nó: python3 verify.py

Checks a copy of a site: python3 verify.py [FOLDER]. Needs Python 3.9, for signatures ssh-keygen.
1: are the files those of manifest.json? 2: has each edition its digest? 3: does it alone follow
what it names? 4: did every party approve it, before the issue? 5: by the keys that held before?
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def canonical(value: object) -> bytes:
    """Canonical JSON (RFC 8785), for the texts and integers that records hold."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(value: object) -> str:
    return f"sha256:{hashlib.sha256(canonical(value)).hexdigest()}"


def flaws_of_files(site: Path, listed: dict[str, str]) -> Iterator[str]:
    """1: what is missing, too much, or other than the manifest says; a pipe is never opened."""
    found = (p for p in site.rglob("*") if p.is_symlink() or not p.is_dir())
    present = {p.relative_to(site).as_posix() for p in found}
    for path in sorted({*present, *listed} - {"manifest.json"}):
        if path not in listed:
            yield f"{path}: tệp thừa · not in the manifest"
        elif not (site / path).is_file():
            yield f"{path}: thiếu, hoặc không phải tệp · missing, or no file"
        elif hashlib.sha256((site / path).read_bytes()).hexdigest() != listed[path]:
            yield f"{path}: nội dung đã khác · the content differs"


def flaws_of_content(raw: bytes, body: Json, listed: dict[str, str]) -> Iterator[str]:
    """2: the digest of an edition, its one way of writing, and that its plan rests on all of it."""
    covered(body, body["bulletin"], seen := dict[str, str]())
    for name in sorted({*body["records"]} - {*seen}):
        yield f"{name}: không ai phê duyệt · nobody approved it"
    own = digest({key: value for key, value in body.items() if key != "digest"})
    if own != body["digest"] or raw != canonical(body) + b"\n":
        yield "nội dung không khớp mã băm · the content does not fit its digest"
    if listed.get(f"{body['bulletin']}/v{body['version']}") != body["digest"]:
        yield "mã băm khác với manifest.json · the manifest has another digest"


def flaws_of_place(body: Json, listed: dict[str, str], followed: set[str]) -> Iterator[str]:
    """3: what it follows is listed with the same digest, and nothing else follows that."""
    before = body["previous"] or {"edition": "", "digest": ""}
    if before["edition"] in followed:
        yield f"hai bản cùng nối sau · two editions follow {before['edition'] or 'the start'}"
    followed.add(before["edition"])
    if listed.get(before["edition"], before["digest"]) != before["digest"]:
        yield f"{before['edition']} đã khác · is not what it follows"


def supports(value: object, key: str = "") -> Iterator[str]:
    """The ids that a record rests on: under “because”, “basis” and “include”, at any depth."""
    if isinstance(value, dict):
        for inner, part in value.items():
            yield from supports(part, inner)
    elif isinstance(value, list):
        for part in value:
            yield from supports(part, key)
    elif key in ("because", "basis", "include"):
        yield str(value)


def covered(body: Json, record_id: str, known: dict[str, str]) -> str:
    """The digest that an approval covers: the record, all it rests on, files, signing, terms."""
    contents, registry = {**body["records"], body["bulletin"]: body["plan"]}, body["registry"]
    content, terms, held = contents[record_id], registry["programme"], body["attachments"]
    known[record_id], named = "sha256:circle", {*supports(content)} & {*contents}
    below = {one: known.get(one) or covered(body, one, known) for one in named}
    files = {one["file"]: held.get(one["file"], "") for one in content.get("attachments", ())}
    groups: Json = {"rests_on": below, "attachments": files}
    level, signers = terms.get("approval", "declared"), registry.get("signers", [])
    if record_id == body["bulletin"] and body["form"] > 1:
        groups["registry"] = registry | {"programme": {k: terms[k] for k in {*terms} - {"parties"}}}
    elif record_id == body["bulletin"] and (signers or level != "declared"):
        groups["signing"] = {"approval": level, "signers": signers}
    if record_id == body["bulletin"] and body.get("changes_terms"):
        members = registry.get("members", terms["parties"])
        parties = sorted((m if isinstance(m, dict) else {"unit": m} for m in members), key=str)
        groups["agreement"] = {"parties": parties, "deciding_body": terms["deciding_body"]}
    known[record_id] = digest({"record": content, **{k: g for k, g in groups.items() if g}})
    return known[record_id]


def flaws_of_approvals(body: Json, keys: list[str]) -> Iterator[str]:
    """4 and 5; a withdrawal needs one party, and repeats the approvals of the version before."""
    issued, approving = datetime.fromisoformat(body["issued_at"]), set[str]()
    for given in body["approvals"]:
        who = f"{given['unit']} ({given['record']})"
        if given["decision"] != "approve" or datetime.fromisoformat(given["at"]) > issued:
            yield f"phê duyệt không hợp lệ · no valid approval: {who}"
        elif covered(body, given["record"], {}) != given["digest"]:
            yield f"phê duyệt cho nội dung khác · approved other content: {who}"
        elif "signature" in given and not is_signed(given, keys):
            yield f"chữ ký không đúng · the signature does not hold: {who}"
        elif given["record"] == body["bulletin"]:
            approving.add(given["unit"])
    for unit in sorted({*body["registry"]["programme"]["parties"]} - approving):
        yield f"thiếu phê duyệt của · did not approve: {unit}"


def is_signed(given: Json, keys: list[str]) -> bool:  # asks of the file as `approve` writes it
    names = ("record", "unit", "office", "decision", "at", "digest", "reason")
    told = [(key, given[key]) for key in names if given.get(key) is not None]
    text = "".join(f"{k}: {canonical(v).decode() if k == 'reason' else v}\n" for k, v in told)
    at = f"{datetime.fromisoformat(given['at']).astimezone(timezone.utc):%Y%m%d%H%M%S}"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "signers").write_bytes("\n".join([*keys, ""]).encode())
        Path(folder, "signature").write_bytes(given["signature"].encode())
        how = ["-f", "signers", "-I", given["unit"], "-s", "signature", f"-Overify-time={at}"]
        ask, os.environ["TZ"] = ["ssh-keygen", "-Y", "verify", "-n", "bulletin", *how], "UTC0"
        ran = subprocess.run(ask, input=text.encode(), capture_output=True, cwd=folder, check=False)
    return ran.returncode == 0


def flaws(site: Path) -> Iterator[str]:
    manifest = json.loads((site / "manifest.json").read_bytes())
    yield from flaws_of_files(site, manifest["files"])
    raws = (path.read_bytes() for path in site.glob("**/editions/*/v*.json"))
    editions = [(raw, body) for raw in raws if "plan" in (body := json.loads(raw))]
    followed, keys, listed = set[str](), list[str](), manifest["editions"]
    for raw, body in sorted(editions, key=lambda one: datetime.fromisoformat(one[1]["issued_at"])):
        own, known = body["registry"].get("signers", []), {line.split()[0] for line in keys}
        trusted = [*keys, *(line for line in own if line.split()[0] not in known)]
        found = [*flaws_of_content(raw, body, listed), *flaws_of_place(body, listed, followed)]
        if body["relation"] != "withdrawal":
            found, keys = [*found, *flaws_of_approvals(body, trusted)], own
        yield from (f"{body['bulletin']}/v{body['version']}: {flaw}" for flaw in found)


if __name__ == "__main__":
    sys.excepthook = lambda _, error, __: print(f"không phải trang, hoặc hỏng · no site: {error!r}")
    found = list(flaws(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent))
    print("\n".join([*found, f"{len(found)} chỗ không khớp · differences"]))
    sys.exit(bool(found))
