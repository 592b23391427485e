"""The frame: MkDocs and Material render the guide and the shells. The only importer of mkdocs."""

import logging
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs import livereload
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.base.diagnostics import BulletinError
from generator.resources import STARTER, shipped
from generator.targets.build.inputs import Wish
from generator.targets.build.plan import Plan, index_of, plan_of
from generator.targets.offline import usb_zip
from generator.targets.site import guide, outputs, page_assets, shell
from generator.views.catalogue.words import words
from generator.views.context.addresses import MENU, SECTIONS
from generator.views.context.page import Page
from generator.views.desk.drafts import ADDRESS as DESK_ADDRESS

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

DESK_STYLE = "assets/desk.css"
_RELOADING = re.compile(r"/livereload/([0-9]+)\.js")
_STRANGER = "Chỉ mở bản xem thử từ chính máy này. · The preview is for this machine alone.\n"


class FrameConfig(Config):
    """No settings: the content decides."""


class BulletinPlugin(BasePlugin[FrameConfig]):
    """Builds the frame; under `mkdocs build` and `mkdocs serve` also the pages of records."""

    def __init__(self) -> None:
        self.frame_only = False
        self.samples: tuple[Page, ...] = ()
        self.plan: Plan | None = None
        self.given_plan: Plan | None = None

    def on_config(self, config: MkDocsConfig, /) -> MkDocsConfig:
        root = Path(config.config_file_path).parent
        try:
            self.plan = self.given_plan or plan_of(root, Wish())
        except BulletinError as error:
            raise PluginError(str(error)) from error
        _apply_plan(config, self.plan)
        config.watch = sorted({*config.watch, str(root / "content"), str(shipped("theme"))})
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        return Files(
            [
                *_guide_files(files, config, self._required_plan),
                *_shell_files(config, self._required_plan),
                *_asset_files(config, self._required_plan),
                *_theme_files(files, config),
                *_sample_files(self.samples, config),
            ]
        )

    def on_page_markdown(
        self, markdown: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        if sample := self._sample(page):
            page.meta = _meta(escape(sample.title), escape(sample.summary), sample.address)
            page.meta["address"] = escape(
                f"{config.site_url}{sample.address}" if config.site_url else ""
            )
        elif self._is_shell(page):
            page.meta = _meta(shell.TITLE, shell.SUMMARY, page.url)
            page.meta["address"] = shell.ADDRESS
        return guide.without_lost_links(markdown, page.file.src_uri, files.src_uris)

    def on_page_content(
        self, html: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        del config, files
        if sample := self._sample(page):
            page.toc = _contents(*((h.id, escape(h.text)) for h in shell.contents(sample)))
            return sample.body
        if self._is_shell(page):
            page.toc = _contents((shell.ITEM_ID, shell.ITEM_TEXT))
            page.canonical_url = shell.ADDRESS if page.canonical_url else None
            return shell.marked_content()
        return guide.finish_page(html, self._required_plan.root)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if not self.frame_only:
            outputs.complete(Path(config.site_dir), self._required_plan)

    @property
    def _required_plan(self) -> Plan:
        if self.plan is None:
            raise PluginError("The plan is made in on_config.")
        return self.plan

    def _is_shell(self, page: MkDocsPage) -> bool:
        return page.file.src_uri in _shell_sources(self._required_plan)

    def _sample(self, page: MkDocsPage) -> Page | None:
        return next((s for s in self.samples if page.file.src_uri == f"{s.address}index.md"), None)


def build_frame(plan: Plan, out: Path, samples: tuple[Page, ...] = ()) -> None:
    """Render guide, shells and assets into a folder; MkDocs renders `samples` as whole pages."""
    config, plugin = _loaded_config(plan.root, out)
    plugin.given_plan, plugin.frame_only, plugin.samples = plan, True, samples
    mkdocs_build.build(config)


class PreviewSite(LiveReloadServer):
    """The site of a workspace on 127.0.0.1; it is made again whenever a file changes.

    It answers only pages of its own, by its own name: drafts are not for another site that a
    browser of this machine has open, nor for one whose name leads here.
    """

    def __init__(self, root: Path, make_plan: Callable[[], Plan], port: int) -> None:
        self.workspace, self.make_plan = root, make_plan
        self.folder = Path(tempfile.mkdtemp(prefix="bulletin-"))
        super().__init__(self._rebuild, "127.0.0.1", port, str(self.folder))
        for watched in (root / "content", shipped("theme")):
            self.watch(str(watched))

    def make(self) -> None:
        config, plugin = _loaded_config(self.workspace, self.folder)
        plugin.given_plan = self.make_plan()
        mkdocs_build.build(config)

    def _rebuild(self) -> None:
        """Keep the old pages while the content has errors: the next change may correct them."""
        try:
            self.make()
        except BulletinError as error:
            logging.getLogger("mkdocs").error(error.sentence.vi)

    def serve_request(
        self, environ: Mapping[str, str], start_response: Callable[..., object]
    ) -> Iterable[bytes]:
        """One answer, with the policy of the pages as a header."""

        def start(status: str, headers: list[tuple[str, str]]) -> object:
            return start_response(status, [*headers, *page_assets.PREVIEW_HEADERS])

        names = {f"{name}:{self.server_port}" for name in ("127.0.0.1", "localhost")}
        origin = environ.get("HTTP_ORIGIN", "").removeprefix("http://")
        if environ.get("HTTP_HOST") not in names or (origin and origin not in names):
            start("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return [_STRANGER.encode()]
        if match := _RELOADING.fullmatch(environ.get("PATH_INFO", "")):
            start("200 OK", [("Content-Type", "text/javascript")])
            return [livereload._SCRIPT_TEMPLATE.substitute(epoch=match[1], request_id=1).encode()]
        answer: Iterable[bytes] = super().serve_request(environ, start)
        return answer

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Our pages let no script run that stands in them, so that this one comes as a file."""
        script = b'<script src="/livereload/%d.js"></script></body>' % epoch
        return content.replace(b"</body>", script, 1)

    def run(self) -> None:
        """Serve until interrupted."""
        LiveReloadServer.serve(self)

    def close(self) -> None:
        self.shutdown()
        shutil.rmtree(self.folder, ignore_errors=True)


def _loaded_config(root: Path, out: Path) -> tuple[MkDocsConfig, BulletinPlugin]:
    """Our own settings, whatever stands in the mkdocs.yml of the workspace: that only marks it."""
    pages = root / "content" / "guide"
    docs = pages if pages.is_dir() else shipped("rules")  # MkDocs needs a folder; none is shown
    config: MkDocsConfig = load_config(
        str(STARTER / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(out)
    )
    config.plugins.on_startup(command="build", dirty=False)
    plugin = config.plugins["bulletin"]
    if not isinstance(plugin, BulletinPlugin):
        raise TypeError(plugin)
    return config, plugin


def _apply_plan(config: MkDocsConfig, plan: Plan) -> None:
    """Set all MkDocs settings that depend on the content."""
    config.site_name = plan.site_name
    # MkDocs writes it unescaped into the 404 page.
    config.site_url = quote(plan.base_url, safe="/:?&=%~")
    config.theme["language"] = plan.language.value
    config.theme.dirs.insert(0, str(shipped("theme") / "site"))
    config.extra["owners"] = escape(plan.owners)
    config.extra["exercise"] = plan.exercise
    config.extra["bundle"] = usb_zip.PATH if plan.with_bundle else ""
    config.extra["exercise_says"] = plan.context.label("exercise_says")
    config.extra["policy"] = page_assets.POLICY
    config.extra["groups"] = [
        {"title": plan.context.label(title), "folders": folders} for title, folders in MENU
    ]
    config.extra["lost"] = page_assets.lost_page()
    config.extra["words"] = {
        name: escape(word) for name, word in words(plan.language, "frame").items()
    }
    config.extra_javascript = [*map(page_assets.script_address, page_assets.SCRIPTS_OF_ALL)]
    style = _style(config, plan).src_uri
    config.extra_css = [style, *([DESK_STYLE] if plan.drafts else [])]
    desk_title = words(plan.language, "desk")["title"]
    desk = [{desk_title: f"{DESK_ADDRESS}index.md"}] if plan.drafts else []
    config.nav = [
        *desk,
        *(
            {plan.context.label(f"section_{section.id}"): f"{index_of(section)}index.md"}
            for section in SECTIONS
        ),
        {plan.context.label("guide"): guide.navigation(plan.root, plan.guide)},
    ]


def _guide_files(files: Files, config: MkDocsConfig, plan: Plan) -> Iterable[File]:
    """The hand-written pages under guide/, and the pages of the rules."""
    shown = {str(plan.root / path) for path in plan.guide}
    for file in files:
        if file.abs_src_path in shown and _is_hand_written(file, config):
            yield File.generated(config, f"guide/{file.src_uri}", abs_src_path=file.abs_src_path)
    if guide.FIRST not in plan.guide:
        yield File.generated(
            config, "guide/index.md", content=guide.first_page(plan.root, plan.guide)
        )
    for uri, text in guide.rule_pages():
        yield File.generated(config, uri, content=text)


def _theme_files(files: Files, config: MkDocsConfig) -> Iterable[File]:
    """The files of the theme."""
    return (file for file in files if not _is_hand_written(file, config))


def _is_hand_written(file: File, config: MkDocsConfig) -> bool:
    return Path(file.abs_src_path or "/").is_relative_to(config.docs_dir)


def _shell_files(config: MkDocsConfig, plan: Plan) -> Iterable[File]:
    return (File.generated(config, uri, content=" ") for uri in _shell_sources(plan))


def _shell_sources(plan: Plan) -> list[str]:
    return [f"{name.removesuffix('.html')}.md" for name in plan.shells]


def _sample_files(samples: Iterable[Page], config: MkDocsConfig) -> Iterable[File]:
    return (File.generated(config, f"{s.address}index.md", content=" ") for s in samples)


def _asset_files(config: MkDocsConfig, plan: Plan) -> Iterable[File]:
    if plan.drafts:
        style = shipped("theme") / "desk" / "desk.css"
        yield File.generated(config, DESK_STYLE, abs_src_path=str(style))
    yield _style(config, plan)
    assets = shipped("theme") / "assets"
    for path in sorted(
        p for p in assets.rglob("*") if p.is_file() and p.suffix not in page_assets.NOT_SENT
    ):
        uri = f"assets/{path.relative_to(assets).as_posix()}"
        yield File.generated(config, uri, abs_src_path=str(path))
    for script in page_assets.SCRIPTS:
        text = page_assets.script_text(script).encode()  # else it would get Windows' line ends
        yield File.generated(config, page_assets.script_address(script), content=text)


def _style(config: MkDocsConfig, plan: Plan) -> File:
    guide_pages = (plan.root / path for path in plan.guide if path.endswith(".md"))
    style = page_assets.style_sheet(config.theme.dirs, guide_pages).encode()
    uri = page_assets.addressed(page_assets.STYLE, style)
    return File.generated(config, uri, content=style)


def _meta(title: str, description: str, address: str) -> dict[str, Any]:
    folder = address.partition("/")[0]
    return {
        "title": title,
        "description": description,
        "section": f"{folder}/",
        "scripts": [
            page_assets.script_address(path)
            for path in page_assets.SCRIPTS_OF_SECTION.get(folder, ())
        ],
    }


def _contents(*items: tuple[str, str]) -> TableOfContents:
    top = AnchorLink(title="", id=shell.TOP, level=1)
    top.children = [AnchorLink(title=text, id=anchor, level=2) for anchor, text in items]
    return TableOfContents([top])
