/* The worker behind reading without a network. The network comes first; a saved copy is shown only when the network
   does not answer, and then it says when it was taken. Saved copies are whole sites of one moment: a new one is fetched
   beside the old one, each file checked against its sha256 in offline.json, and takes its place when it is complete. */
"use strict";

const ROOT = new URL("./", self.location).href;
const OWN = `ban-tin 1 ${ROOT} `;
const STATE = `${OWN}state`;
const LIST = `${ROOT}offline.json`;
const AWAY = `${ROOT}offline/`;
const PATIENCE = 4000; // milliseconds that the network has before a saved copy is shown
const AT_ONCE = 4;
const shownSaved = new Set(); // the windows that show a saved page: its style sheets come from the same copy

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT) || request.headers.has("range")) {
    return;
  }
  event.respondWith(request.mode === "navigate" ? page(event) : part(event));
});

self.addEventListener("message", (event) => {
  const { wish, light } = event.data;
  const answer = wish === "refresh" ? refreshed(light) : listed();
  event.waitUntil(answer.then((said) => event.ports[0].postMessage(said)));
});

/* what is shown */

async function page(event) {
  const saved = await copyOf(event.request.url);
  try {
    const answer = await soon(fetch(event.request, { cache: "no-cache" }), saved);
    if (answer.status < 500 || !saved) {
      return answer;
    }
  } catch (error) {
    if (!saved) {
      return away(event.request.url);
    }
  }
  shownSaved.add(event.resultingClientId);
  return dated(saved);
}

async function part(event) {
  const { request } = event;
  const saved = await copyOf(request.url);
  if (saved && shownSaved.has(event.clientId)) {
    return saved.copy;
  }
  try {
    const answer = await soon(fetch(request), saved);
    return answer.status < 500 || !saved ? answer : saved.copy;
  } catch (error) {
    return saved ? saved.copy : Response.error();
  }
}

/* An answer of the network; without a saved copy it is waited for as long as it takes. */
function soon(answer, saved) {
  const late = (_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE);
  return saved ? Promise.race([answer, new Promise(late)]) : answer;
}

async function away(address) {
  const from = encodeURIComponent(address.slice(ROOT.length));
  const saved = await copyOf(AWAY);
  return saved && keyOf(address) !== AWAY ? Response.redirect(`${AWAY}?from=${from}`, 302) : Response.error();
}

/* A saved page with the moment at which it was taken. */
async function dated({ copy, at }) {
  if (!(copy.headers.get("content-type") ?? "").startsWith("text/html")) {
    return copy;
  }
  const told = `<head>\n<meta name="saved-at" content="${new Date(at).toISOString()}">`;
  const html = (await copy.text()).replace("<head>", told);
  return new Response(html, { headers: copy.headers });
}

/* what is saved */

/* One address for a page, however it is written. */
function keyOf(address) {
  const url = new URL(address);
  return url.origin + url.pathname.replace(/\/index\.html$/, "/");
}

async function stateOf() {
  const found = await caches.match(LIST, { cacheName: STATE });
  return found ? found.json() : null;
}

async function copyOf(address) {
  const state = await stateOf();
  const copy = state && (await caches.match(keyOf(address), { cacheName: state.name }));
  return copy ? { copy, at: state.at } : null;
}

async function listed() {
  const state = await stateOf();
  return state ? state.files.filter((file) => file.title) : [];
}

let running = null;

/* Bring the saved copies up to date, one at a time; when that fails, what was saved stays as it is. */
async function refreshed(light) {
  running = running || refresh(light).then(() => true, () => false);
  const reached = await running;
  running = null;
  const state = await stateOf();
  const pages = state ? state.files.filter((file) => file.title) : [];
  const size = state ? state.files.reduce((sum, file) => sum + file.size, 0) : 0;
  return { reached, at: state && state.at, pages: pages.length, size };
}

async function refresh(light) {
  const at = Date.now();
  const answer = await fetch(LIST, { cache: "no-cache" });
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  const list = await answer.json();
  const before = await stateOf();
  const name = `${OWN}${list.digest}${light ? " light" : ""}`;
  const files = list.files.filter((file) => !(light && file.heavy));
  const saved = before && before.name === name ? before.files : await fill(name, files, before);
  await (await caches.open(STATE)).put(LIST, new Response(JSON.stringify({ at, name, files: saved })));
  await forgetOthers(name);
}

/* The files that could be saved; what has not changed is taken from the copy before. */
async function fill(name, files, before) {
  const cache = await caches.open(name);
  const old = before && (await caches.open(before.name));
  const known = new Map(before ? before.files.map((file) => [file.path, file.sha256]) : []);
  const waiting = [...files];
  const missing = new Set();
  const worker = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const key = keyOf(ROOT + file.path);
      if (await cache.match(key)) {
        continue;
      }
      const same = known.get(file.path) === file.sha256 && (await old.match(key));
      const copy = same || (await fetched(file));
      if (copy) {
        await cache.put(key, copy);
      } else {
        missing.add(file);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return files.filter((file) => !missing.has(file));
}

/* A file as the list names it. One that the server does not give is left out; one that differs, because the site is
   being switched, ends this attempt. */
async function fetched({ path, sha256 }) {
  const answer = await fetch(ROOT + path, { cache: "no-cache" });
  if (answer.status >= 500) {
    throw new Error(`${path}: ${answer.status}`);
  }
  if (!answer.ok) {
    return null;
  }
  const content = await answer.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  if (Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") !== sha256) {
    throw new Error(`${path} differs`);
  }
  const type = answer.headers.get("content-type") ?? "application/octet-stream";
  return new Response(content, { headers: { "content-type": type } });
}

async function forgetOthers(name) {
  const names = await caches.keys();
  const others = names.filter((one) => one.startsWith(OWN) && one !== STATE && one !== name);
  await Promise.all(others.map((one) => caches.delete(one)));
}
