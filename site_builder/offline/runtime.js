// What an offline copy has in the place of a web server. Pages opened from a disk may not fetch
// files, start workers or load modules: so data comes as scripts, the search runs in the page, and
// modules are scripts that say what they export (site_builder/offline/scripts.py).
(() => {
  "use strict";
  const scripts = new URL("./", document.currentScript.src);
  const root = new URL("../../../", scripts);
  const running = new Map();
  const asked = new Map();
  const modules = new Map();
  const workers = new Map();

  /** A script of the copy, run once. */
  const run = (address) => {
    if (!running.has(address.href)) {
      const done = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.addEventListener("load", resolve);
        script.addEventListener("error", () => reject(new Error(`${address.href} is not there`)));
        script.addEventListener("loadend", () => script.remove());
        script.src = address.href;
        document.head.append(script);
      });
      running.set(address.href, done);
    }
    return running.get(address.href);
  };

  const withIndex = (address) => {
    const url = new URL(address, document.baseURI);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url;
  };

  self.offlineData = (path, text) => asked.set(path, text);
  self.offlineModule = (path, exported) => modules.set(path, exported);
  self.offlineWorker = (path, code) => workers.set(path, code);
  self.offlineAddress = (path) => new URL(path, scripts).href;
  self.offlineGo = (address) => location.assign(withIndex(address));
  self.offlineImport = async (path) => {
    if (!modules.has(path)) await run(new URL(path, scripts));
    return modules.get(path);
  };

  self.fetch = async (address) => {
    const url = withIndex(address.url ?? address);
    const path = decodeURIComponent(url.pathname.slice(root.pathname.length));
    try {
      if (!asked.has(path)) await run(new URL(`${url.pathname}.js`, root));
    } catch {
      return new Response("", { status: 404 });
    }
    return new Response(asked.get(path));
  };

  // Where pages come from a disk, some browsers never answer what asks for this.
  Object.defineProperty(self, "caches", { value: undefined, configurable: true });

  self.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const url = new URL(address, document.baseURI);
      const inside = new EventTarget();
      const pass = (target, data) =>
        target.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
      const scope = {
        location: { href: url.href, hash: url.hash, origin: "file://" },
        addEventListener: (...listener) => inside.addEventListener(...listener),
        postMessage: (data) => setTimeout(() => this.ended || pass(this, data)),
      };
      const path = url.pathname.slice(scripts.pathname.length);
      const started = run(new URL(path, scripts)).then(() => workers.get(path).call(scope, scope));
      started.catch(({ message }) =>
        this.dispatchEvent(new ErrorEvent("error", { message, cancelable: true })),
      );
      this.postMessage = (data) => started.then(() => pass(inside, data)).catch(() => {});
    }

    terminate() {
      this.ended = true;
    }
  };

  // Links that scripts made lead to folders, of which a disk would only show a list.
  const nameIndex = ({ target }) => {
    const link = target.closest?.("a[href]");
    if (link instanceof HTMLAnchorElement) {
      const named = withIndex(link.href);
      if (named.href !== link.href) link.href = named.href;
    }
  };
  for (const event of ["pointerover", "pointerdown", "focusin", "click", "auxclick"]) {
    addEventListener(event, nameIndex, true);
  }
})();
