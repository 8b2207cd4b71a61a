"""News agencies of the world and the names under which clippings credit them.

Facts compiled for this project. One agency a line: `id CC kind | name | other printed names`;
kind is the register's kind of carrier. The first name is the one a register shows.
"""

# ruff: noqa: E501  (a line of a table is one language or one agency)
from __future__ import annotations

from site_builder.importers.word_sets import word_set

AGENCIES = """
afp FR wire | AFP | Agence France-Presse | Agence France Presse | فرانس برس | ا ف ب | أ ف ب | 法新社 | АФП | Франс Пресс | ایجنسی فرانس پریس | اے ایف پی | 法新社
reuters GB wire | Reuters | Thomson Reuters | رويترز | رویترز | روئٹرز | رائٹرز | 路透社 | 路透 | ロイター | 로이터 | Рейтер | Ройтерс | Рейтерс | Рейтерз
ap US wire | AP | Associated Press | The Associated Press | أسوشيتد برس | اسوشيتد برس | 美联社 | 美聯社 | АП | آسوشیتدپرس | اے پی
upi US wire | UPI | United Press International
bloomberg US wire | Bloomberg | Bloomberg News | بلومبرغ | Блумберг
dow-jones US wire | Dow Jones | Dow Jones Newswires
voa US broadcaster | VOA | Voice of America | Голос Америки | VOA News | صوت أميركا
rferl US broadcaster | RFE/RL | Radio Free Europe/Radio Liberty | Radio Free Europe | Радио Свобода | Радіо Свобода | Radio Liberty
rfa US broadcaster | RFA | Radio Free Asia
cnn US broadcaster | CNN
npr US broadcaster | NPR
new-york-times US newspaper | New York Times News Service | N.Y. Times News Service | NYT | The New York Times | New York Times
washington-post US newspaper | The Washington Post | Washington Post
wall-street-journal US newspaper | The Wall Street Journal | Wall Street Journal
guardian GB newspaper | The Guardian
le-monde FR newspaper | Le Monde | lemonde.fr
express-tribune PK newspaper | The Express Tribune | Express Tribune
the-news-pk PK newspaper | The News International
the-nation-pk PK newspaper | The Nation
the-hindu IN newspaper | The Hindu
hindustan-times IN newspaper | Hindustan Times
times-of-india IN newspaper | The Times of India | Times of India
ips IT wire | IPS | Inter Press Service
xinhua CN wire | Xinhua | Xinhua News Agency | Xinhuanet | Agencia Xinhua | Agence Xinhua | Chine nouvelle | Chine Nouvelle | 新华社 | 新華社 | 新华网 | 新华 | Синьхуа | شينخوا | شِنہوا | شنہوا | شینہوا | شینہوا | 신화통신 | 신화사 | 新華社通信 | Tân Hoa xã | Tân Hoa Xã
cns CN wire | China News Service | CNS | 中新社 | 中新网 | 中国新闻社 | 中国新闻网 | Ecns
china-daily CN newspaper | China Daily | 中国日报
global-times CN newspaper | Global Times | 环球时报 | 环球网 | 環球時報
peoples-daily CN newspaper | People's Daily | People’s Daily | 人民日报 | 人民网 | Жэньминь жибао | 人民日報
cgtn CN broadcaster | CGTN | CCTV | 央视新闻 | 央视 | 央视网 | 中央电视台 | 国际在线 | China Radio International | CRI
kcna KP wire | KCNA | Korean Central News Agency | 朝鲜中央通讯社 | 朝中社 | 朝鮮中央通信 | 조선중앙통신 | ЦТАК | ACNC | ZTAK
yonhap KR wire | Yonhap | Yonhap News Agency | Yonhap News | 연합뉴스 | 聯合ニュース | 韩联社 | 韓聯社 | Ёнхап | Рёнхап | يونهاب | Agencia Yonhap
newsis KR wire | Newsis | 뉴시스
news1-kr KR wire | News1 | 뉴스1
korea-herald KR newspaper | Korea Herald | The Korea Herald
kyodo JP wire | Kyodo | Kyodo News | Kyodo News Agency | 共同 | 共同通信 | 共同社 | 共同通信社 | 교도통신 | Киодо | كيودو | Agencia Kyodo
jiji JP wire | Jiji Press | Jiji | 時事 | 時事通信 | 时事社 | 時事通信社 | Дзидзи
nhk JP broadcaster | NHK | NHK World
tass RU wire | TASS | ITAR-TASS | Itar-Tass | ТАСС | ИТАР-ТАСС | 塔斯社 | تاس | タス通信 | 타스통신
ria-novosti RU wire | RIA Novosti | RIA | RIA-Novosti | РИА Новости | РИА «Новости» | РИА-Новости | РИА | ريا نوفوستي | 俄新社 | RIA Nowosti
sputnik RU wire | Sputnik | Sputnik News | Спутник | Sputnik Afrique | Sputnik Mundo | سبوتنيك | اسپوتنیک | اسپوتنک | 卫星通讯社 | 俄罗斯卫星通讯社 | Sputnik Türkiye | スプートニク
interfax RU wire | Interfax | Интерфакс | ИНТЕРФАКС | INTERFAX.RU | إنترفاكس | 国际文传电讯社
regnum RU wire | REGNUM | Regnum | ИА REGNUM | ИА Регнум
rosbalt RU wire | Rosbalt | Росбалт
rt RU broadcaster | RT | RT Arabic | Russia Today
prime-ru RU wire | PRIME | ПРАЙМ
ukrinform UA wire | Ukrinform | Укринформ | Укрінформ
interfax-ukraine UA wire | Interfax-Ukraine | Интерфакс-Украина | Інтерфакс-Україна
unian UA wire | UNIAN | УНИАН | УНІАН
unn UA wire | UNN | УНН | Ukrainian National News
rbc-ukraine UA wire | RBC-Ukraine | РБК-Украина | РБК-Україна
belta BY wire | BelTA | BELTA | БЕЛТА | БелТА
kazinform KZ wire | Kazinform | KAZINFORM | QazInform | КАЗИНФОРМ | Казинформ | ҚазАқпарат | Strategy2050
uza UZ wire | UzA | UZA | УзА | O‘zA | OʻzA | УзДейли | UzDaily
kabar KG wire | Kabar | КАБАР | Кабар
akipress KG wire | AKIpress | АКИpress | 24.kg
khovar TJ wire | Khovar | NIAT Khovar | НИАТ «Ховар» | Ховар
avesta TJ wire | Avesta | Авеста | Asia-Plus | Азия-Плюс
tdh TM wire | TDH | ТДХ | Turkmenistan.ru
montsame MN wire | MONTSAME | Montsame | МОНЦАМЭ
armenpress AM wire | ARMENPRESS | Armenpress | АРМЕНПРЕСС | Արմենպրես
arminfo AM wire | ArmInfo | АрмИнфо
news-am AM website | NEWS.am | Armenian News-NEWS.am
panarmenian AM wire | PanARMENIAN.Net | PanARMENIAN
azertac AZ wire | AZERTAC | AzerTAc | АЗЕРТАДЖ | AZƏRTAC | AZERTAG
trend AZ wire | Trend | Trend News Agency | Тренд
apa-az AZ wire | APA | АПА
report-az AZ wire | Report | Report.az | Репорт
turan AZ wire | Turan | Туран
georgia-online GE wire | InterpressNews | Interpressnews | Civil Georgia | Civil.ge | Грузия-Online | 1TV | Agenda.ge | GHN
moldpres MD wire | MOLDPRES | Moldpres | МОЛДПРЕС
infotag MD wire | Infotag | Инфотаг | IPN
bns LT wire | BNS | Baltic News Service | БНС
elta LT wire | ELTA | ЭЛЬТА
leta LV wire | LETA | ЛЕТА
err EE broadcaster | ERR
dpa DE wire | dpa | DPA | Deutsche Presse-Agentur | dpa-AFX | د ب أ | د.ب.أ | 德新社 | ДПА | ڈی پی اے
dw DE broadcaster | DW | Deutsche Welle | دويتشه فيله
kna DE wire | KNA
epd DE wire | epd
apa-at AT wire | APA | Austria Presse Agentur
sda CH wire | sda | SDA | Keystone-SDA | Keystone-ATS | ATS | Swissinfo | sda-ats
anp NL wire | ANP
belga BE wire | Belga | Agence Belga
efe ES wire | EFE | Efe | Agencia EFE | Agência EFE | EFEUSA | إفي | ЭФЕ | Agencia Efe
europa-press ES wire | Europa Press | EUROPA PRESS
lusa PT wire | Lusa | LUSA | Agência Lusa
ansa IT wire | ANSA | Ansa | Agenzia ANSA | آنسا | АНСА
agi IT wire | AGI | Agenzia Italia
agenzia-nova IT wire | Agenzia Nova | Nova | وكالة نوفا
adnkronos IT wire | Adnkronos | ADNKRONOS | Adnkronos/Labitalia | AKI | آكي
italpress IT wire | ITALPRESS | Italpress
askanews IT wire | askanews | Askanews | LaPresse | TMNews | Dire | DIRE
vatican-news VA official | Vatican News | VIS | Fides | Agenzia Fides
sir IT wire | SIR | AgenSIR
pa-media GB wire | PA | PA Media | Press Association
bbc GB broadcaster | BBC | BBC News | بي بي سي | بی بی سی | Би-би-си
tap-tn TN wire | TAP | وات
ritzau DK wire | Ritzau
tt SE wire | TT | TT-Reuters
ntb NO wire | NTB
stt FI wire | STT
pap PL wire | PAP | Polska Agencja Prasowa
ctk CZ wire | CTK | ČTK
tasr SK wire | TASR
sita SK wire | SITA
mti HU wire | MTI
agerpres RO wire | AGERPRES | Agerpres | Rompres
mediafax RO wire | Mediafax
bta BG wire | BTA | БТА
novinite BG website | Novinite | Sofia News Agency
focus-bg BG wire | Focus | Агенция Фокус
tanjug RS wire | Tanjug | TANJUG | Танјуг | Танюг
beta-rs RS wire | Beta | BETA | Бета
fonet RS wire | FoNet | FONET
srna BA wire | SRNA | Срна
fena BA wire | FENA
hina HR wire | Hina | HINA
sta SI wire | STA
mia MK wire | MIA | МИА
makfax MK wire | Makfax | Макфакс
ata-al AL wire | ATA | ATSH
kosovapress XK wire | KosovaPress | Kosovapress
mina ME wire | MINA
ana-mpa GR wire | ANA-MPA | AMNA | ANA | ΑΠΕ-ΜΠΕ | ΑΜΠΕ
cna-cy CY wire | CNA | ΚΥΠΕ | KYPE
anadolu TR wire | Anadolu Agency | AA | Anadolu | Anadolu Ajansı | Anatolia | Anatolia News Agency | وكالة الأناضول | الأناضول | Анадолу | آناتولی | خبرگزاری آناتولی | اناطولیہ | 阿纳多卢通讯社 | Anadolu Ajansi
dha TR wire | DHA | Demirören Haber Ajansı | Doğan Haber Ajansı
iha TR wire | İHA | IHA | İhlas Haber Ajansı | Ihlas News Agency
anka TR wire | ANKA
trt TR broadcaster | TRT | TRT World | TRT Haber
irna IR wire | IRNA | Islamic Republic News Agency | ایرنا | إرنا | ارنا | ИРНА | 伊朗伊斯兰共和国通讯社
mehr IR wire | MNA | Mehr News Agency | Mehr | خبرگزاری مهر | مهر | Мехр
fars IR wire | FNA | Fars News Agency | Fars | خبرگزاری فارس | فارس
tasnim IR wire | Tasnim | Tasnim News Agency | خبرگزاری تسنیم | تسنیم | تسنيم | Тасним
isna IR wire | ISNA | ایسنا | خبرگزاری دانشجویان ایران
wana IR wire | WANA
yjc IR wire | باشگاه خبرنگاران جوان | YJC | Young Journalists Club
ana-ir IR wire | خبرگزاری آنا | ANA Press
irib IR broadcaster | IRIB | Press TV | IRIB News | ایریب | Pars Today | ParsToday | پارس‌تودی | Parstoday
tehran-times IR newspaper | Tehran Times
al-alam IR broadcaster | العالم | Al-Alam | الكوثر | Al-Kawthar
bakhtar AF wire | Bakhtar | Bakhtar News Agency | باختر | آژانس باختر
pajhwok AF wire | Pajhwok | Pajhwok Afghan News | پژواک
tolonews AF broadcaster | TOLOnews
khaama AF wire | Khaama Press | KP
app PK wire | APP | Associated Press of Pakistan | اے پی پی | ا پ پ
inp PK wire | INP | آئی این پی
nni PK wire | NNI | این این آئی
ppi PK wire | PPI | پی پی آئی
online-pk PK wire | Online | آن لائن
urdupoint PK website | UrduPoint / Pakistan Point News | UrduPoint | Pakistan Point News | UrduPoint News | UrduPoint.com | اردو پوائنٹ | اردوپوائنٹ
radio-pakistan PK broadcaster | Radio Pakistan | ریڈیو پاکستان
dawn PK newspaper | Dawn
geo PK broadcaster | Geo News | جیو نیوز
dispatch-news-desk PK website | DND | Dispatch News Desk
pti IN wire | PTI | Press Trust of India | पीटीआई | भाषा | PTI-Bhasha | پی ٹی آئی
ians IN wire | IANS | Indo-Asian News Service | आईएएनएस
ani IN wire | ANI | Asian News International | एएनआई
uni IN wire | UNI | United News of India | यूनीवार्ता | वार्ता | یو این آئی
bss BD wire | BSS | Bangladesh Sangbad Sangstha | বাসস
unb BD wire | UNB | United News of Bangladesh | ইউএনবি
rss-np NP wire | RSS | Rastriya Samachar Samiti | रासस
lankapuvath LK wire | Lankapuvath | News 1st | Daily News | Ada Derana
mihaaru MV newspaper | PSM News | Edition.mv | Sun.mv
kuensel BT newspaper | Kuensel | BBS
bernama MY wire | Bernama | BERNAMA
antara ID wire | ANTARA News | ANTARA | Antara | Kantor Berita Antara | LKBN Antara
kompas ID newspaper | KOMPAS.com | Kompas.com | Kompas
tempo ID newspaper | TEMPO.CO | Tempo.co | Tempo
detik ID website | detikcom | detikNews
liputan6 ID website | Liputan6.com
republika ID newspaper | REPUBLIKA.CO.ID | Republika
cnn-indonesia ID broadcaster | CNN Indonesia
merdeka ID website | Merdeka.com
okezone ID website | Okezone | OKEZONE
jakarta-post ID newspaper | The Jakarta Post | Jakarta Post
pna PH wire | PNA | Philippine News Agency
vna VN wire | VNA | Vietnam News Agency | VietnamPlus | TTXVN | TTXVN/Vietnam+ | Vietnam+ | Nhan Dan | Nhân Dân | VOV | Vietnam News | VNS
mcot TH wire | TNA | MCOT | NNT
akp KH wire | AKP | Agence Kampuchea Presse
kpl LA wire | KPL
mna-mm MM wire | MNA | Global New Light of Myanmar | Mizzima
cna-tw TW wire | CNA | Central News Agency | 中央社 | 中央通訊社 | Focus Taiwan
cna-sg SG broadcaster | CNA | Channel NewsAsia | Channel News Asia
straits-times SG newspaper | The Straits Times | Straits Times
aap AU wire | AAP | Australian Associated Press
abc-au AU broadcaster | ABC | ABC News
rnz NZ broadcaster | RNZ | Radio New Zealand | NZPA | RNZ Pacific
pina FJ wire | PACNEWS | PINA | Fijivillage | FBC News
canadian-press CA wire | The Canadian Press | Canadian Press | CP | La Presse canadienne | La Presse Canadienne
cbc CA broadcaster | CBC | Radio-Canada
notimex MX wire | Notimex | NOTIMEX
prensa-latina CU wire | Prensa Latina | PL | Пренса Латина
acn-cu CU wire | ACN | AIN | Agencia Cubana de Noticias | Cuban News Agency
granma CU newspaper | Granma
radio-habana CU broadcaster | Radio Habana Cuba | RHC | Radio Reloj
avn VE wire | AVN | Agencia Venezolana de Noticias | ABN
telesur VE broadcaster | teleSUR | TeleSUR | Telesur
vtv VE broadcaster | VTV
abi BO wire | ABI
andina PE wire | ANDINA | Andina
andes EC wire | ANDES | Andes
telam AR wire | Télam | Telam | TELAM | TÉLAM
noticias-argentinas AR wire | NA | DyN
mercopress UY wire | MercoPress
agencia-brasil BR wire | Agência Brasil | Agencia Brasil | ABr | ABR
estadao BR wire | Estadão Conteúdo | Agência Estado
folhapress BR wire | FOLHAPRESS | Folhapress
ip-py PY wire | IP
cana BB wire | CANA | CMC | Caribbean Media Corporation
jis JM official | JIS | Jamaica Information Service
dpi-gy GY official | DPI
spa SA wire | SPA | Saudi Press Agency | واس | وكالة الأنباء السعودية
al-arabiya SA broadcaster | العربية | Al Arabiya | العربية نت | العربية.نت
asharq-al-awsat SA newspaper | Asharq Al-Awsat | الشرق الأوسط
arab-news SA newspaper | Arab News
kuna KW wire | KUNA | Kuwait News Agency | كونا
wam AE wire | WAM | Emirates News Agency | وام | Khaleej Times | Gulf News
qna QA wire | QNA | Qatar News Agency | قنا
al-jazeera QA broadcaster | Al Jazeera | Al-Jazeera | الجزيرة | الجزيرة نت | Aljazeera
bna-bh BH wire | BNA | Bahrain News Agency | بنا
ona OM wire | ONA | Oman News Agency | العمانية | العُمانية
petra JO wire | Petra | PETRA | Jordan News Agency | بترا
nna-lb LB wire | NNA | National News Agency | الوكالة الوطنية | الوكالة الوطنية للإعلام | وطنية
naharnet LB website | Naharnet | النهار
sana SY wire | SANA | Syrian Arab News Agency | سانا | САНА
ina-iq IQ wire | INA | Iraqi News Agency | واع
nina IQ wire | NINA
shafaq IQ wire | Shafaq News | شفق نيوز
rudaw IQ broadcaster | Rudaw | رووداو
saba YE wire | Saba | SABA | سبأ | سبأنت
wafa PS wire | WAFA | وفا | ВАФА
maan PS wire | Ma'an | Maan | معا | Ma’an
safa PS wire | صفا | SAFA
tps IL wire | TPS
jerusalem-post IL newspaper | The Jerusalem Post | Jerusalem Post | Times of Israel | The Times of Israel
mena EG wire | MENA | Middle East News Agency | أ ش أ | أ.ش.أ | أش أ | ا ش ا | ا.ش.ا
al-ahram EG newspaper | Al-Ahram | الأهرام | بوابة الأهرام | Ahram Online
youm7 EG newspaper | اليوم السابع
suna SD wire | SUNA | سونا
lana LY wire | LANA | وال
aps-dz DZ wire | APS | Algérie Presse Service | Algeria Press Service | وأج | واج | وكالة الأنباء الجزائرية
map MA wire | MAP | Maghreb Arabe Presse | و م ع | ومع | لاماب
ami MR wire | AMI | وما | Agence Mauritanienne d'Information
aps-sn SN wire | APS | Agence de presse sénégalaise | APS Sénégal
apanews SN wire | APA | APAnews | APA News | Agence de presse africaine
pana SN wire | PANA | Panapress | PANAPRESS | Pana
aip CI wire | AIP
aib BF wire | AIB | Agence d'information du Burkina
amap ML wire | AMAP
anp-ne NE wire | ANP
acp CD wire | ACP | Agence Congolaise de Presse
aci CG wire | ACI
agp GA wire | AGP | AGP Guinée
angop AO wire | ANGOP | Angop
inforpress CV wire | Inforpress
aim MZ wire | AIM
nan NG wire | NAN | News Agency of Nigeria
gna GH wire | GNA | Ghana News Agency
slena SL wire | SLENA
ena ET wire | ENA | Ethiopian News Agency
fana ET broadcaster | FBC | Fana | FANA
erina ER wire | ERINA | Shabait
sonna SO wire | SONNA
kna-ke KE wire | KNA | Kenya News Agency
daily-nation KE newspaper | Daily Nation | Nation
rna RW wire | RNA
new-times RW newspaper | The New Times
daily-monitor UG newspaper | Daily Monitor
dailynews-tz TZ newspaper | Daily News
zana ZM wire | ZANIS | ZANA
ziana ZW wire | New Ziana | ZIANA
the-herald-zw ZW newspaper | The Herald
bopa BW wire | BOPA
nampa NA wire | NAMPA | Nampa
sapa ZA wire | SAPA | Sapa | SAnews | SAnews.gov.za | BuaNews | ANA
allafrica ZA website | allAfrica
devdiscourse IN website | Devdiscourse
un-news UN official | UN News | United Nations News | أخبار الأمم المتحدة
"""

AMBIGUOUS = word_set(
    """
    Report Trend Nova Focus Beta Online Nation Dawn Dire Fars Mehr Fana Pana Beta TT RT AA PA PL
    NA AP APP IP CP KP TAP ATA MIA STA ANA MAP INA AIM SIR RSS NAN Granma Andes Turan RIA مهر
    فارس وال وات بنا وفا معا صفا وطنية العربية العالم النهار ومع Tempo Kompas Edition.mv Daily
    News АП العمانية 共同 時事 新华 وما ABC CANA INP UNI SPA ONA SANA MENA ANDES PRIME 央视 وام واس وأج
    """
)
"""Names that are common words or sound like them: credited only where an agency stands
(brackets, a dateline, a source line), never found in running text."""
