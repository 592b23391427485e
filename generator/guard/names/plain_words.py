"""Word lists for names typed in small letters without marks: “em danh thanh phuc hoc lop 10a3”."""

from generator.guard.text.plain_text import split_words

# Titles and roles before such a name, the longest first.
PLAIN_TITLES = (
    "toi la|toi ten|ten toi|nguoi nhan|nguoi gui|nguoi nop|cu ong|cu ba|ho ong|ho ba|nha ong"
    "|nha ba|gia dinh ong|gia dinh ba|chu ho|chu nha|chu xe"
    "|dong chi|d/c|hoc sinh|hs|nam sinh|nu sinh|be trai|be gai|con trai|con gai|nguoi dan|cong dan"
    "|cu tri|hoi vien|dang vien|doan vien|benh nhan|can bo|thanh nien|ten la|ong|ba|anh|chi|em|chau"
    "|be|co|chu|bac|cu|thay|cau|di|ten|ho|bi thu|chu tich|truong thon|to truong|bac si|y si|ke toan"
)
# Titles that also begin other phrases; behind them a name needs more.
SURE_SURNAMES = frozenset(
    split_words(
        """
    nguyen tran le pham huynh hoang phan vo dang bui ngo truong trinh dinh doan phung luong luu
    quach trieu nong giang lam duong ta tong hua nghiem khuat vu do sung thao vang lo mua cam
    quang ksor siu nie kpa rmah rcom ralan rahlan mlo eban alang zoram briu danh thach tang
    """
    )
)
# Given names without marks that are seldom another word after a surname.
GIVEN_NAMES = frozenset(
    split_words(
        """
    ai an ang anh bac bach ban bang bao bay ben bich bien bieu bih binh bon buu cam can canh cao
    cat chau chi chien chinh chu chung chuong cuc cuong dai dan dang danh dao dat de den diem
    diep dieu dinh do doan doanh don dong du dua duc dung duy duyen ga gai gam gia giang giao
    giap hai ham han hang hanh hao hau hien hiep hieu hinh hoa hoai hoan hoang hoat hoe hoi hong
    hop hue hung huong huu huy huyen huynh ich kha khai khang khanh khiem khoa khoai khoan khoi
    khue khuong khuyen kiem kien kiet kieu kim ky lai lam lan lang lanh lap le len lenh liem
    lien lieu linh loan loc loi long luan luat luc luong luu luyen ly mai man manh mao mau may
    men mi mien minh mo mong muoi my na nam nga ngan nghi nghia nghiem ngo ngoan ngoc nguyen
    nguyet nhai nham nhan nhat nhi nhien nhinh nho nhu nhuan nhung nhut nien ninh no non nu
    nuong oanh on pao phan phat phi phien phong phu phuc phung phuoc phuong quan quang que qui
    quoc quy quyen quyet quynh sam san sang sao sau sen sinh so soan son song sua sung suong sy
    ta tai tam tan tang tao thach thai tham than thang thanh thao that the them thi thien thiep
    thiet thieu thin thinh tho thoa thoai thoan thom thong thu thuan thuc thue thuong thuy
    thuyen thuyet ti tien tiep tin tinh toai toan toi ton trac tram tran trang tri trieu trinh
    trong tru truc trung truong tu tuan tue tung tuoi tuong tuyen tuyet ty uoc ut uyen van vang
    vi vien viet vinh vu vui vuong vuot vy xinh xoan xuan xuyen y yen
    """
    )
)
# Words that end a name in small letters, or show that none was meant.
FUNCTION_WORDS = frozenset(
    split_words(
        """
    sinh sn ns hoc lop o tru ngu xin nop gui bi duoc da dang se chua khong co va la lam de do vao ra
    den di ve noi bao hoi khu thon ap xom phuong xa quan huyen tinh pho duong ngo nay kia nao thi ma
    cung roi vua moi muon can phai tai tu theo voi cho cua khi neu nhung cac mot nguoi nha ho ngheo
    cccd cmnd can cuoc stk tk sdt dt mang cam trinh yeu kien phan khieu ngay thang nam gio truoc sau
    tren duoi trong ngoai nhieu it rat hon nhat lai con van thi hanh vay mua gop ung tham bau ky ghi
    """
    )
)
# Surnames that make another word with these syllables: “ho tro”, “to dan pho”, “do thi”.
ALSO_PLAIN_WORDS = {
    "ho": frozenset(split_words("tro so ngheo dan can gia tich khau chi nuoc boi chinh kinh")),
    "do": frozenset(split_words("thi vay thanh van luong dac")),
    "to": frozenset(split_words("dan chuc khai truong cao")),
    "cong": frozenset(split_words("an ty dan trinh khai nhan viec nghe van bo thuong nghiep chuc")),
    "tu": frozenset(split_words("van thien ngay nhien van quan")),
    "co": frozenset(split_words("so quan van the hoi")),
    "cao": frozenset(split_words("tuoi hon thap tang diem")),
    "hoi": frozenset(split_words("thi van nghi truong dong")),
    "le": frozenset(split_words("hoi phi tet thi")),
    "chu": frozenset(split_words("tich ho truong tri nha de xe dong ky")),
    "thi": frozenset(split_words("tran xa dua cong hanh truong diem sinh tuyen")),
    "van": frozenset(split_words("hoa ban phong nghe minh thu dong chuyen")),
    "ma": frozenset(split_words("so tuy tuy")),
    "la": frozenset(split_words("mot nguoi ho so thi van")),
    "nong": frozenset(split_words("dan nghiep thon san hoi truong")),
    "thach": frozenset(split_words("thuc cao")),
    "cam": frozenset(split_words("ket co xe on dong")),
    "quang": frozenset(split_words("truong cao ba nam ngai ninh tri binh")),
    "danh": frozenset(split_words("sach muc gia hieu cho")),
    "tang": frozenset(split_words("truong gia cuong toc")),
    "giang": frozenset(split_words("day vien duong")),
    "lam": frozenset(split_words("viec nghiep san dong ro the")),
    "duong": frozenset(split_words("pho day tinh lang thuy bo sat quoc le tran nguyen")),
    "truong": frozenset(split_words("hoc thon ban tieu trung mam phong hop nguyen le tran to cap")),
    "trinh": frozenset(split_words("bay do tu bao")),
    "phan": frozenset(split_words("anh bon dau loai lon cong tich bo")),
    "luong": frozenset(split_words("thuc huu mua nuoc tinh")),
    "dang": frozenset(split_words("ky vien uy bo bai hoc lam o co sinh")),
    "dinh": frozenset(split_words("danh ky lang muc cu huong huong")),
    "doan": frozenset(split_words("duong vien thanh ket the kiem")),
    "pham": frozenset(split_words("vi toi quy")),
    "vo": frozenset(split_words("chong con de sinh ho thoi")),
    "vu": frozenset(split_words("viec mua an chay khi trang")),
    "ta": frozenset(split_words("co di thay")),
    "bui": frozenset(split_words("duong min ban")),
    "hoang": frozenset(split_words("hon mang sa toan vang")),
    "ngo": frozenset(split_words("doc so hem nhan lai nho")),
    "lo": frozenset(split_words("lang ngai giet trinh gom van dat")),
    "vang": frozenset(split_words("mat anh nguoi")),
    "mua": frozenset(split_words("ban lon to bao sam he vu dong phun nuoc lu")),
    "thao": frozenset(split_words("do luan tac")),
    "sung": frozenset(split_words("dan")),
    "kim": frozenset(split_words("ngach tiem loai dong ma")),
    "mai": frozenset(split_words("che nha tang sau dich chau")),
    "ha": frozenset(split_words("noi giang tinh nam dong tang luu tien")),
    "son": frozenset(split_words("la tay duong nha tra")),
    "thai": frozenset(split_words("nguyen binh do lan san")),
    "binh": frozenset(split_words("thuong dan an")),
    "an": frozenset(split_words("toan ninh sinh giang uong")),
}
