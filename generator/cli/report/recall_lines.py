"""Sentences on a recall, for the verbs that show what was stopped."""

from generator.base.text import Bilingual
from generator.cli.report.approval_lines import at
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import recall_stopping
from generator.model.registry.signoff import Recall
from generator.rules.naming import unit_name


def recall_line(corpus: Corpus, recall: Recall) -> Bilingual:
    """Who recalled what, when and why."""
    unit, when = unit_name(corpus, recall.unit), at(corpus, recall.at)
    return Bilingual(
        f"{unit} thu hồi {recall.record} {when.vi}: {recall.reason}",
        f"{unit} recalled {recall.record} {when.en}: {recall.reason}",
    )


def recall_notice(corpus: Corpus, record_id: str) -> Bilingual | None:
    """The same for what nobody may use now, as a warning before something is done with it."""
    recall = recall_stopping(corpus, record_id)
    if recall is None:
        return None
    line = recall_line(corpus, recall)
    return Bilingual(f"Đã bị dừng: {line.vi}", f"Stopped: {line.en}")
