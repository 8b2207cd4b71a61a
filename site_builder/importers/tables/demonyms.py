"""Adjectives, demonyms and short names of countries, beside the names that CLDR gives.

Facts compiled for this project. Each line is `CC word, word`; in inflected languages a word
ending in '*' is a stem that takes any short ending.
"""

# ruff: noqa: E501  (a line of a table is one language or one agency)
from __future__ import annotations

ENGLISH = """
AD Andorran; AE Emirati, Emiratis, UAE, U.A.E., Emirates; AF Afghan, Afghans, Afghani; AG Antiguan
AL Albanian, Albanians; AM Armenian, Armenians; AO Angolan, Angolans; AR Argentine, Argentinian, Argentines
AT Austrian, Austrians; AU Australian, Australians; AZ Azerbaijani, Azerbaijanis, Azeri; BA Bosnian, Bosnia, Bosnia-Herzegovina, Herzegovina
BB Barbadian; BD Bangladeshi, Bangladeshis; BE Belgian, Belgians; BF Burkinabe; BG Bulgarian, Bulgarians
BH Bahraini, Bahrainis; BI Burundian; BJ Beninese; BN Bruneian, Brunei Darussalam; BO Bolivian, Bolivians
BR Brazilian, Brazilians; BS Bahamian; BT Bhutanese; BW Botswanan, Batswana; BY Belarusian, Belarusians, Byelorussian
BZ Belizean; CA Canadian, Canadians; CD Congolese, DRC, DR Congo, Democratic Republic of the Congo, Democratic Republic of Congo
CF Central African; CG Congo-Brazzaville, Republic of Congo, Republic of the Congo; CH Swiss; CI Ivorian, Ivory Coast, Cote d'Ivoire
CL Chilean, Chileans; CM Cameroonian, Cameroonians; CN Chinese, People's Republic of China, PRC; CO Colombian, Colombians
CR Costa Rican; CU Cuban, Cubans; CV Cape Verdean, Cape Verde, Cabo Verde; CY Cypriot, Cypriots, Greek Cypriot
CZ Czech, Czechs, Czech Republic; DE German, Germans, Federal Republic of Germany; DJ Djiboutian; DK Danish, Danes; DM Dominican Commonwealth
DO Dominican; DZ Algerian, Algerians; EC Ecuadorian, Ecuadorean; EE Estonian, Estonians; EG Egyptian, Egyptians
ER Eritrean, Eritreans; ES Spanish, Spaniards; ET Ethiopian, Ethiopians; FI Finnish, Finns; FJ Fijian, Fijians
FM Micronesian; FR French; GA Gabonese; GB British, UK, U.K., Britain, Great Britain, Britons, English, England, Scotland
GD Grenadian; GE Georgian, Georgians; GH Ghanaian, Ghanaians; GM Gambian, The Gambia; GN Guinean; GQ Equatorial Guinean, Equatoguinean
GR Greek, Greeks; GT Guatemalan; GW Bissau-Guinean; GY Guyanese; HK Hong Kong; HN Honduran, Hondurans; HR Croatian, Croatians, Croat
HT Haitian, Haitians; HU Hungarian, Hungarians; ID Indonesian, Indonesians; IE Irish; IL Israeli, Israelis, Zionist
IN Indian, Indians, Bharat; IQ Iraqi, Iraqis; IR Iranian, Iranians, Islamic Republic of Iran; IS Icelandic, Icelanders; IT Italian, Italians
JM Jamaican; JO Jordanian, Jordanians; JP Japanese; KE Kenyan, Kenyans; KG Kyrgyz, Kirghiz; KH Cambodian, Cambodians
KI I-Kiribati; KM Comorian; KP North Korean, North Koreans, DPRK, D.P.R.K., N. Korea, N. Korean, N.Korea, Democratic People's Republic of Korea
KR South Korean, South Koreans, ROK, R.O.K., S. Korea, S. Korean, S.Korea, Republic of Korea; KW Kuwaiti, Kuwaitis; KZ Kazakh, Kazakhs, Kazakhstani
LA Lao, Laotian, Lao PDR; LB Lebanese; LC Saint Lucian, St. Lucia; LI Liechtensteiner; LK Sri Lankan, Sri Lankans; LR Liberian, Liberians
LS Basotho; LT Lithuanian, Lithuanians; LU Luxembourgish; LV Latvian, Latvians; LY Libyan, Libyans; MA Moroccan, Moroccans
MC Monegasque; MD Moldovan, Moldovans, Republic of Moldova; ME Montenegrin; MG Malagasy; MH Marshallese; MK Macedonian, Macedonia, North Macedonian, FYROM
ML Malian, Malians; MM Burmese, Burma, Myanmar's; MN Mongolian, Mongolians; MR Mauritanian; MT Maltese; MU Mauritian; MV Maldivian, Maldives
MW Malawian; MX Mexican, Mexicans; MY Malaysian, Malaysians; MZ Mozambican, Mozambicans; NA Namibian; NE Nigerien; NG Nigerian, Nigerians
NI Nicaraguan; NL Dutch, The Netherlands, Holland; NO Norwegian, Norwegians; NP Nepali, Nepalese; NR Nauruan; NZ New Zealander, New Zealanders, Aotearoa
OM Omani, Omanis; PA Panamanian; PE Peruvian, Peruvians; PG Papua New Guinean, PNG; PH Philippine, Filipino, Filipinos; PK Pakistani, Pakistanis
PL Polish, Poles; PS Palestinian, Palestinians, Palestine, State of Palestine, Gaza, West Bank, Gaza Strip; PT Portuguese; PW Palauan
PY Paraguayan; QA Qatari, Qataris; RO Romanian, Romanians; RS Serbian, Serbians, Serbs; RU Russian, Russians, Russian Federation, Soviet Union, Soviet
RW Rwandan, Rwandans; SA Saudi, Saudis, Kingdom of Saudi Arabia, KSA; SB Solomon Islander; SC Seychellois; SD Sudanese; SE Swedish, Swedes
SG Singaporean, Singaporeans; SI Slovenian, Slovene; SK Slovak, Slovaks; SL Sierra Leonean; SN Senegalese; SO Somali, Somalis; SR Surinamese
SS South Sudanese; ST Sao Tomean; SV Salvadoran; SY Syrian, Syrians, Syrian Arab Republic; SZ Swazi, Swaziland; TD Chadian; TG Togolese
TH Thai, Thais; TJ Tajik, Tajiks; TL Timorese, East Timor; TM Turkmen; TN Tunisian, Tunisians; TO Tongan; TR Turkish, Turks, Turkey, Turkiye
TT Trinidadian, Trinidad and Tobago; TV Tuvaluan; TW Taiwanese; TZ Tanzanian, Tanzanians; UA Ukrainian, Ukrainians; UG Ugandan, Ugandans
US American, Americans, U.S., US, USA, U.S.A., United States of America, America; UY Uruguayan; UZ Uzbek, Uzbeks; VA Holy See, Vatican
VC Vincentian; VE Venezuelan, Venezuelans; VN Vietnamese, Viet Nam; VU Vanuatuan, ni-Vanuatu; WS Samoan; XK Kosovan, Kosovar, Kosovars
YE Yemeni, Yemenis; ZA South African, South Africans; ZM Zambian, Zambians; ZW Zimbabwean, Zimbabweans
"""

OTHERS = {
    "fr": """
AE émirien*; AF afghan*; AL albanais*; AM arménien*; AO angolais*; AR argentin*; AT autrichien*; AU australien*; AZ azerbaïdjanais*, azéri*
BA bosnien*, bosniaque*, Bosnie; BD bangladais*; BE belge*; BF burkinab*; BG bulgare*; BH bahreïni*; BI burundais*; BJ béninois*; BO bolivien*; BR brésilien*
BY biélorusse*, bélarusse*, Bélarus, Biélorussie; CA canadien*; CD RDC, congolais*; CF centrafricain*, Centrafrique; CH suisse*, helvétique*; CI ivoirien*; CL chilien*
CM camerounais*; CN chinois*; CO colombien*; CU cubain*; CY chypriote*; CZ tchèque*, République tchèque; DE allemand*; DJ djiboutien*; DK danois*; DZ algérien*
EC équatorien*; EE estonien*; EG égyptien*; ER érythréen*; ES espagnol*; ET éthiopien*; FI finlandais*; FR français*; GA gabonais*; GB britannique*, anglais*, Grande-Bretagne
GE géorgien*; GH ghanéen*; GN guinéen*; GR grec*; HR croate*; HT haïtien*; HU hongrois*; ID indonésien*; IE irlandais*; IL israélien*; IN indien*; IQ irakien*, Iraq
IR iranien*; IT italien*; JO jordanien*; JP japonais*, nippon*; KE kényan*; KG kirghiz*; KH cambodgien*; KP nord-coréen*; KR sud-coréen*; KW koweïtien*; KZ kazakh*
LB libanais*; LT lituanien*; LV letton*; LY libyen*; MA marocain*; MD moldave*; ME monténégrin*; MG malgache*; MK macédonien*; ML malien*; MM birman*, Birmanie; MN mongol*
MR mauritanien*; MX mexicain*; MY malaisien*; MZ mozambicain*; NE nigérien*; NG nigérian*; NL néerlandais*; NO norvégien*; NP népalais*; NZ néo-zélandais*
OM omanais*; PE péruvien*; PH philippin*; PK pakistanais*; PL polonais*; PS palestinien*, Palestine, Gaza, Cisjordanie; PT portugais*; QA qatari*, qatarien*; RO roumain*; RS serbe*
RU russe*, Fédération de Russie; RW rwandais*; SA saoudien*; SD soudanais*; SE suédois*; SI slovène*; SK slovaque*; SN sénégalais*; SO somalien*; SS sud-soudanais*; SY syrien*
TD tchadien*; TG togolais*; TH thaïlandais*; TJ tadjik*; TN tunisien*; TR turc, turque*, turcs; TW taïwanais*; TZ tanzanien*; UA ukrainien*; UG ougandais*; US américain*, USA, Etats-Unis
UY uruguayen*; UZ ouzbek*; VA Saint-Siège; VE vénézuélien*; VN vietnamien*, Vietnam; YE yéménite*; ZA sud-africain*; ZW zimbabwéen*""",
    "es": """
AE emiratí*, EAU; AF afgan*; AL albanes*; AM armeni*; AO angoleñ*; AR argentin*; AT austriac*; AU australian*; AZ azerbaiyan*; BA bosni*; BE belga*; BG búlgar*
BO bolivian*; BR brasileñ*; BY bielorrus*, Belarús; CA canadiense*; CD congoleñ*; CH suiz*; CL chilen*; CN chin*; CO colombian*; CR costarricense*; CU cuban*; CY chipriota*
CZ chec*, República Checa; DE alem*, aleman*; DK danes*, danés; DO dominican*; DZ argelin*; EC ecuatorian*; EG egipci*; ES español*; ET etíope*; FI finlandes*, finlandés
FR frances*, francés; GB británic*, Gran Bretaña; GE georgian*; GQ ecuatoguinean*; GR grieg*; GT guatemaltec*; HN hondureñ*; HR croata*; HT haitian*; HU húngar*; ID indonesi*
IE irlandes*; IL israelí*; IN indi*; IQ iraquí*; IR iraní*; IT italian*; JO jordan*; JP japones*, japonés, nipón*; KE kenian*; KP norcorean*; KR surcorean*; KW kuwaití*; KZ kazaj*
LB libanes*, libanés; LY libi*; MA marroquí*; MD moldav*; MX mexican*, Méjico; MM birman*; MY malasi*; NG nigerian*; NI nicaragüense*; NL neerlandes*, holandes*, neerlandés, Holanda
NO norueg*; PA panameñ*; PE peruan*; PH filipin*; PK paquistaní*; PL polac*; PS palestin*, Palestina, Gaza, Cisjordania; PT portugues*, portugués; PY paraguay*; QA catarí*, Qatar
RO ruman*; RS serbi*; RU rus*, Federación de Rusia; SA saudí*, saudita*; SD sudanes*; SE suec*; SV salvadoreñ*; SY siri*; TH tailandes*; TN tunecin*; TR turc*; TW taiwanes*; UA ucranian*
US estadounidense*, norteamerican*, EE.UU., EE. UU., EEUU, EUA, USA; UY uruguay*; VA Santa Sede; VE venezolan*; VN vietnamit*; YE yemení*; ZA sudafrican*""",
    "pt": """
AE Emirados; AF afeg*; AM arméni*, armêni*; AO angolan*; AR argentin*; AT austríac*; AU australian*; AZ azer*; BE belg*; BO bolivian*; BR brasileir*; BY bielorruss*; CA canadiano*, canadense*
CD congoles*; CH suíç*; CL chilen*; CN chin*, chines*; CO colombian*; CU cuban*; CV cabo-verdian*; CZ chec*; DE alem*; DK dinamarqu*; DZ argelin*; EG egípci*; ES espanh*; ET etíope*
FI finlandes*; FR francês, frances*; GB britânic*, Grã-Bretanha; GE georgian*; GR greg*; GW guineense*; HU húngar*; ID indonési*; IL israelit*, israelens*; IN indian*; IQ iraquian*; IR iranian*
IT italian*; JP japonês, japones*; KP norte-corean*; KR sul-corean*; KW kuwaitian*; LB libanês, libanes*; LY líbi*; MA marroquin*; MX mexican*; MZ moçambican*; NG nigerian*; NL neerland*, holand*
NO norueg*; PE peruan*; PH filipin*; PK paquistan*; PL polac*, polones*; PS palestinian*, palestin*, Palestina, Gaza, Cisjordânia; PT portugu*; PY paraguai*; QA catari*; RO romen*; RS sérvi*; RU russ*
SA saudit*; SD sudan*; SE suec*; ST são-tomense*; SY síri*; TL timorense*; TR turc*; UA ucranian*; US norte-american*, american*, EUA, E.U.A., USA; UY uruguai*; VA Santa Sé; VE venezuelan*; VN vietnamit*; YE iemenit*; ZA sul-african*""",
    "it": """
AE emiratin*; AF afghan*; AL albanes*; AM armen*; AR argentin*; AT austriac*; AU australian*; AZ azer*; BA bosniac*; BE belg*; BG bulgar*; BR brasilian*; BY bielorus*; CA canades*; CH svizzer*
CL cilen*; CN cines*; CO colombian*; CU cuban*; CY cipriot*; CZ cec*; DE tedesc*; DK danes*; DZ algerin*; EG egizian*; ER eritre*; ES spagnol*; ET etiop*; FI finlandes*; FR frances*
GB britannic*, ingles*, Gran Bretagna; GE georgian*; GR grec*; HR croat*; HU ungheres*; ID indonesian*; IE irlandes*; IL israelian*; IN indian*; IQ irachen*; IR iranian*; IT italian*; JO giordan*
JP giappones*, nipponic*; KP nordcorean*; KR sudcorean*; KW kuwaitian*; KZ kazak*; LB libanes*; LY libic*; MA marocchin*; MD moldav*; ME montenegrin*; MK macedon*; MM birman*; MX messican*; NG nigerian*
NL olandes*, Olanda; NO norveges*; PE peruvian*; PH filippin*; PK pachistan*, pakistan*; PL polacc*; PS palestines*, Palestina, Gaza, Cisgiordania; PT portoghes*; QA qatariot*; RO romen*; RS serb*
RU russ*; SA saudit*; SD sudanes*; SE svedes*; SI sloven*; SK slovacc*; SO somal*; SY sirian*; TH thailandes*; TN tunisin*; TR turc*; TW taiwanes*; UA ucrain*; US statunitens*, american*, Usa, USA
UZ uzbek*; VA Santa Sede; VE venezuelan*; VN vietnamit*; XK kosovar*; YE yemenit*; ZA sudafrican*""",
    "de": """
AE emiratisch*; AF afghanisch*; AL albanisch*; AM armenisch*; AR argentinisch*; AT österreichisch*; AU australisch*; AZ aserbaidschanisch*; BA bosnisch*, Bosnien; BE belgisch*; BG bulgarisch*
BR brasilianisch*; BY belarussisch*, weißrussisch*, Weißrussland; CA kanadisch*; CD kongolesisch*; CH schweizerisch*, Schweizer; CL chilenisch*; CN chinesisch*, Volksrepublik China; CO kolumbianisch*
CU kubanisch*; CY zyprisch*; CZ tschechisch*; DE deutsch*, Bundesrepublik; DK dänisch*; DZ algerisch*; EG ägyptisch*; ES spanisch*; ET äthiopisch*; FI finnisch*; FR französisch*
GB britisch*, Großbritannien; GE georgisch*; GR griechisch*; HR kroatisch*; HU ungarisch*; ID indonesisch*; IE irisch*; IL israelisch*; IN indisch*; IQ irakisch*; IR iranisch*, Islamische Republik Iran
IT italienisch*; JO jordanisch*; JP japanisch*; KP nordkoreanisch*; KR südkoreanisch*; KW kuwaitisch*; KZ kasachisch*; LB libanesisch*; LT litauisch*; LV lettisch*; LY libysch*; MA marokkanisch*
MD moldauisch*, moldawisch*; MX mexikanisch*; NL niederländisch*, holländisch*; NO norwegisch*; PH philippinisch*; PK pakistanisch*; PL polnisch*; PS palästinensisch*, Palästinenser*, Palästina, Gaza*
PT portugiesisch*; QA katarisch*, Katar*; RO rumänisch*; RS serbisch*; RU russisch*; SA saudi-arabisch*, saudisch*; SD sudanesisch*; SE schwedisch*; SI slowenisch*; SK slowakisch*; SY syrisch*; TH thailändisch*
TN tunesisch*; TR türkisch*; TW taiwanisch*; UA ukrainisch*; US amerikanisch*, US-amerikanisch*, USA; VA Heiliger Stuhl; VE venezolanisch*; VN vietnamesisch*; XK kosovarisch*; YE jemenitisch*; ZA südafrikanisch*""",
    "ru": """
AE эмиратск*, ОАЭ; AF афганск*; AL албанск*; AM армянск*; AR аргентинск*; AT австрийск*; AU австралийск*; AZ азербайджанск*; BA боснийск*; BE бельгийск*; BG болгарск*; BR бразильск*
BY белорусск*, Белорусси*; CA канадск*; CH швейцарск*; CL чилийск*; CN китайск*, КНР, Поднебесн*; CO колумбийск*; CU кубинск*; CY кипрск*; CZ чешск*; DE немецк*, германск*, ФРГ; DK датск*; DZ алжирск*
EE эстонск*; EG египетск*, египтян*; ES испанск*; ET эфиопск*; FI финск*, финлян*; FR французск*; GB британск*, английск*, Британи*, Англи*, Соединенного Королевства; GE грузинск*; GR греческ*; HR хорватск*
HU венгерск*; ID индонезийск*; IE ирландск*; IL израильск*; IN индийск*; IQ иракск*; IR иранск*, ИРИ; IT итальянск*; JO иорданск*; JP японск*; KG киргизск*, кыргызск*, Киргизи*; KP северокорейск*, КНДР; KR южнокорейск*, Южной Коре*, Республики Корея
KW кувейтск*; KZ казахстанск*, казахск*; LB ливанск*; LT литовск*; LV латвийск*, латышск*; LY ливийск*; MA марокканск*; MD молдавск*, Молдави*; ME черногорск*; MK македонск*; MM мьянманск*; MN монгольск*; MX мексиканск*
NG нигерийск*; NL нидерландск*, голландск*, Голланди*; NO норвежск*; PK пакистанск*; PL польск*; PS палестинск*, палестин*, Газ*; PT португальск*; QA катарск*; RO румынск*; RS сербск*; RU российск*, русск*, РФ, Российской Федераци*, Российская Федераци*
SA саудовск*; SD суданск*; SE шведск*; SI словенск*; SK словацк*; SY сирийск*, САР; TH таиландск*; TJ таджикск*; TM туркменск*, Туркмени*; TN тунисск*; TR турецк*; TW тайваньск*; UA украинск*; US американск*, США, Соединенных Штат*, Соединенные Штат*, Америк*
UZ узбекск*, узбекистанск*; VA Ватикан*; VE венесуэльск*; VN вьетнамск*; XK косовск*; YE йеменск*; ZA южноафриканск*, ЮАР""",
    "uk": """
AE ОАЕ; AM вірменськ*; AT австрійськ*; AZ азербайджанськ*; BE бельгійськ*; BG болгарськ*; BY білоруськ*; CA канадськ*; CN китайськ*, КНР; CZ чеськ*; DE німецьк*; DK данськ*; EE естонськ*; EG єгипетськ*
ES іспанськ*; FI фінськ*; FR французьк*; GB британськ*; GE грузинськ*; GR грецьк*; HU угорськ*; IL ізраїльськ*; IN індійськ*; IR іранськ*; IT італійськ*; JP японськ*; KP північнокорейськ*, КНДР; KR південнокорейськ*
KZ казахстанськ*; LT литовськ*; LV латвійськ*; MD молдовськ*; NL нідерландськ*; NO норвезьк*; PL польськ*; RO румунськ*; RS сербськ*; RU російськ*, РФ; SA саудівськ*; SE шведськ*; SK словацьк*; SY сирійськ*; TR турецьк*
UA українськ*; US американськ*, США, Сполучених Штат*, Сполучені Штат*""",
    "pl": """
AM armeńsk*; AT austriack*; BE belgijsk*; BY białorusk*; CA kanadyjsk*; CN chińsk*; CZ czesk*; DE niemieck*; DK duńsk*; EG egipsk*; ES hiszpańsk*; FI fińsk*; FR francusk*; GB brytyjsk*; GE gruzińsk*; GR greck*; HU węgiersk*
IL izraelsk*; IN indyjsk*; IQ irack*; IR irańsk*; IT włosk*; JP japońsk*; KP północnokoreańsk*; KR południowokoreańsk*; LT litewsk*; LV łotewsk*; MD mołdawsk*; NL holendersk*; NO norwesk*; PK pakistańsk*; PL polsk*; PS palestyńsk*, Palestyn*
RO rumuńsk*; RS serbsk*; RU rosyjsk*; SA saudyjsk*; SE szwedzk*; SK słowack*; SY syryjsk*; TR tureck*; UA ukraińsk*; US amerykańsk*, USA""",
    "sr": """
AL албанск*, albansk*; AT аустријск*, austrijsk*; BA босанск*, bosansk*, BiH, БиХ; BG бугарск*, bugarsk*; BY белоруск*, belorusk*; CN кинеск*, kinesk*, kinesk*; DE немачк*, nemačk*, njemačk*; FR француск*, francusk*; GB британск*, britansk*, Британиј*, Britanij*
GR грчк*, grčk*; HR хрватск*, hrvatsk*; HU мађарск*, mađarsk*; IL израелск*, izraelsk*; IR иранск*, iransk*; IT италијанск*, italijansk*; JP јапанск*, japansk*; ME црногорск*, crnogorsk*; MK македонск*, makedonsk*; PS палестинск*, palestinsk*
RU руск*, rusk*; RS српск*, srpsk*, Srbij*, Србиј*; SI словеначк*, slovenačk*, slovensk*; SY сиријск*, sirijsk*; TR турск*, tursk*; UA украјинск*, ukrajinsk*; US америчк*, američk*, САД, SAD; XK косовск*, kosovsk*""",
    "bg": """
AL албанск*; BG българск*; BY беларуск*; CN китайск*; DE германск*, немск*; FR френск*; GB британск*; GR гръцк*; IL израелск*; IR иранск*; IT италианск*; JP японск*; MK македонск*; RO румънск*; RS сръбск*; RU руск*; SY сирийск*; TR турск*; UA украинск*; US американск*, САЩ""",
    "cs": """
AT rakousk*; BY bělorusk*; CN čínsk*; CZ česk*; DE německ*; FR francouzsk*; GB britsk*; HU maďarsk*; IL izraelsk*; IR íránsk*; IT italsk*; JP japonsk*; PL polsk*; RO rumunsk*; RU rusk*; SK slovensk*; SY syrsk*; TR tureck*; UA ukrajinsk*; US americk*, USA""",
    "nl": """
AF Afgaans*; AT Oostenrijks*; AU Australisch*; BE Belgisch*; CA Canadees, Canadese; CH Zwitsers*; CN Chinees, Chinese; DE Duits*; DK Deens*; EG Egyptisch*; ES Spaans*; FR Frans*; GB Brits*, Groot-Brittannië; GR Grieks*; HU Hongaars*; ID Indonesisch*; IL Israëlisch*
IN Indiaas*; IQ Iraaks*; IR Iraans*; IT Italiaans*; JP Japans*; KP Noord-Koreaans*; KR Zuid-Koreaans*; LB Libanees, Libanese; MA Marokkaans*; NL Nederlands*; NO Noors*; PK Pakistaans*; PL Pools*; PS Palestijns*; RU Russisch*; SA Saudisch*, Saoedisch*; SE Zweeds*; SR Surinaams*; SY Syrisch*; TR Turks*; UA Oekraïens*; US Amerikaans*, VS""",
    "sv": """
AF afghansk*; CN kinesisk*; DE tysk*; DK dansk*; EE estnisk*; FI finsk*, finländsk*; FR fransk*; GB brittisk*, Storbritannien; IL israelisk*; IR iransk*; IT italiensk*; JP japansk*; NO norsk*; PL polsk*; PS palestinsk*; RU rysk*; SE svensk*; SY syrisk*; TR turkisk*; UA ukrainsk*; US amerikansk*, USA""",
    "no": """
CN kinesisk*; DE tysk*; DK dansk*; FI finsk*; FR fransk*; GB britisk*, Storbritannia; IL israelsk*; IR iransk*; IT italiensk*; JP japansk*; NO norsk*; PL polsk*; PS palestinsk*; RU russisk*; SE svensk*; SY syrisk*; TR tyrkisk*; UA ukrainsk*; US amerikansk*, USA""",
    "da": """
CN kinesisk*; DE tysk*; DK dansk*; FI finsk*; FR fransk*; GB britisk*; GL grønlandsk*; IL israelsk*; IR iransk*; IT italiensk*; JP japansk*; NO norsk*; PL polsk*; PS palæstinensisk*; RU russisk*; SE svensk*; SY syrisk*; TR tyrkisk*; UA ukrainsk*; US amerikansk*, USA""",
    "ro": """
AT austriac*; BG bulgar*, bulgăr*; BY belarus*; CN chinez*; DE german*; ES spaniol*; FR francez*, franceză; GB britanic*, Marea Britanie, Marii Britanii; GR grec*; HU maghiar*, ungar*; IL israelian*; IR iranian*; IT italian*; JP japonez*; MD moldovean*, moldoven*, Republica Moldova, Republicii Moldova; PL polonez*
RO român*, românesc*; RS sârb*; RU rus*, ruseasc*; SY sirian*; TR turc*; UA ucrainean*, ucrainen*; US american*, SUA""",
    "hu": """
AT osztrák*; CN kínai*; CZ cseh*; DE német*; FR francia*; GB brit*; HU magyar*; IL izraeli*; IR iráni*; IT olasz*; JP japán*; PL lengyel*; RO román*; RS szerb*; RU orosz*; SK szlovák*; SY szíriai*; TR török*; UA ukrán*; US amerikai*, USA""",
    "el": """
AL αλβανικ*; BG βουλγαρικ*; CN κινεζικ*, κινέζ*; CY κυπριακ*; DE γερμανικ*, γερμαν*; EG αιγυπτιακ*; FR γαλλικ*, γάλλ*; GB βρετανικ*; GR ελληνικ*, έλλην*; IL ισραηλιν*; IR ιρανικ*; IT ιταλικ*; MK Σκόπια, Σκοπίων; RU ρωσικ*, ρώσ*; SY συριακ*; TR τουρκικ*, τούρκ*; UA ουκρανικ*; US αμερικανικ*, ΗΠΑ""",
    "tr": """
AE BAE, Birleşik Arap Emirlikleri; AF Afgan*; AL Arnavut*; AM Ermeni*; AT Avusturyalı; AZ Azeri*, Azerbaycanlı; BA Bosna*, Boşnak*; BG Bulgar*; CN Çinli*, Çin; CY Kıbrıs*; DE Alman*; EG Mısır*; ES İspanyol*; FR Fransız*; GB İngiliz*, İngiltere*; GE Gürcü*; GR Yunan*; HU Macar*; IL İsrail*; IN Hint*, Hindistan*
IQ Irak*; IR İran*; IT İtalyan*; JP Japon*; KP Kuzey Kore*; KR Güney Kore*; KZ Kazak*; LB Lübnan*; LY Libya*; NL Hollanda*; PK Pakistan*; PL Polonya*; PS Filistin*, Gazze*; QA Katar*; RO Romen*; RS Sırp*; RU Rus*; SA Suudi*; SE İsveç*; SY Suriye*; TR Türk*; UA Ukrayna*; US ABD*, Amerikan*, Amerikalı*; UZ Özbek*; VE Venezuela*""",
    "az": """
AM Ermənistan*, erməni*; AZ Azərbaycan*; CN Çin*; DE Alman*; FR Frans*; GB Britan*, Böyük Britaniya; GE Gürcü*; IL İsrail*; IR İran*; KZ Qazax*; PK Pakistan*; RU Rus*; TR Türk*; UA Ukrayna*; US ABŞ*, Amerika*; UZ Özbək*""",
    "id": """
AE Uni Emirat Arab, UEA; CN Tiongkok, China, Cina; DE Jerman; EG Mesir; FR Prancis; GB Inggris, Britania; IN India; JP Jepang; KH Kamboja; KP Korea Utara, Korut; KR Korea Selatan, Korsel; MA Maroko; MM Myanmar; NL Belanda; PG Papua Nugini; PH Filipina; PS Palestina, Gaza; RU Rusia; SA Arab Saudi, Saudi; SG Singapura; SY Suriah; TH Thailand; TL Timor Leste; TR Turki, Turkiye; UA Ukraina; US Amerika Serikat, AS, Amerika; NZ Selandia Baru; ID RI""",
    "ms": """
AE Emiriah Arab Bersatu; CN China; EG Mesir; FR Perancis; ID Indonesia; JP Jepun; KP Korea Utara; KR Korea Selatan; MY Malaysia; PS Palestin, Gaza; RU Rusia; SA Arab Saudi; SG Singapura; TH Thailand; TR Turki, Turkiye; US Amerika Syarikat, AS""",
    "vi": """
CN Trung Quốc; GB Anh; FR Pháp; DE Đức; IT Italy, Italia; KP Triều Tiên; KR Hàn Quốc; JP Nhật Bản; IN Ấn Độ; LA Lào; KH Campuchia; RU Nga, Liên bang Nga; TH Thái Lan; US Hoa Kỳ, Mỹ; VN Việt Nam; AU Australia; PS Palestine; IL Israel; UA Ukraine""",
    "fa": """
AE امارات, اماراتی; AF افغانستان, افغان*; AM ارمنستان, ارمنی; AU استرالیا*; AZ آذربایجان*, باکو; BH بحرین*; CA کانادا*; CN چین, چینی; DE آلمان*; EG مصر, مصری; FR فرانسه, فرانسوی; GB انگلیس*, بریتانیا, بریتانیایی; GE گرجستان; IL اسرائیل*, صهیونیستی, رژیم صهیونیستی; IN هند, هندی; IQ عراق, عراقی
IR ایران*, جمهوری اسلامی; IT ایتالیا*; JP ژاپن*; KP کره شمالی; KR کره جنوبی; KW کویت*; LB لبنان*; LY لیبی; OM عمان*; PK پاکستان*; PS فلسطین*, غزه; QA قطر, قطری; RU روسیه, روسی; SA عربستان*, سعودی; SY سوریه, سوری; TJ تاجیکستان*; TM ترکمنستان; TR ترکیه*; UA اوکراین*; US آمریکا*, امریکا*, ایالات متحده; VE ونزوئلا*; YE یمن*""",
    "ur": """
AE متحدہ عرب امارات, امارات; AF افغانستان, افغان*; AU آسٹریلیا*; BD بنگلہ دیش*; CA کینیڈا*; CN چین, چینی; DE جرمنی, جرمن; EG مصر, مصری; FR فرانس, فرانسیسی; GB برطانیہ, برطانوی; IL اسرائیل*; IN بھارت*, ہندوستان*, انڈیا, مقبوضہ کشمیر; IQ عراق, عراقی; IR ایران*; IT اٹلی; JP جاپان*; KP شمالی کوریا; KR جنوبی کوریا
KW کویت*; LB لبنان*; PK پاکستان*; PS فلسطین*, غزہ; QA قطر*; RU روس, روسی; SA سعودی عرب, سعودی, سعودیہ; SY شام, شامی; TR ترکی, ترک, ترکیہ; UA یوکرین*; US امریکا*, امریکہ, امریکی; UZ ازبکستان; YE یمن*""",
    "hi": """
AF अफगानिस्तान, अफगान, अफ़ग़ान; BD बांग्लादेश*; CN चीन, चीनी; FR फ्रांस, फ्रांसीसी; GB ब्रिटेन, ब्रिटिश; IL इजरायल*, इजराइल*, इस्राइल; IN भारत, भारतीय; IR ईरान*; JP जापान*; LK श्रीलंका*; NP नेपाल*; PK पाकिस्तान*; PS फिलिस्तीन*, गाजा; RU रूस, रूसी; UA यूक्रेन*; US अमेरिका, अमेरिकी; MM म्यांमार; TR तुर्की""",
    "bn": """
BD বাংলাদেশ*; CN চীন*; IN ভারত*; MM মিয়ানমার*; PK পাকিস্তান*; RU রাশিয়া*, রুশ; US যুক্তরাষ্ট্র*, মার্কিন, আমেরিকা*; GB যুক্তরাজ্য*, ব্রিটিশ; JP জাপান*; UA ইউক্রেন*""",
    "zh": """
AE 阿联酋; AU 澳大利亚, 澳洲, 澳方; BA 波黑; BY 白俄罗斯; CA 加方; CN 中国, 中國, 中方, 我国, 北京; CZ 捷克; DE 德国, 德國, 德方; FR 法国, 法國, 法方; GB 英国, 英國, 英方; IL 以色列, 以方; IN 印度, 印方; IR 伊朗, 伊方; JP 日本, 日方; KP 朝鲜, 朝鮮, 朝方; KR 韩国, 韓國, 韩方; LK 斯里兰卡; MM 缅甸, 缅方; MY 马来西亚
NL 荷兰; NZ 新西兰; PH 菲律宾, 菲方; PK 巴基斯坦, 巴方; PS 巴勒斯坦, 加沙; RU 俄罗斯, 俄羅斯, 俄方; SA 沙特; SG 新加坡; SY 叙利亚; TR 土耳其; TW 台湾, 臺灣, 台灣; UA 乌克兰, 烏克蘭, 乌方; US 美国, 美國, 美方; VN 越南, 越方; KZ 哈萨克斯坦""",
    "ja": """
CN 中国; FR 仏; GB 英国; DE 独; IN インド; KP 北朝鮮; KR 韓国; RU ロシア, 露; US 米国, 米, アメリカ; TW 台湾; UA ウクライナ; IL イスラエル; PS パレスチナ, ガザ; JP 日本; PH フィリピン""",
    "ko": """
CN 중국; FR 프랑스; GB 영국; JP 일본; KP 북한, 북측; KR 한국, 우리나라, 남한; RU 러시아; US 미국, 미; UA 우크라이나; TW 대만; VN 베트남""",
    "hy": """
AM Հայաստան*, հայկական*; AZ Ադրբեջան*, ադրբեջան*; GE Վրաստան*; IR Իրան*; RU Ռուսաստան*, ռուս*; TR Թուրքիա*, թուրք*; US ԱՄՆ*; FR Ֆրանսիա*""",
    "ka": """
GE საქართველო*, ქართ*; RU რუსეთ*, რუს*; UA უკრაინ*; US აშშ*; AM სომხეთ*; AZ აზერბაიჯან*; TR თურქეთ*""",
    "he": """
IL ישראל, ישראלי*; US ארה"ב, ארצות הברית, אמריקאי*, אמריקני*; IR איראן, איראני*, IR האיראני; RU רוסיה, רוסי*; SY סוריה, סורי*; LB לבנון, לבנוני*; PS פלסטינ*, הפלסטינ*, עזה; EG מצרים, מצרי*; TR טורקיה, טורקי*; JO ירדן, ירדני*""",
    "ar": """
AE الإمارات, الامارات, إمارات*; AF أفغان*, افغان*; AM أرمين*, ارمين*; AU أسترال*, استرال*; BA البوسنة; BH بحرين*; BY بيلاروس*; CA كندا, كندي*; CN الصين, صيني*; CU كوبا, كوبي*; CY قبرص, قبرصي*; DE ألمان*, المانيا; DJ جيبوتي*; DK الدنمارك, دنمارك*; DZ الجزائر, جزائري*; EG مصر, مصري*; ER إريتري*; ES إسبان*, اسبان*
ET إثيوب*, اثيوب*, أثيوب*; FR فرنسا, فرنسي*; GB بريطان*, المملكة المتحدة, إنجلترا; GR اليونان, يوناني*; ID إندونيس*, اندونيس*; IL إسرائيل*, اسرائيل*, صهيوني*, الكيان الصهيوني; IN الهند, هندي*; IQ العراق, عراقي*; IR إيران*, ايران*; IT إيطالي*, ايطالي*; JO الأردن, أردني*, اردني*; JP اليابان, ياباني*; KP كوريا الشمالية
KR كوريا الجنوبية, كوري*; KM جزر القمر; KW الكويت, كويتي*; LB لبنان, لبناني*; LY ليبيا, ليبي*; MA المغرب, مغربي*; MR موريتان*; NG نيجيريا, نيجيري*; NL هولندا, هولندي*; NO النرويج, نرويجي*; NZ نيوزيلندا, نيوزيلندي*; OM سلطنة عمان, عُمان, عماني*; PK باكستان*; PS فلسطين*, غزة, الضفة الغربية; QA قطر, قطري*; RU روسيا, روسي*; SA السعودية, سعودي*, المملكة العربية السعودية
SD السودان, سوداني*; SE السويد, سويدي*; SO الصومال, صومالي*; SS جنوب السودان; SY سوريا, سورية, سوري*; TD تشاد, تشادي*; TN تونس, تونسي*; TR تركيا, تركي*; UA أوكران*, اوكران*; US أمريك*, أميرك*, امريك*, اميرك*, الولايات المتحدة; VE فنزويل*; VN فيتنام*; YE اليمن, يمني*; ZA جنوب أفريقيا, جنوب إفريقيا""",
}
"""By ISO 639-1 language; 'no' stands for Norwegian of either kind, 'sr' for the whole
Serbo-Croatian continuum in both alphabets, 'id' and 'ms' apart."""
