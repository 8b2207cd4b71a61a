/*
 * The search, off the page's thread, so that typing never waits for it. A classic worker, because
 * lunr.js is a classic script. In a built site lunr.js and the session's modules stand in front of
 * this, the latter as `searchSession` (site_builder/output/assets.py); else both are fetched.
 */

const loading = self.searchSession ? Promise.resolve(self.searchSession) : import("./session.js");
loading.catch(() => {}); // said below
if (!self.lunr) importScripts(new URL("../../vendor/lunr.js", self.location.href).href);

const session = loading.then(
  ({ openSession }) =>
    openSession({
      lunr: self.lunr,
      base: new URL(self.location.hash.slice(1), self.location.origin),
    }),
  (cause) => {
    throw Object.assign(new Error("a module could not be loaded", { cause }), { name: "LoadError" });
  },
);
session.catch(() => {});

self.addEventListener("message", async ({ data: { id, method, request } }) => {
  try {
    const answer = await (await session)[method](request);
    self.postMessage({ id, answer });
  } catch (error) {
    self.postMessage({ id, failure: { name: error.name, message: error.message } });
  }
});
