"""What verbs say, for programs: JSON with keys that never change with the language."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click
import orjson

from generator.base.diagnostics import Located
from generator.base.text import Language
from generator.cli.report.reasons import Reason
from generator.cli.report.report import finding_item
from generator.model.desk.desk import DeskItem
from generator.model.edition.comparison import RecordChange
from generator.model.edition.edition import Edition, History

FORMS = ("text", "json")


def in_form(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb the option --format text|json, passed as the argument `form`."""
    said = "Dạng kết quả · Form"
    option = click.option("--format", "form", type=click.Choice(FORMS), default="text", help=said)
    return option(command)


def print_json(document: Mapping[str, object]) -> None:
    """One document on stdout."""
    click.echo(orjson.dumps(document, option=orjson.OPT_INDENT_2).decode())


def refusal(findings: Iterable[Located], sentence: str, language: Language) -> dict[str, object]:
    """Why a verb refused."""
    items = [finding_item(finding, language) for finding in findings]
    return {"refused": sentence, "findings": items}


def desk_items(items: Iterable[DeskItem], language: Language) -> dict[str, object]:
    """What waits for whom."""
    return {"items": [_desk_item(item, language) for item in items]}


def _desk_item(item: DeskItem, language: Language) -> dict[str, object]:
    first = item.findings[0]
    return {
        "record": item.record,
        "path": item.path,
        "line": first.span.line,
        "title": item.title,
        "state": item.state.value if item.state else None,
        "unit": item.unit or None,
        "what": item.what.to(language),
        "since": item.since,
        "due": item.due,
        "late_days": item.late,
        "code": item.code or None,
        "message": first.diagnostic.message(language),
        "fix": first.diagnostic.fix(language),
        "holds": list(item.holds),
    }


def reason_tree(reason: Reason, language: Language) -> dict[str, object]:
    """A reason with its causes below it."""
    return {
        "text": reason.text.to(language),
        "where": reason.where or None,
        "causes": [reason_tree(cause, language) for cause in reason.causes],
    }


def change_list(changes: Iterable[RecordChange]) -> list[dict[str, object]]:
    """What changed, record by record and key by key, with the values as frozen."""
    return [
        {
            "record": change.record,
            "change": change.change.value,
            "keys": [
                {"at": key.at, "before": key.before, "after": key.after} for key in change.keys
            ],
        }
        for change in changes
    ]


def edition_list(history: History) -> list[dict[str, object]]:
    """Every edition that holds, oldest first; one whose content was taken out keeps its digest."""
    return [
        {
            "edition": link.name,
            "digest": link.digest,
            "issued_at": link.issued_at,
            "relation": link.relation.value if isinstance(link, Edition) else "redacted",
        }
        for link in history.links
    ]
