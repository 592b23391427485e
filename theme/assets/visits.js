"use strict";

/* What has changed since this reader's last visit to the front page. The page lists the newest changes; which of them
   were seen is kept in this browser only (localStorage), by their names, not by the device's clock. A first visit, and
   a browser that keeps nothing, say nothing. A change stays in the list until the reader marks it as read. */

(() => {
  const part = document.getElementById("visits");
  if (!part) return;
  const FEW = 3; // more than these would stand before what holds now; a tap opens them
  const KEY = `bulletin-seen:${location.pathname.replace(/index\.html$/, "")}`;
  const changes = [...document.getElementById("visits-changes").content.querySelectorAll("[data-change]")];
  const count = part.querySelector(".visits-count");
  const said = document.getElementById("visits-done");

  const seen = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(kept) ? new Set(kept) : null;
    } catch {
      return null;
    }
  };

  const keep = () => {
    try {
      localStorage.setItem(KEY, JSON.stringify(changes.map((one) => one.dataset.change)));
    } catch {
      // Nothing can be kept here; the next visit is a first one again.
    }
  };

  const done = () => {
    keep();
    part.hidden = true;
    said.textContent = said.dataset.done;
    said.focus();
  };

  const known = seen();
  if (!known) return keep();
  const fresh = changes.filter((one) => !known.has(one.dataset.change));
  if (!fresh.length) return;
  part.querySelector("ul").append(...fresh.map((one) => document.importNode(one, true)));
  part.hidden = false;
  part.open = fresh.length <= FEW;
  count.textContent = count.dataset.count.replace("{count}", fresh.length);
  part.querySelector("button").addEventListener("click", done);
})();
