"""Clippings written for these tests; people, events and words in them are made up."""

# ruff: noqa: E501, ISC004  (texts of clippings stand in lines of their own)
from __future__ import annotations

ENGLISH = """Freedonia Protests Over Trawlers In Baltic

Freedonia protests over trawlers in Baltic

Published on March 5, 2019

Document Date: Mon, Apr 1 2019 09:12:44 am

Category: ,English,World - ,Briefs

Show on website : [Click Here](#)

example.news|Sources: BNS

VILNIUS: Lithuanian Foreign Minister Jonas Petraitis said Tuesday that Poland had been told about the trawlers in good time.

"We expect an answer from Warsaw before the end of this week," he said in reply to a question by a BNS correspondent during his weekly briefing.

Petraitis added that Latvia and Estonia shared the view of his government.

"The rules are the same for everybody who fishes in these waters," the foreign minister said.

It may be recalled that a similar dispute was settled in Riga three years earlier.

Share via
Copy link
"""

SPEAKERS = {
    "ru": (
        "МОСКВА, 5 марта. /ТАСС/. Россия готова продолжать контакты с Турцией. Об этом сообщил журналистам "
        'пресс-секретарь ведомства Пётр Соколов.\n\n"Дата встречи пока не определена, но контакты идут", - сказал он.',
        ["Пётр Соколов"],
        ["RU", "TR"],
    ),
    "uk": (
        "КИЇВ. 5 березня. УНН. Міністр закордонних справ України Олександр Коваленко заявив, що Україна "
        "розраховує на підтримку Польщі.",
        ["Олександр Коваленко"],
        ["UA", "PL"],
    ),
    "fr": (
        "ALGER - Le ministre des Affaires étrangères, Karim Benali, a affirmé mardi à Alger que l'Algérie "
        "poursuivrait le dialogue avec la Tunisie.\n\n« Notre position est constante et ne changera pas », "
        "a-t-il déclaré à la presse.",
        ["Karim Benali"],
        ["DZ", "TN"],
    ),
    "es": (
        "La Habana, 5 mar (Prensa Latina) El canciller de Cuba, Ernesto Valdés, condenó hoy las sanciones de "
        'Estados Unidos.\n\n"Es un acto de hostilidad que no quedará sin respuesta", escribió el ministro.',
        ["Ernesto Valdés"],
        ["CU", "US"],
    ),
    "pt": (
        "Lisboa, 05 mar 2020 (Lusa) – O ministro dos Negócios Estrangeiros português, Augusto Ferreira Reis, "
        'defendeu hoje o diálogo com Angola.\n\n"As relações entre os dois países são muito boas", disse '
        "Ferreira Reis em Luanda.",
        ["Augusto Ferreira Reis"],
        ["PT", "AO"],
    ),
    "it": (
        '(ANSA) - ROMA, 05 MAR - "L\'Italia sosterrà la Libia nel percorso verso le elezioni". Lo ha detto il '
        "ministro degli Esteri Paolo Verdini.",
        ["Paolo Verdini"],
        ["IT", "LY"],
    ),
    "de": (
        "Berlin (dpa) - Außenministerin Claudia Hartmann hat Russland zu Gesprächen mit der Ukraine "
        "aufgefordert. «Wir brauchen endlich Verhandlungen ohne Vorbedingungen», sagte Hartmann am Dienstag.",
        ["Claudia Hartmann"],
        ["RU", "UA", "DE"],
    ),
    "tr": (
        "ANKARA (AA) - Dışişleri Bakanı Kemal Yıldırım, Suriye'deki gelişmelere ilişkin, \"Türkiye üzerine "
        'düşeni yapmaya devam edecektir." dedi.\n\nBakan Yıldırım, Rusya ile görüşmelerin sürdüğünü belirtti.',
        ["Kemal Yıldırım"],
        ["SY", "TR", "RU"],
    ),
    "id": (
        "Jakarta (ANTARA) - Menteri Luar Negeri Ratna Wulandari mengatakan bahwa Indonesia akan terus "
        'mendukung Palestina.\n\n"Kami tidak akan pernah berhenti berjuang," kata Ratna di Jakarta.',
        ["Ratna Wulandari"],
        ["ID", "PS"],
    ),
    "pl": (
        "WARSZAWA, 5 marca (PAP) - Minister spraw zagranicznych Adam Wójcik powiedział w czwartek, że Polska "
        "pogłębi współpracę z Ukrainą.",
        ["Adam Wójcik"],
        ["PL", "UA"],
    ),
    "sr": (
        "БЕОГРАД, 5. марта (Танјуг) - Председник Србије Милан Вучковић изјавио је данас да Србија неће "
        "увести санкције Русији.",
        ["Милан Вучковић"],
        ["RS", "RU"],
    ),
    "ar": (
        "عمان 5 آذار (بترا)- أكد وزير الخارجية سامر القاضي اليوم الثلاثاء دعم الأردن لوحدة سوريا "
        "واستقرارها.\n\nوقال القاضي إن الأردن والعراق متفقان على ضرورة التعاون مع سوريا.",
        ["سامر القاضي"],
        ["JO", "SY", "IQ"],
    ),
    "fa": (
        "تهران- ایرنا- حسن کریمی سخنگوی وزارت امور خارجه در نشست خبری امروز گفت: ایران از گفت‌وگو با "
        "عربستان استقبال می‌کند.",
        ["حسن کریمی"],
        ["IR", "SA"],
    ),
    "ur": (
        "اسلام آباد (اے پی پی): وزیر خارجہ اسد محمود قریشی نے منگل کو کہا ہے کہ پاکستان ایران کے ساتھ تجارت "
        "بڑھانا چاہتا ہے۔",
        ["اسد محمود قریشی"],
        ["PK", "IR"],
    ),
    "hi": (
        "नई दिल्ली, 5 मार्च (भाषा) विदेश मंत्री राजीव मेनन ने मंगलवार को कहा कि भारत नेपाल के साथ अपने "
        "संबंधों को महत्व देता है।",
        ["राजीव मेनन"],
        ["IN", "NP"],
    ),
    "zh": (
        "新华社北京5月20日电（记者李明）外交部发言人汪文斌20日在例行记者会上表示，中方愿同越南加强沟通。\n\n"
        "汪文斌说：“中越是山水相连的社会主义邻邦，双方有能力处理好有关问题。”",
        ["汪文斌"],
        ["CN", "VN"],
    ),
    "ja": (
        "【北京＝共同】中国外務省の毛寧副報道局長は20日の記者会見で、日本の対応について"
        "「深刻な懸念を表明する。日本側は誤ったやり方を正すべきだ」と述べた。",
        ["毛寧"],
        ["CN", "JP"],
    ),
    "ko": (
        "(서울=연합뉴스) 김철수 기자 = 박진우 외교부 장관은 5일 일본 외무상과 전화 통화를 했다.\n\n"
        '박 장관은 "한일 관계의 조속한 회복을 위해 함께 노력하자"고 말했다.',
        ["박진우"],
        ["JP"],
    ),
}
"""Language → clipping, its speakers, the countries it must name among the principal ones."""
