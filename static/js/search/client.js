/*
 * The page's end of the worker: each method of the session as a function that gives a promise.
 */

export class SearchError extends Error {
  constructor({ name, message }) {
    super(message);
    this.name = name;
  }
}

/**
 * A search in the index at `base`, the site's search folder; the first call starts the worker.
 * After `restart()` the next call starts another, which finds a new edition of the site.
 */
export function startSearch(base) {
  const waiting = new Map();
  let last = 0;
  let worker = null;

  function start() {
    const address = new URL("worker.js", import.meta.url);
    address.hash = new URL(base).pathname;
    const started = new Worker(address);
    started.addEventListener("message", ({ data: { id, answer, failure } }) => {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (failure) reject?.(new SearchError(failure));
      else resolve?.(answer);
    });
    started.addEventListener("error", (event) => {
      event.preventDefault();
      const failure = new SearchError({ name: "LoadError", message: event.message ?? "" });
      for (const { reject } of waiting.values()) reject(failure);
      waiting.clear();
      started.terminate();
      worker = null; // the next call tries again
    });
    return started;
  }

  const call = (method) => (request) =>
    new Promise((resolve, reject) => {
      worker ??= start();
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, method, request });
    });

  return {
    prepare: call("prepare"),
    search: call("search"),
    passages: call("passages"),
    facets: call("facets"),
    list: call("list"),
    restart() {
      worker?.terminate();
      worker = null;
    },
  };
}
