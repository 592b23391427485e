"""Every rule, once, in code order. `bulletin check` and the rule pages read this tuple."""

from generator.base.diagnostics import Severity
from generator.rules import (
    agreement,
    consultation,
    editions,
    people,
    photos,
    reading,
    references,
    secrets,
    truth,
    use,
)
from generator.rules.rule import Rule

# Warnings may be waived in programme.yml, and nothing else; these two rules have a warning in them.
_PARTLY_WARNINGS = frozenset({"BT506", "BT515"})

RULES: tuple[Rule, ...] = (
    reading.missing_key,
    reading.raw_html_or_forbidden_link,
    reading.vanished_record,
    references.circle,
    references.not_valid_on_the_day,
    truth.rests_on_no_established_fact,
    truth.steps_out_of_order,
    truth.unanswered_rumour,
    truth.sentence_without_evidence,
    agreement.approval_missing,
    agreement.approval_lapsed,
    agreement.rejected,
    agreement.signed_without_authority,
    consultation.important_matter_without_its_meeting,
    consultation.position_missing,
    consultation.matter_still_open,
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
    use.too_much_to_say,
    use.ends_before_it_begins,
    use.work_without_owner_or_date,
    editions.number_already_used,
    editions.version_without_change,
    editions.message_no_longer_holds,
)
WAIVABLE = _PARTLY_WARNINGS | {
    rule.problem.code for rule in RULES if rule.problem.severity is Severity.WARNING
}
