"""Nothing that the parties have not agreed on is read as issued: by check, build or verify."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from generator.base.diagnostics import Refused
from generator.editions.chain import HEAD
from generator.editions.verify import verify_editions
from generator.issued import compile_ledger
from generator.model.edition.edition import Relation, body_digest, file_bytes
from generator.model.record.record import Circulation
from generator.pipeline import compile_content
from generator.targets.build.inputs import Wish
from generator.targets.build.plan import plan_of
from generator.workspace import MemoryWorkspace
from tests.conftest import Run
from tests.exercise import Desk, Files, plan, record_files
from tests.support import REGISTRY, git, in_memory
from tests.test_desk import written_to

Body = dict[str, Any]
LATER = datetime.fromisoformat("2026-12-02T08:00+07:00")
NEWEST = "content/editions/BT-2026-0002/v1.json"


def issued_files() -> Files:
    """Two bulletins, each approved by both parties and issued."""
    desk = Desk(record_files() | plan("BT-2026-0001", ["ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    second = str(plan("BT-2026-0002", ["SV-2026-0001"])["content/bulletins/2026/BT-2026-0002.yml"])
    numbered = second.replace("number: 1", "number: 2")
    desk.files["content/bulletins/2026/BT-2026-0002.yml"] = numbered
    desk.issue("BT-2026-0002")
    return desk.files


def forged(
    change: Callable[[Body], object], path: str = NEWEST, given: Files | None = None
) -> MemoryWorkspace:
    """The newest edition changed by hand, with right digests, as if nothing had happened."""
    files = {**(given or issued_files())}
    body = orjson.loads(files[path])
    change(body)
    body["digest"] = body_digest(body)
    files[path] = file_bytes(body)
    name = f"{body['bulletin']}/v{body['version']}"
    files[HEAD] = file_bytes({"edition": name, "digest": body["digest"]})
    return in_memory(files, LATER)


def codes_at(workspace: MemoryWorkspace) -> Iterator[set[str]]:
    """The findings about editions by check, by build and by verify."""
    found = compile_content(workspace).findings
    yield {f.diagnostic.problem.code for f in found if f.span.path.startswith("content/editions")}
    try:
        compile_ledger(workspace, Circulation.INTERNAL)
        yield set()
    except Refused as refused:
        yield {f.diagnostic.problem.code for f in refused.findings}
    yield {problem.problem.code for problem in verify_editions(workspace).problems}


def first(body: Body) -> Body:
    approval: Body = body["approvals"][0]
    return approval


def stranger(body: Body) -> Body:
    """A record of the edition under another id, with a new sentence."""
    record: Body = body["records"]["TT-2026-0001"]
    return {**record, "id": "TT-2026-0098", "statement": "Không ai phê duyệt câu này."}


TELEPHONE = {"title": "Trực ban", "phone": "024 3355 9999"}


def move_to_succession(body: Body) -> None:
    units = body["registry"]["units"]
    body["succession"] = {"units": [{**units.pop(), "contact": TELEPHONE}]}


FORGERIES: dict[str, tuple[str, Callable[[Body], object]]] = {
    "no approvals": ("BT709", lambda b: b.update(approvals=[])),
    "one party": ("BT709", lambda b: b["approvals"].pop()),
    "another text": ("BT709", lambda b: b["records"]["TT-2026-0001"].update(statement="Khác.")),
    "a rejection": ("BT709", lambda b: first(b).update(decision="reject")),
    "an unknown office": ("BT709", lambda b: first(b).update(office="chanh-van-phong")),
    "an office of another unit": ("BT709", lambda b: first(b).update(unit="ubnd")),
    "approved after the issue": ("BT709", lambda b: first(b).update(at="2026-12-05T08:00+07:00")),
    "no moment": ("BT709", lambda b: first(b).update(at="hôm qua")),
    "another bulletin approved": ("BT709", lambda b: first(b).update(record="BT-2026-0001")),
    "no approval at all": ("BT709", lambda b: b["approvals"].append({"x": 1})),
    "a party less": (
        "BT709",
        lambda b: (
            b["registry"]["programme"].update(parties=["tuyen-giao", "ubnd"]),
            b["approvals"].pop(),
        ),
    ),
    "alone": ("BT709", lambda b: b["registry"]["programme"].update(parties=["tuyen-giao"])),
    "another deciding body": (
        "BT709",
        lambda b: b["registry"]["programme"].update(deciding_body="ubnd"),
    ),
    "changed terms that are none": ("BT709", lambda b: b.update(changes_terms=True)),
    "other parties than its members": (
        "BT709",
        lambda b: b["registry"].update(members=[{"unit": "tuyen-giao"}, {"unit": "ubnd"}]),
    ),
    "parties in another order": (
        "BT709",
        lambda b: b["registry"]["programme"]["parties"].reverse(),
    ),
    "members in another order": (
        "BT709",
        lambda b: (
            b["registry"]["programme"]["parties"].reverse(),
            b["registry"]["members"].reverse(),
        ),
    ),
    "an approval twice": (
        "BT709",
        lambda b: b["approvals"].insert(0, {**first(b), "office": "pho-truong-ban"}),
    ),
    "an approval by a unit that is no party": (
        "BT709",
        lambda b: b["approvals"].append({**first(b), "unit": "btv"}),
    ),
    "a unit that nobody has named": (
        "BT709",
        lambda b: b.update(
            succession={"units": [{"id": "xx", "name": "X", "kind": "other", "contact": TELEPHONE}]}
        ),
    ),
    "another telephone": (
        "BT709",
        lambda b: b["registry"]["units"][0].update(contact=TELEPHONE),
    ),
    "another name": ("BT709", lambda b: b["registry"]["units"][0].update(name="Ban Khác")),
    "another area": ("BT709", lambda b: b["registry"]["areas"][0].update(name="Phường Khác")),
    "another programme": ("BT709", lambda b: b["registry"]["programme"].update(title="Khác")),
    "another time zone": (
        "BT709",
        lambda b: b["registry"]["programme"].update(timezone="Asia/Tokyo"),
    ),
    "a unit twice": (
        "BT709",
        lambda b: b["registry"]["units"].insert(0, {**b["registry"]["units"][0], "name": "X"}),
    ),
    "an older form": ("BT709", lambda b: b.update(form=1)),
    "a unit beside its registry": (
        "BT709",
        lambda b: b.update(succession={"units": [{**b["registry"]["units"][0], "name": "X"}]}),
    ),
    "a unit that another edition named": ("BT709", move_to_succession),
    "a record that its plan does not rest on": (
        "BT709",
        lambda b: b["records"].update({"TT-2026-0098": stranger(b)}),
    ),
    "parties that are no ids": (
        "BT701",
        lambda b: b["registry"]["programme"].update(parties=[{"unit": "tuyen-giao"}] * 2),
    ),
    "members beside the registry": (
        "BT701",
        lambda b: b.update(succession={"members": [{"unit": "ubnd"}]}),
    ),
    "a registry without a list": (
        "BT701",
        lambda b: (b["registry"].update(units=5), b.update(succession={"units": [{"id": "x"}]})),
    ),
    "a first version with a note": ("BT709", lambda b: b.update(change_note="Ai cũng đồng ý.")),
    "a version withdrawn by somebody": (
        "BT709",
        lambda b: b.update(withdrawn_by={"unit": "ubnd", "office": "xx"}),
    ),
    "a note with a control character": ("BT709", lambda b: b.update(change_note="\x1b[2J")),
    "an approval with words": ("BT709", lambda b: first(b).update(reason="Rất đồng ý.")),
    "an approval of long ago": ("BT709", lambda b: first(b).update(at="1990-01-01T08:00+07:00")),
    "first and not new": ("BT709", lambda b: b.update(relation="correction", change_note="X")),
    "a withdrawal of nothing": ("BT709", lambda b: b.update(relation="withdrawal")),
    "issued before the one it follows": (
        "BT702",
        lambda b: b.update(issued_at="2026-11-30T10:00:00+07:00"),
    ),
    "a version as a text": ("BT701", lambda b: b.update(version="1")),
    "a moment in another zone": ("BT701", lambda b: b.update(issued_at="2026-12-01T03:00:00Z")),
    "a key that says nothing": ("BT701", lambda b: b.update(succession={})),
    "an empty plan": ("BT701", lambda b: b.update(plan={})),
    "an empty registry": ("BT701", lambda b: b.update(registry={})),
    "no parties": ("BT709", lambda b: b["registry"]["programme"].update(parties=[])),
    "an unknown key in a record": ("BT701", lambda b: b["records"]["TT-2026-0001"].update(x=1)),
    "a record under another id": (
        "BT701",
        lambda b: b["records"].update({"TT-2026-0099": b["records"]["TT-2026-0001"]}),
    ),
    "a record of no kind": ("BT701", lambda b: b["records"].update({"XX-2026-0001": {}})),
    "a bulletin in itself": ("BT701", lambda b: b["records"].update({b["bulletin"]: b["plan"]})),
    "an attachment outside its folder": (
        "BT701",
        lambda b: b["attachments"].update({"../registry/units.yml": "sha256:" + "0" * 64}),
    ),
    "approvals that are none": ("BT701", lambda b: b.update(approvals=["x"])),
    "no time zone": ("BT701", lambda b: b["registry"]["programme"].update(timezone="Sao/Hỏa")),
    "an unknown level": ("BT701", lambda b: b["registry"]["programme"].update(approval="x")),
}


def test_what_was_issued_by_the_verbs_holds_everywhere() -> None:
    assert list(codes_at(in_memory(issued_files(), LATER))) == [set(), set(), set()]


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_edition_with_right_digests_is_found_by_check_build_and_verify(
    forgery: str,
) -> None:
    code, change = FORGERIES[forgery]
    for door in codes_at(forged(change)):
        assert code in door, (forgery, door)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda b: (
                b["registry"].update(members=["tuyen-giao"]),
                b["registry"]["programme"].update(parties=["tuyen-giao"]),
                b.update(approvals=[a for a in b["approvals"] if a["unit"] == "tuyen-giao"]),
            ),
            "there is only one party",
        ),
        (
            lambda b: b["registry"]["programme"].update(parties=["tuyen-giao", "ubnd"]),
            "its list of parties differs from the terms that it holds",
        ),
    ],
)
def test_the_first_edition_of_a_chain_has_two_parties_and_one_list_of_them(
    change: Callable[[Body], object], told: str
) -> None:
    """No edition before it says who the parties are."""
    desk = Desk(record_files() | plan("BT-2026-0001", ["ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    path = "content/editions/BT-2026-0001/v1.json"
    workspace = forged(change, path, desk.files)
    problems = verify_editions(workspace).problems
    assert {problem.problem.code for problem in problems} == {"BT709"}
    assert any(told in problem.sentence.en for problem in problems)


def test_a_forged_edition_changes_no_terms() -> None:
    """Else a second forgery could rest on the first."""
    workspace = forged(lambda b: b["registry"]["programme"].update(parties=["tuyen-giao", "ubnd"]))
    corpus = compile_content(workspace).corpus
    assert corpus is not None
    assert corpus.agreed.parties_on(LATER.date()) == ("tuyen-giao", "dan-van")


@pytest.mark.parametrize("signed", ["declared", "signed"])
def test_one_unit_does_not_leave_the_others_out(signed: str, tmp_path: Path, bulletin: Run) -> None:
    files = {**issued_files()}
    files[PROGRAMME] = str(in_memory({}).read(PROGRAMME), "utf-8").replace(
        "parties: [tuyen-giao, dan-van]", f"parties: [tuyen-giao, ubnd]\napproval: {signed}"
    )
    files[THIRD] = str(plan("BT-2026-0003", ["DL-2026-0001"], mode="exercise")[THIRD]).replace(
        "number: 1", "number: 3"
    )
    folder = written_to(tmp_path, files)
    for unit in ("tuyen-giao", "ubnd"):
        ran = bulletin(folder, *AT, "approve", "BT-2026-0003", *by(unit))
        assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "Thỏa thuận thay đổi: “Ban Tuyên giáo, Ban Dân vận" in ran.stdout
    assert "Còn thiếu phê duyệt của" in ran.stderr and "Ban Dân vận" in ran.stderr
    ran = bulletin(folder, *AT, "issue", "BT-2026-0003")
    assert (ran.returncode, "BT401" in ran.stdout) == (1, True), ran.stdout + ran.stderr
    checked = bulletin(folder, *AT, "check").stdout
    assert "BT412" in checked and "chưa được" in checked


def test_new_terms_count_once_every_old_and_every_new_party_has_approved(
    tmp_path: Path, bulletin: Run
) -> None:
    folder = written_to(tmp_path, {**issued_files(), **third_with("[tuyen-giao, ubnd]")})
    for unit in ("tuyen-giao", "ubnd", "dan-van"):
        ran = bulletin(folder, *AT, "approve", "BT-2026-0003", *by(unit))
        assert ran.returncode == 0, ran.stdout + ran.stderr
    ran = bulletin(folder, *AT, "issue", "BT-2026-0003")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert bulletin(folder, *AT, "verify").returncode == 0
    assert "BT412" not in bulletin(folder, *AT, "check").stdout
    drawn = bulletin(folder, *AT, "render", "BT-2026-0003").stderr
    assert "không khác BT-2026-0003/v1 đã phát hành" in drawn
    gone = bulletin(folder, *AT, "recall", "BT-2026-0003", *by("dan-van"), "--reason", "Sai.")
    assert (gone.returncode, "không phải là một bên" in gone.stderr) == (2, True), gone.stderr
    edition = orjson.loads((folder / "content/editions/BT-2026-0003/v1.json").read_bytes())
    assert edition["changes_terms"] is True
    edition["approvals"] = [a for a in edition["approvals"] if a["unit"] != "dan-van"]
    edition["digest"] = body_digest(edition)
    (folder / "content/editions/BT-2026-0003/v1.json").write_bytes(file_bytes(edition))
    head = {"edition": "BT-2026-0003/v1", "digest": edition["digest"]}
    (folder / HEAD).write_bytes(file_bytes(head))
    ran = bulletin(folder, *AT, "verify")
    assert (ran.returncode, "thiếu phê duyệt của dan-van" in ran.stdout) == (1, True), ran.stdout


def test_a_party_that_is_left_out_can_still_stop_what_was_issued(
    tmp_path: Path, bulletin: Run
) -> None:
    folder = written_to(tmp_path, {**issued_files(), **third_with("[tuyen-giao, ubnd]")})
    ran = bulletin(folder, *AT, "recall", "ND-2026-0001", *by("dan-van"), "--reason", "Sai số mẫu.")
    assert ran.returncode == 0, ran.stderr


def test_a_party_whose_end_was_agreed_is_not_asked_after_it() -> None:
    files = {**record_files(), **plan("BT-2026-0001", ["ND-2026-0001"])}
    files[PROGRAMME] = str(in_memory({}).read(PROGRAMME), "utf-8").replace(
        "[tuyen-giao, dan-van]", "[tuyen-giao, ubnd, {unit: dan-van, until: 2026-12-01}]"
    )
    desk = Desk(files)
    desk.issue("BT-2026-0001")
    corpus = compile_content(in_memory(desk.files, LATER)).corpus
    assert corpus is not None
    assert corpus.approvers == ("tuyen-giao", "ubnd")


def put_back_head(folder: Path) -> None:
    older = orjson.loads((folder / NEWEST.replace("0002", "0001")).read_bytes())
    head = {"edition": "BT-2026-0001/v1", "digest": older["digest"]}
    (folder / HEAD).write_bytes(file_bytes(head))


def put_back(folder: Path) -> None:
    put_back_head(folder)
    (folder / NEWEST).unlink()


def remove_all(folder: Path) -> None:
    for path in (folder / "content/editions").rglob("*.json"):
        path.unlink()


@pytest.mark.parametrize(
    ("level", "approvers"),
    [("declared", ("tuyen-giao", "ubnd")), ("signed", ("tuyen-giao", "ubnd", "dan-van"))],
)
def test_the_registry_is_believed_about_an_end_only_where_nothing_is_signed(
    level: str, approvers: tuple[str, ...]
) -> None:
    """A merger overnight must not end the programme; a line must not end another's signature."""
    files = {**issued_files()}
    programme = str(in_memory({}).read(PROGRAMME), "utf-8")
    parties = "[tuyen-giao, ubnd, {unit: dan-van, until: 2026-12-01}]"
    files[PROGRAMME] = programme.replace("[tuyen-giao, dan-van]", f"{parties}\napproval: {level}")
    head = "  - id: dan-van\n"
    over = f"{head}    valid: {{from: null, until: 2026-12-01}}\n    successor: ubnd\n"
    files[UNITS] = str(in_memory({}).read(UNITS), "utf-8").replace(head, over)
    corpus = compile_content(in_memory(files, LATER)).corpus
    assert corpus is not None
    assert corpus.approvers == approvers


def test_a_party_that_no_record_names_can_leave(tmp_path: Path, bulletin: Run) -> None:
    """Its unit is frozen with the edition that it agrees to, and its approval stays right."""
    files = {**issued_files(), **third_with("[tuyen-giao, dan-van, xa-hoi]")}
    unit = "  - id: ubnd\n"
    text = str(in_memory({}).read(UNITS), "utf-8")
    files[UNITS] = text + text[text.index(unit) :].replace("ubnd", "xa-hoi")
    folder = written_to(tmp_path, files)
    for number, parties in ((3, "[tuyen-giao, dan-van, xa-hoi]"), (4, "[tuyen-giao, dan-van]")):
        programme = folder / PROGRAMME
        now = re.sub(r"parties: .*", f"parties: {parties}", programme.read_text("utf-8"))
        programme.write_text(now, "utf-8")
        plan_of = folder / THIRD.replace("0003", f"000{number}")
        third = (folder / THIRD).read_text("utf-8").replace("BT-2026-0003", plan_of.stem)
        plan_of.write_text(third.replace("number: 3", f"number: {number}"), "utf-8")
        for unit in ("tuyen-giao", "dan-van", "xa-hoi"):
            assert bulletin(folder, *AT, "approve", plan_of.stem, *by(unit)).returncode == 0
        ran = bulletin(folder, *AT, "issue", plan_of.stem)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        assert bulletin(folder, *AT, "verify").returncode == 0
    later = ("--at", "2026-12-03T09:00+07:00")
    assert "BT404" not in bulletin(folder, *later, "check").stdout


SITE = "kho này không còn đúng bản ấy"
ROLLBACKS: dict[str, tuple[Callable[[Path], None], tuple[str, ...], str]] = {
    "an older head": (put_back_head, (), "BT710"),
    "the newest removed": (put_back, (), "BT710"),
    "all removed": (remove_all, (), "BT710"),
    "an unknown mark": (lambda _: None, ("--since", "0123 4567 89ab"), "BT710"),
    "no mark": (lambda _: None, ("--since", ""), "BT710"),
    "the site is newer": (put_back, ("site",), SITE),
    "the site has all": (remove_all, ("site",), SITE),
}


@pytest.mark.parametrize("rollback", ROLLBACKS)
def test_a_state_put_back_is_noticed(rollback: str, tmp_path: Path, bulletin: Run) -> None:
    change, options, told = ROLLBACKS[rollback]
    folder = written_to(tmp_path, issued_files())
    for step in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "x")):
        git(folder, *step)
    if "site" in options:
        assert bulletin(folder, *AT, "build", "--no-pdf").returncode == 0
    for kept in (("--since", mark(folder)), options if "site" in options else ()):
        ran = bulletin(folder, *AT, "verify", *kept)
        assert ran.returncode == 0, ran.stdout
    change(folder)
    ran = bulletin(folder, *AT, "verify", *options)
    assert (ran.returncode, told in ran.stdout) == (1, True), ran.stdout + ran.stderr


@pytest.mark.parametrize("committed", ["in a commit", "in the folder only"])
@pytest.mark.parametrize(("change", "severity"), [(put_back, "warning"), (remove_all, "error")])
def test_check_says_that_editions_are_gone_and_forbids_nothing_while_others_are_left(
    change: Callable[[Path], None],
    severity: str,
    committed: str,
    tmp_path: Path,
    bulletin: Run,
) -> None:
    """Who was second to issue drops the own edition, and a hook that checks must let it pass."""
    folder = written_to(tmp_path, issued_files())
    for step in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "x")):
        git(folder, *step)
    assert told_gone(bulletin, folder) == []
    change(folder)
    if committed == "in a commit":
        git(folder, "commit", "-qam", "y")
    ((told, message),) = told_gone(bulletin, folder)
    assert (told, "BT-2026-0002/v1" in message) == (severity, True)


def told_gone(bulletin: Run, folder: Path) -> list[tuple[str, str]]:
    found = json.loads(bulletin(folder, *AT, "check", "--format", "json").stdout)["findings"]
    return [(one["severity"], one["message"]) for one in found if one["code"] == "BT710"]


@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_nothing_is_issued_while_an_edition_is_damaged_or_gone(
    damage: str, tmp_path: Path, bulletin: Run
) -> None:
    folder = written_to(tmp_path, issued_files())
    for step in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "x")):
        git(folder, *step)
    if damage == "cut":
        (folder / NEWEST).write_bytes((folder / NEWEST).read_bytes()[:900])
    else:
        remove_all(folder)
    note = ("--relation", "withdrawal", "--change-note", "Rút.", *by("dan-van"))
    ran = bulletin(folder, *AT, "issue", "BT-2026-0002", *note)
    told = "BT701" if damage == "cut" else "BT710"
    assert (ran.returncode, told in ran.stdout) == (1, True), ran.stdout + ran.stderr
    assert "hỏng hoặc mất; không ghi gì" in ran.stderr


def test_a_bulletin_issued_as_it_stands_is_not_approved_again(
    tmp_path: Path, bulletin: Run
) -> None:
    folder = written_to(tmp_path, issued_files())
    ran = bulletin(folder, *AT, "approve", "BT-2026-0002", *by("dan-van"))
    assert (ran.returncode, "đã phát hành đúng như thế" in ran.stderr) == (1, True), ran.stderr


def test_an_edition_of_a_time_to_come_is_not_left_out_in_silence(
    tmp_path: Path, bulletin: Run
) -> None:
    folder = written_to(tmp_path, {})
    for path, content in forged(
        lambda b: b.update(issued_at="2199-01-01T08:00:00+07:00")
    ).contents.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    for verb in (("build", "--no-pdf"), ("check",), ("verify",)):
        ran = bulletin(folder, *verb)
        told = "là lúc chưa đến" in ran.stdout + ran.stderr
        assert (ran.returncode, told) == (1, True), ran.stdout + ran.stderr


PROGRAMME, UNITS = "content/registry/programme.yml", "content/registry/units.yml"
THIRD = "content/bulletins/2026/BT-2026-0003.yml"
AT = ("--at", "2026-12-02T09:00+07:00")


def by(unit: str) -> tuple[str, ...]:
    return ("--unit", unit, "--office", "truong-ban")


def third_with(parties: str) -> Files:
    """Other parties in the programme, and a bulletin that could carry them."""
    programme = str(in_memory({}).read(PROGRAMME), "utf-8")
    third = str(plan("BT-2026-0003", ["DL-2026-0001"], mode="exercise")[THIRD])
    return {
        PROGRAMME: programme.replace("[tuyen-giao, dan-van]", parties),
        THIRD: third.replace("number: 1", "number: 3"),
    }


@pytest.mark.parametrize("is_committed", [False, True])
@pytest.mark.parametrize("key", ["change_note", "relation", "issued_at", "approval"])
def test_an_edition_written_again_is_found_whatever_was_changed(
    key: str, *, is_committed: bool, tmp_path: Path, bulletin: Run
) -> None:
    """Also what no approval covers, and an approval that is only declared."""
    folder = written_to(tmp_path, issued_again("Thêm nơi nhận."))
    third = folder / "content/editions/BT-2026-0002/v2.json"
    for step in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "x")):
        git(folder, *step)
    assert bulletin(folder, *AT, "verify").returncode == 0
    write_again(folder, third, key)
    if is_committed:
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "y")
    for verb in (("check",), ("build", "--no-pdf"), ("verify",)):
        ran = bulletin(folder, *AT, *verb)
        told = "đưa vào git lần đầu" in ran.stdout + ran.stderr
        assert (ran.returncode, told) == (1, True), (verb, ran.stdout + ran.stderr)


LATE = "2026-12-02T08:59:00+07:00"


def write_again(folder: Path, path: Path, key: str) -> None:
    """Change something in the newest edition, and make every digest right."""
    body = orjson.loads(path.read_bytes())
    if key == "approval":
        body["approvals"][0]["at"] = "2026-12-01T09:30:00+07:00"
    else:
        others = {"change_note": "Khác.", "relation": "correction", "issued_at": LATE}
        body[key] = others[key]
    body["digest"] = body_digest(body)
    path.write_bytes(file_bytes(body))
    head = {"edition": "BT-2026-0002/v2", "digest": body["digest"]}
    (folder / HEAD).write_bytes(file_bytes(head))


def issued_again(note: str) -> Files:
    """The same with a second version of the newest bulletin."""
    desk = Desk(record_files() | plan("BT-2026-0002", ["SV-2026-0001"]))
    desk.issue("BT-2026-0002")
    desk.issue("BT-2026-0002", Relation.UPDATE, note)
    return desk.files


def test_old_approvals_do_not_bring_a_version_back() -> None:
    """The third version repeats the first, with its approvals, after the second corrected it."""
    files = issued_again("Đính chính.")
    first, second = (
        orjson.loads(files[f"content/editions/BT-2026-0002/v{number}.json"]) for number in (1, 2)
    )
    third = {
        **first,
        "version": 3,
        "relation": "correction",
        "change_note": "X",
        "issued_at": "2026-12-01T20:00:00+07:00",
        "previous": {"edition": "BT-2026-0002/v2", "digest": second["digest"]},
    }
    third["digest"] = body_digest(third)
    files["content/editions/BT-2026-0002/v3.json"] = file_bytes(third)
    files[HEAD] = file_bytes({"edition": "BT-2026-0002/v3", "digest": third["digest"]})
    told = [p.sentence.en for p in verify_editions(in_memory(files, LATER)).problems]
    assert any("given before BT-2026-0002/v2 was issued" in sentence for sentence in told), told


def test_who_drops_the_own_edition_may_issue_again(tmp_path: Path, bulletin: Run) -> None:
    """Then git knows two editions of one name, and either may be the one that was kept."""
    folder = written_to(tmp_path, issued_again("Bản của mình."))
    git(folder, "init", "-q")
    for files in (issued_again("Bản của mình."), {}, issued_again("Bản phát hành lại.")):
        editions = folder / "content/editions"
        shutil.rmtree(editions)
        editions.mkdir()
        written_to(folder, {p: c for p, c in files.items() if "/editions/" in p})
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "x")
    for verb in (("verify",), ("build", "--no-pdf")):
        ran = bulletin(folder, *AT, *verb)
        assert ran.returncode == 0, ran.stdout + ran.stderr


def mark(folder: Path) -> str:
    """The check mark of the newest edition, as pages and papers print it."""
    digest: str = orjson.loads((folder / NEWEST).read_bytes())["digest"]
    return digest.removeprefix("sha256:")[:12]


# ── the name of the bulletin ─────────────────────────────────────────────────────────────────


def test_readers_see_the_name_of_the_bulletin_that_was_agreed_on_last(tmp_path: Path) -> None:
    """The working tree gives it before the first issue only; a withdrawal brings none back."""
    programme, agreed, later = "content/registry/programme.yml", "Bản tin phối hợp", "Bản tin mới"
    desk = Desk(record_files() | plan("BT-2026-0001", ["ND-2026-0001"]))
    renamed = REGISTRY[programme].replace(agreed, later)
    assert name_of_site(tmp_path, desk) == agreed
    desk.files[programme] = renamed
    assert name_of_site(tmp_path, desk) == later
    del desk.files[programme]
    desk.issue("BT-2026-0001")
    desk.files[programme] = renamed
    assert name_of_site(tmp_path, desk) == agreed
    desk.files |= plan("BT-2026-0002", ["SV-2026-0001"])
    desk.change("BT-2026-0002", "number: 1", "number: 2")
    desk.issue("BT-2026-0002")
    desk.issue("BT-2026-0001", Relation.WITHDRAWAL, "Phát hành nhầm.")
    desk.files[programme] = REGISTRY[programme].replace(agreed, "Bản tin giả mạo")
    assert name_of_site(tmp_path, desk) == later


def name_of_site(folder: Path, desk: Desk) -> str:
    return plan_of(written_to(folder, desk.files), Wish(at=LATER.isoformat())).site_name
