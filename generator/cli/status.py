"""bulletin status: the desk, what waits for whom."""

import click
from rich.console import Console
from rich.table import Table

from generator.base.diagnostics import Located, Refused
from generator.base.text import Bilingual, Language
from generator.cli.compiled import corpus_of
from generator.cli.report import record_of, say
from generator.cli.session import Session
from generator.model.corpus import Corpus
from generator.model.desk import Item, item, needs_approval
from generator.model.kinds.consultation import Consultation
from generator.model.registry import ApprovalLevel
from generator.model.state import Desk, Sign, signs

COLUMNS = (
    Bilingual("Trạng thái", "State"),
    Bilingual("Mã", "Id"),
    Bilingual("Tiêu đề", "Title"),
    Bilingual("Từ ngày", "Since"),
    Bilingual("Chờ ai", "Waits for"),
)
_ORDER = tuple(Desk)
_LEVELS = tuple(ApprovalLevel)
_UNSIGNED = Bilingual("chưa ký số", "not signed yet")
_QUIET = Bilingual("Không có việc nào đang chờ.", "Nothing is waiting.")


@click.command("status")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.pass_obj
def command(session: Session, ids: tuple[str, ...]) -> None:
    """Việc trên bàn: đang chờ gì, chờ ai · The desk."""
    corpus, compilation = corpus_of(session)
    language = session.language(corpus)
    unknown = [one for one in ids if one not in corpus.records]
    if unknown:
        raise Refused(f"Không có bản ghi {unknown[0]}.", f"There is no record {unknown[0]}.")
    items = [_item(corpus, compilation.findings, one) for one in ids or _on_the_desk(corpus)]
    if not items:
        say(_QUIET.to(language))
        return
    items.sort(key=lambda one: (_ORDER.index(one.state), one.since, one.record))
    Console().print(_table(corpus, items, language))


def _on_the_desk(corpus: Corpus) -> list[str]:
    """What still needs somebody to act: unagreed matters, unissued bulletins, live messages."""
    return [
        record_id
        for record_id, entry in corpus.records.items()
        if needs_approval(corpus, entry.record)
        or (isinstance(entry.record, Consultation) and entry.record.is_open)
    ]


def _item(corpus: Corpus, findings: tuple[Located, ...], record_id: str) -> Item:
    own = tuple(f for f in findings if record_of(f.span.path) == record_id)
    return item(corpus, record_id, own)


def _table(corpus: Corpus, items: list[Item], language: Language) -> Table:
    table = Table(*(column.to(language) for column in COLUMNS), box=None, pad_edge=False)
    for one in items:
        units = [_waiting(corpus, one, unit, language) for unit in one.waits_for]
        state = _state(corpus, one, language)
        table.add_row(state, one.record, one.title, f"{one.since:%d/%m/%Y}", ", ".join(units))
    return table


def _state(corpus: Corpus, one: Item, language: Language) -> str:
    """The state; of what is agreed also how: signed only when every party signed."""
    label = one.state.label.to(language)
    if one.state is not Desk.AGREED:
        return label
    level = min((sign.level for sign in signs(corpus, one.record)), key=_LEVELS.index)
    return f"{label} · {level.label.to(language)}"


def _waiting(corpus: Corpus, one: Item, unit: str, language: Language) -> str:
    """Who is waited for, and whether only the signature is missing."""
    name = corpus.registry.units[unit].called
    given = {sign.party: sign.sign for sign in signs(corpus, one.record)}
    is_unsigned = given.get(unit) is Sign.UNSIGNED
    return f"{name} ({_UNSIGNED.to(language)})" if is_unsigned else name
