// Links to an entry at random lead to a fixed one or to a list of chosen ones; here each click
// chooses anew from all of the archive, of which it reads one small file of ids.

const chooseAnew = (link) => {
  const { random, articles } = link.dataset;
  const count = Number(link.dataset.of);
  const perFile = Number(link.dataset.perFile);
  if (!count) return;

  link.addEventListener("click", async (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const chosen = Math.floor(Math.random() * count);
    let address = link.href;
    try {
      const answer = await fetch(`${random}${Math.floor(chosen / perFile)}.json`);
      const ids = await answer.json();
      const id = ids[chosen % perFile];
      if (typeof id === "string") address = `${articles}${encodeURIComponent(id)}/`;
    } catch {
      // the link's own address stays
    }
    location.assign(address);
  });
};

document.querySelectorAll("[data-random]").forEach(chooseAnew);
