"""The editions, for verbs that hand them on: all hold, or nothing is done."""

from generator.base.diagnostics import Refused
from generator.base.text import Bilingual
from generator.cli.session.session import Session
from generator.model.edition.edition import History
from generator.pipeline import located, verify_content
from generator.writer import steady


def whole_history(session: Session, undone: Bilingual) -> History:
    """Every edition and redaction; raises Refused, saying what stays undone, when one is wrong.

    Signatures are asked of ssh-keygen now, whatever earlier runs remember.
    """
    with steady(session.root):
        history, problems = verify_content(session.unremembering)
    if problems:
        raise Refused(
            f"{undone.vi}: bản phát hành trong kho không đúng (bulletin verify).",
            f"{undone.en}: the editions do not hold (bulletin verify).",
            located(session.workspace, problems),
        )
    return history
