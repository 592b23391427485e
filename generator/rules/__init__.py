"""Every rule, once, in code order: read by `bulletin check` and the rule pages."""

from generator.base.diagnostics import Severity
from generator.rules.agreement import (
    approvals,
    changed_terms,
    conclusions,
    consultation,
    key_ends,
    signatures,
    signoff_times,
)
from generator.rules.form import (
    contacts,
    impossible_counts,
    impossible_days,
    keys_and_links,
    overlap,
    references,
)
from generator.rules.issue import forms, release, versions
from generator.rules.privacy import people, photos, secrets
from generator.rules.rule import Rule
from generator.rules.truth import (
    ageing,
    channels,
    documents,
    evidence,
    outcomes,
    rumours,
    verification_steps,
)
from generator.rules.use import (
    card_room,
    due_dates,
    paper_room,
    placeholders,
    promises,
    read_aloud,
    readiness,
    sheet_room,
)

# Only warnings may be waived in programme.yml; some findings of these rules are warnings.
_PARTLY_WARNINGS = frozenset(
    {"BT108", "BT113", "BT116", "BT206", "BT301", "BT310", "BT506", "BT515", "BT609", "BT610"}
)

RULES: tuple[Rule, ...] = (
    keys_and_links.missing_key,
    keys_and_links.raw_html_or_forbidden_link,
    keys_and_links.vanished_record,
    keys_and_links.printed_otherwise,
    references.circle,
    references.not_valid_on_the_day,
    overlap.overlapping_messages,
    impossible_days.impossible_days,
    impossible_counts.impossible_counts,
    contacts.contact_does_not_answer,
    evidence.rests_on_no_established_fact,
    verification_steps.steps_out_of_order,
    evidence.unanswered_rumour,
    evidence.sentence_without_evidence,
    outcomes.conclusion_against_verification,
    outcomes.forecast_without_outcome,
    rumours.rumour_repeated,
    channels.said_without_ground,
    documents.verified_without_a_document,
    documents.verified_by_one_unit_alone,
    ageing.cites_what_was_replaced,
    approvals.approval_missing,
    approvals.approval_lapsed,
    approvals.rejected,
    approvals.signed_without_authority,
    signatures.signature_does_not_hold,
    signatures.signature_missing,
    consultation.important_matter_without_its_meeting,
    consultation.position_missing,
    consultation.matter_still_open,
    conclusions.conclusion_without_authority,
    signoff_times.signed_at_an_impossible_time,
    changed_terms.terms_not_agreed,
    key_ends.last_key_expires,
    people.telephone_number,
    people.private_account,
    people.identity_number,
    people.vehicle_plate,
    people.bank_account_or_tax_code,
    people.house_level_address,
    people.name_of_a_person,
    people.recognisable_minor,
    people.date_of_birth,
    secrets.quoted_citizen,
    secrets.count_too_small,
    secrets.secrecy_mark,
    secrets.sensitive_matter_of_a_few,
    secrets.label_on_people,
    photos.photo_that_tells_more,
    readiness.too_much_to_say,
    readiness.ends_before_it_begins,
    due_dates.expires_unreplaced,
    due_dates.update_overdue,
    readiness.work_without_owner_or_date,
    due_dates.task_overdue,
    promises.promise_without_work,
    readiness.attachment_undescribed,
    card_room.card_too_full,
    placeholders.placeholder_left,
    paper_room.paper_cannot_show,
    readiness.highlights_out_of_number,
    read_aloud.not_sure_how_it_is_read,
    sheet_room.sheet_too_full,
    versions.number_already_used,
    versions.version_without_change,
    versions.message_no_longer_holds,
    release.official_form_incomplete,
    release.circulation_too_wide,
    promises.next_issue_overdue,
    release.paper_without_address,
    forms.issuer_not_of_the_form,
    forms.block_of_the_type_missing,
    forms.block_of_another_type,
)
WAIVABLE = _PARTLY_WARNINGS | {
    rule.problem.code for rule in RULES if rule.problem.severity is Severity.WARNING
}
