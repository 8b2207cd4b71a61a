import { rows } from "./_includes/parts.js";

export const data = {
  layout: "base.11ty.js",
  pagination: { data: "collections.lists", size: 1, alias: "list" },
  permalink: ({ list }) => `${list.url}index.html`,
  eleventyComputed: { title: ({ list }) => list.name },
};

export function render({ list }) {
  const { page, count, base } = list;
  const at = (number) => (number === 1 ? base : `${base}page/${number}/`);
  const newer = page > 1 ? `<a href="${at(page - 1)}" rel="prev">Newer</a>` : "";
  const older = page < count ? `<a href="${at(page + 1)}" rel="next">Older</a>` : "";
  const pager =
    count > 1 ? `<nav class="pages">${newer} Page ${page} of ${count} ${older}</nav>` : "";
  return `<h1>${list.name}</h1>
<p>${list.total} statements</p>
${rows(list.rows)}
${pager}`;
}
