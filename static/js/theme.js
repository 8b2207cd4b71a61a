// The choice between light and dark. A classic script in the head, so that a remembered
// choice holds before the first paint; without it the page follows the device.
(() => {
  const key = "site-builder:theme";
  const schemes = ["auto", "light", "dark"];
  const root = document.documentElement;

  const remembered = () => {
    try {
      const scheme = localStorage.getItem(key);
      return schemes.includes(scheme) ? scheme : "auto";
    } catch {
      return "auto"; // storage may be forbidden
    }
  };

  const remember = (scheme) => {
    try {
      if (scheme === "auto") localStorage.removeItem(key);
      else localStorage.setItem(key, scheme);
    } catch {
      // the choice then lasts as long as the page
    }
  };

  const apply = (scheme) => {
    if (scheme === "auto") delete root.dataset.theme;
    else root.dataset.theme = scheme;
  };

  const offer = () => {
    const button = document.querySelector(".theme-switch");
    if (!button) return;
    let scheme = remembered();
    const say = () => {
      button.setAttribute("aria-label", button.dataset[scheme]);
      button.title = button.dataset[scheme];
    };
    button.addEventListener("click", () => {
      scheme = schemes[(schemes.indexOf(scheme) + 1) % schemes.length];
      remember(scheme);
      apply(scheme);
      say();
    });
    addEventListener("storage", (event) => {
      if (event.key !== key) return;
      scheme = remembered();
      apply(scheme);
      say();
    });
    say();
    button.hidden = false;
  };

  if (location.protocol === "file:") {
    const script = document.createElement("script");
    script.src = new URL("file.js", document.currentScript.src).href;
    document.head.append(script);
  }
  apply(remembered());
  document.addEventListener("DOMContentLoaded", offer);
})();
