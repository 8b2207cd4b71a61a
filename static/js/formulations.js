// The switch between all uses and verbatim ones works without this: here it is remembered in
// the address, goes along to the other pages of the list, and says how many lines are left.

const PARAMETER = "voice";

const rememberSwitch = (concordance) => {
  const status = concordance.querySelector("[role=status]");
  const choices = [...concordance.querySelectorAll(`input[name=${PARAMETER}]`)];
  const lines = [...concordance.querySelectorAll(".kwic-line")];
  const pages = [...concordance.querySelectorAll(".pager a")];
  const bars = [...document.querySelectorAll(".use-chart a")];

  const chosen = () => choices.find((choice) => choice.checked).value;

  const withChoice = (address) => {
    const url = new URL(address, document.baseURI);
    if (chosen()) url.searchParams.set(PARAMETER, chosen());
    else url.searchParams.delete(PARAMETER);
    return url.href;
  };

  const followOn = () => {
    for (const link of pages) link.href = withChoice(link.href);
    for (const link of bars) link.setAttribute("href", withChoice(link.getAttribute("href")));
  };

  const say = () => {
    const shown = chosen() ? lines.filter((line) => "verbatim" in line.dataset) : lines;
    status.textContent = concordance.dataset.status
      .replace("{n}", shown.length)
      .replace("{total}", lines.length);
  };

  const asked = new URLSearchParams(location.search).get(PARAMETER) ?? "";
  const wanted = choices.find((choice) => choice.value === asked);
  if (wanted) wanted.checked = true;
  if (chosen()) followOn();

  concordance.addEventListener("change", (event) => {
    if (!choices.includes(event.target)) return;
    history.replaceState(history.state, "", withChoice(location.href));
    followOn();
    say();
  });
};

document.querySelectorAll(".concordance").forEach(rememberSwitch);
