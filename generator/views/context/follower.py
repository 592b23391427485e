"""A newer bulletin as readers are sent to it: on pages, and in the facts for scripts."""

from generator.base.text import Language
from generator.base.times import moment_text
from generator.model.edition.edition import Edition
from generator.views.catalogue.labels import labels


def follower_name(edition: Edition, language: Language) -> str:
    moment = moment_text(edition.issued_at, edition.zone, language)
    return labels(language)["follower"].format(bulletin=edition.bulletin, moment=moment)
