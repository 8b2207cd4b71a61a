"""Lines that a page or a wire puts round a story: known by form, in many languages.

Each rule has a name, which is what the archive's provenance says of a removed line.
"""

from __future__ import annotations

import re

_RULES = {
    "navigation": (
        r"go to (?:contents|navigation|main|content).*|skip to (?:main )?content|home|menu|"
        r"search|back to top|up|top|next|previous|all headlines|"
        r"a(?:ll)? news|latest news|breaking news|advertis(?:e)?ment|publicidad|publicité|реклама|"
        r"iklan|pubblicità|werbung|anzeige|إعلان|اشتہار|subscribe.{0,60}|"
        r"sign up.{0,80}|log ?in.{0,30}|"
        r"[\w ]{0,20}(?:›|»|>|/)[\w ›»>/&-]{2,60}"
    ),
    "share links": (
        r"(?:[\w'’]+ ){0,4}(?:pinterest|telegram|linkedin|whatsapp|facebook|twitter|x|e-?mail|"
        r"imprimir|print|reddit|tumblr|viber|vkontakte|ok|instagram|youtube|messenger|"
        r"copy link|copy|line|pocket|flipboard|skype)(?:[ ,|/·]+(?:pinterest|telegram|"
        r"linkedin|whatsapp|facebook|twitter|x|e-?mail|print|reddit|copy link|copy))*|"
        r"shares?\b[:\s\d]{0,12}|share (?:this|via|on|it|article|news).{0,40}|tweet|\d+ shares?|"
        r"compartir.{0,30}|compartilh.{0,40}|partager.{0,40}|condividi.{0,40}|teilen.{0,30}|"
        r"поделиться.{0,40}|поширити.{0,30}|paylaş.{0,30}|bagikan.{0,30}|شار[كك].{0,60}|مشاركة.{0,30}|"
        r"شیئر.{0,40}|اشتراک.{0,40}|分享.{0,20}|분享.{0,10}|공유.{0,20}|シェア.{0,20}"
    ),
    "comment form": (
        r"leave (?:a|your) (?:reply|comment).{0,40}|your email address will not be "
        r"published.*|required fields are marked.*|post a comment|"
        r"\d* ?comments?(?: \(\d+\))?:?|no comments.{0,20}|comentarios?|"
        r"deja (?:un|tu) comentario.*|todos los campos son.*|no será publicado|captcha.{0,40}|"
        r"commentaires?|l['’]espace des commentaires.*|connectez-vous ou créez.*|"
        r"laisser un commentaire.*|lascia un commento.*|commenti|deixe (?:um|seu) comentário.*|"
        r"comentários?|kommentare?.{0,20}|комментари[ий].{0,30}|коментар[іи].{0,20}|yorum.{0,30}|"
        r"komentar.{0,30}|تعليقات?.{0,30}|التعليقات.{0,20}|اترك (?:تعليق|رد).{0,40}|تبصرے?.{0,30}|"
        r"نظرات?.{0,30}|评论.{0,20}|notify me of.*|save my name.*"
    ),
    "copyright": (
        r"c\. (?:19|20)\d\d .{0,60}|(?:©|\(c\)|copyright\b).{0,140}|"
        r".{0,60}all rights reserved.{0,60}|.{0,60}(?:riproduzione riservata|"
        r"tous droits réservés|todos los derechos reservados|todos os direitos reservados|"
        r"alle rechte vorbehalten|все права защищены|hak cipta|جميع الحقوق محفوظة|جملہ حقوق)"
        r".{0,60}"
    ),
    "picture caption": (
        r"\(?(?:photo|photos|file photo|image|picture|video|pic|foto|fotos|видео|фото|"
        r"image credit|photo credit|fotoğraf|صورة|تصویر|illustration|illustrative image|"
        r"archive|archivo|galerie photos?|vidéo|archivbild|資料写真|图片|图为|写真|사진)"
        r"\b\s*(?:[:：/|(].{0,160}|by .{0,80}|courtesy.{0,80})?\)?|"
        r"this (?:file )?(?:photo|picture|image|undated photo)[ ,].{0,400}|"
        r".{0,250}\((?:file photo|afp photo|reuters photo|xinhua photo|photo by|photo/|фото/)"
        r"[^)]{0,60}\)\.?|.{0,200}(?:image|photo|picture) credits?: .{0,60}|"
        r".{0,300}/(?:afp|epa|getty images|ap photo|reuters/file|handout)\)?\.?"
    ),
    "filing": (
        r"(?:category|categories|tags?|keywords?|theme|region|section|topics?|filed under|"
        r"labels?|rubrik|rubrique|sección|temas?|etiquetas|categoría|tema|рубрика|теги|темы|"
        r"kategori|etiketler|التصنيف|الوسوم|کیٹیگری|分类|标签|subject|subject headings?)"
        r"\s*[:：].{0,200}"
    ),
    "record link": (
        r"show on website\s*:.{0,200}|(?:link|url|source url|original link|permalink|"
        r"short link|web link)\s*:.{0,300}|https?://\S+"
    ),
    "read on": (
        r"(?:(?:read|see|watch|view) (?:more|also|full|next|the full).{0,160}|"
        r"also read.{0,160}|(?:lire|voir) aussi.{0,160}|lea (?:también|además).{0,160}|"
        r"leia (?:também|mais).{0,160}|leggi anche.{0,160}|lesen sie auch.{0,160}|"
        r"читайте (?:также|нас).{0,160}|читайте також.{0,160}|"
        r"baca (?:juga|selengkapnya).{0,160}|اقرأ (?:أيضا|أيضًا|المزيد).{0,160}|"
        r"یہ بھی پڑھیں.{0,160}|ayrıca oku.{0,100}|click here.{0,100}|for more.{0,100}|"
        r"continue reading.{0,60}|download .{0,60})"
    ),
    "other languages": (
        r"this text (?:is )?available in.{0,100}|(?:also )?available in(?: other languages)?"
        r":.{0,100}|available languages?.{0,100}"
    ),
    "copy date": (
        r"document date\s*:.{0,80}|(?:printed|print date|retrieved|accessed|exported|"
        r"downloaded|copied|archived)(?: on| at)?\s*:?\s.{0,60}\d{4}.{0,30}"
    ),
    "byline": (
        r"(?:by|por|par|von|di|da|от|oleh|yazan|بقلم|كتب|کتبہ|автор|автор:|author|reporter|"
        r"editado por|edited by|written by|reporting by|redacción|редактор|editor|penulis|"
        r"pewarta|reporter)\s*:?\s+(?:[A-ZÀ-ÞА-Я\u0600-\u06ff][\w.'’\-]*[\s,/&|]*(?:and |y |"
        r"et |und )?){1,7}(?:\|.{0,60}|[,–-] .{0,60})?|\(?reporting by.{0,200}|"
        r"\(?(?:additional )?(?:reporting|editing|writing) by.{0,200}|"
        r".{0,40}@\w+.{0,40}\d+ (?:minute|hour|day)s? ago.{0,60}"
    ),
    "editor's note": (
        r"\(for use by .{0,80}\)|\(?(?:optional|embargoed|undated)\b.{0,60}\)|"
        r"(?:attention|attn|advisory|eds?|editor[s']{0,2} note|note to editors?|"
        r"correct(?:s|ion)|recasts?|adds?|updates?|urgent|lead|embargo(?:ed)?)"
        r"\b\s*[-–:].{0,200}|\(\s*(?:attn|eds|attention embargo|embargo|more|end|fin|segue|"
        r"continua|segue-|continúa|suite|продолжение|mehr|devam|lead|1st lead|2nd ld)"
        r"\b[^)]{0,300}\)|.{0,200}///|\(attention .{0,40}\)|"
        r"\(this (?:story|article|report|item) .{0,160}\)|"
        r"this (?:story|article|report) (?:has|was|is) .{0,160}|"
        r"(?:\(?(?:ends|end|fin|konec|конец|完|-0-|###|#|30)\)?)|bc-[\w-]+|"
        r".{0,40}\bbc-[\w-]+ .{0,40}|w\d{4} .{0,30}|(?:u|r|d|s) i .{0,80}"
    ),
    "record number": (
        r"[A-Z]{2,5}\d{8}\.\d{4}.{0,10}|news story|story id.{0,40}|"
        r"document (?:id|number|no).{0,40}|id\s*[:#].{0,30}|"
        r"ref(?:erence)?\s*(?:no)?\.?\s*[:#].{0,40}|no\.\s?\d+.{0,20}|views?\s*:?\s*[\d,]+|"
        r"[\d,.]+ views?|\d+ (?:min|minute)s? read|reading time.{0,30}|hits?\s*:?\s*\d+"
    ),
    "punctuation only": r"[\W_]+",
}
_COMPILED = tuple(
    (rule, re.compile(rf"(?:{pattern})\s*", re.IGNORECASE)) for rule, pattern in _RULES.items()
)
_RELATED = re.compile(
    r"(?:related(?: (?:news|articles?|stories|posts|topics|links))?|"
    r"more (?:news|stories|from|on this|in).{0,30}|you (?:may|might) (?:also )?like.{0,30}|"
    r"recommended.{0,30}|trending.{0,30}|most (?:read|popular|viewed).{0,20}|see also|also read|"
    r"read (?:also|more)|leave a reply|(?:\d+ )?comments?|share via|share this.{0,30}|"
    r"about the author.{0,20}|deja un comentario|comentarios|noticias relacionadas.{0,20}|"
    r"lea también|te puede interesar.{0,20}|artículos relacionados|articles? (?:similaires|liés)|"
    r"à lire aussi.{0,30}|lire aussi.{0,20}|sur le même sujet|"
    r"notizie correlate|leggi anche|articoli correlati|notícias relacionadas|leia também|"
    r"veja também|mehr zum thema|lesen sie auch|ähnliche artikel|читайте также|по теме|"
    r"материалы по теме|похожие новости|новости по теме|читайте також|ilgili haberler|"
    r"benzer haberler|baca juga|berita terkait|artikel terkait|"
    r"متعلقہ (?:مضامین|خبریں)|مزید (?:خبریں|پڑھیں)|مواضيع ذات صلة|أخبار ذات صلة|اقرأ أيضا|"
    r"اخبار مرتبط|مطالب مرتبط|相关(?:新闻|阅读|报道|链接)|延伸阅读|関連(?:記事|ニュース)|"
    r"관련(?:기사|뉴스)|galerie photos?|l['’]espace des commentaires.*)\s*:?",
    re.IGNORECASE,
)


def furniture_rule(text: str) -> str | None:
    """Return the name of the rule that makes a line furniture, or None for the story's own."""
    if len(text) > 420:
        return None
    for rule, pattern in _COMPILED:
        if pattern.fullmatch(text):
            return rule
    return None


def starts_related(text: str) -> bool:
    """Return whether from this line on a page lists other things than the story."""
    return len(text) < 70 and bool(_RELATED.fullmatch(text))


def is_list_item(text: str) -> bool:
    """Return whether a line looks like a linked headline in a list ('- Norway, Sweden sign …')."""
    return (
        bool(re.match(r"[-•*·▪►»]\s*\S", text))
        and not re.search(r"[.!?。؟।]$", text)
        and len(text) < 160
    )
