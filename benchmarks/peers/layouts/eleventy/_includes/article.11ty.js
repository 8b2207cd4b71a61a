import { escape, links, time } from "./parts.js";

export const data = { layout: "base.11ty.js" };

function neighbour(rel, article) {
  return article ? `<a rel="${rel}" href="${article.url}">${escape(article.data.title)}</a>` : "";
}

export function render({ title, day, people, role, topics, countries, older, newer, content }) {
  return `<article>
<h1>${escape(title)}</h1>
<p>${time(day)} ${links("people", people)}, ${role}</p>
${content}
<p>Topics: ${links("tags", topics)}</p>
<p>Countries: ${links("countries", countries)}</p>
</article>
<nav>${neighbour("prev", older)} ${neighbour("next", newer)}</nav>`;
}
