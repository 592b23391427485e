"""The times in pages that a script compares with the moment of reading: a few HTML attributes.

The text of a page is true at any moment, so it never says what holds now. With these attributes
`theme/assets/reading.js` can say it, without network. Each element is independent of the others.

| attribute | on | what the script does |
| --- | --- | --- |
| `data-from`, `data-until` | anything | computes `data-state`: coming, in-force, expired or doubt |
| `data-coming`, `data-in-force`, `data-expired` | a badge | its text in that state |
| `data-when="coming in-force"` | a notice | shown only in these states |
| `data-due` | a notice, a badge | shown only past this moment |
| `details.instruction` | a message's wording | closed when the time is over |
| `data-ago` | a time (`as_of`) | says how long ago that was |
| `data-holds="coming"` | a part of the front page or a table | what is of its state moves there |
| `data-counts="overdue"` | a number | how many rows the part with this id has |
| `data-today="…{day}"` | a sentence | says the programme's day (`data-zone`) |

Times are ISO 8601 with their offset. A recalled, superseded, withdrawn or withheld message has no
times, because its state does not depend on the clock.
"""

from markupsafe import Markup

from generator.base.digest import Json
from generator.model.corpus.standing import Standing, window_of
from generator.model.edition.edition import Edition
from generator.model.kinds import is_of
from generator.model.kinds.message import Message
from generator.model.ledger.queries import is_newest
from generator.views.context.site_context import Badge, SiteContext
from generator.views.context.templates import render
from generator.views.context.usability import Use, UsePeriod

# Labels for the standings that depend only on time, worded so that they are always true.
_LABELS = {
    Standing.COMING: "holds_between",
    Standing.IN_FORCE: "holds_until",
    Standing.EXPIRED: "now_expired",
}
# The states in which a message's wording may still be used, as scripts name them.
USABLE = "coming in-force doubt"


def span_of(context: SiteContext, record_id: str) -> UsePeriod | None:
    """The times of a message; None if its standing does not depend on time alone."""
    standing, last = context.standing(record_id), context.ledger.issued[record_id][-1]
    window = window_of(last.content, last.edition.zone)
    if window is None or not standing.is_timed:
        return None
    since, until = (context.moment(moment, last.edition) for moment in window)

    def sentence(label: str) -> str:
        return context.label(label).format(since=since, until=until)

    return UsePeriod(
        since=window.start.isoformat(),
        until=window.until.isoformat(),
        text=sentence(_LABELS[standing]),
        coming=sentence("now_coming"),
        in_force=sentence("now_in_force"),
        expired=sentence("now_expired"),
    )


def due_badge(context: SiteContext, record_id: str) -> tuple[Badge, ...]:
    """The badge “update was due”; hidden until a script shows it after that moment."""
    due = context.content(record_id).get("next_update")
    if not due:
        return ()
    return (Badge(context.label("due_badge"), "warn", span_of(context, record_id), str(due)),)


def use_of(context: SiteContext, record_id: str) -> Use:
    """Whether a message, as last issued, may be used."""
    standing = context.standing(record_id)
    is_held = standing is Standing.HELD
    closed = context.label("closed_held" if is_held else "closed_old")
    return Use(span_of(context, record_id), not standing.is_usable, closed)


def folded(context: SiteContext, record_id: str, body: Markup) -> Markup:
    """The words of a record, closed under a line that says so if people stopped it.

    A message closes its own wording, which time can do too (`use_of`).
    """
    if is_of(record_id, Message) or not context.is_stopped(record_id):
        return body
    use = _closed_use(context, "closed_old")
    return render("blocks/closable.html", context.language, use=use, body=body)


def use_in(context: SiteContext, record_id: str, edition: Edition) -> Use:
    """Whether a message may be used in the wording of this edition."""
    if not context.is_issued(record_id):  # its only bulletin was withdrawn
        return _closed_use(context, "closed_old")
    use = use_of(context, record_id)
    is_same = _wording(context.content(record_id)) == _wording(edition.records.get(record_id, {}))
    if use.is_out or (is_same and is_newest(context.ledger, edition)):
        return use
    return _closed_use(context, "closed_old" if is_same else "closed_changed")


def _wording(content: Json) -> Json:
    """All that a message says; that it ends early is told by its times."""
    return {key: value for key, value in content.items() if key != "retired"}


def _closed_use(context: SiteContext, why: str) -> Use:
    return Use(span=None, is_out=True, closed=context.label(why))
