"""The help and the complaints of the command line, each in one language."""

import re
from collections.abc import Iterable
from typing import Any

import click

from generator.base.text import Bilingual, Language

# What the library says by itself, in Vietnamese.
_OURS = {
    "Missing command.": "thiếu LỆNH",
    "Options": "Tùy chọn",
    "Commands": "Các lệnh",
    "[OPTIONS]": "[TÙY CHỌN]",
    "COMMAND [ARGS]...": "LỆNH …",
    "[required]": "[bắt buộc]",
    "INTEGER RANGE": "SỐ",
    "INTEGER": "SỐ",
    "TEXT": "CHỮ",
    "PATH": "TỆP",
    "TIME": "LÚC",
    "KIND": "LOẠI",
    "DIR": "THƯ-MỤC",
    "CODE": "MÃ-QUY-TẮC",
    "SITE": "TRANG",
    "KEY": "KHÓA",
    "YYYY": "NĂM",
    "Show this message and exit.": "Hiện hướng dẫn này.",
    "LEVEL": "MỨC",
}
_THEIRS = re.compile(
    "|".join(rf"(?<!\w){re.escape(words)}(?!\w)" for words in sorted(_OURS, key=len, reverse=True))
)


class HelpFormatter(click.HelpFormatter):
    """Help in one language: texts are written “Vietnamese · English”."""

    language = Language.VI

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        usage = Bilingual("Cách gọi: ", "Usage: ").to(self.language)
        super().write_usage(prog, self._said(args), prefix or usage)

    def write_heading(self, heading: str) -> None:
        super().write_heading(self._said(heading))

    def write_text(self, text: str) -> None:
        super().write_text(self._said(text))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        said = [(self._said(term), self._said(text)) for term, text in rows]
        super().write_dl(said, col_max, col_spacing)

    def _said(self, text: str) -> str:
        lines = (self._part(line) for line in text.split("\n"))
        said = "\n".join(lines)
        if self.language is Language.EN:
            return said
        return _THEIRS.sub(lambda match: _OURS[match[0]], said)

    def _part(self, line: str) -> str:
        """The part in one language, with what the library adds after it, as “  [required]”."""
        texts, gap, extra = line.partition("  [")
        vietnamese, dot, english = texts.partition(" · ")
        own = english if dot and self.language is Language.EN else vietnamese
        return f"{own}{gap}{extra}"


class HelpContext(click.Context):
    """The context of every verb: its help is in the language that was asked for."""

    def make_formatter(self) -> HelpFormatter:
        formatter = HelpFormatter(width=self.terminal_width, max_width=self.max_content_width)
        chosen = self.find_root().params.get("lang")
        formatter.language = Language(chosen) if chosen else Language.VI
        return formatter


def wrong_use(error: click.ClickException) -> Bilingual:
    """A usage error of the library, in both languages, with the help to look at."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return Bilingual(error.format_message(), error.format_message())
    context = getattr(error, "ctx", None)
    see = f"{context.command_path} --help" if context else "bulletin --help"
    complaint = _THEIRS.sub(lambda match: _OURS[match[0]], _complaint(error))
    return Bilingual(
        f"Gọi lệnh chưa đúng: {complaint}. Xem: {see}",
        f"Wrong use: {error.format_message()} See: {see}",
    )


def _complaint(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            near = f" (có phải {error.possibilities[0]} không)" if error.possibilities else ""
            return f"không có tùy chọn {error.option_name}{near}"
        case click.MissingParameter() if error.param is not None:
            return f"thiếu {_name(error.param)}{_choices(error.param)}"
        case click.BadOptionUsage():
            return f"sau {error.option_name} phải có giá trị, hoặc tùy chọn này không có giá trị"
        case click.BadParameter() if error.param is not None:
            return f"giá trị của {_name(error.param)} không dùng được{_choices(error.param)}"
    extra = re.match(r"Got unexpected extra arguments? \((.*)\)", error.format_message())
    return f"thừa “{extra[1]}”" if extra else error.format_message()


def _name(parameter: click.Parameter) -> str:
    """How people name it: an option by its name, an argument by the word in the help."""
    if isinstance(parameter, click.Option):
        return "/".join(parameter.opts)
    return parameter.metavar or str(parameter.name).upper()


def _choices(parameter: click.Parameter) -> str:
    kind: Any = parameter.type
    if isinstance(kind, click.Choice):
        return f"; chọn một trong: {', '.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange) and kind.min is not None:
        return f"; cần một số từ {kind.min} trở lên"
    return "; cần một số" if isinstance(kind, click.types.IntParamType) else ""
