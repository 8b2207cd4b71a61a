"""Lines that a page or a wire puts round a story: known by form, in many languages.

Each rule has a name, which is what the archive's provenance says of a removed line.
"""

# ruff: noqa: E501  (a line of a pattern is one rule)
from __future__ import annotations

import re

_RULES = {
    "navigation": r"go to (?:contents|navigation|main|content).*|skip to (?:main )?content|home|menu|search|back to top|up|top|next|previous|all headlines|"
    r"a(?:ll)? news|latest news|breaking news|advertis(?:e)?ment|publicidad|publicité|реклама|iklan|pubblicità|werbung|anzeige|إعلان|اشتہار|subscribe.{0,60}|sign up.{0,80}|log ?in.{0,30}|"
    r"[\w ]{0,20}(?:›|»|>|/)[\w ›»>/&-]{2,60}",
    "share links": r"(?:[\w'’]+ ){0,4}(?:pinterest|telegram|linkedin|whatsapp|facebook|twitter|x|e-?mail|imprimir|print|reddit|tumblr|viber|vkontakte|ok|instagram|youtube|messenger|copy link|copy|line|pocket|flipboard|skype)(?:[ ,|/·]+(?:pinterest|telegram|linkedin|whatsapp|facebook|twitter|x|e-?mail|print|reddit|copy link|copy))*|"
    r"shares?\b[:\s\d]{0,12}|share (?:this|via|on|it|article|news).{0,40}|tweet|\d+ shares?|compartir.{0,30}|compartilh.{0,40}|partager.{0,40}|condividi.{0,40}|teilen.{0,30}|поделиться.{0,40}|поширити.{0,30}|paylaş.{0,30}|bagikan.{0,30}|شار[كك].{0,60}|مشاركة.{0,30}|شیئر.{0,40}|اشتراک.{0,40}|分享.{0,20}|분享.{0,10}|공유.{0,20}|シェア.{0,20}",
    "comment form": r"leave (?:a|your) (?:reply|comment).{0,40}|your email address will not be published.*|required fields are marked.*|post a comment|\d* ?comments?(?: \(\d+\))?:?|no comments.{0,20}|comentarios?|deja (?:un|tu) comentario.*|todos los campos son.*|no será publicado|captcha.{0,40}|"
    r"commentaires?|l['’]espace des commentaires.*|connectez-vous ou créez.*|laisser un commentaire.*|lascia un commento.*|commenti|deixe (?:um|seu) comentário.*|comentários?|kommentare?.{0,20}|комментари[ий].{0,30}|коментар[іи].{0,20}|yorum.{0,30}|komentar.{0,30}|تعليقات?.{0,30}|التعليقات.{0,20}|اترك (?:تعليق|رد).{0,40}|تبصرے?.{0,30}|نظرات?.{0,30}|评论.{0,20}|notify me of.*|save my name.*",
    "copyright": r"c\. (?:19|20)\d\d .{0,60}|(?:©|\(c\)|copyright\b).{0,140}|.{0,60}all rights reserved.{0,60}|.{0,60}(?:riproduzione riservata|tous droits réservés|todos los derechos reservados|todos os direitos reservados|alle rechte vorbehalten|все права защищены|hak cipta|جميع الحقوق محفوظة|جملہ حقوق).{0,60}",
    "picture caption": r"\(?(?:photo|photos|file photo|image|picture|video|pic|foto|fotos|видео|фото|image credit|photo credit|fotoğraf|صورة|تصویر|illustration|illustrative image|archive|archivo|galerie photos?|vidéo|archivbild|資料写真|图片|图为|写真|사진)\b\s*(?:[:：/|(].{0,160}|by .{0,80}|courtesy.{0,80})?\)?|this (?:file )?(?:photo|picture|image|undated photo)[ ,].{0,400}|.{0,250}\((?:file photo|afp photo|reuters photo|xinhua photo|photo by|photo/|фото/)[^)]{0,60}\)\.?|.{0,200}(?:image|photo|picture) credits?: .{0,60}|.{0,300}/(?:afp|epa|getty images|ap photo|reuters/file|handout)\)?\.?",
    "filing": r"(?:category|categories|tags?|keywords?|theme|region|section|topics?|filed under|labels?|rubrik|rubrique|sección|temas?|etiquetas|categoría|tema|рубрика|теги|темы|kategori|etiketler|التصنيف|الوسوم|کیٹیگری|分类|标签|subject|subject headings?)\s*[:：].{0,200}",
    "record link": r"show on website\s*:.{0,200}|(?:link|url|source url|original link|permalink|short link|web link)\s*:.{0,300}|https?://\S+",
    "read on": r"(?:(?:read|see|watch|view) (?:more|also|full|next|the full).{0,160}|also read.{0,160}|(?:lire|voir) aussi.{0,160}|lea (?:también|además).{0,160}|leia (?:também|mais).{0,160}|leggi anche.{0,160}|lesen sie auch.{0,160}|читайте (?:также|нас).{0,160}|читайте також.{0,160}|baca (?:juga|selengkapnya).{0,160}|اقرأ (?:أيضا|أيضًا|المزيد).{0,160}|یہ بھی پڑھیں.{0,160}|ayrıca oku.{0,100}|click here.{0,100}|for more.{0,100}|continue reading.{0,60}|download .{0,60})",
    "other languages": r"this text (?:is )?available in.{0,100}|(?:also )?available in(?: other languages)?:.{0,100}|available languages?.{0,100}",
    "copy date": r"document date\s*:.{0,80}|(?:printed|print date|retrieved|accessed|exported|downloaded|copied|archived)(?: on| at)?\s*:?\s.{0,60}\d{4}.{0,30}",
    "byline": r"(?:by|por|par|von|di|da|от|oleh|yazan|بقلم|كتب|کتبہ|автор|автор:|author|reporter|editado por|edited by|written by|reporting by|redacción|редактор|editor|penulis|pewarta|reporter)\s*:?\s+(?:[A-ZÀ-ÞА-Я\u0600-\u06ff][\w.'’\-]*[\s,/&|]*(?:and |y |et |und )?){1,7}(?:\|.{0,60}|[,–-] .{0,60})?|\(?reporting by.{0,200}|\(?(?:additional )?(?:reporting|editing|writing) by.{0,200}|.{0,40}@\w+.{0,40}\d+ (?:minute|hour|day)s? ago.{0,60}",
    "editor's note": r"\(for use by .{0,80}\)|\(?(?:optional|embargoed|undated)\b.{0,60}\)|(?:attention|attn|advisory|eds?|editor[s']{0,2} note|note to editors?|correct(?:s|ion)|recasts?|adds?|updates?|urgent|lead|embargo(?:ed)?)\b\s*[-–:].{0,200}|\(\s*(?:attn|eds|attention embargo|embargo|more|end|fin|segue|continua|segue-|continúa|suite|продолжение|mehr|devam|lead|1st lead|2nd ld)\b[^)]{0,300}\)|.{0,200}///|\(attention .{0,40}\)|\(this (?:story|article|report|item) .{0,160}\)|this (?:story|article|report) (?:has|was|is) .{0,160}|(?:\(?(?:ends|end|fin|konec|конец|完|-0-|###|#|30)\)?)|bc-[\w-]+|.{0,40}\bbc-[\w-]+ .{0,40}|w\d{4} .{0,30}|(?:u|r|d|s) i .{0,80}",
    "record number": r"[A-Z]{2,5}\d{8}\.\d{4}.{0,10}|news story|story id.{0,40}|document (?:id|number|no).{0,40}|id\s*[:#].{0,30}|ref(?:erence)?\s*(?:no)?\.?\s*[:#].{0,40}|no\.\s?\d+.{0,20}|views?\s*:?\s*[\d,]+|[\d,.]+ views?|\d+ (?:min|minute)s? read|reading time.{0,30}|hits?\s*:?\s*\d+",
    "punctuation only": r"[\W_]+",
}
_COMPILED = tuple(
    (rule, re.compile(rf"(?:{pattern})\s*", re.IGNORECASE)) for rule, pattern in _RULES.items()
)
_RELATED = re.compile(
    r"(?:related(?: (?:news|articles?|stories|posts|topics|links))?|more (?:news|stories|from|on this|in).{0,30}|you (?:may|might) (?:also )?like.{0,30}|recommended.{0,30}|trending.{0,30}|most (?:read|popular|viewed).{0,20}|see also|also read|"
    r"read (?:also|more)|leave a reply|(?:\d+ )?comments?|share via|share this.{0,30}|about the author.{0,20}|deja un comentario|comentarios|noticias relacionadas.{0,20}|lea también|te puede interesar.{0,20}|artículos relacionados|articles? (?:similaires|liés)|à lire aussi.{0,30}|lire aussi.{0,20}|sur le même sujet|"
    r"notizie correlate|leggi anche|articoli correlati|notícias relacionadas|leia também|veja também|mehr zum thema|lesen sie auch|ähnliche artikel|читайте также|по теме|материалы по теме|похожие новости|новости по теме|читайте також|ilgili haberler|benzer haberler|baca juga|berita terkait|artikel terkait|"
    r"متعلقہ (?:مضامین|خبریں)|مزید (?:خبریں|پڑھیں)|مواضيع ذات صلة|أخبار ذات صلة|اقرأ أيضا|اخبار مرتبط|مطالب مرتبط|相关(?:新闻|阅读|报道|链接)|延伸阅读|関連(?:記事|ニュース)|관련(?:기사|뉴스)|galerie photos?|l['’]espace des commentaires.*)\s*:?",
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
