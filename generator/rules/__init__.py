"""Every rule, once, in code order. `bulletin check` and the rule pages read this tuple."""

from generator.rules import (
    agreement,
    consultation,
    editions,
    reading,
    references,
    signatures,
    truth,
    use,
)
from generator.rules.rule import Rule

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
    signatures.signature_does_not_hold,
    signatures.signature_missing,
    consultation.important_matter_without_its_meeting,
    consultation.position_missing,
    consultation.matter_still_open,
    use.too_much_to_say,
    use.ends_before_it_begins,
    use.work_without_owner_or_date,
    editions.number_already_used,
    editions.version_without_change,
    editions.message_no_longer_holds,
)
