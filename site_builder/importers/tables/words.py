"""Words that mark a statement in some twenty-five languages: verbs of saying, offices, honorifics.

Facts compiled for this project, by ISO 639-1 language. '*' at the end of a word stands for any
ending within the word.
"""

# ruff: noqa: E501  (a line of a table is one language or one agency)
from __future__ import annotations

from site_builder.importers.word_sets import word_set

SAYING = {
    "en": """said says told tells stated states added noted stressed emphasised emphasized remarked announced
        declared warned urged explained revealed reiterated pointed\xa0out underlined underscored affirmed
        reaffirmed claimed insisted replied answered concluded commented observed maintained argued
        highlighted called\xa0for called\xa0on condemned criticised criticized denounced rejected expressed voiced welcomed
        hailed praised denied confirmed vowed pledged asserted opined acknowledged tweeted wrote conveyed
        lamented deplored deplores regretted regrets echoed dismissed reacted believes considered declares
        cautioned recalled hoped reported\xa0that informed demanded expresses stresses notes adds warns urges
        lauded slammed blasted refuted appealed thanked congratulated elaborated clarified suggested lashed\xa0out
        proposed responded admitted assured defended ruled\xa0out issued\xa0the\xa0following remarks quipped retorted called\xa0it
        released\xa0a\xa0statement issued\xa0a\xa0statement made\xa0the\xa0remarks made\xa0the\xa0statement went\xa0on\xa0to\xa0say subscribed promised""",
    "fr": """déclaré dit affirmé indiqué ajouté souligné précisé estimé réagi annoncé rappelé assuré insisté expliqué
        déclare dit affirme indique ajoute souligne précise estime rappelle assure insiste explique réitéré exprimé
        appelé condamné dénoncé salué martelé lancé conclu poursuivi noté relevé écrit confié répondu martèle jugé
        confirmé démenti exhorté plaidé averti regretté soutenu reconnu révélé commenté réaffirmé réjoui félicité promis fustigé accusé admis concédé renchéri tonné répliqué nuancé""",
    "es": """dijo afirmó declaró señaló agregó añadió indicó aseguró subrayó manifestó explicó expresó destacó anunció
        advirtió informó aclaró precisó sostuvo comentó reiteró recalcó enfatizó apuntó denunció condenó rechazó consideró
        escribió respondió concluyó lamentó instó exhortó llamó recordó aseveró puntualizó remarcó confirmó insistió
        apostilló dice afirma señala asegura opinó ratificó celebró saludó reafirmó defendió calificó prometió agradeció acusó felicitó expuso planteó reconoció admitió alertó cuestionó replicó aplaudió repudió abogó ha\xa0dicho ha\xa0afirmado ha\xa0asegurado ha\xa0señalado ha\xa0declarado ha\xa0destacado""",
    "pt": """disse afirmou declarou ressaltou acrescentou destacou informou explicou sublinhou salientou reiterou adiantou
        referiu frisou anunciou defendeu considerou lamentou condenou apelou escreveu respondeu concluiu assegurou garantiu
        alertou avaliou observou comentou apontou reforçou enfatizou pontuou argumentou lembrou realçou sustentou indicou
        confirmou agradeceu acusou admitiu reconheceu prometeu saudou celebrou denunciou criticou insistiu advertiu diz afirma revelou manifestou expressou""",
    "it": """detto dichiarato affermato aggiunto spiegato sottolineato precisato ribadito annunciato scritto commentato
        ricordato osservato concluso risposto assicurato avvertito evidenziato condannato dice afferma dichiara
        sottolinea aggiunge spiega ribadisce espresso rilevato sostenuto riferito denunciato definito auspicato
        twittato rimarcato confermato chiesto ammonito ringraziato accusato replicato ammesso auspica conferma annuncia scrive commenta assicura avverte""",
    "de": """sagte erklärte betonte fügte teilte sprach dankte unterstrich forderte kündigte kritisierte verurteilte begrüßte
        bezeichnete warnte mahnte äußerte meinte schrieb appellierte bekräftigte versicherte wies räumte behauptete
        ergänzte verlangte berichtete drückte hob stellte verteidigte bestätigte erläuterte nannte twitterte
        hieß lobte beklagte drohte bekundete schilderte resümierte sagt erklärt betont fordert warnt kritisiert meint bedauerte bemerkte erwiderte antwortete""",
    "ru": """сказал сказала заявил заявила отметил отметила подчеркнул подчеркнула сообщил сообщила добавил добавила
        рассказал рассказала пояснил пояснила назвал назвала прокомментировал прокомментировала указал указала
        напомнил напомнила констатировал констатировала выразил выразила призвал призвала объявил объявила ответил ответила
        уточнил уточнила предупредил предупредила считает убежден убеждена уверен заверил заверила написал написала
        осудил осудила резюмировал акцентировал обратил обратила признал признала раскритиковал раскритиковала
        говорит говорится заявляет подытожил посетовал поблагодарил допустил опроверг опровергла продолжил продолжила""",
    "uk": """сказав сказала заявив заявила зазначив зазначила підкреслив підкреслила наголосив наголосила додав додала
        повідомив повідомила розповів розповіла пояснив пояснила назвав назвала закликав закликала написав написала
        відзначив відзначила акцентував нагадав нагадала уточнив уточнила вважає переконаний прокоментував прокоментувала
        висловив висловила запевнив відповів відповіла""",
    "be": "сказаў сказала заявіў заявіла адзначыў адзначыла падкрэсліў дадаў паведаміў",
    "bg": "каза заяви посочи подчерта отбеляза добави съобщи коментира обяви изтъкна призова заявил обясни изрази",
    "sr": """rekao rekla izjavio izjavila istakao istakla naveo navela dodao dodala poručio poručila naglasio naglasila
        ocenio ocenila ocijenio kazao kazala saopštio saopštila priopćio podsjetio podsetio istaknuo рекао рекла изјавио изјавила
        истакао истакла навео навела додао додала поручио поручила нагласио нагласила оценио оценила казао казала саопштио
        upozorio upozorila najavio најавио""",
    "sl": "dejal dejala poudaril poudarila povedal povedala izjavil izjavila dodal dodala zapisal zapisala ocenil",
    "mk": "изјави рече нагласи истакна додаде посочи порача оцени",
    "cs": "řekl řekla uvedl uvedla prohlásil prohlásila dodal dodala oznámil oznámila zdůraznil zdůraznila upozornil napsal sdělil sdělila",
    "sk": "povedal povedala uviedol uviedla vyhlásil vyhlásila dodal dodala zdôraznil oznámil napísal konštatoval",
    "pl": """powiedział powiedziała oświadczył oświadczyła dodał dodała podkreślił podkreśliła zaznaczył zaznaczyła
        ocenił oceniła poinformował poinformowała stwierdził stwierdziła przekazał przekazała mówił mówiła napisał zapowiedział""",
    "hu": "mondta közölte hangsúlyozta kijelentette hozzátette jelentette kiemelte rámutatott hangoztatta elmondta fogalmazott",
    "ro": "declarat spus afirmat precizat adăugat subliniat menționat menţionat anunțat explicat transmis scris apreciat arătat",
    "el": "δήλωσε είπε τόνισε ανέφερε πρόσθεσε υπογράμμισε σημείωσε επισήμανε εξέφρασε",
    "nl": "zei zegt verklaarde benadrukte voegde liet stelde schreef waarschuwde riep noemde reageerde aldus",
    "sv": "sade sa säger säger betonade uppgav skrev framhöll underströk meddelade förklarade konstaterade",
    "no": "sa sier understreket opplyste skriver uttalte la påpekte meldte erklærte advarte",
    "da": "sagde siger oplyser skriver udtaler understregede tilføjede meddelte erklærede",
    "fi": "sanoi totesi kertoi korosti lisäsi sanoo toteaa ilmoitti",
    "et": "ütles teatas rõhutas lisas märkis sõnas",
    "lv": "teica paziņoja uzsvēra norādīja piebilda sacīja",
    "lt": "sakė pareiškė pabrėžė teigė pridūrė pažymėjo",
    "sq": "tha deklaroi theksoi shtoi u\xa0shpreh nënvizoi",
    "tr": """dedi söyledi belirtti vurguladı ifade\xa0etti kaydetti açıkladı konuştu bildirdi aktardı değerlendirdi
        ekledi dile\xa0getirdi kullandı sözlerini çağrıda\xa0bulundu eleştirdi kınadı işaret\xa0etti yanıtladı
        değerlendirmesinde bulundu paylaştı duyurdu savundu uyardı""",
    "az": "dedi deyib bildirib bildirdi vurğulayıb qeyd\xa0edib söyləyib əlavə\xa0edib açıqlayıb bəyan\xa0edib",
    "id": """mengatakan menyatakan menegaskan ujar kata menjelaskan menambahkan tutur ungkap menyebut menekankan
        mengungkapkan berharap menyampaikan jelas tegas katanya ujarnya tambahnya menuturkan memaparkan menilai
        mengumumkan mengecam mengimbau menyerukan imbuh lanjut papar sebut""",
    "ms": "berkata menyatakan menegaskan kata menjelaskan menambah katanya memberitahu mengumumkan berkongsi",
    "vi": "cho\xa0biết tuyên\xa0bố nhấn\xa0mạnh khẳng\xa0định nói phát\xa0biểu nêu\xa0rõ cho\xa0rằng trả\xa0lời bày\xa0tỏ",
    "ar": """قال قالت وقال وقالت أكد أكدت وأكد وأكدت صرح صرحت وصرح وصرحت أضاف أضافت وأضاف وأضافت أوضح أوضحت وأوضح وأوضحت
        أشار أشارت وأشار وأشارت أعلن أعلنت وأعلن وأعلنت شدد شددت وشدد وشددت ذكر ذكرت وذكر وذكرت لفت ولفت اعتبر اعتبرت واعتبر
        دعا دعت ودعا أعرب أعربت وأعرب وأعربت نفى ونفى اكد واكد اضاف واضاف اوضح واوضح اشار واشار اعلن واعلن تابع وتابع نوه ونوه
        ألقى القى رحب ورحب أدان أدانت وأدان ادان بين وبين جدد وجدد طالب وطالب حذر وحذر مشددا مؤكدا مضيفا موضحا مشيرا كشف وكشف ثمن وثمن استنكر
        عبر وعبر رأى ورأى شدّد وشدّد أكّد وأكّد يقول تقول ندد وندد""",
    "fa": """گفت افزود اظهار تاکید تأکید خاطرنشان تصریح بیان اعلام نوشت عنوان گفته یادآور ابراز محکوم هشدار
        خواستار پاسخ اضافه می‌گوید گفته‌است واکنش""",
    "ur": "کہا بتایا کہنا کہاکہ واضح اظہار تاکید مطالبہ خبردار فرمایا زور اعلان کہی لکھا مذمت",
    "ps": "ویلي وویل وویلي ویل زیاته څرګنده",
    "ckb": "وتی گوتی ڕایگەیاند",
    "hi": "कहा बताया बोले बोलीं जोड़ा दोहराया लिखा कहना",
    "mr": "म्हणाले म्हणाल्या सांगितले",
    "ne": "बताए भने भन्नुभयो बताउनुभयो",
    "bn": "বলেন বলেছেন বললেন জানান জানিয়েছেন",
    "ta": "தெரிவித்தார் கூறினார்",
    "th": "กล่าว ระบุ แถลง เปิดเผย",
    "he": "אמר אמרה הוסיף הוסיפה ציין הדגיש הבהיר מסר כתב הודיע",
    "sw": "alisema amesema aliongeza alieleza ameeleza",
    "so": "yiri sheegay ayaa",
    "hy": "ասել ասաց հայտարարել նշել հայտնել ընդգծել",
    "ka": "განაცხადა თქვა აღნიშნა",
    "kk": "деді айтты мәлімдеді атап",
    "uz": "dedi aytdi ta’kidladi bildirdi",
    "mn": "хэллээ мэдэгдлээ онцоллоо",
    "zh": "说 表示 称 指出 强调 介绍 宣布 認為 认为 透露 回应 答 重申 呼吁 介紹 強調 回應 說 稱",
    "ja": "述べ 語っ 表明し 強調し 話し 説明し 批判し 指摘し 明らかにし 発表し 明言し 訴え",
    "ko": "말했다 밝혔다 강조했다 전했다 설명했다 덧붙였다 언급했다 답했다 지적했다 촉구했다 평가했다",
}

OFFICES = {
    "en": """president premier chancellor spokesperson spokesman spokeswoman spokespersons minister ministers ambassador envoy
        secretary secretary-general chairman chairwoman chairperson chair director director-general commissioner deputy vice assistant king queen
        prince princess emir pope cardinal archbishop governor mayor senator congressman congresswoman lawmaker
        general admiral marshal colonel commander chief head leader representative coordinator adviser advisor official diplomat
        counsellor counselor councillor negotiator rapporteur speaker undersecretary under-secretary under-secretary-general permanent high member mp
        professor judge prosecutor attorney analyst expert charge consul vice-president vice-minister vice-premier ex-president
        ex-minister source sources pm fm eam dpm cm president-elect ayatollah imam mufti patriarch administrator""",
    "fr": """président présidente premier première ministre ministres chancelier chancelière porte-parole ambassadeur ambassadrice secrétaire
        directeur directrice chef cheffe roi reine prince représentant représentante commissaire gouverneur député députée
        sénateur général amiral diplomate émissaire envoyé envoyée vice-président vice-ministre conseiller conseillère source sources haut pape homologue""",
    "es": """presidente presidenta primer primera ministro ministra canciller portavoz vocero vocera embajador embajadora secretario secretaria
        director directora jefe jefa rey reina príncipe representante comisario gobernador diputado senador general almirante viceministro
        viceministra vicepresidente vicepresidenta subsecretario mandatario mandataria fuente fuentes alto papa líder dirigente titular relator coordinador alcalde""",
    "pt": """presidente primeiro primeira ministro ministra chanceler porta-voz embaixador embaixadora secretário secretária secretário-geral diretor
        director diretora chefe rei rainha príncipe representante comissário governador deputado senador general vice-presidente
        vice-ministro primeiro-ministro primeira-ministra papa líder""",
    "it": """presidente premier primo prima ministro ministra cancelliere cancelliera portavoce ambasciatore ambasciatrice segretario segretaria direttore
        capo re regina principe rappresentante commissario governatore deputato senatore generale viceministro viceministra vicepresidente
        sottosegretario alto papa leader omologo inviato titolare""",
    "de": """präsident präsidentin bundespräsident staatspräsident ministerpräsident ministerpräsidentin premierminister premierministerin kanzler kanzlerin
        bundeskanzler bundeskanzlerin minister ministerin außenminister außenministerin bundesaußenminister außenamtssprecher außenamtssprecherin verteidigungsminister
        innenminister finanzminister wirtschaftsminister sprecher sprecherin regierungssprecher regierungssprecherin botschafter botschafterin
        generalsekretär generalsekretärin staatssekretär staatsminister staatsministerin direktor chef chefin könig königin prinz vertreter beauftragte
        beauftragter außenbeauftragte außenbeauftragter kommissar amtskollegen amtskollege amtskollegin vizepräsident vizepräsidentin papst staatschef regierungschef
        parlamentspräsident außenamtschef kommissionspräsidentin vizeaußenminister""",
    "ru": """президент* премьер* премьер-министр* канцлер* министр* глав* представител* официальн* замминистр* заместител* замглав* посол посла послу послом
        секретар* генсек* генеральн* директор* председател* спикер* сенатор* депутат* пресс-секретар* постпред* спецпредставител* руководител*
        министра короля король королев* принц* эмир* вице-премьер* вице-президент* советник* директора лидер* комиссар* губернатор* помощник* источник* депутата патриарх*""",
    "uk": """президент* прем'єр* прем’єр* прем'єр-міністр* прем’єр-міністр* канцлер* міністр* глав* очільни* представни* речни* заступни* посол посла секретар* генсек* голов* спікер* депутат* керівни* радник* єврокомісар*""",
    "tr": """cumhurbaşkan* başbakan* bakan bakanı bakanın bakanımız bakanlığ* dışişleri sözcü* büyükelçi* başkan* genel sekreter* müsteşar* lider* kral* emir
        prens temsilci* yardımcı* şansölye* milletvekil* vali valisi direktör* müdür* maslahatgüzar* heyet* konsolos* danışman*""",
    "id": """presiden perdana wakil menteri menlu menko jubir juru bicara duta besar dubes sekretaris jenderal direktur ketua kepala raja pangeran gubernur
        utusan plt direktur komisaris mendagri menhan menkeu panglima""",
    "ms": "presiden perdana menteri timbalan jurucakap duta setiausaha agung ketua pengarah raja sultan wakil",
    "pl": """prezydent* premier* kanclerz* minister ministra rzecznik rzeczniczka ambasador* sekretarz* szef szefowa wiceminister* dyrektor* przewodnicząc* król* marszałek wicepremier*""",
    "cs": "prezident* premiér* ministr* mluvčí kancléř* velvyslan* tajemník* předseda předsedkyně šéf šéfka náměst* ředitel*",
    "sk": "prezident* premiér* minister ministra ministerka hovorca hovorkyňa kancelár* veľvyslan* tajomník* predseda šéf",
    "sr": """predsednik* predsednica predsjednik* predsjednica premijer* ministar* ministr* portparol* glasnogovornik* ambasador* veleposlanik* sekretar* šef* generalni kancelar* direktor*
        председник* председница премијер* министар* министр* портпарол* амбасадор* секретар* шеф* канцелар* директор*""",
    "sl": "predsednik* predsednica premier* minister ministrica zunanji zunanja veleposlanik* sekretar* kancler*",
    "bg": "президент* премиер* министър* министр* говорител* посланик* секретар* канцлер* председател* шеф*",
    "mk": "претседател* премиер* министер* портпарол* амбасадор* секретар* канцелар* шеф*",
    "ro": "președintele preşedintele premierul prim-ministrul ministrul ministra cancelarul purtătorul purtătoarea ambasadorul secretarul șeful şeful liderul",
    "hu": "elnök miniszterelnök kancellár miniszter külügyminiszter szóvivő nagykövet főtitkár államtitkár",
    "nl": "president premier minister kanselier woordvoerder woordvoerster ambassadeur secretaris-generaal staatssecretaris voorzitter koning buitenlandchef",
    "sv": "president statsminister utrikesminister minister talesperson talesman ambassadör generalsekreterare kung förbundskansler statsministern utrikesministern presidenten",
    "no": "president statsminister utenriksminister minister talsperson talsmann ambassadør generalsekretær forbundskansler utenriksministeren statsministeren",
    "da": "præsident statsminister udenrigsminister minister talsperson talsmand ambassadør generalsekretær kansler",
    "fi": "presidentti pääministeri ulkoministeri ministeri tiedottaja suurlähettiläs pääsihteeri",
    "el": "πρόεδρος πρωθυπουργός υπουργός εκπρόσωπος πρέσβης πρέσβειρα γραμματέας καγκελάριος υφυπουργός",
    "az": "prezident* baş nazir* xarici sözçüsü səfir* sədr* katib* rəhbəri",
    "uz": "prezident* vazir* elchi* rais*",
    "vi": "thống tịch tướng trưởng ngôn sứ thư viên",
    "ar": """رئيس الرئيس وزير الوزير وزيرة المتحدث المتحدثة الناطق متحدث متحدثة سفير السفير ملك الملك أمير الأمير أمين الأمين ولي نائب مستشار المستشار مستشارة
        مدير المدير مندوب المندوب مبعوث المبعوث المبعوثة ممثل الممثل الممثلة وكيل مساعد قائد عضو سلطان السلطان شيخ الشيخ مفوض المفوض المستشارة البابا رئيسة""",
    "fa": """رئیس رییس وزیر سخنگوی نخست وزیر نخست‌وزیر سفیر معاون دبیرکل رهبر صدراعظم نماینده فرمانده مدیرکل رئیس‌جمهور رئیس‌جمهوری امیر پادشاه ولیعهد مشاور""",
    "ur": "صدر وزیراعظم وزیر ترجمان سفیر سیکرٹری سیکریٹری چیئرمین سربراہ چانسلر مندوب شہزادہ شاہ گورنر ڈپٹی نائب مشیر معاون وزیرخارجہ جنرل",
    "hi": "राष्ट्रपति प्रधानमंत्री मंत्री विदेश प्रवक्ता राजदूत सचिव महासचिव उपराष्ट्रपति चांसलर विदेशमंत्री",
    "bn": "প্রধানমন্ত্রী রাষ্ট্রপতি পররাষ্ট্রমন্ত্রী মন্ত্রী মুখপাত্র রাষ্ট্রদূত সচিব মহাসচিব প্রেসিডেন্ট উপদেষ্টা",
}

BODIES = {
    "en": """ministry department office foreign-office embassy council commission committee government administration parliament congress
        agency union nations party house mfa mofa mea fo ifo bureau secretariat mission authority state foreign affairs external internal
        defence defense interior finance trade central national security policy political supreme federal general assembly republic
        islamic united the cabinet prime first joint special regional international european human rights cooperation economic press
        public diplomacy organization organisation bank army forces navy military police court bureau workers people's communist association league
        un eu nato asean oic iaea who imf opec brics sco g7 g20 opcw osce icc icj fifa us uk media multilateral consular nuclear energy oil health""",
    "fr": "ministère affaires étrangères gouvernement ambassade conseil état union parlement commission organisation quai générale onu ue",
    "es": "ministerio departamento casa presidencia secretaría portavocía relaciones exteriores exterior asuntos gobierno embajada consejo estado cancillería parlamento comisión unión onu ue naciones",
    "pt": "ministério relações exteriores negócios estrangeiros governo embaixada conselho estado itamaraty comissão união onu ue",
    "it": "ministero esteri affari governo ambasciata consiglio stato farnesina commissione unione onu ue",
    "de": "ministerium außenministerium auswärtiges auswärtigen regierung botschaft rat kommission union amt bundesregierung un eu uno",
    "ru": "мид министерства министерство иностранных дел правительства совета совет комиссии госдумы совфеда рф сша снг ес оон при федерации республики",
    "uk": "мзс міністерства міністерство закордонних справ уряду ради верховної офісу оон єс нато",
    "tr": "bakanlığı dışişleri hükümet meclis konseyi birleşmiş milletler ab bm nato tbmm",
    "vi": "bộ ngoại quốc hội đảng liên hợp ban văn phòng",
    "id": "kementerian luar negeri kemlu pemerintah kedutaan dewan ri republik pbb asean",
}

HONORIFICS = word_set(
    """
    mr mrs ms miss dr prof sir madam madame hon h.e h.h h.m h.r.h he. excellency his her their mme monsieur sr
    sra gen lt col maj adm rev г-н г-жа господин госпожа shri smt datuk dato dato' dato’ seri
    tun visiting former late outgoing incoming new newly then acting veteran senior top lead
    retired ex the and but a an in on at as for with by of while when after before according
    majesty highness
    """
)

ACRONYMS = word_set(
    """
    UN EU US UK FM PM FO CM DG AU AP AA PA TV VP MP HE DM EC NK SK UP AI ID IT NY PR DC DR GM HQ IS JI MI NA NI OK PC PD PL PO
    QC RF SC SG SP ST TA UE VC WB WH XI ЕС РФ СБ ГД СФ ВС КС ООН США ЄС РНБ OR TO OF IN ON AT BY NO SO IF AS AN WE MY
    """
)
"""Two capitals that are no initials of a person."""

LOCAL_HONORIFICS = {
    "es": frozenset(["don", "doña", "señor", "señora"]),
    "pt": frozenset(["dom", "senhor", "senhora", "dona"]),
    "it": frozenset(["don", "signor", "signora", "onorevole"]),
    "de": frozenset(["herr", "frau", "freiherr"]),
    "fr": frozenset(["m", "mm", "monsieur", "madame", "maître"]),
    "pl": frozenset(["pan", "pani"]),
    "cs": frozenset(["pan", "paní"]),
    "tr": frozenset(["bay", "bayan", "sayın"]),
    "id": frozenset(["bapak", "ibu", "pak", "bu", "tuan"]),
    "ms": word_set(
        """
    tuan puan encik dato datuk seri tan tun
    """
    ),
    "vi": frozenset(["ông", "bà"]),
    "ro": frozenset(["domnul", "doamna"]),
}

NO_PERSON = word_set(
    """
    korea korean africa african europe european asia asian america caucasus balkans balkan arab
    arabs western eastern northern southern gulf islam islamic muslim muslims christian jewish
    jews twitter facebook telegram instagram weibo tiktok youtube truth whatsapp corridor island
    islands sea strait river bay valley mount city province region street square airport
    university institute center centre group line summit declaration treaty act plan initiative
    day year war agreement company corp inc ltd bank fund palace hotel hall base port bridge
    road highway district county peninsula desert mountains ocean channel pact protocol
    convention charter covenant resolution article chapter version strategy vision corporation
    foundation forum conference congress session meeting talks dialogue process framework
    partnership front movement brigade brigades division regiment operation fleet cup games
    olympics hamas hezbollah hizbullah taliban houthi houthis isis daesh isil al-qaeda
    al-shabaab fatah likud kremlin pentagon brexit covid covid-19 coronavirus internet online
    website web page photo image video news agency press times post daily herald tv radio
    channel associated democrats republicans democratic republican labour conservative social
    liberal progressive socialist nationalist unionist east west north south middle central
    latin pacific atlantic mediterranean baltic arctic nordic caspian caribbean republik
    republic république república repubblica republika республика республики cumhuriyeti lord
    god allah quran bible eid ramadan christmas easter nowruz hajj россия совет безопасности
    дума запад восток европа азия африка ближнего востока telegram-канале twitter facebook
    instagram европейский союз союза оrganización unión europea europa asia áfrica américa
    occidente oriente medio union européenne afrique occident moyen-orient unione nato otan
    europäische europa union westen nahost avrupa birliği batı ortadoğu asya afrika eropa timur
    tengah barat
    """
)
"""Words that never stand in a person's name; a run of capitals that holds one names no person."""

SPEECH_NOUNS = {
    "en": "statement statements remarks remark comment comments briefing speech interview address message answers answer words press-conference",
    "ru": "заявление заявления брифинг брифинге выступление слова комментарий интервью обращение",
    "fr": "déclaration déclarations propos discours allocution interview entretien",
    "es": "declaración declaraciones discurso entrevista palabras",
}

PRONOUNS = {
    "en": "he she they",
    "fr": "il elle",
    "es": "él ella",
    "pt": "ele ela",
    "it": "egli lui lei",
    "de": "er sie",
    "ru": "он она",
    "uk": "він вона",
    "tr": "o",
    "id": "ia dia beliau",
    "pl": "on ona",
    "nl": "hij zij",
    "ur": "انہوں",
    "fa": "وی او",
    "hi": "उन्होंने",
    "zh": "他 她",
    "bn": "তিনি",
}
