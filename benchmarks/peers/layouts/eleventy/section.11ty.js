export const data = {
  layout: "base.11ty.js",
  pagination: { data: "collections.sections", size: 1, alias: "part" },
  permalink: ({ part }) => `/${part.section}/index.html`,
  eleventyComputed: { title: ({ part }) => part.section },
};

export function render({ part }) {
  const lines = part.terms.map(
    ({ name, url, entries }) => `<li><a href="${url}">${name}</a> ${entries.length}</li>`,
  );
  return `<h1>${part.section}</h1>\n<ul>\n${lines.join("\n")}\n</ul>`;
}
