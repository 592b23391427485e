"use strict";
(async () => {
  const isFolder = location.protocol === "file:";
  const places = [];
  for (let path = location.pathname; path && places.length < 12;) {
    path = path.slice(0, path.lastIndexOf("/"));
    places.push(`${path}/`);
  }
  const isRoot = async (place) => {
    try {
      const answer = await fetch(`${place}manifest.json`, { method: "HEAD" });
      return answer.ok && (answer.headers.get("content-type") ?? "").includes("json");
    } catch {
      return false;
    }
  };
  let root = places[0]; // opened from a folder, the page lies beside the front page
  if (!isFolder) {
    root = "/";
    for (const place of places) {
      if (await isRoot(place)) {
        root = place;
        break;
      }
    }
  }
  for (const one of document.querySelectorAll("[data-in-site]")) {
    const address = `${root}${one.dataset.inSite}${isFolder ? "index.html" : ""}`;
    one.setAttribute(one.matches("form") ? "action" : "href", address);
  }
})();
