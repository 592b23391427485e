"""Telephone numbers: which digits form one, and the form in which numbers are compared."""

from generator.base.lazy_regex import lazy_regex

# Viet Nam's plan: mobile 03, 05, 07, 08, 09 and eight digits; landline 02 and nine digits (some
# write an area's number one shorter).
_NATIONAL = lazy_regex(r"0(?:[35789]\d{8}|2\d{8,9})")
_SERVICE = lazy_regex(r"(?:1[89]00\d{4,6}|0?1022|11[1-5])")
_LOCAL = lazy_regex(r"[2-8]\d{6,7}|[35789]\d{8}")
# Old mobile numbers of eleven digits are still written.
_OLD_MOBILE = lazy_regex(r"01[2689]\d{8}")


def national(number: str) -> str:
    """The digits as dialled within Viet Nam: +84 912 345 678 becomes 0912345678."""
    digits = "".join(char for char in number if char.isdigit())
    if digits.startswith("0084"):
        digits = digits[2:]
    if digits.startswith("84") and len(digits) >= 11:  # noqa: PLR2004  84 and a whole number
        digits = "0" + digits[2:].removeprefix("0")
    return digits


def is_telephone(digits: str, *, is_foreign: bool = False) -> bool:
    """Whether the digits alone show that they are a telephone number (not a service number)."""
    at_home = national(digits)
    if is_service_number(digits):
        return False
    if _NATIONAL.fullmatch(at_home) or _OLD_MOBILE.fullmatch(at_home):
        return True
    return is_foreign and _is_valid_abroad(digits)


def is_service_number(digits: str) -> bool:
    """Whether it is a number for everybody: 113, 1022, 1900 …."""
    return bool(_SERVICE.fullmatch(national(digits)))


def is_unlisted_line(digits: str) -> bool:
    """Whether digits near a word such as “điện thoại” can be a telephone number."""
    return bool(_LOCAL.fullmatch(digits)) and not _SERVICE.fullmatch(digits)


def _is_valid_abroad(digits: str) -> bool:
    import phonenumbers  # noqa: PLC0415  its tables are large, foreign numbers are rare

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(f"+{digits}"))
    except phonenumbers.NumberParseException:
        return False
