"""The `bulletin` command: the list of verbs, and what every exit code means."""

import errno
import gc
import importlib
import os
import platform
import sys
import traceback
from collections.abc import Mapping
from contextlib import suppress
from itertools import pairwise
from keyword import iskeyword
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from generator import VERSION
from generator.base.diagnostics import BulletinError, Refused
from generator.base.phases import only_listener, phase
from generator.base.text import Bilingual, Language, nearest
from generator.cli.report.help_text import HelpContext, wrong_use
from generator.cli.report.report import print_findings, say
from generator.cli.session.session import Session
from generator.system import speak_utf8

# Every verb, and what the help says of it.
VERBS: Mapping[str, str] = {
    "new": "Tạo bản ghi mới với mã kế tiếp · Start the next record of a kind.",
    "check": "Kiểm tra toàn bộ nội dung · Check the content.",
    "fix": "Sửa cách ghi tệp: dấu cách lạ, ký tự ẩn, nháy cong · Mend the spelling of files.",
    "status": "Việc trên bàn: đang chờ gì, chờ ai · The desk.",
    "why": "Vì sao một bản ghi đang ở trạng thái này · Why a record is where it is.",
    "explain": "Giải thích một quy tắc, như BT301 · Explain a rule.",
    "approve": "Phê duyệt nội dung hiện tại của bản ghi · Sign off a record as it stands.",
    "recall": "Thu hồi bản ghi, bản tin hoặc phiên bản đã phát hành · Recall what was issued.",
    "redact": "Gỡ nội dung một phiên bản, khi mọi bên đã phê duyệt · Take a version's content out.",
    "issue": "Phát hành phiên bản tiếp theo của một bản tin · Issue a bulletin.",
    "build": "Dựng trang và PDF từ các bản đã phát hành · Build the site.",
    "publish": "Đăng bản mới cho người đọc, hoặc trở lại bản trước · Publish, or go back.",
    "serve": "Xem trang trên máy này, tự cập nhật · Preview with live reload.",
    "render": "In thử bản tin, tài liệu trình, hoặc cả năm · A draft, a packet or a year.",
    "diff": "So hai phiên bản, hoặc bản cuối với hiện tại · Compare two versions.",
    "verify": "Đối chiếu bản phát hành, trang đã dựng hay bản đang cầm · Verify what one holds.",
    "export": "Xuất văn bản ra Word để lấy số, trình ký · A Word file to be signed.",
    "import": "Lấy tệp .docx, .odt, .txt, .xlsx, .csv thành bản nháp · A file as drafts.",
    "archive": "Lập hồ sơ lưu của một năm · The archive of a year.",
    "schema": "Lược đồ JSON của một loại bản ghi · JSON Schema of a kind.",
    "init": "Tạo kho bản tin mới cho một địa phương · Start a new workspace.",
}


_BEGIN = (
    "Bắt đầu: bulletin init THƯ-MỤC; mỗi lệnh nói bước tiếp theo. Về một lệnh: bulletin LỆNH --help"
    " · To begin: bulletin init DIR; each verb says the next step."
)


class Verbs(click.Group):
    """Loads a verb only when it is used: checking must not need what building needs."""

    context_class = HelpContext

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(VERBS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in VERBS:
            near = nearest(args[0], tuple(VERBS)) or ", ".join(VERBS)
            raise BulletinError(
                f"Không có lệnh “{args[0]}”; có phải: {near}?",
                f"There is no verb “{args[0]}”; did you mean: {near}?",
            )
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in VERBS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name  # `import`
        command: click.Command = importlib.import_module(f"generator.cli.verbs.{module}").command
        command.context_class = HelpContext
        command.help = VERBS[cmd_name]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every verb in a line, none of them loaded."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([*VERBS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The verbs that begin so, none of them loaded, and the options."""
        begun = (verb for verb in VERBS if verb.startswith(incomplete))
        options = click.Command.shell_complete(self, ctx, incomplete)
        return [*(CompletionItem(verb, help=VERBS[verb]) for verb in begun), *options]


_ENGINES = ("mkdocs", "mkdocs-material", "weasyprint", "pydantic")


def _tell_versions(ctx: click.Context, _: click.Parameter, is_asked: bool) -> None:  # noqa: FBT001
    """The versions that a report of a fault needs; nothing of the engines is started."""
    if not is_asked or ctx.resilient_parsing:
        return
    metadata = importlib.import_module("importlib.metadata")
    engines = (f"{name} {metadata.version(name)}" for name in _ENGINES)
    python = f"python {platform.python_version()} ({platform.system()})"
    click.echo("\n".join((f"bulletin {VERSION}", python, *engines)))
    ctx.exit()


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]}, epilog=_BEGIN)
@click.option("-C", "folder", type=click.Path(path_type=Path), help="Kho bản tin · The workspace")
@click.option("--lang", type=click.Choice(["vi", "en"]), help="Ngôn ngữ · Language")
@click.option("--at", metavar="TIME", help="Thời điểm, như 2026-11-21T17:00+07:00 · The moment")
@click.option(
    "--log-format",
    type=click.Choice(["json"]),
    help="Ghi ra stderr thời gian từng bước · Tell the time of each phase on stderr",
)
@click.option(
    "--log-level",
    type=click.Choice(["warning", "info", "debug"]),
    help="info: thời gian từng bước; debug: cả của các thư viện · Times; with those of libraries",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_versions,
    help="Phiên bản của chương trình và các bộ máy · Versions, with those of the engines",
)
@click.pass_context
def verbs(  # noqa: PLR0913, PLR0917  the options of the spec
    ctx: click.Context,
    folder: Path | None,
    lang: str | None,
    at: str | None,
    log_format: str | None,
    log_level: str | None,
) -> None:
    """Bản tin phối hợp: kiểm tra, phê duyệt, phát hành · Joint bulletins."""
    if log_format or log_level:
        log = importlib.import_module("generator.cli.session.phase_log")  # few runs are timed
        level = log_level or "info"
        only_listener(log.listener(str(ctx.invoked_subcommand), level, in_json=bool(log_format)))
    ctx.obj = Session(folder, Language(lang) if lang else None, at)


def program() -> None:
    """Run the command; os._exit frees its memory at once, which saves a tenth of the time."""
    speak_utf8()
    gc.disable()  # a run is short and has few cycles; collecting would add a third to its time
    code = _run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(BrokenPipeError):
            stream.flush()
    os._exit(code)


def main() -> None:
    """0 clean · 1 findings or refused · 2 wrong use or environment · 3 our fault · 130 stopped."""
    sys.exit(_run(sys.argv[1:]))


def _run(arguments: list[str]) -> int:
    only_listener(None)
    with phase("total") as counts:
        counts["exit"] = code = _exit_code(arguments)
    return code


def _exit_code(arguments: list[str]) -> int:
    try:
        result: Any = verbs.main(arguments, prog_name="bulletin", standalone_mode=False)
    except click.exceptions.Abort:
        return 130
    except BrokenPipeError:
        return 0
    except Exception as error:  # the one place that catches everything
        return _report(error, _language(arguments), in_json=_wants_json(arguments))
    return result if isinstance(result, int) else 0


def _report(error: Exception, language: Language, *, in_json: bool) -> int:
    """Say what went wrong; returns the exit code."""
    match error:
        case click.ClickException():
            say(wrong_use(error).to(language))
            return 2
        case BulletinError():
            return _report_refusal(error, language, in_json=in_json)
        case OSError(errno=number) if number in _NO_PLACE:
            say(_no_place(error).to(language))
            return 2
    say("".join(traceback.format_exception(error)))
    fault = Bilingual("Lỗi của chương trình, không phải của nội dung.", "A fault of the program.")
    say(fault.to(language))
    return 3


# The disk is full, or may not be written.
_NO_PLACE = frozenset(
    {
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EFBIG,
        errno.EROFS,
        errno.EACCES,
        errno.EPERM,
        errno.ENOTDIR,
        errno.EEXIST,
    }
)


def _no_place(error: OSError) -> Bilingual:
    where = f"{error.filename}: " if error.filename else ""
    return Bilingual(
        f"Máy không ghi được ({where}{error.strerror}). Xem đĩa còn chỗ và thư mục cho ghi, rồi"
        " thử lại; những gì đã có vẫn nguyên.",
        f"Nothing can be written ({where}{error.strerror}). See that the disk has room and the"
        " folder may be written, and try again; what was there is as before.",
    )


def _report_refusal(error: BulletinError, language: Language, *, in_json: bool) -> int:
    findings = error.findings if isinstance(error, Refused) else ()
    with suppress(BrokenPipeError):  # `| head` has read enough; what stderr says is still said
        if in_json:
            form = importlib.import_module("generator.cli.report.machine_form")  # loads every kind
            form.print_json(form.refusal(findings, error.sentence.to(language), language))
        elif findings:
            print_findings(findings, None, language)
    say(error.sentence.to(language))
    return error.exit_code


def _wants_json(arguments: list[str]) -> bool:
    return "--format=json" in arguments or ("--format", "json") in pairwise(arguments)


def _language(arguments: list[str]) -> Language:
    english = "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)
    return Language.EN if english else Language.VI
