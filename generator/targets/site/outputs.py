"""Everything the site consists of: from Ledger, frame and theme to a list of outputs."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from generator.base.digest import digest, digest_bytes
from generator.resources import code_digest, theme_digest
from generator.targets.build import manifest, output_guard
from generator.targets.build.attachment_files import attachments
from generator.targets.build.output import FileContent, Output, WrittenFile
from generator.targets.build.plan import HIDDEN, Plan, shell_of
from generator.targets.build.site_script import site_script
from generator.targets.build.tree import Derived, write_output
from generator.targets.machine import tables, verify
from generator.targets.machine.machine_files import Machine, order_key
from generator.targets.offline import device, usb_zip
from generator.targets.pdf import bulletin_papers, message_papers
from generator.targets.search import search_index
from generator.targets.site import shell
from generator.views.context.page import Planned
from generator.views.machine.machine_context import MachineContext

NOT_INDEXED = '<meta name="robots" content="noindex, nofollow">'
UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/")
NOT_OURS = frozenset({"sitemap.xml", "sitemap.xml.gz", manifest.MANIFEST})


def outputs(plan: Plan, frame: Path) -> Sequence[Output]:
    """Every file of the site except those derived from others, in the order of making."""
    unguarded = (
        *_page_outputs(plan, frame),
        *composed_outputs(plan),
        *attachments(plan.root, plan.ledger),
        *device.files(plan),
    )
    own = {output.path: plan.guard.guarded(output) for output in unguarded}
    own |= {output.path: output for output in (*_draft_outputs(plan, frame), _verifier())}
    frame_outputs = {
        output.path: output for output in _frame_outputs(frame) if output.path not in own
    }
    for path in frame_outputs:
        output_guard.must_be_known(path)
    return sorted(
        (*own.values(), *frame_outputs.values()), key=lambda output: order_key(output.path)
    )


def _verifier() -> Output:
    """The program that checks a copy of the site without us; it is ours, and holds no content."""
    text = Path(verify.__file__).read_bytes()
    return Output("verify.py", digest_bytes(text), partial(FileContent, text))


def told_unmade(plan: Plan, frame: Path, first: Sequence[Output]) -> Sequence[Output]:
    """The files that must say that a PDF could not be made, which `first` did not know."""
    keys = {output.path: output.key for output in first}
    return [
        output
        for output in outputs(plan, frame)
        if not output.is_heavy and keys.get(output.path) != output.key
    ]


def composed_outputs(plan: Plan) -> Iterator[Output]:
    """The files composed of issued content besides the pages: papers, texts, files for machines."""
    yield from bulletin_papers.of_bulletins(plan)
    yield from message_papers.of_messages(plan)
    yield from message_papers.of_events(plan)
    yield from _machine_outputs(plan)
    yield from tables.of_dashboard(plan)
    yield site_script(plan.ledger, plan.language)


def derived(
    plan: Plan, first: Sequence[Output], previous_zip: usb_zip.PreviousZip
) -> Sequence[Derived]:
    """The files made from all others (`first`), the manifest last; no offline files with drafts."""
    scope = search_index.SearchScope(plan.searchable_entries, plan.context.label("guide"))
    offline = () if plan.drafts else (device.offline_list(plan),)
    bundle = (usb_zip.site_zip(plan, previous_zip),) if plan.with_bundle else ()
    index = search_index.search(scope, plan.cache, plan.guard)
    return tuple(
        map(
            output_guard.with_known_sorts,
            (index, *offline, *bundle, manifest.manifest(plan.ledger, _told(plan, first))),
        )
    )


def _told(plan: Plan, first: Sequence[Output]) -> manifest.Told:
    papers = bulletin_papers.told_by_papers(plan)
    printed = (output for output in first if output.is_heavy)
    return manifest.Told(papers, {one.path: one.key for one in printed if one.path not in papers})


def complete(folder: Path, plan: Plan) -> None:
    """Add all other files to a folder in which MkDocs has just built the frame."""
    first = outputs(plan, folder)
    later = derived(plan, first, lambda: None)
    written: dict[str, WrittenFile] = {
        output.path: write_output(folder, output) for output in first
    }
    for make_outputs in later:
        written |= {
            output.path: write_output(folder, output) for output in make_outputs(written, folder)
        }
    _remove_others(folder, set(written))


def _page_outputs(plan: Plan, frame: Path) -> Iterator[Output]:
    shells = {name: shell.cut((frame / name).read_text("utf-8")) for name in plan.shells}
    keys = {
        name: digest([list(cut), code_digest(), theme_digest()]) for name, cut in shells.items()
    }
    for planned in plan.pages:
        name = shell_of(planned.address)
        key = digest([planned.key, keys[name], plan.base_url])
        make = partial(_page_content, planned, shells[name], plan.base_url)
        yield Output(f"{planned.address}index.html", key, make)


def _draft_outputs(plan: Plan, frame: Path) -> Iterator[Output]:
    """The pages of drafts, for editors only: not guarded, they show sightings of the guard too."""
    names = {shell_of(draft.address) for draft in plan.drafts}
    shells = {name: shell.cut((frame / name).read_text("utf-8")) for name in names}
    for draft in plan.drafts:
        make = partial(_draft_content, draft, shells[shell_of(draft.address)])
        yield Output(f"{draft.address}index.html", "", make)


def _page_content(planned: Planned, cut: shell.Shell, base_url: str) -> FileContent:
    page = planned.make()
    return FileContent(shell.fill(cut, page, base_url).encode())


def _draft_content(planned: Planned, cut: shell.Shell) -> FileContent:
    """A page that search engines must not index; our own search does not have it either."""
    html = shell.fill(cut, planned.make(), "")
    return FileContent(html.replace("</head>", f"{NOT_INDEXED}</head>", 1).encode())


def _machine_outputs(plan: Plan) -> Iterator[Output]:
    context = plan.context
    source = MachineContext(context, plan.site_name, plan.base_url)
    return Machine(source, plan.pages, plan.frozen).outputs()


def _frame_outputs(frame: Path) -> Iterator[Output]:
    """The guide, styles, fonts and scripts, as MkDocs wrote them."""
    for folder_name, _, names in os.walk(frame):
        for name in names:
            path = (Path(folder_name) / name).relative_to(frame).as_posix()
            if not _is_left_out(path):
                content = (frame / path).read_bytes()
                yield Output(
                    path, hashlib.sha256(content).hexdigest(), partial(FileContent, content)
                )


def _is_left_out(path: str) -> bool:
    """Whether a file is left out: shells, files derived later, unused parts of Material."""
    unused = path.startswith(UNUSED) or path.endswith(".map")
    return unused or f"/{HIDDEN}/" in path or path in NOT_OURS


def _remove_others(folder: Path, paths_to_keep: set[str]) -> None:
    for folder_name, _, names in os.walk(folder, topdown=False):
        subfolder = Path(folder_name)
        relative = subfolder.relative_to(folder).as_posix()
        prefix = "" if relative == "." else f"{relative}/"
        for name in names:
            if prefix + name not in paths_to_keep:
                (subfolder / name).unlink()
        if prefix and not any(subfolder.iterdir()):
            subfolder.rmdir()
