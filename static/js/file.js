// Only where a page was opened from a folder, and not over the web: links name the page of a
// folder, of which a list of files would show otherwise, and the reader is told what cannot work.
// The words stand in front of this as `fileWords` (site_builder/site/file_notice.py).
(() => {
  const words = self.fileWords;

  const nameIndex = (link) => {
    const address = link.getAttribute("href");
    if (!address || address.startsWith("#")) return;
    const url = new URL(address, document.baseURI);
    if (url.protocol !== "file:" || !url.pathname.endsWith("/")) return;
    url.pathname += "index.html";
    link.setAttribute("href", url.href); // in a drawing, too
  };

  const nameForm = (form) => {
    const url = new URL(form.getAttribute("action") ?? "", document.baseURI);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) form.action = `${url}index.html`;
  };

  const tell = (main) => {
    const notice = document.createElement("aside");
    notice.className = "notice";
    notice.dataset.notice = "file";
    notice.setAttribute("aria-label", words.title);
    for (const [text, name] of [[words.title, "notice-title"], [words.text]]) {
      const line = document.createElement("p");
      if (name) line.className = name;
      line.textContent = text;
      notice.append(line);
    }
    main.prepend(notice);
  };

  const begin = () => {
    document.querySelectorAll("a[href]").forEach(nameIndex);
    document.querySelectorAll("form[action]").forEach(nameForm);
    const main = document.querySelector("main");
    if (main && words) tell(main);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
