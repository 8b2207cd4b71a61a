"""Topics of diplomatic news: the tag's id, then the phrases that show it, in many languages."""

# ruff: noqa: E501  (a line of a table is one topic)
from __future__ import annotations

TOPICS = """
cpec | China-Pakistan Economic Corridor; CPEC
belt-and-road | Belt and Road; Belt and Road Initiative; 一带一路; Один пояс; Ceinture et la Route
free-trade | free trade; free trade agreement; libre-échange; libre comercio; livre comércio; libero scambio; Freihandel; 自由贸易
trade | bilateral trade; trade relations; trade cooperation; economic and trade; commerce bilatéral; торгово-экономическ
sanctions | sanctions; sanciones; sanzioni; Sanktionen; санкци; عقوبات; تحریم; 制裁; sanções; yaptırım; sanksi
human-rights | human rights; droits de l'homme; derechos humanos; direitos humanos; diritti umani; Menschenrechte; прав человека; прав людини; حقوق الإنسان; انسانی حقوق; insan hakları; 人权
nuclear-weapons | nuclear weapons; nuclear test; denuclearization; denuclearisation; non-proliferation; nuclear programme; nuclear program; armes nucléaires; ядерн; Atomwaffen; armas nucleares; nükleer; نووي; هسته‌ای; 核武器; 核兵器
terrorism | terrorism; terrorist; terrorisme; terrorismo; Terrorismus; терроризм; الإرهاب; دہشت گردی; terörizm; 恐怖主义; terorisme
ceasefire | ceasefire; cease-fire; cessez-le-feu; alto el fuego; cessate il fuoco; Waffenruhe; перемири; وقف إطلاق النار; جنگ بندی; ateşkes; 停火; gencatan senjata
humanitarian-aid | humanitarian aid; humanitarian assistance; aide humanitaire; ayuda humanitaria; aiuti umanitari; humanitäre Hilfe; гуманитарн; مساعدات إنسانية; insani yardım; 人道主义援助
climate-change | climate change; changement climatique; cambio climático; mudanças climáticas; cambiamento climatico; Klimawandel; изменени климата; تغير المناخ; iklim değişikliği; 气候变化; perubahan iklim
artificial-intelligence | artificial intelligence; intelligence artificielle; inteligencia artificial; intelligenza artificiale; künstliche Intelligenz; искусственн интеллект; 人工智能
digital-economy | digital economy; économie numérique; economía digital; 数字经济
energy | oil and gas; gas pipeline; energy cooperation; energy security; gazoduc; gasoducto; газопровод
territorial-dispute | territorial dispute; territorial waters; sovereignty over; disputed islands; maritime boundary; offshore waters; territorial integrity; intégrité territoriale; integridad territorial; территориальн целостност
migration | migrants; refugees; réfugiés; refugiados; rifugiati; Flüchtlinge; беженц; لاجئين; mülteci; 难民
elections | presidential election; parliamentary elections; élections; elecciones; eleições
un-security-council | Security Council; Conseil de sécurité; Consejo de Seguridad; Совет Безопасности; Совбез; مجلس الأمن; 安理会; BM Güvenlik Konseyi; Sicherheitsrat
two-state-solution | two-state solution; solution à deux États; solución de dos Estados; حل الدولتين; 两国方案
death-penalty | death penalty; capital punishment; peine de mort; pena de muerte; pena di morte
consular | consular; diplomatic mission; embassy security; visa ban; consulaire
agriculture | agriculture; agricultural cooperation
science-and-technology | science and technology; scientific cooperation
military-exercises | military exercises; military drills; joint drills; manoeuvres militaires; ejercicios militares; военн учени; 军演
missiles | ballistic missile; missile test; missile launch; missile balistique; баллистическ ракет; 导弹
south-china-sea | South China Sea; mer de Chine méridionale; 南海
taiwan | Taiwan Strait; Taiwan question; one-China principle; 台海; 一个中国
"""
