const PER_PAGE = 50;
const FEED_ENTRIES = 40;

/** Articles by the value of `key`, newest first, as pages of fifty and as terms with counts. */
function lists(articles, section, key, slugOf = (name) => name.toLowerCase().replaceAll(" ", "-")) {
  const found = new Map();
  for (const article of articles) {
    for (const name of key(article.data)) {
      if (!found.has(name)) found.set(name, []);
      found.get(name).push(article);
    }
  }
  const terms = [...found]
    .map(([name, entries]) => ({ name, url: `/${section}/${slugOf(name)}/`, entries }))
    .sort((one, other) => one.name.localeCompare(other.name));
  const pages = [];
  for (const { name, url, entries } of terms) {
    const count = Math.ceil(entries.length / PER_PAGE);
    for (let page = 1; page <= count; page += 1) {
      pages.push({
        name,
        page,
        count,
        total: entries.length,
        base: url,
        url: page === 1 ? url : `${url}page/${page}/`,
        rows: entries.slice((page - 1) * PER_PAGE, page * PER_PAGE),
      });
    }
  }
  return { section, terms, pages };
}

export default function (config) {
  const gathered = (api) => {
    const articles = api.getFilteredByGlob("articles/**/*.md").reverse();
    articles.forEach((article, place) => {
      article.data.newer = articles[place - 1];
      article.data.older = articles[place + 1];
    });
    return [
      lists(articles, "tags", (data) => data.topics),
      lists(articles, "people", (data) => data.people),
      lists(articles, "countries", (data) => data.countries),
      lists(articles, "timeline", (data) => [data.day.slice(0, 4)]),
      lists(articles, "months", (data) => [data.day.slice(0, 7)]),
    ];
  };
  let kept;
  const once = (api) => (kept ??= gathered(api));
  config.on("eleventy.before", () => {
    kept = undefined;
  });
  config.addCollection("newest", (api) => {
    once(api);
    return api.getFilteredByGlob("articles/**/*.md").reverse().slice(0, PER_PAGE);
  });
  config.addCollection("lists", (api) => once(api).flatMap(({ pages }) => pages));
  config.addCollection("sections", (api) =>
    once(api).map(({ section, terms }) => ({ section, terms })),
  );
  config.addCollection("feeds", (api) =>
    once(api)
      .filter(({ section }) => ["tags", "people", "countries"].includes(section))
      .flatMap(({ terms }) => terms)
      .map(({ name, url, entries }) => ({ name, url, entries: entries.slice(0, FEED_ENTRIES) })),
  );
  config.addPassthroughCopy("style.css");
  // Articles hold plain Markdown: to look for Liquid in each would only cost time.
  return { markdownTemplateEngine: false, dir: { output: "public" } };
}
