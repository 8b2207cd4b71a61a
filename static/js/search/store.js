/*
 * Fetches the files of the index, each once. What is named after its content is kept in the
 * browser's cache for good; only the manifest is asked for again.
 */

const CACHE = "site-builder-search-1";
const MOST_KEPT = 1500;

export class LoadError extends Error {
  constructor(path, cause) {
    super(`${path} could not be loaded`, { cause });
    this.name = "LoadError";
  }
}

/** A store of the files below `base`, the address of the site's search folder. */
export function createStore(base) {
  const asked = new Map();

  /** The JSON of a file named after its content. */
  function get(path) {
    return remember(path, () => getKept(new URL(path, base)));
  }

  /** The JSON of a file that may change under its name. */
  function getFresh(path) {
    return remember(path, async () => {
      const response = await fetchFile(new URL(path, base), { cache: "no-cache" });
      return parse(path, response);
    });
  }

  function remember(path, load) {
    if (!asked.has(path)) {
      const promise = load();
      asked.set(path, promise);
      promise.catch(() => asked.delete(path));
    }
    return asked.get(path);
  }

  return { get, getFresh };
}

async function getKept(url) {
  const cache = await openCache();
  const kept = await cache?.match(url).catch(() => undefined);
  if (kept) {
    try {
      return await kept.json();
    } catch {
      await cache.delete(url); // half a file, from a disk that was full
    }
  }
  const response = await fetchFile(url);
  const copy = response.clone();
  const value = await parse(url.pathname, response);
  if (cache) keep(cache, url, copy);
  return value;
}

/** No cache where the page is not served securely, or where storage is forbidden. */
async function openCache() {
  try {
    return await globalThis.caches?.open(CACHE);
  } catch {
    return undefined;
  }
}

async function keep(cache, url, response) {
  try {
    await cache.put(url, response);
    if (!trimmed) {
      trimmed = true;
      await trim(cache);
    }
  } catch {
    // a full disk only means that the file is fetched again
  }
}

/** Drop the oldest files, once in a page's life. */
async function trim(cache) {
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - MOST_KEPT))) await cache.delete(key);
}

let trimmed = false;

async function fetchFile(url, options) {
  let response;
  try {
    response = await fetch(url, options);
  } catch (cause) {
    throw new LoadError(url.pathname, cause);
  }
  if (!response.ok) throw new LoadError(url.pathname, new Error(`status ${response.status}`));
  return response;
}

async function parse(path, response) {
  try {
    return await response.json();
  } catch (cause) {
    throw new LoadError(path, cause);
  }
}
