"""The language of a text."""

# ruff: noqa: E501  (texts of clippings stand in lines of their own)
from __future__ import annotations

import pytest

from site_builder.importers.language import detect_language

SENTENCES = {
    "en": "The minister said that the talks would go on and that nobody had asked for anything else.",
    "fr": "Le ministre a déclaré que les discussions se poursuivraient et que personne ne demandait autre chose.",
    "es": "El ministro dijo que las conversaciones iban a seguir y que nadie había pedido otra cosa.",
    "pt": "O ministro disse que as conversações vão continuar e que ninguém pediu outra coisa.",
    "it": "Il ministro ha detto che i colloqui sarebbero continuati e che nessuno aveva chiesto altro.",
    "de": "Der Minister sagte, dass die Gespräche weitergehen und dass niemand etwas anderes verlangt habe.",
    "nl": "De minister zei dat de gesprekken doorgaan en dat niemand om iets anders heeft gevraagd.",
    "pl": "Minister powiedział, że rozmowy będą kontynuowane i że nikt nie prosił o nic innego.",
    "cs": "Ministr řekl, že rozhovory budou pokračovat a že nikdo o nic jiného nežádal.",
    "tr": "Bakan, görüşmelerin devam edeceğini ve kimsenin başka bir şey istemediğini söyledi.",
    "id": "Menteri mengatakan bahwa pembicaraan akan terus berlanjut dan tidak ada yang meminta hal lain.",
    "vi": "Bộ trưởng cho biết các cuộc đàm phán sẽ tiếp tục và không ai yêu cầu điều gì khác.",
    "ru": "Министр заявил, что переговоры будут продолжены и что ни о чём другом никто не просил.",
    "uk": "Міністр заявив, що переговори триватимуть і що ні про що інше ніхто не просив.",
    "bg": "Министърът каза, че преговорите ще продължат и че никой не е искал нищо друго.",
    "sr": "Министар је рекао да ће се разговори наставити и да нико није тражио ништа друго.",
    "ar": "قال الوزير إن المحادثات ستستمر وإن أحدا لم يطلب شيئا آخر.",
    "fa": "وزیر گفت که گفت‌وگوها ادامه می‌یابد و هیچ‌کس چیز دیگری نخواسته است.",
    "ur": "وزیر نے کہا ہے کہ مذاکرات جاری رہیں گے اور کسی نے کچھ اور نہیں مانگا ہے۔",
    "hi": "मंत्री ने कहा कि बातचीत जारी रहेगी और किसी ने कुछ और नहीं माँगा है।",
    "bn": "মন্ত্রী বলেন যে আলোচনা চলবে এবং কেউ অন্য কিছু চায়নি।",
    "zh": "部长表示，会谈将继续进行，没有人提出其他要求。",
    "ja": "大臣は会談を続けると述べ、ほかの要求はなかったと語った。",
    "ko": "장관은 회담이 계속될 것이며 다른 요구는 없었다고 말했다.",
    "el": "Ο υπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν και κανείς δεν ζήτησε κάτι άλλο.",
    "he": "השר אמר שהשיחות יימשכו ואיש לא ביקש דבר אחר.",
    "hy": "Նախարարն ասել է, որ բանակցությունները կշարունակվեն։",
    "ka": "მინისტრმა თქვა, რომ მოლაპარაკებები გაგრძელდება.",
    "th": "รัฐมนตรีกล่าวว่าการเจรจาจะดำเนินต่อไป",
}


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_one_sentence_is_enough(language: str) -> None:
    """The language of a single sentence is told."""
    found = detect_language(SENTENCES[language])

    assert found is not None
    assert found.value == language


def test_text_without_letters_has_no_language() -> None:
    """Numbers are of no language."""
    assert detect_language("2019-03-05 14:20") is None
