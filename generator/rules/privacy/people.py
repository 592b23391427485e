"""BT501 to BT509: what would single out a person."""

from collections.abc import Iterator

from generator.base.text import Bilingual
from generator.guard.text.sighting import masked
from generator.model.corpus.corpus import Corpus
from generator.rules.privacy.guard_findings import masked_findings, placed_sightings
from generator.rules.rule import Finding, doubtful, found, rule


@rule(
    "BT501",
    Bilingual(
        "Có số điện thoại {shown} không phải đầu mối đã đăng ký.",
        "There is a telephone number, {shown}, that is no registered contact.",
    ),
    Bilingual(
        "bỏ số này; muốn công bố một số để hỏi thì ghi vào contact của đơn vị trong"
        " registry/units.yml.",
        "remove it; a number for questions stands in a unit's contact in registry/units.yml.",
    ),
)
def telephone_number(corpus: Corpus) -> Iterator[Finding]:
    """A printed private number is called for years; only registered contacts may be named."""
    return masked_findings(corpus, "BT501")


@rule(
    "BT502",
    Bilingual(
        "Có địa chỉ thư hoặc tài khoản mạng {shown} không phải đầu mối đã đăng ký.",
        "There is an e-mail address or account, {shown}, that is no registered contact.",
    ),
    Bilingual(
        "bỏ đi; địa chỉ để hỏi thì ghi vào contact của đơn vị trong registry/units.yml.",
        "remove it; an address for questions stands in a unit's contact in registry/units.yml.",
    ),
)
def private_account(corpus: Corpus) -> Iterator[Finding]:
    """An account leads straight to a person and to all that the person ever wrote."""
    return masked_findings(corpus, "BT502")


@rule(
    "BT503",
    Bilingual(
        "Có số giấy tờ cá nhân {shown} (căn cước, hộ chiếu, giấy phép lái xe hoặc bảo hiểm).",
        "There is a personal document's number, {shown} (identity, passport, licence, insurance).",
    ),
    Bilingual(
        "bỏ số này; bản tin không bao giờ cần số giấy tờ của một người.",
        "remove it; a bulletin never needs the number of anybody's document.",
    ),
)
def identity_number(corpus: Corpus) -> Iterator[Finding]:
    """With such a number others can borrow money or open accounts in a person's name."""
    return masked_findings(corpus, "BT503")


@rule(
    "BT504",
    Bilingual("Có biển số xe {shown}.", "There is a vehicle's plate, {shown}."),
    Bilingual("bỏ biển số; nói loại xe là đủ.", "remove the plate; the kind of vehicle is enough."),
)
def vehicle_plate(corpus: Corpus) -> Iterator[Finding]:
    """A plate names its owner to anybody who asks around."""
    return masked_findings(corpus, "BT504")


@rule(
    "BT505",
    Bilingual(
        "Có số tài khoản hoặc mã số thuế cá nhân {shown}.",
        "There is a bank account or a person's tax code, {shown}.",
    ),
    Bilingual(
        "bỏ số này; việc tiền bạc của một người không thuộc về bản tin.",
        "remove it; a person's money matters do not belong in a bulletin.",
    ),
)
def bank_account_or_tax_code(corpus: Corpus) -> Iterator[Finding]:
    """Financial data is sensitive by law, and an account in a bulletin invites fraud."""
    return masked_findings(corpus, "BT505")


@rule(
    "BT506",
    Bilingual(
        "Có địa chỉ đến tận nhà hoặc số thửa đất: {shown}.",
        "There is an address down to the house, or a plot of land: {shown}.",
    ),
    Bilingual(
        "nói đến tổ dân phố hoặc tuyến đường là đủ; trụ sở cơ quan thì ghi tên cơ quan trước địa"
        " chỉ.",
        "the residential group or the street is enough; before the address of an office, name it.",
    ),
)
def house_level_address(corpus: Corpus) -> Iterator[Finding]:
    """An address leads to a family. A plot is only a warning: land matters must name plots."""
    for placed in placed_sightings(corpus, "BT506"):
        make_finding = doubtful if placed.sighting.is_doubt else found
        yield make_finding(placed.place, shown=masked(placed.sighting))


@rule(
    "BT507",
    Bilingual(
        "Có tên người ({shown}) không giữ chức vụ nào trong sổ đăng ký.",
        "There is a person's name ({shown}) who holds no office in the registry.",
    ),
    Bilingual(
        "bỏ tên, nói vai trò (“một người dân”, “chủ cơ sở”); người giữ chức vụ thì ghi vào"
        " offices trong"
        " registry/units.yml.",
        "remove the name and tell the role; who holds an office stands in registry/units.yml.",
    ),
)
def name_of_a_person(corpus: Corpus) -> Iterator[Finding]:
    """Opinion work is about people's views: it may speak of many people, never of one by name."""
    return masked_findings(corpus, "BT507")


@rule(
    "BT508",
    Bilingual(
        "Nhận ra được một trẻ em: {shown}.",
        "A minor can be recognised: {shown}.",
    ),
    Bilingual(
        "bỏ tên, tuổi kèm lớp và trường; nói “một học sinh” là đủ.",
        "remove the name, and the age with class and school; “a pupil” is enough.",
    ),
)
def recognisable_minor(corpus: Corpus) -> Iterator[Finding]:
    """A child cannot agree to be talked about, and a classmate knows at once who is meant."""
    return masked_findings(corpus, "BT508")


@rule(
    "BT509",
    Bilingual(
        "Có ngày hoặc năm sinh của một người: {shown}.", "A person's date of birth: {shown}."
    ),
    Bilingual(
        "bỏ đi; cần thì nói nhóm tuổi (“người cao tuổi”, “trẻ dưới 6 tuổi”).",
        "remove it; where needed, tell the age group.",
    ),
)
def date_of_birth(corpus: Corpus) -> Iterator[Finding]:
    """Together with place and sex, a date of birth identifies a person as a name does."""
    return masked_findings(corpus, "BT509")
