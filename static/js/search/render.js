/*
 * Results as DOM nodes. Whatever an archive or a reader wrote becomes text, never markup.
 */

/** An element with attributes and children; a null child is left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined && value !== "") {
      made.setAttribute(key, String(value));
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Parts of a text, the marked ones in <mark>. */
export function marked(parts) {
  return parts.map((part) => (part.marked ? element("mark", {}, part.text) : part.text));
}

/** One result: title, day, who, where; a place for its passages. */
export function hitItem(hit, { root, words }) {
  const address = root + hit.url;
  const speakers = (hit.speakers ?? []).map((name) => element("bdi", {}, name));
  const facts = [
    hit.kind && element("span", {}, hit.kind),
    element("time", { datetime: hit.date }, hit.when),
    speakers.length > 0 && element("span", { class: "hit-speakers" }, ...between(speakers, ", ")),
    hit.carrier && element("span", { class: "hit-carrier" }, element("bdi", {}, hit.carrier)),
    hit.place && element("span", {}, hit.place),
    hit.lang !== pageLanguage() && element("span", {}, hit.language),
  ].filter(Boolean);
  const language = { lang: hit.lang, dir: hit.dir ?? "ltr" };
  return element(
    "li",
    { class: "hit", "data-number": hit.number },
    element(
      "h2",
      { class: "hit-title", ...language },
      element("a", { href: address }, ...marked(hit.titleParts)),
    ),
    element("p", { class: "hit-facts" }, ...facts),
    element(
      "div",
      { class: "hit-text", "data-url": address, ...language },
      hit.summary ? element("p", { class: "hit-summary" }, ...marked(hit.summaryParts)) : null,
    ),
    hit.text ? element("p", { class: "hit-wait unseen" }, words.text("passages_wait")) : null,
  );
}

/** Put the best passages into a result, in place of its summary. */
export function showPassages(item, { passages, literal }, { words }) {
  item.querySelector(".hit-wait")?.remove();
  if (!literal) {
    item.querySelector(".hit-facts").after(element("p", { class: "hit-note" }, words.text("similar")));
  }
  if (passages.length === 0) return;
  const place = item.querySelector(".hit-text");
  place.replaceChildren(
    ...passages.map(({ number, voice, parts, fragment }) => {
      const directive = fragment && `:~:text=${fragment}`;
      return element(
        "p",
        { class: "hit-passage", "data-voice": voice },
        element(
          "a",
          {
            class: "hit-number",
            href: `${place.dataset.url}#p${number}${directive}`,
            "aria-label": words.text("passage", { number }),
          },
          `¶ ${number}`,
        ),
        " ",
        ...marked(parts),
      );
    }),
  );
}

/** A group of filters: a disclosure with a box for each choice, none where they are not known. */
export function facetGroup(facet, choices, chosen, { words, open, most }) {
  if (choices === null) return disclosure(facet, open, words);
  const ids = new Set(choices.map(([id]) => id));
  const rows = [...choices, ...chosen.filter((id) => !ids.has(id)).map((id) => [id, id, 0])];
  const visible = rows.filter(([id], index) => index < most || chosen.includes(id));
  const list = element(
    "ul",
    {},
    ...visible.map(([id, name, count]) =>
      element(
        "li",
        {},
        element(
          "label",
          {},
          element("input", {
            type: "checkbox",
            name: facet,
            value: id,
            checked: chosen.includes(id),
          }),
          element("bdi", {}, facet === "voice" ? words.text(`voice_${id}`) : name),
          " ",
          element("span", { class: "count" }, words.number(count)),
        ),
      ),
    ),
  );
  const rest = rows.length - visible.length;
  return disclosure(
    facet,
    open,
    words,
    list,
    rest > 0
      ? element("button", { type: "button", class: "facet-more" }, words.counted("filter_more", rest))
      : null,
  );
}

function disclosure(facet, open, words, ...content) {
  return element(
    "details",
    { class: "facet", "data-facet": facet, open },
    element("summary", {}, words.text(`filter_${facet}`)),
    ...content,
  );
}

/** What was understood, operand by operand. */
export function understoodNodes(understood, { words }) {
  return understood.flatMap((operand, index) => {
    const joined = index > 0 && understood[index - 1].group === operand.group;
    const source = operand.phrase ? words.text("quoted", { words: operand.source }) : operand.source;
    const label = operand.prefix && !operand.source.endsWith("*") ? `${source}…` : source;
    const notes = [
      operand.negated && words.text("understood_not"),
      operand.field && words.text(`field_${operand.field}`),
      operand.near > 0 && words.text("understood_near"),
    ].filter(Boolean);
    return [
      joined ? ` ${words.text("understood_or")} ` : " ",
      element("span", { class: "operand" }, ...notes.map((note) => `${note} `), element("bdi", {}, label)),
    ];
  });
}

function between(nodes, separator) {
  return nodes.flatMap((node, index) => (index > 0 ? [separator, node] : [node]));
}

function pageLanguage() {
  return document.documentElement.lang;
}
