"use strict";

/* What holds at the moment of reading, computed without network.

   Every element stands for itself (made in generator/views/context/reading_times.py, where the words come from):

   data-from, data-until   ISO times. The element gets data-state: coming, in-force, expired or doubt.
   data-coming, data-in-force, data-expired
                           on a badge: its text in that state; in doubt it keeps the text it was made with.
   data-when="…"           shown only in these states.
   data-due                ISO time; shown only when it is past.
   details.instruction     closed, and marked instruction-out, when it is expired.
   data-holds="…"          a part of the front page or of a table; its cards or rows move into the part of their state,
                           [data-none] is shown while it is empty, and without [data-none] an empty part is hidden.
   data-counts="…"         how many cards or rows the part with this id has.
   data-today="…"          says which day it is for the programme, whose offset is in data-zone.

   data-printed="…"        says when the page is printed; beside it, the address from which it came.
   data-line="…"           a link to the next bulletin of a kind; it leads to the newest.
   data-ago="…"            an ISO time with the programme's offset; the element says how long ago that was.

   The validity includes its last instant. `self.bulletin.built` (assets/site.js) is when the site was made: a clock
   that is earlier is wrong. Then only what was over by that time is called expired; of the rest nothing is claimed.
   What is put into a page later is looked at after document.dispatchEvent(new Event("reading")). */

(() => {
  const EVERY = 30_000;
  const HOUR = 3_600_000;
  const SLACK = 120_000; // a clock that is a little slow is not wrong
  const site = self.bulletin ?? {};
  const built = Date.parse(site.built);
  const status = document.getElementById("reading-time");
  const first = new WeakMap(); // the text of a badge as it was made
  let isFirst = true;

  const clock = () => {
    const now = Date.now();
    const isWrong = now < built - SLACK;
    return { now: isWrong ? built : now, isWrong };
  };

  const stateOf = (element, { now, isWrong }) => {
    if (!(now <= Date.parse(element.dataset.until))) return "expired";
    if (isWrong) return "doubt";
    return now >= Date.parse(element.dataset.from) ? "in-force" : "coming";
  };

  const nameBadge = (badge, state) => {
    if (!badge.dataset.expired) return;
    if (!first.has(badge)) first.set(badge, badge.textContent);
    badge.textContent = badge.getAttribute(`data-${state}`) ?? first.get(badge);
    badge.className = `badge badge-${site.standings?.[state.replace("-", "_")]?.tone ?? "warn"}`; // doubt is none
  };

  const fold = (details, state) => {
    const isOut = state === "expired";
    if (isOut === details.classList.contains("instruction-out")) return;
    details.classList.toggle("instruction-out", isOut);
    details.open = !isOut;
  };

  const judge = (element, moment) => {
    const state = stateOf(element, moment);
    if (state === element.dataset.state) return;
    element.dataset.state = state;
    if (element.matches(".badge")) nameBadge(element, state);
    if (element.matches("details.instruction")) fold(element, state);
  };

  const show = (element, { now }) => {
    const { when, due, state } = element.dataset;
    const isMeant = !when || when.split(" ").includes(state);
    const isPast = !due || Date.parse(due) < now;
    const isNew = element.hidden && isMeant && isPast;
    element.hidden = !(isMeant && isPast);
    if (isNew && element.matches(".notice")) announce(element.textContent);
  };

  const place = (card) => {
    const whole = card.closest("table") ?? document;
    const part = whole.querySelector(`[data-holds="${card.dataset.state}"]`);
    if (!part || card.parentElement === part) return;
    part.insertBefore(card, part.querySelector(":scope > [data-none]"));
    announce(`${part.querySelector("h2, h3, [scope=rowgroup]")?.textContent}: ${card.querySelector("a")?.textContent}`);
  };

  const close = (part, { isWrong }) => {
    const isEmpty = !part.querySelector(":scope > [data-until]");
    const none = part.querySelector("[data-none]");
    if (none) none.hidden = !isEmpty;
    part.hidden = isEmpty && (isWrong || !none); // a wrong clock does not tell that nothing holds
  };

  const number = (element) => {
    const part = document.getElementById(element.dataset.counts);
    if (part.dataset.holds) element.textContent = part.querySelectorAll(":scope > [data-until]").length;
  };

  // Days are written as base/times.py writes them.
  const dayText = (moment) => {
    if (document.documentElement.lang === "en") {
      return moment.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
    }
    const [year, month, day] = moment.toISOString().slice(0, 10).split("-");
    return `${day}/${month > "02" ? Number(month) : month}/${year}`;
  };

  const tellDay = (element, { now, isWrong }) => {
    const { today, zone } = element.dataset;
    const there = new Date(now - Date.parse(`1970-01-01T00:00${zone}`));
    element.textContent = isWrong ? "" : today.replace("{day}", dayText(there));
  };

  const isOnWeb = location.protocol.startsWith("http");

  const tellPrinted = (element, { now, isWrong }) => {
    const there = new Date(now - Date.parse(`1970-01-01T00:00${site.zone ?? "Z"}`));
    const [hour, minute] = there.toISOString().slice(11, 16).split(":");
    const shown = document.documentElement.lang === "en" ? hour : Number(hour);
    const words = element.dataset.printed.replace("{hour}", shown).replace("{minute}", minute);
    element.textContent = isWrong ? "" : words.replace("{day}", dayText(there));
    const address = element.nextElementSibling;
    if (isOnWeb && address) address.textContent = location.origin + location.pathname;
  };

  const agoOf = (hours, days) => {
    if (days === 0) return hours === 0 ? "now" : "today";
    if (hours < 24) return "hours";
    return days === 1 ? "yesterday" : "days";
  };

  // Days are counted by the calendar of the programme, whose offset stands in the time.
  const count = (element, { now, isWrong }) => {
    const { ago } = element.dataset;
    const hours = Math.floor((now - Date.parse(ago)) / HOUR);
    const days = Math.floor((now - Date.parse(`${ago.slice(0, 10)}T00:00${ago.slice(-6)}`)) / (24 * HOUR));
    const words = site.ago?.[agoOf(hours, days)] ?? "";
    const text = words.replace("{hours}", Math.max(hours, 1)).replace("{days}", days);
    element.textContent = isWrong || hours < 0 || !text ? "" : ` (${text})`;
  };

  const lead = (link) => {
    const [bulletin, name] = site.newest?.[link.dataset.line] ?? [];
    if (!bulletin) return;
    link.setAttribute("href", link.getAttribute("href").replace(/[^/]+\/?$/, `${bulletin}/`));
    link.textContent = name;
  };

  const line = (name, make) => status.querySelector(`.${name}`) ?? status.appendChild(make(name));

  const paragraph = (name) => {
    const made = document.createElement("p");
    made.className = name;
    return made;
  };

  // For those who do not see the page change; what a page shows from the start is read with it.
  const announce = (text) => {
    if (!isFirst) line("unseen", paragraph).textContent = text.replace(/\s+/g, " ").trim();
  };

  const warn = ({ isWrong }) => {
    const warned = status.querySelector(".clock");
    if (!isWrong) warned?.remove();
    else if (!warned) {
      const notice = paragraph("clock notice notice-stop");
      notice.textContent = status.dataset.clock.replace("{moment}", site.said);
      status.append(notice);
    }
  };

  const read = () => {
    const moment = clock();
    warn(moment);
    for (const one of document.querySelectorAll("[data-until]")) judge(one, moment);
    for (const one of document.querySelectorAll("[data-when], [data-due]")) show(one, moment);
    for (const one of document.querySelectorAll("[data-ago]")) count(one, moment);
    for (const one of document.querySelectorAll("[data-holds] > [data-state]")) place(one);
    for (const one of document.querySelectorAll("[data-holds]")) close(one, moment);
    for (const one of document.querySelectorAll("[data-counts]")) number(one);
    for (const one of document.querySelectorAll("[data-today]")) tellDay(one, moment);
    for (const one of document.querySelectorAll("[data-printed]")) tellPrinted(one, moment);
    isFirst = false;
  };

  for (const one of document.querySelectorAll("[data-line]")) lead(one);
  if (isOnWeb) for (const one of document.querySelectorAll(".print-note a")) one.textContent = one.href;
  read();
  setInterval(read, EVERY);
  for (const name of ["focus", "pageshow", "beforeprint"]) addEventListener(name, read);
  for (const name of ["visibilitychange", "reading"]) document.addEventListener(name, read);
})();
