import { escape } from "./_includes/parts.js";

export const data = {
  pagination: { data: "collections.feeds", size: 1, alias: "feed" },
  permalink: ({ feed }) => `${feed.url}index.xml`,
};

export function render({ feed }) {
  const items = feed.entries.map(
    ({ url, data }) => `<item><title>${escape(data.title)}</title><link>https://archive.example${url}</link><pubDate>${new Date(data.day).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>${feed.name}</title><link>https://archive.example${feed.url}</link>
${items.join("\n")}
</channel></rss>
`;
}
