"""An article and its edited second version: a number, a paragraph gone, one moved, one added."""

from __future__ import annotations

from tests.support.libraries import a_page
from tests.support.windows import Person

HEADLINE = "انفجار قرب الجسر في المدينة"
NUMBER = "قالت الشرطة في بيان لها مساء اليوم إن 29 شخصًا أصيبوا في الانفجار الذي وقع قرب الجسر."
GONE = "ونفى المحافظ في تصريح مقتضب أن تكون السلطات قد تلقت أي تحذير قبل وقوع الانفجار."
MOVED = "وذكر شاهد عيان كان في متجره أن الزجاج تطاير في كل مكان وأن الناس ركضوا بعيدًا."
SAME = "وأغلقت قوات الأمن الطرق المؤدية إلى الجسر أمام حركة المرور حتى صباح الغد على الأقل."
LAST = "وتواصل فرق الدفاع المدني عملها في المكان بحثًا عن عالقين تحت أنقاض المبنى المجاور للجسر."
ADDED = "وفي وقت لاحق أعلنت وزارة الصحة فتح باب التبرع بالدم في مستشفيات المدينة الثلاثة الكبرى."

OLD = (HEADLINE, NUMBER, GONE, MOVED, SAME, LAST)
NEW = (HEADLINE, NUMBER.replace("29", "31"), SAME, ADDED, LAST, MOVED)

IN_NUMBER, IN_GONE = "29 شخصًا أصيبوا", "ونفى المحافظ في تصريح مقتضب"
IN_MOVED, IN_SAME = "الزجاج تطاير في كل مكان", "وأغلقت قوات الأمن الطرق"


def marked(person: Person, *words: str) -> None:
    """Open the first version and mark words of it as claims."""
    person.open(*a_page(OLD, url="https://news.example/1"))
    for each in words:
        person.mark(each, "2")
    person.saves()


def edited(person: Person) -> None:
    """The second version comes in, and is opened."""
    person.session.flush()
    person.store.add_version(person.session.id, *a_page(NEW, url="https://news.example/1"))
    person.open_known(person.session.id)
