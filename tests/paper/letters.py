"""A letter as a school sends it, in several languages, for the tests of set pages."""

from pipeline.model import Art
from pipeline.paper.flow import Cell, Count, Figure, Flow, Mark, Run, Sketch, Table, Words
from pipeline.paper.outlines import rectangle, value_shape
from pipeline.paper.setting.bidi import is_rtl
from pipeline.paper.sheet import Box, Letters, Shape

INK, QUIET, YELLOW, FACT = "#22252b", "#555a63", "#ffd45c", "#fff8e3"
BODY = Letters("Nunito", 450, 11.5, INK)
BOLD = Letters("Nunito", 750, 11.5, INK)
SMALL = Letters("Nunito", 400, 9.5, QUIET)
HEAD = Letters("Nunito", 850, 13.5, INK)
TITLE = Letters("Nunito", 900, 23, INK, -0.01)
LOGO, YARD = Art("logo", 400, 400), Art("yard", 600, 420)
VALUES = (("bubble", "#1c5c9c"), ("shield", "#1f6f54"), ("heart", "#b23a1e"))
WEB = "https://heggdal.example.no/pals"
WIDE = 172.0

# title, greeting, first words, the values' lines, heading, what to do at home, heading, words,
# farewell, what is by the code, "page", "of"
WORDS = {
    "nb": (
        "Nå øver vi på skolegården",
        "Kjære foresatte",
        "I dag hadde vi fellessamling. Elevene så en film der medelever viser hvordan vi er mot "
        "hverandre i friminuttene. De neste ukene øver alle klasser og SFO på det samme. Vi møtes "
        "8. februar kl. 18.00.",
        (("Respekt", "jeg venter på tur og jeg følger reglene vi er enige om i leken"),
         ("Ansvar", "jeg går inn når det ringer og jeg rydder lekene på plass"),
         ("Omsorg", "jeg inviterer andre med og jeg trøster og henter hjelp")),
        "Slik kan dere hjelpe hjemme",
        ("Spør hva barnet har øvd på denne uka.",
         "Si høyt hva barnet gjorde bra, og gjør det med en gang.",
         "Se Månedens PALS på ukeplanen sammen."),
        "Språkkampanje i uke 2",
        "I uke 2 øver vi ekstra på ord som gjør andre glade. Det gjør vi også i uke 9, 14 og 20.",
        "Vennlig hilsen",
        ("Se filmen fra samlingen", "Skann koden, eller les meldingen i Vigilo."),
        ("Side", "av"),
    ),
    "ar": (
        "نتدرّب الآن على السلوك في ساحة المدرسة",
        "أعزاءنا أولياء الأمور",
        "عقدنا اليوم لقاءً عامًا لكل المدرسة. شاهد التلاميذ فيلمًا يُظهر فيه زملاؤهم كيف نتعامل مع بعضنا "
        "في أوقات الاستراحة. في الأسابيع القادمة تتدرّب كل الصفوف وSFO على الأمر نفسه. نلتقي يوم "
        "8. februar 2027 في الساعة 18.00 في Heggdal skole (القاعة 2B)، هاتف 32 27 00 00.",
        (("الاحترام", "أنتظر دوري وأتبع القواعد التي اتفقنا عليها في اللعب"),
         ("المسؤولية", "أدخل عندما يرنّ الجرس وأعيد الألعاب إلى مكانها"),
         ("الرعاية", "أدعو الآخرين إلى اللعب وأواسيهم وأطلب المساعدة")),
        "هكذا يمكنكم المساعدة في البيت",
        ("اسألوا الطفل عمّا تدرّب عليه هذا الأسبوع.",
         "قولوا بصوت واضح ما أحسن الطفل فعله، في الحال.",
         "انظروا معًا إلى Månedens PALS في الخطة الأسبوعية."),
        "حملة اللغة في الأسبوع 2",
        "في الأسبوع 2 نتدرّب أكثر على الكلمات التي تُسعد الآخرين. ونفعل ذلك أيضًا في الأسابيع 9 و14 و20.",
        "مع أطيب التحيات",
        ("شاهدوا الفيلم من اللقاء", "امسحوا الرمز أو اقرؤوا الرسالة في Vigilo."),
        ("صفحة", "من"),
    ),
    "ur": (
        "اب ہم اسکول کے صحن کی مشق کر رہے ہیں",
        "محترم والدین",
        "آج پورے اسکول کی مجلس ہوئی۔ بچوں نے ایک فلم دیکھی جس میں ساتھی طلبہ دکھاتے ہیں کہ ہم وقفے میں ایک "
        "دوسرے سے کیسے پیش آتے ہیں۔ اگلے ہفتوں میں تمام جماعتیں اور SFO یہی مشق کریں گے۔ ملاقات 8. februar "
        "2027 کو kl. 18.00 بجے Heggdal skole میں ہے، فون 32 27 00 00۔",
        (("احترام", "میں اپنی باری کا انتظار کرتا ہوں"),
         ("ذمہ داری", "میں گھنٹی بجنے پر اندر جاتا ہوں"),
         ("خیال", "میں دوسروں کو کھیل میں شامل کرتا ہوں")),
        "آپ گھر پر کیسے مدد کر سکتے ہیں",
        ("بچے سے پوچھیں کہ اس ہفتے کیا مشق کی۔", "جو اچھا کیا اس کی فوراً تعریف کریں۔",
         "ہفتہ وار منصوبے پر Månedens PALS مل کر دیکھیں۔"),
        "ہفتہ 2 میں زبان کی مہم",
        "ہفتہ 2 میں ہم ایسے الفاظ کی مشق کرتے ہیں جو دوسروں کو خوش کرتے ہیں۔",
        "نیک تمناؤں کے ساتھ",
        ("مجلس کی فلم دیکھیں", "کوڈ اسکین کریں یا Vigilo میں پیغام پڑھیں۔"),
        ("صفحہ", "از"),
    ),
    "fa": (
        "حالا در حیاط مدرسه تمرین می‌کنیم",
        "اولیای گرامی",
        "امروز گردهمایی همهٔ مدرسه را داشتیم. دانش‌آموزان فیلمی دیدند که در آن هم‌کلاسی‌هایشان نشان می‌دهند در "
        "زنگ تفریح چگونه با هم رفتار می‌کنیم. در هفته‌های آینده همهٔ کلاس‌ها و SFO همین را تمرین می‌کنند. دیدار ما "
        "8. februar 2027 ساعت 18.00 در Heggdal skole است، تلفن 32 27 00 00.",
        (("احترام", "منتظر نوبتم می‌مانم"), ("مسئولیت", "وقتی زنگ می‌خورد داخل می‌روم"),
         ("همدلی", "دیگران را به بازی دعوت می‌کنم")),
        "چگونه در خانه کمک کنید",
        ("از کودک بپرسید این هفته چه تمرین کرده است.", "کار خوب او را همان لحظه بلند بگویید.",
         "Månedens PALS را در برنامهٔ هفتگی با هم ببینید."),
        "پویش زبان در هفتهٔ 2",
        "در هفتهٔ 2 واژه‌هایی را تمرین می‌کنیم که دیگران را شاد می‌کند.",
        "با احترام",
        ("فیلم گردهمایی را ببینید", "کد را اسکن کنید یا پیام را در Vigilo بخوانید."),
        ("صفحه", "از"),
    ),
    "ti": (
        "ሕጂ ኣብ ቀጽሪ ቤት ትምህርቲ ንለማመድ ኣለና",
        "ክቡራት ወለዲ",
        "ሎሚ ሓባራዊ ኣኼባ ጌርና። ተመሃሮ ኣብ ግዜ ዕረፍቲ ብኸመይ ከም እንተሓላለ ዘርኢ ፊልም ርእዮም። ኣብ ዝቕጽሉ "
        "ሰሙናት ኵሎም ክፍልታትን SFOን ነዚ ይለማመዱ። 8. februar ሰዓት 18.00 ኣብ Heggdal skole ንራኸብ።",
        (("ክብሪ", "ተራይ እጽበ"), ("ሓላፍነት", "ደወል ምስ ተደወለ ናብ ውሽጢ እኣቱ"), ("ክንክን", "ንኻልኦት እዕድም")),
        "ኣብ ገዛ ከመይ ክትሕግዙ ትኽእሉ",
        ("ንቖልዓኹም እንታይ ከም ዝተለማመደ ሕተትዎ።", "ጽቡቕ ዝገበሮ ብዓውታ ንገርዎ።", "Månedens PALS ብሓባር ርኣዩ።"),
        "ኣብ ሰሙን 2 ናይ ቋንቋ ጎስጓስ",
        "ኣብ ሰሙን 2 ንኻልኦት ዘሐጕሱ ቃላት ንለማመድ።",
        "ምስ ሰላምታ",
        ("ፊልም ርኣዩ", "ነቲ ኮድ ስካን ግበርዎ።"),
        ("ገጽ", "ካብ"),
    ),
    "th": (
        "ตอนนี้เรากำลังฝึกเรื่องสนามโรงเรียน",
        "เรียนท่านผู้ปกครอง",
        "วันนี้เรามีการประชุมรวมทั้งโรงเรียน นักเรียนได้ดูภาพยนตร์ที่เพื่อนนักเรียนแสดงให้เห็นว่าเราปฏิบัติต่อกันอย่างไรในช่วงพัก "
        "ในสัปดาห์ต่อไปทุกชั้นเรียนและ SFO จะฝึกเรื่องเดียวกัน เราพบกันวันที่ 8. februar เวลา 18.00 ที่ Heggdal skole",
        (("ความเคารพ", "ฉันรอคิวและทำตามกติกาที่เราตกลงกันไว้"), ("ความรับผิดชอบ", "ฉันเข้าห้องเมื่อกริ่งดัง"),
         ("ความห่วงใย", "ฉันชวนคนอื่นมาเล่นด้วยกัน")),
        "ท่านช่วยที่บ้านได้อย่างไร",
        ("ถามเด็กว่าได้ฝึกอะไรในสัปดาห์นี้", "บอกเด็กทันทีว่าทำอะไรได้ดี", "ดู Månedens PALS ในแผนรายสัปดาห์ด้วยกัน"),
        "รณรงค์เรื่องภาษาในสัปดาห์ที่ 2",
        "ในสัปดาห์ที่ 2 เราฝึกคำพูดที่ทำให้ผู้อื่นมีความสุข",
        "ด้วยความนับถือ",
        ("ดูภาพยนตร์จากการประชุม", "สแกนรหัสหรืออ่านข้อความใน Vigilo"),
        ("หน้า", "จาก"),
    ),
    "uk": (
        "Зараз ми вчимося поводитися на шкільному подвір’ї",
        "Шановні батьки",
        "Сьогодні ми мали загальношкільні збори. Учні переглянули фільм, у якому їхні товариші показують, як ми "
        "ставимося одне до одного на перерві. Наступними тижнями всі класи та SFO вправлятимуться в тому самому. "
        "Зустріч 8. februar о kl. 18.00 у Heggdal skole.",
        (("Повага", "я чекаю своєї черги і дотримуюся правил гри"), ("Відповідальність", "я заходжу, коли лунає дзвінок"),
         ("Турбота", "я запрошую інших до гри")),
        "Як ви можете допомогти вдома",
        ("Запитайте, що дитина вправляла цього тижня.", "Одразу скажіть, що дитина зробила добре.",
         "Перегляньте разом Månedens PALS у тижневому плані."),
        "Мовна кампанія на тижні 2",
        "На тижні 2 ми вчимося слів, які роблять інших щасливими.",
        "З повагою",
        ("Перегляньте фільм зі зборів", "Проскануйте код або прочитайте повідомлення у Vigilo."),
        ("Сторінка", "з"),
    ),
    "pl": (
        "Teraz ćwiczymy zachowanie na podwórku",
        "Drodzy rodzice",
        "Dzisiaj mieliśmy apel całej szkoły. Uczniowie obejrzeli film, w którym koledzy pokazują, jak odnosimy się do "
        "siebie na przerwach. W najbliższych tygodniach wszystkie klasy i SFO ćwiczą to samo. Spotykamy się 8. februar "
        "o kl. 18.00 w Heggdal skole.",
        (("Szacunek", "czekam na swoją kolej i przestrzegam zasad zabawy"), ("Odpowiedzialność", "wchodzę, gdy dzwoni dzwonek"),
         ("Troska", "zapraszam innych do zabawy")),
        "Jak możecie pomóc w domu",
        ("Zapytajcie, co dziecko ćwiczyło w tym tygodniu.", "Powiedzcie od razu, co dziecko zrobiło dobrze.",
         "Obejrzyjcie razem Månedens PALS na planie tygodnia."),
        "Kampania językowa w tygodniu 2",
        "W tygodniu 2 ćwiczymy słowa, które sprawiają innym radość.",
        "Z poważaniem",
        ("Obejrzyjcie film z apelu", "Zeskanujcie kod albo przeczytajcie wiadomość w Vigilo."),
        ("Strona", "z"),
    ),
}


def words(text, letters=BODY, kind="paragraph", level=0, **more):
    return Words((Run(text, letters),), kind, level, leading=more.pop("leading", 1.4), **more)


def square(x, y, side, fill):
    return Shape(rectangle(Box(x, y, side, side)), fill=fill)


def rule(colour, high, **more):
    return Sketch((Shape(rectangle(Box(0, 0, WIDE, high)), fill=colour),), WIDE, high, **more)


def code():
    """Return what takes the place of a code to scan."""
    dots = [square(2 * x, 2 * y, 2, INK) for x in range(10) for y in range(10) if (x + y) % 2]
    return Sketch(tuple(dots), 20, 20, alt="Kode")


def head():
    name = Letters("Nunito", 850, 17, INK)
    left = Cell((Figure(LOGO, 18, "Logoen til Heggdal skole"),), pad=(0, 0), middle=True)
    middle = Cell(
        (words("Heggdal skole", name, leading=1.15), words("PALS – felles skolekultur", SMALL)),
        pad=(4, 0),
        middle=True,
    )
    right = Cell((words("Uke 2 · 11. januar 2027", SMALL, align="right"),), pad=(0, 0), middle=True)
    table = Table((20, 92, 60), ((left, middle, right),), laid=True)
    return (table, rule(YELLOW, 1.1, before=10, after=16))


def foot(told, page):
    beside = Cell(
        (words(told[0], Letters("Nunito", 750, 9.5, QUIET)), words(told[1], SMALL), Words(
            (Run(f"{page[0]} ", SMALL), Count(SMALL), Run(f" {page[1]} ", SMALL), Count(SMALL, True)),
            leading=1.4,
        )),
        pad=(4, 0),
        middle=True,
    )
    table = Table((20, WIDE - 20), ((Cell((code(),), pad=(0, 0)), beside),), laid=True)
    return (rule("#d9d9d9", 0.25, after=9), table)


def facts(values):
    lines = []
    for (shape, colour), (name, said) in zip(VALUES, values, strict=True):
        mark = Mark(value_shape(shape, Box(0, 0, 4.4, 4.4), colour, FACT), 4.4, FACT)
        runs = (mark, Run(f"  {name}: ", BOLD), Run(said, BODY))
        lines.append(Words(runs, leading=1.4, after=3))
    picture = Cell((Figure(YARD, 57, "Barn leker i skolegården"),), FACT, (4.2, 4.2), middle=True)
    return Table((65, WIDE - 65), ((picture, Cell(tuple(lines), FACT, (3, 4.2), middle=True)),), laid=True)


def letter(language, more=(), name=""):
    """Return the letter in the language; `more` stands before the farewell."""
    title, hello, first, values, heading, todo, second, campaign, bye, told, page = WORDS[language]
    link = Words(
        (Run(campaign + " ", BODY), Run("heggdal.example.no/pals", Letters("Nunito", 450, 11.5, "#1c5c9c"), None, WEB),
         Run(" – ", BODY), Run("Heggdal skole.", BODY, None if language == "nb" else "nb")),
        leading=1.4,
        after=7,
    )
    blocks = (
        words(title + name, TITLE, "title", leading=1.15, after=8),
        words(hello, after=7),
        words(first, after=9),
        facts(values),
        words(heading, HEAD, "heading", 2, before=14, after=3),
        *(words(one, kind="item", number=at, after=3) for at, one in enumerate(todo, 1)),
        words(second, HEAD, "heading", 2, before=14, after=3),
        link,
        *more,
        words(f"{bye}\nPALS-teamet"),
    )
    return Flow(
        title, language, blocks, page=(210.0, 297.0), margins=(19.0, 17.0, 19.0, 15.0),
        head=head(), foot=foot(told, page), rtl=is_rtl(language),
    )
