// The cite box: one style at a time, the whole entry or one paragraph, copied with a click;
// and at each paragraph a button that copies it with its citation.

const STYLE_KEY = "site-builder:cite-style";

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

const fold = (text) => text.replace(/\s+/g, " ").trim();

const remembered = () => {
  try {
    return localStorage.getItem(STYLE_KEY);
  } catch {
    return null; // storage may be forbidden
  }
};

const remember = (style) => {
  try {
    localStorage.setItem(STYLE_KEY, style);
  } catch {
    // the choice then lasts as long as the page
  }
};

/** The words of a paragraph as the archive hashes them, or "" where there is none. */
export const paragraphText = (number) => {
  const paragraph = document.getElementById(`p${number}`);
  if (!paragraph) return "";
  const copy = paragraph.cloneNode(true);
  copy.querySelectorAll(".pn, .cite-paragraph, ul, ol").forEach((one) => one.remove());
  copy.querySelectorAll("br").forEach((one) => one.replaceWith(" "));
  return fold(copy.textContent);
};

const setUp = (box) => {
  const said = box.dataset;
  const tools = box.querySelector(".citation-tools");
  const actions = box.querySelector(".citation-actions");
  const status = box.querySelector(".citation-status");
  const radios = [...box.querySelectorAll("input[name=cite-style]")];
  const entries = [...box.querySelectorAll("[data-style]")];
  const what = box.querySelector("select");
  const copyParagraph = box.querySelector("[data-copy=paragraph]");
  const wholes = new Map(
    entries.map((entry) => {
      const text = entry.querySelector(".citation-text");
      const link = text.querySelector("a");
      return [entry.dataset.style, { text, link, href: link?.getAttribute("href"), locator: null }];
    }),
  );
  let fading;

  const say = (words) => {
    status.textContent = words;
    clearTimeout(fading);
    fading = setTimeout(() => (status.textContent = ""), 6000);
  };

  const copy = async (words) => {
    try {
      await navigator.clipboard.writeText(words);
      say(said.copied);
      return true;
    } catch {
      say(said.failed);
      return false;
    }
  };

  const chosen = () => radios.find((radio) => radio.checked)?.value;

  const show = () => {
    const number = what?.value ?? "";
    for (const [style, { text, link, href, locator }] of wholes) {
      text.closest("[data-style]").hidden = style !== chosen();
      locator?.remove();
      wholes.get(style).locator = null;
      if (link) {
        link.href = link.textContent = number ? `${href}#p${number}` : href;
      }
      if (number) {
        const node = document.createElement("span");
        node.textContent = fill(text.dataset.locator, { number });
        if (link) link.before(node);
        else text.append(" ", node);
        wholes.get(style).locator = node;
      }
    }
    if (copyParagraph) copyParagraph.hidden = !number;
  };

  const citation = () => fold(wholes.get(chosen()).text.textContent);

  const paragraphWithCitation = (number) => {
    const option = [...what.options].find((one) => one.value === String(number));
    const voice = option?.dataset.voice;
    const speaker = [said.speaker, voice].filter(Boolean).join("; ") || fill(option.textContent, {});
    return fill(said.paragraphText, { text: paragraphText(number), speaker, citation: citation() });
  };

  const cite = async (number) => {
    what.value = String(number);
    show();
    return copy(paragraphWithCitation(number));
  };

  radios.forEach((radio) =>
    radio.addEventListener("change", () => {
      remember(radio.value);
      show();
    }),
  );
  what?.addEventListener("change", show);
  box.querySelector("[data-copy=citation]").addEventListener("click", () => copy(citation()));
  copyParagraph?.addEventListener("click", () => cite(what.value));

  const follow = () => {
    const number = /^#p([0-9]+)$/.exec(location.hash)?.[1];
    if (what && number && [...what.options].some((one) => one.value === number)) {
      what.value = number;
      show();
    }
  };

  const style = remembered();
  for (const radio of radios) radio.checked = radio.value === style || (radio.checked && !style);
  if (!chosen()) radios[0].checked = true;
  tools.hidden = actions.hidden = false;
  box.classList.add("citation-chooses");
  show();
  follow();
  addEventListener("hashchange", follow);
  if (what) offerAtParagraphs(said, cite);
};

/** One button that goes to whichever paragraph the reader points at or reaches by keyboard. */
const offerAtParagraphs = (said, cite) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cite-paragraph";
  button.lang = document.documentElement.lang; // the words beside it may be in another one
  let current = "";
  let fading;

  const place = (paragraph) => {
    const number = /^p([0-9]+)$/.exec(paragraph.id)?.[1];
    const link = paragraph.querySelector(":scope > .pn");
    if (!number || !link || number === current) return;
    current = number;
    clearTimeout(fading);
    button.textContent = said.button;
    button.setAttribute("aria-label", fill(said.buttonLabel, { number }));
    link.after(button);
  };

  const reach = (event) => {
    const paragraph = event.target.closest?.(".numbered [id^=p]");
    if (paragraph) place(paragraph);
  };

  button.addEventListener("click", async () => {
    const number = current;
    const copied = await cite(number);
    button.textContent = copied ? said.copied : said.button;
    fading = setTimeout(() => (button.textContent = said.button), 4000);
  });
  for (const text of document.querySelectorAll(".numbered")) {
    text.addEventListener("pointerover", reach);
    text.addEventListener("focusin", reach);
  }
  const reached = document.querySelector(".numbered [id^=p]:is(:hover, :focus-within)");
  if (reached) place(reached);
};

document.querySelectorAll(".citation").forEach(setUp);
