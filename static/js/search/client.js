/*
 * The page's end of the worker: each method of the session as a function that gives a promise.
 */

export class SearchError extends Error {
  constructor({ name, message }) {
    super(message);
    this.name = name;
  }
}

/** Start the worker for the index at `base` (the site's search folder); it fetches nothing yet. */
export function startSearch(base) {
  const waiting = new Map();
  let last = 0;
  const address = new URL("worker.js", import.meta.url);
  address.hash = new URL(base).pathname;
  const worker = new Worker(address);

  worker.addEventListener("message", ({ data: { id, answer, failure } }) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (failure) reject?.(new SearchError(failure));
    else resolve?.(answer);
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    const failure = new SearchError({ name: "LoadError", message: event.message ?? "" });
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  });

  const call = (method) => (request) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, method, request });
    });

  return {
    prepare: call("prepare"),
    search: call("search"),
    passages: call("passages"),
    facets: call("facets"),
    choices: call("choices"),
    list: call("list"),
    stop: () => worker.terminate(),
  };
}
