"""Random sequences of verbs, as several offices use them: python -m tests.sequences [COUNT] [SEED].

After every step the site can be built, or the step said why not and wrote nothing.
"""

import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from generator.base.diagnostics import BulletinError
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.state import Sign
from generator.model.desk.approval_effect import (
    missing_parties,
    why_it_does_not_count,
    with_approval,
)
from generator.model.edition.edition import Edition
from generator.model.registry.signoff import Approval, Seal
from generator.pipeline import compile_content
from generator.rules.agreement.approvals import needed_signs
from generator.targets.build.inputs import Wish
from generator.targets.build.plan import plan_of
from generator.targets.site.outputs import composed_outputs
from generator.targets.site.rehearsal import judge, judge_pages
from generator.workspace import DiskWorkspace
from tests.conftest import ROOT, run_bulletin
from tests.support import REGISTRY

START = datetime.fromisoformat("2026-12-01T08:00+07:00")
UNITS = ("tuyen-giao", "dan-van")
# Clean, doubtful and forbidden texts; many look like somebody's data beside other texts.
TEXTS = (
    "Đường tổ 1 thông một làn",
    "Phố Hàng Than đào rãnh",
    "Nước đã được kiểm nghiệm",
    "12 tuyến phố được tưới nước",
    "Lớp 5A nghỉ học một buổi",
    "Rà soát lại số liệu",
    "Bà Trần Thị Mận báo tin",
    "Gọi 0912 345 678 để hỏi",
    "",
)
_CLEAN, _MOSTLY = 6, 0.85
FACT = """id: {id}
title: {text}
unit: {unit}
created: 2026-11-28
areas: [song-xanh]
topic: moi-truong
nature: fact
statement: {text}.
source: {{kind: field, reference: Sổ trực ban, received: 2026-11-28}}
verification:
  - {{step: examined, on: 2026-11-28, by: tuyen-giao, reference: Phiếu 1}}
  - {{step: verified, on: 2026-11-28, by: tuyen-giao, reference: Biên bản 1, result: confirmed}}
  - {{step: concluded, on: 2026-11-28, by: dan-van, reference: Kết luận 1, result: confirmed}}
"""
PLAN = """id: {id}
title: Bản tin {number}
unit: tuyen-giao
created: 2026-11-28
kind: periodic
number: {number}
mode: exercise
circulation: public
period: {{from: 2026-11-21, until: 2026-11-28}}
highlights:
{highlights}
include: [{include}]
signers: [{{unit: tuyen-giao, office: truong-ban}}, {{unit: dan-van, office: truong-ban}}]
next_issue: 2027-01-08T17:00+07:00
"""


class StuckError(AssertionError):
    """A step after which the site can no longer be built."""


@dataclass
class Office:
    """A workspace in git, what was done in it, and the dice."""

    folder: Path
    dice: random.Random
    moment: datetime = START
    done: list[str] = field(default_factory=list)

    def run(self, *arguments: str) -> int:
        """A verb; if it was refused, no file of the content may differ."""
        self.moment += timedelta(minutes=7)
        before = self._state()
        ran = run_bulletin(self.folder, "--at", self.moment.isoformat(), *arguments)
        self.done.append(f"{' '.join(arguments)} -> {ran.returncode}")
        if ran.returncode == 3:
            raise StuckError(ran.stderr)
        if ran.returncode and self._state() != before:
            raise StuckError("refused, but something was written")
        if ran.returncode and not ran.stderr.strip():
            raise StuckError("refused without a sentence")
        return ran.returncode

    def _state(self) -> dict[str, bytes]:
        files = (path for path in (self.folder / "content").rglob("*") if path.is_file())
        return {str(path): path.read_bytes() for path in files}

    def git(self, *arguments: str) -> int:
        name = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        command = ["git", "-C", str(self.folder), *name, *arguments]
        return subprocess.run(command, capture_output=True, check=False).returncode

    def must_build(self) -> None:
        """Everything that a build composes may be published."""
        try:
            plan = plan_of(self.folder, Wish(at=(self.moment + timedelta(minutes=1)).isoformat()))
            judge_pages(plan, {})
            for output in composed_outputs(plan):
                judge(plan.guard, output)
        except BulletinError as error:
            raise StuckError(error.sentence.vi) from error

    def must_advise(self) -> None:
        """Who is asked to approve can do so, and it counts."""
        workspace = DiskWorkspace(self.folder, self.moment + timedelta(minutes=1))
        corpus = compile_content(workspace).corpus
        if corpus is None:
            return
        for sign in (Sign.MISSING, Sign.LAPSED):
            for entry, needed in needed_signs(corpus, sign):
                self._must_count(corpus, entry.record.id, needed.party)

    def _must_count(self, corpus: Corpus, record_id: str, party: str) -> None:
        given = {"record": record_id, "unit": party, "office": "truong-ban", "decision": "approve"}
        digest = corpus.digest(record_id)
        approval = Approval.model_validate({**given, "at": corpus.now, "digest": digest})
        then = with_approval(corpus, Entry(approval, ""), Seal())
        if why_it_does_not_count(then, approval) or party in missing_parties(then, record_id):
            raise StuckError(f"{party} is asked to approve {record_id} in vain")

    @property
    def editions(self) -> list[Edition]:
        plan = plan_of(self.folder, Wish(at=self.moment.isoformat()))
        return list(plan.ledger.editions)

    def choose(self, options: list[str], otherwise: str = "TT-2026-0099") -> str:
        return self.dice.choice(options) if options else otherwise

    def text(self) -> str:
        return self.dice.choice(TEXTS)


def write(office: Office, path: str, text: str) -> None:
    target = office.folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


def known(office: Office, pattern: str) -> list[str]:
    return sorted(path.stem for path in (office.folder / "content").rglob(pattern))


def by(office: Office) -> tuple[str, ...]:
    return ("--unit", office.dice.choice(UNITS), "--office", "truong-ban")


def facts(office: Office) -> list[str]:
    """The facts that were written out, not only started."""
    return known(office, "TT-2025-*.yml")


def new(office: Office) -> None:
    office.run("new", "TT", "--unit", "dan-van", "--title", office.text() or "Việc mới")
    record_id = f"TT-2025-{len(facts(office)) + 1:04}"
    is_clean = office.dice.random() < _MOSTLY
    text = office.dice.choice(TEXTS[:_CLEAN] if is_clean else TEXTS) or "Việc mới"
    body = FACT.format(id=record_id, text=text, unit=office.dice.choice(UNITS))
    write(office, f"content/records/information/2025/{record_id}.yml", body)


def bulletin(office: Office) -> None:
    written = facts(office)
    chosen = office.dice.sample(written, min(2, len(written)))
    number = len(known(office, "BT-*.yml")) + 1
    lines = "\n".join(f"  - {{text: Đã xong một việc., because: [{name}]}}" for name in chosen)
    text = PLAN.format(
        id=f"BT-2026-{number:04}", number=number, highlights=lines, include=", ".join(chosen)
    )
    write(office, f"content/bulletins/2026/BT-2026-{number:04}.yml", text)


def edit(office: Office) -> None:
    name = office.choose(facts(office))
    path = f"content/records/information/2025/{name}.yml"
    if (office.folder / path).exists():
        text = (office.folder / path).read_text("utf-8")
        write(office, path, re.sub(r"(?m)^title: .*", f"title: {office.text() or 'Khác'}", text))


def approve(office: Office) -> None:
    name = office.choose(known(office, "BT-*.yml"))
    for unit in UNITS if office.dice.random() < _MOSTLY else UNITS[:1]:
        office.run("approve", name, "--unit", unit, "--office", "truong-ban")


def issue(office: Office) -> None:
    name = office.choose(known(office, "BT-*.yml"))
    again = any(edition.bulletin == name for edition in office.editions)
    note = ("--relation", "correction", "--change-note", office.text() or "Sửa số liệu")
    office.run("issue", name, *(note if again else ()))


def withdraw(office: Office) -> None:
    name = office.choose([edition.bulletin for edition in office.editions])
    note = ("--relation", "withdrawal", "--change-note", office.text() or "Rà soát")
    office.run("issue", name, *note, *by(office))


def recall(office: Office) -> None:
    editions = office.editions
    names = [name for e in editions for name in (e.name, e.bulletin, *e.records)]
    office.run("recall", office.choose(names), *by(office), "--reason", office.text())


def retire(office: Office) -> None:
    name = office.choose(facts(office))
    path = office.folder / f"content/records/information/2025/{name}.yml"
    if path.exists() and "retired:" not in path.read_text("utf-8"):
        reason = office.text() or "Ghi nhầm"
        text = path.read_text("utf-8")
        path.write_text(f"{text}retired: {{on: 2026-12-01, reason: {reason}}}\n", "utf-8")


def redact(office: Office) -> None:
    name = office.choose([edition.name for edition in office.editions], "BT-2026-0001/v1")
    office.run("redact", *name.split("/"), "--reason", office.text() or "Theo luật")
    for unit in UNITS:
        office.run("approve", name, "--unit", unit, "--office", "truong-ban")
    office.run("redact", *name.split("/"))


def merge(office: Office) -> None:
    """Two branches at work; a merge that git refuses is given up."""
    office.git("add", "-A")
    office.git("commit", "-qm", "work")
    office.git("checkout", "-qb", "other")
    for step in office.dice.choices((new, bulletin, approve, issue, recall, retire), k=2):
        step(office)
    office.git("add", "-A")
    office.git("commit", "-qm", "other work")
    office.git("checkout", "-q", "main")
    for step in office.dice.choices((new, edit, approve, issue, recall), k=2):
        step(office)
    office.git("add", "-A")
    office.git("commit", "-qm", "own work")
    refused = office.git("merge", "-q", "--no-edit", "other")
    if refused:
        office.git("merge", "--abort")
    office.git("branch", "-qD", "other")
    office.done.append(f"merge -> {refused}")


STEPS = (new, new, bulletin, edit, approve, issue, recall, retire, withdraw, redact, merge)
# So that most sequences have something issued, they begin with the ordinary work.
FIRST = (new, new, bulletin, approve, issue)


def sequence(seed: int, folder: Path, most: int = 8) -> list[str]:
    """Do a sequence: what was done, with exit codes. Raises StuckError if a build cannot be."""
    office = Office(folder, random.Random(seed))  # noqa: S311
    for path, content in REGISTRY.items():
        write(office, path, re.sub(r"(?m)^basis: .*\n", "", content))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    write(office, "content/guide/index.md", "# Hướng dẫn\n")
    office.git("init", "-qb", "main")
    try:
        for step in (*FIRST, *office.dice.choices(STEPS, k=most)):
            step(office)
            office.must_build()
            office.must_advise()
    except StuckError as stuck:
        raise StuckError(f"seed {seed}: {stuck}\n" + "\n".join(office.done[-12:])) from stuck
    return office.done


def main(count: int = 20, first: int = 1) -> int:
    stuck = 0
    done: Counter[str] = Counter()
    for seed in range(first, first + count):
        with tempfile.TemporaryDirectory() as folder:
            try:
                done.update(_kind_of(line) for line in sequence(seed, Path(folder)))
            except StuckError as error:
                stuck += 1
                sys.stdout.write(f"{error}\n\n")
    sys.stdout.writelines(f"{number:5} {line}\n" for line, number in sorted(done.items()))
    sys.stdout.write(f"{count} sequences, {stuck} stuck\n")
    return int(stuck > 0)


def _kind_of(line: str) -> str:
    """The verb and its exit code."""
    return f"{line.split(maxsplit=1)[0]} {line.rsplit(maxsplit=1)[-1]}"


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])))
