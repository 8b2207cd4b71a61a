import { rows } from "./_includes/parts.js";

export const data = { layout: "base.11ty.js", title: "An archive of statements" };

export function render({ title, collections }) {
  return `<h1>${title}</h1>\n${rows(collections.newest)}`;
}
