const MONTHS =
  "January February March April May June July August September October November December".split(" ");

export function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

export function slug(name) {
  return name.toLowerCase().replaceAll(" ", "-");
}

export function time(day) {
  const [year, month, date] = day.split("-");
  return `<time datetime="${day}">${Number(date)} ${MONTHS[month - 1]} ${year}</time>`;
}

export function rows(articles) {
  const lines = articles.map(
    ({ url, data }) =>
      `<li>${time(data.day)} <a href="${url}">${escape(data.title)}</a> <span>${data.people[0]}, ${data.role}</span></li>`,
  );
  return `<ol class="rows">\n${lines.join("\n")}\n</ol>`;
}

export function links(section, names) {
  return names.map((name) => `<a href="/${section}/${slug(name)}/">${name}</a>`).join(" ");
}
