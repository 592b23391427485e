"""Print: the HTML page of a bulletin version, from which its PDF is made."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from markupsafe import Markup

from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.views.bulletin.document import Document, annex_apart, paper, paper_context
from generator.views.bulletin.official_form import (
    OfficialForm,
    anchors,
    official_form,
    official_profile,
)
from generator.views.catalogue.labels import labels
from generator.views.context.edition_context import (
    FULL,
    LEAST,
    LESS,
    NOTHING_LATER,
    EditionContext,
    Later,
    file_of,
    printed_address,
)
from generator.views.context.formatter import contact_text
from generator.views.context.pdf_job import ANY_NUMBER, PdfJob, Setting, Sheet, set_job
from generator.views.context.qr import qr_svg


class Proof(NamedTuple):
    """How a reader checks whether a printed sheet is correct and still the newest version.

    Code and address are empty where the site's address is not known; `see` says whom to ask.
    """

    title: str
    code: Markup
    see: str
    address: str
    compare: str
    digest: str
    verify: str


def bulletin_job(
    edition: Edition,
    previous: Edition | None,
    language: Language,
    frozen: bytes | None,
    later: Later = NOTHING_LATER,
) -> PdfJob:
    """The PDF of an edition in its programme's layout.

    `frozen` is the file of the issued edition, which is attached. Without it the edition has not
    been issued: every page says DỰ THẢO, and there is neither an address nor an attachment.
    `previous` and `later` are as in `paper`. Its attached pictures are found by the addresses
    of `picture_address`: `job._replace(images=…)`; without them their descriptions are printed.
    """
    context, is_issued = _context(edition, language, later), frozen is not None
    layout, kind = _profile_and_type(context)
    document, *shorter = (
        _as_of_now(paper(edition, language, previous, later, room), language, frozen)
        for room in (FULL, *(_LESS_ROOM if kind in _MOST_PAGES else ()))
    )
    form = official_form(context, is_issued=is_issued) if kind == "official" else None
    draft = document.draft or ("" if is_issued else labels(language)["draft"])
    proof = proof_of(edition, language) if is_issued else None
    setting = Setting(layout, kind, language, edition.issued_at)
    titles = (document.exercise, document.title)
    sheets = tuple(_sheets(sheet_of(document, edition, language, draft), kind, form))
    sizes = [(sheet, document) for sheet in sheets]
    sizes += [(sheets[-1], one) for one in shorter if one != document]
    job, *smaller = (
        set_job(setting, titles, sheet, document=one, form=form, proof=proof)
        for sheet, one in sizes
    )
    return job._replace(
        attachment=frozen or b"",
        attachment_name=file_of(edition) if is_issued else "",
        denser=tuple(one.html for one in smaller),
        pages=_MOST_PAGES.get(kind, 0),
        on_first="until" if kind == "quick" and _has_contact(document) else "",
    )


def _context(edition: Edition, language: Language, later: Later) -> EditionContext:
    """The same; only what an official paper prints whole is an anchor."""
    plain = paper_context(edition, language, later)
    return replace(plain, anchors=anchors(plain)) if plain.plan.is_official else plain


def _as_of_now(document: Document, language: Language, frozen: bytes | None) -> Document:
    """A draft says that it was not issued, where an issued version has its history."""
    if frozen is None:
        return replace(document, history=labels(language)["not_issued"])
    return document


def _has_contact(document: Document) -> bool:
    return any(section.id == "contact" for section in document.sections)


def annex_job(
    edition: Edition,
    previous: Edition | None,
    language: Language,
    frozen: bytes | None,
    later: Later = NOTHING_LATER,
) -> PdfJob:
    """The annex of a bulletin as a paper of its own; the same as in `bulletin_job`.

    `has_annex` says whether there is one.
    """
    document, is_issued = annex_apart(edition, language, previous, later), frozen is not None
    draft = "" if is_issued else labels(language)["draft"]
    proof = proof_of(edition, language) if is_issued else None
    setting = Setting(edition.names.programme.layout, "annex", language, edition.issued_at)
    titles = (document.exercise, labels(language)["paper_annex"], document.title)
    job, *smaller = (
        set_job(setting, titles, sheet, document=document, proof=proof)
        for sheet in _sheets(sheet_of(document, edition, language, draft), "annex", None)
    )
    return job._replace(denser=tuple(one.html for one in smaller), pages=_MOST_PAGES["annex"])


def _sheets(sheet: Sheet, kind: str, form: OfficialForm | None) -> Iterator[Sheet]:
    """The sheet in each size of type that may be tried, the largest first."""
    for size in (_LARGEST, *(_SMALLER if kind in _MOST_PAGES else ())):
        look = (size, sheet.look, form.head if form else "")
        yield sheet._replace(look=" ".join(filter(None, look)))


def _profile_and_type(context: EditionContext) -> tuple[str, str]:
    """The profile and the type of document of a bulletin."""
    if context.plan.is_official:
        return official_profile(context), "official"
    layout = context.edition.names.programme.layout
    return layout, "quick" if context.edition.is_quick else "bulletin"


# Smaller sizes of type, tried when a bulletin is too long; bulletin.yml and quick.yml define them.
_MOST_PAGES = {"quick": 2, "bulletin": 6, "annex": ANY_NUMBER}
_LESS_ROOM = (LESS, LEAST)
_LARGEST, _SMALLER = "large", ("medium", "small")


def sheet_of(document: Document, edition: Edition, language: Language, draft: str) -> Sheet:
    """The head and the foot of an edition's pages; `draft` is empty or DỰ THẢO."""
    version = print_word("version", language).format(version=edition.version)
    plain = "exercise" if document.exercise else "plain"
    return Sheet(
        look=f"draft-{language.value}" if draft else plain,
        banner=" · ".join(filter(None, (document.exercise, draft))),
        issue=f"{edition.bulletin} · {version}",
        reach=document.circulation,
        validity=document.validity,
        code=print_word("code", language).format(digest=document.digest12),
        page=print_word("page", language),
    )


def proof_of(edition: Edition, language: Language) -> Proof:
    """The texts and the QR code by which the print of an issued edition is checked."""
    address, formatter = printed_address(edition), EditionContext(edition, language).formatter
    whom = contact_text(formatter, edition.bulletin_plan.unit)
    title = print_word("qr", language).format(coded=address)
    return Proof(
        title=print_word("proof", language),
        code=qr_svg(address, title) if address else Markup(),
        see=print_word("scan" if address else "ask", language).format(whom=whom),
        address=address,
        compare=print_word("compare", language).format(name=edition.name),
        digest=edition.digest,
        verify=print_word("verify", language).format(file=file_of(edition)),
    )


def print_word(name: str, language: Language) -> str:
    """A text of the head or foot of every sheet."""
    return labels(language)[f"print_{name}"]
