"""Cities that datelines name: the capitals of the world and the seats of diplomacy.

Facts compiled for this project. `CC City, other spelling; ...`. The first city of a country in
CAPITALS stands for its government when a text says that "Tokyo protested".
"""

# ruff: noqa: E501  (a line of a table is one language or one agency)
from __future__ import annotations

CAPITALS = """
AD Andorra la Vella; AE Abu Dhabi; AF Kabul; AG Saint John's; AL Tirana; AM Yerevan; AO Luanda; AR Buenos Aires; AT Vienna; AU Canberra; AZ Baku; BA Sarajevo; BB Bridgetown; BD Dhaka, Dacca; BE Brussels
BF Ouagadougou; BG Sofia; BH Manama; BI Gitega, Bujumbura; BJ Porto-Novo, Cotonou; BN Bandar Seri Begawan; BO La Paz; BR Brasilia, Brasília; BS Nassau; BT Thimphu; BW Gaborone; BY Minsk; BZ Belmopan; CA Ottawa; CD Kinshasa
CF Bangui; CG Brazzaville; CH Bern, Berne; CI Abidjan, Yamoussoukro; CL Santiago; CM Yaounde, Yaoundé; CN Beijing, Peking; CO Bogota, Bogotá; CR San Jose, San José; CU Havana; CV Praia; CY Nicosia; CZ Prague
DE Berlin; DJ Djibouti; DK Copenhagen; DM Roseau; DO Santo Domingo; DZ Algiers; EC Quito; EE Tallinn; EG Cairo; ER Asmara; ES Madrid; ET Addis Ababa; FI Helsinki; FJ Suva; FM Palikir; FR Paris; GA Libreville
GB London; GD St. George's; GE Tbilisi; GH Accra; GM Banjul; GN Conakry; GQ Malabo; GR Athens; GT Guatemala City; GW Bissau; GY Georgetown; HN Tegucigalpa; HR Zagreb; HT Port-au-Prince; HU Budapest; ID Jakarta; IE Dublin
IL Jerusalem, Tel Aviv; IN New Delhi, Delhi; IQ Baghdad; IR Tehran, Teheran; IS Reykjavik; IT Rome; JM Kingston; JO Amman; JP Tokyo; KE Nairobi; KG Bishkek; KH Phnom Penh; KI Tarawa; KM Moroni; KN Basseterre; KP Pyongyang; KR Seoul
KW Kuwait City, Kuwait; KZ Astana, Nur-Sultan; LA Vientiane; LB Beirut; LC Castries; LI Vaduz; LK Colombo; LR Monrovia; LS Maseru; LT Vilnius; LU Luxembourg; LV Riga; LY Tripoli; MA Rabat; MC Monaco; MD Chisinau, Chișinău; ME Podgorica; MG Antananarivo
MH Majuro; MK Skopje; ML Bamako; MM Naypyidaw, Nay Pyi Taw, Yangon; MN Ulaanbaatar, Ulan Bator; MR Nouakchott; MT Valletta; MU Port Louis; MV Male, Malé; MW Lilongwe; MX Mexico City; MY Kuala Lumpur, Putrajaya; MZ Maputo; NA Windhoek; NE Niamey
NG Abuja, Lagos; NI Managua; NL The Hague, Amsterdam; NO Oslo; NP Kathmandu; NR Yaren; NZ Wellington; OM Muscat; PA Panama City; PE Lima; PG Port Moresby; PH Manila; PK Islamabad; PL Warsaw; PS Ramallah, Gaza City; PT Lisbon; PW Ngerulmud; PY Asuncion, Asunción
QA Doha; RO Bucharest; RS Belgrade; RU Moscow, Kremlin; RW Kigali; SA Riyadh; SB Honiara; SC Victoria; SD Khartoum; SE Stockholm; SG Singapore; SI Ljubljana; SK Bratislava; SL Freetown; SM San Marino; SN Dakar; SO Mogadishu; SR Paramaribo
SS Juba; ST Sao Tome; SV San Salvador; SY Damascus; SZ Mbabane; TD N'Djamena; TG Lome, Lomé; TH Bangkok; TJ Dushanbe; TL Dili; TM Ashgabat; TN Tunis; TO Nuku'alofa; TR Ankara; TT Port of Spain; TV Funafuti; TW Taipei; TZ Dodoma, Dar es Salaam
UA Kyiv, Kiev; UG Kampala; US Washington, White House, Pentagon; UY Montevideo; UZ Tashkent; VA Vatican City; VC Kingstown; VE Caracas; VN Hanoi, Ha Noi; VU Port Vila; WS Apia; XK Pristina; YE Sanaa, Sana'a; ZA Pretoria, Cape Town; ZM Lusaka; ZW Harare
"""

CITIES = """
AE Dubai, Sharjah; AF Kandahar, Herat; AU Sydney, Melbourne, Perth, Brisbane; BR Rio de Janeiro, Sao Paulo, São Paulo; CA Toronto, Montreal, Vancouver; CH Geneva, Zurich, Davos, Lausanne, Montreux; CN Shanghai, Guangzhou, Shenzhen, Tianjin, Boao, Urumqi, Kunming, Hangzhou, Xi'an
DE Munich, Frankfurt, Hamburg, Bonn; EG Sharm el-Sheikh, Alexandria; ES Barcelona; FR Strasbourg, Lyon, Marseille; GB Edinburgh, Glasgow, Belfast; IN Mumbai, Kolkata, Chennai, Srinagar, Bengaluru, Hyderabad; IR Mashhad, Isfahan; IQ Erbil, Basra, Najaf; IT Milan, Naples
JP Hiroshima, Osaka, Kyoto, Nagasaki; KZ Almaty; MA Marrakesh, Casablanca; NG Kano; PK Karachi, Lahore, Peshawar, Multan, Rawalpindi, Quetta, Muzaffarabad; PL Krakow, Gdansk; PS Gaza, Hebron; RU St. Petersburg, Saint Petersburg, Sochi, Vladivostok, Kazan; SA Jeddah, Mecca, Medina
SY Aleppo, Homs; TR Istanbul, Antalya, Izmir; UA Lviv, Odesa, Odessa, Kharkiv, Donetsk; US New York, Los Angeles, Chicago, Houston, Annapolis, Camp David, Boston, San Francisco, Atlanta; VN Ho Chi Minh City, Da Nang; YE Aden; ZA Johannesburg, Durban; ID Bali, Denpasar, Bandung, Surabaya
KR Busan, Jeju, Panmunjom; MX Cancun; BE Bruges; LY Benghazi; SO Hargeisa; KE Mombasa; MM Mandalay; BD Chattogram; LK Kandy; ET Mekelle; SD Port Sudan; CD Goma; NL Rotterdam; SE Gothenburg; AT Salzburg, Linz; AZ Nakhchivan, Shushi; AM Stepanakert; GE Batumi; CY Limassol
"""

WORLD = frozenset(
    {
        "united nations",
        "u.n.",
        "strasbourg",
        "naciones unidas",
        "nations unies",
        "onu",
        "оон",
        "الأمم المتحدة",
        "联合国",
        "nova iorque",
        "vereinte nationen",
    }
)
"""Datelines that are no city of a country's government, kept as printed."""

LOCALISED = """
CN Pékin, Pekín, Pequim, Pechino, Peking, Пекин*, Пекін*, Pekin*, بكين, پکن, بیجنگ, 北京, 베이징, Bắc Kinh, बीजिंग, বেইজিং, Пекинг*, Πεκίνο, Pekingu
US Washington, Washingtona, Вашингтон*, واشنطن, واشنگٹن, واشنگتن, 华盛顿, 華盛頓, ワシントン, 워싱턴, वाशिंगटन, वॉशिंगटन, ওয়াশিংটন, Vašington, Waszyngton*, Washington'*, Casa Blanca, Casa Bianca, Maison Blanche, Casa Branca, Weiße Haus, Weißen Haus*, البيت الأبيض, Белый дом, Белого дома, Ουάσινγκτον
RU Moscou, Moscú, Moscovo, Mosca, Moskau, Москва, Москвы, Москве, Москву, Москвой, Moskva, Moskwa, Moskou, Moskwą, Moskwy, موسكو, ماسکو, مسکو, 莫斯科, モスクワ, 모스크바, मॉस्को, মস্কো, Matxcơva, Moskova*, Moskvi, Кремл*, Кремль, Kremlin*, Cremlino, Kreml, الكرملين, 克里姆林宫, Moskow
IN Neu-Delhi, Nueva Delhi, Nova Deli, Nova Délhi, Nuova Delhi, Нью-Дели, Нью-Делі, نيودلهي, نئی دہلی, دهلی نو, 新德里, ニューデリー, 뉴델리, नई दिल्ली, नयी दिल्ली, নয়াদিল্লি, Yeni Delhi
TR Ankara, Анкар*, أنقرة, انقرہ, آنکارا, 安卡拉, アンカラ, 앙카라, Ancara
PK Исламабад*, إسلام آباد, اسلام آباد, 伊斯兰堡, इस्लामाबाद, ইসলামাবাদ, İslamabad
CA Оттав*, أوتاوا, 渥太华
BR Brasília, Бразилиа, برازيليا, 巴西利亚
SA Riad, Riyad, Эр-Рияд*, الرياض, ریاض, 利雅得, Riyadh
CH Ginebra, Genève, Genf, Ginevra, Genebra, Женев*, جنيف, جنیوا, ژنو, 日内瓦, ジュネーブ, 제네바, Cenevre
KZ Астан*, أستانا, 阿斯塔纳, Astana
MA Rabat, الرباط
VN Hà Nội, Hanói, Hanoï, Ханой, 河内
QA الدوحة, Доха, 多哈, دوحہ, دوحه
AE Abou Dhabi, Abu Dabi, أبوظبي, أبو ظبي, 阿布扎比, Абу-Даби, ابوظبی
BE Bruxelles, Bruselas, Bruxelas, Brüssel, Брюссел*, بروكسل, برسلز, بروکسل, 布鲁塞尔, Brüksel, Bruksela
GB Londres, Londra, Лондон*, لندن, 伦敦, 倫敦, ロンドン, 런던, London, Λονδίνο, Londyn
FR Parigi, París, Париж*, باريس, پیرس, پاریس, 巴黎, パリ, 파리, Paryż, Palais de l'Élysée, Elysée, Quai d'Orsay, Quai d’Orsay
DE Berlín, Berlim, Berlino, Берлин*, برلين, برلن, برلین, 柏林, ベルリン, 베를린
IT Roma, Rom, Rome, Рим, Рима, Риме, روما, 罗马
ES Madrid, Мадрид*, مدريد, 马德里
AT Vienne, Viena, Wien, Вен*, فيينا, ویانا, 维也纳, Viyana, Βιέννη
CU La Habana, La Havane, Havanna, L'Avana, Гаван*, هافانا, 哈瓦那
EG El Cairo, Le Caire, Kairo, Il Cairo, Каир*, القاهرة, قاہرہ, قاهره, 开罗, Kahire
IR Téhéran, Teherán, Teerã, Teerão, Тегеран*, طهران, تہران, تهران, 德黑兰, テヘラン, 테헤란, Tahran
SY Damas, Damasco, Damaskus, Дамаск*, دمشق, 大马士革, Şam
IQ Bagdad, Baghdad, Багдад*, بغداد, 巴格达, Bağdat
LB Beyrouth, Beirute, Бейрут*, بيروت, 贝鲁特, Beyrut
IL Jérusalem, Jerusalén, Gerusalemme, Иерусалим*, القدس المحتلة, تل أبيب, تل ابيب, Тель-Авив*, 耶路撒冷, 特拉维夫, Tel-Aviv, Kudüs
PS رام الله, Рамалл*, 拉姆安拉, Ramala
AF Kaboul, Кабул*, كابول, کابل, 喀布尔, Kâbil
DZ Alger, Argel, Algier, Algeri, Алжир*, الجزائر العاصمة
TN Túnez, Tunesi, تونس العاصمة
KW Koweït City, الكويت
OM Mascate, مسقط
BH المنامة
YE Saná, صنعاء, Сана
SD الخرطوم
JO عمّان, Амман*
UA Kiew, Kijów, Киев*, Київ, Києв*, Киjев*, كييف, کیف, کی ایف, 基辅, キーウ, 키이우, Kyjev, Kyjiw
BY Минск*, Мінськ*, مينسك, 明斯克
PL Varsovie, Varsovia, Warschau, Varsavia, Варшав*, Warszawa, Warszawy, Warszawie, 华沙, Varşova
HU Будапешт*, Budapeşte, 布达佩斯
RO Bucarest, Bukarest, București, Бухарест*
RS Beograd*, Београд*, Белград*, Belgrado, بلغراد
GR Athènes, Atenas, Athen, Atene, Афин*, أثينا, Αθήνα, Atina, 雅典
CZ Praga, Prag, Prague, Praha, Прага
JP Tokio, Tóquio, Токио, طوكيو, ٹوکیو, توکیو, 东京, 東京, 도쿄
KR Séoul, Seúl, Сеул*, سيول, 首尔, ソウル, 서울
KP Пхеньян*, بيونغ يانغ, پیونگ یانگ, 平壤, 平壌, 평양, Pionyang
AM Ереван*, Erevan, Eriwan, Երևան, يريفان, İrəvan
AZ Bakou, Bakú, Баку, باكو, Bakı, Bakü
GE Тбилис*, Tiflis, თბილისი
UZ Ташкент*, Taşkent, Toshkent
KG Бишкек*
TJ Душанбе
TM Ашхабад*
MD Кишинев*, Chişinău, Chișinău
BD ঢাকা, ঢাকায়
NP काठमाडौं, काठमांडू
PT Lisboa, Lisbonne, Лиссабон*, Lissabon
NL La Haye, La Haya, Den Haag, Haia, L'Aia, Гааг*, Lahey
DK Copenhague, Kopenhagen, Копенгаген*
FI Helsinki, Хельсинки
SE Estocolmo, Стокгольм*
BG София
AO Luanda
ET Addis Abeba, Addis-Abeba, أديس أبابا
SO مقديشو, Mogadiscio
LY طرابلس
TZ Dar es-Salaam
MX Ciudad de México, Mexico
PE Lima
SG Singapur, Singapura, Singapour, 新加坡
TW 台北, 臺北, Тайбэй, Taipéi
MM 内比都, 仰光
TH 曼谷, กรุงเทพ
PH 马尼拉
"""
"""Names of seats of government in other languages; '*' takes any short ending."""
