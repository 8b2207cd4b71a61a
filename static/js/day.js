// Leads to today in the calendar, by the reader's own clock: the link on the home page goes
// straight to the day's page where there is one, and the calendar marks the day.

const today = new Date();
const name = [today.getMonth() + 1, today.getDate()].map((n) => String(n).padStart(2, "0")).join("-");

const leadToToday = (link) => {
  const masks = link.dataset.days.split(" ").map((mask) => parseInt(mask, 16));
  if (!((masks[today.getMonth()] >>> (today.getDate() - 1)) & 1)) return;
  // Plain English is read all over the world: day before month, as everywhere on the site.
  const language = document.documentElement.lang.replace(/^en$/, "en-001");
  const day = new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
  }).format(today);
  link.href = new URL(`${name}/`, link.href).href;
  link.textContent = link.dataset.today.replace("{day}", day);
};

const markToday = (calendar) => {
  const cell = [...calendar.querySelectorAll("section")][today.getMonth()]
    ?.querySelectorAll("li")[today.getDate() - 1]?.firstElementChild;
  if (!cell) return;
  cell.setAttribute("aria-current", "date");
};

document.querySelectorAll("a[data-days]").forEach(leadToToday);
document.querySelectorAll(".calendar").forEach(markToday);
