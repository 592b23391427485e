/* The search page: reads the question from its form and address, shows what the index finds. */
"use strict";

const SearchPage = {
  /* Results that are shown at once. */
  STEP: 10,
  /* Letters of an excerpt, and how far before the first marked word it may begin. */
  EXCERPT: 220,
  LEAD: 60,
  PAUSE: 250,
  /* A message is offered as the answer when it is among the first so many and holds so much of what is asked. */
  NEAR: 3,
  FITS: 0.8,

  async start() {
    this.form = document.getElementById("search");
    this.status = document.getElementById("search-status");
    this.list = document.getElementById("search-results");
    this.more = document.getElementById("search-more");
    this.box = document.getElementById("search-answer");
    this.said = new Map(
      Array.from(document.querySelectorAll("#search-words div"), (one) => [one.firstElementChild.textContent, one.lastElementChild.textContent]),
    );
    this.latest = 0;
    this.shown = [];
    this.index = new SearchIndex("parts/");
    this.readAddress();
    this.listen();
    if (location.hash === "#search-query") {
      this.form.elements.q.focus();
    }
    try {
      await this.index.open();
      this.ask(false);
    } catch {
      this.status.textContent = this.said.get("failed");
    }
  },

  readAddress() {
    const given = new URLSearchParams(location.search);
    for (const field of this.form.querySelectorAll("input, select")) {
      const value = given.get(field.name) || "";
      if (field.type === "checkbox") {
        field.checked = value !== "";
      } else {
        if (field.options && value && !Array.from(field.options).some((one) => one.value === value)) {
          field.add(new Option(value, value));
        }
        field.value = value;
      }
    }
    const isFiltered = Object.values(this.filters()).some(Boolean);
    const filters = this.form.querySelector("details");
    filters.open = isFiltered || matchMedia("(min-width: 45em)").matches;
  },

  listen() {
    let pause = 0;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(pause);
      this.ask(false);
    });
    this.form.addEventListener("input", (event) => {
      clearTimeout(pause);
      pause = setTimeout(() => this.ask(event.target.type === "search"), this.PAUSE);
    });
    this.more.addEventListener("click", () => this.showMore());
    setInterval(() => this.renew(), 60000);
  },

  filters() {
    const { kind, area, topic, event, now } = this.form.elements;
    return { kind: kind.value, area: area.value, topic: topic.value, event: event.value, now: now.checked };
  },

  /** Find what the form asks; while somebody types, the last word may go on. */
  async ask(isOpen) {
    const text = this.form.elements.q.value;
    const filters = this.filters();
    this.writeAddress();
    this.latest += 1;
    const turn = this.latest;
    if (!Fold.written(text).length && !Object.values(filters).some(Boolean)) {
      this.show({ pages: [], words: [] }, this.said.get("ask"));
      return;
    }
    this.status.textContent = this.said.get("loading");
    try {
      await this.answer(turn, { text, isOpen }, filters);
    } catch {
      this.status.textContent = this.said.get("failed");
    }
  },

  async answer(turn, query, filters) {
    const found = await this.index.find(query, filters, Date.now());
    found.pages = await this.index.nearest(found);
    if (turn === this.latest) {
      this.show(found, this.summary(found, filters));
      await this.offer(found);
      await this.showMore();
    }
  },

  /** The message in force that fits best, above the results: what to say, until when, who answers. */
  async offer(found) {
    const near = found.isId ? [] : found.pages.slice(0, this.NEAR).filter((one) => one.held >= this.FITS);
    const first = near.find((one) => this.index.standing(one.page, Date.now()) === "in_force");
    const result = first ? await this.index.result(first.page) : null;
    if (found !== this.found || !result || !result.say) {
      return;
    }
    this.offered = result;
    const link = this.element("a", "", [result.title]);
    link.href = this.addressOf(result.address);
    this.box.querySelector(".answer-title").replaceChildren(link);
    this.box.querySelector(".answer-say").textContent = result.say;
    this.box.querySelector(".answer-until").textContent = result.until;
    this.box.querySelector(".answer-who").replaceChildren(...this.callable(result.who));
    this.box.hidden = false;
  },

  /** A text in which a telephone number is a link. */
  callable(text) {
    const number = /\+?\d[\d .-]{6,}\d/.exec(text);
    if (!number) {
      return [text];
    }
    const link = this.element("a", "", [number[0]]);
    link.href = `tel:${number[0].replace(/[^+\d]/g, "")}`;
    return [text.slice(0, number.index), link, text.slice(number.index + number[0].length)];
  },

  summary({ pages, some, isGuide }, { kind }) {
    if (!pages.length) {
      return this.said.get("nothing");
    }
    if (isGuide && kind !== "guide") {
      return this.said.get("guide").replace("{count}", pages.length);
    }
    if (some) {
      return this.said.get("some").replace("{count}", pages.length);
    }
    return pages.length === 1 ? this.said.get("one") : this.said.get("found").replace("{count}", pages.length);
  },

  show(found, summary) {
    this.found = found;
    this.shown = [];
    this.box.hidden = true;
    this.list.replaceChildren();
    this.status.textContent = summary;
    this.more.hidden = true;
  },

  async showMore() {
    const { found } = this;
    const from = this.shown.length;
    const next = found.pages.slice(from, from + this.STEP);
    const results = await Promise.all(next.map((one) => this.index.result(one.page)));
    if (found !== this.found || from !== this.shown.length) {
      return;
    }
    for (const result of results) {
      const item = document.createElement("li");
      const one = { item, result, words: found.isId ? [] : found.words };
      this.fill(one);
      this.list.append(item);
      this.shown.push(one);
    }
    performance.mark("first results");
    this.more.hidden = this.shown.length >= found.pages.length;
    if (from && this.shown.length > from) {
      this.shown[from].item.querySelector("a").focus();
    }
  },

  /** What is shown, as it holds by now. */
  renew() {
    this.shown.forEach((one) => this.fill(one));
    const isHolding = this.offered && this.index.standing(this.offered.page, Date.now()) === "in_force";
    this.box.hidden = this.box.hidden || !isHolding;
  },

  /** Write a result, again only when what it is worth has changed. */
  fill(one) {
    const { item, result, words } = one;
    const standing = this.index.standing(result.page, Date.now());
    if (one.standing === standing) {
      return;
    }
    one.standing = standing;
    const isUsed = SearchIndex.isUsable(standing);
    const link = this.element("a", "", this.marked(result.title, words));
    link.href = this.addressOf(result.address);
    const marks = [];
    if (standing) {
      const badge = `badge badge-${self.bulletin.standings[standing].tone}`;
      marks.push(this.element("span", badge, [this.said.get(standing)]), " ");
    } else if (result.state) {
      marks.push(this.element("span", `badge badge-${result.tone}`, [result.state]), " ");
    }
    if (result.id && result.marks) {
      marks.push(this.element("span", "record-id", [result.id]), " · ");
    }
    marks.push(result.marks);
    const detail = isUsed ? this.excerpt(result.text, words) : [this.said.get("unused")];
    item.replaceChildren(
      this.element("p", "line-title", [link]),
      this.element("p", "line-marks", marks),
      this.element("p", "line-detail", detail),
    );
  },

  /** The stretch of a text that holds the most of the words, with them marked. */
  excerpt(text, words) {
    const flat = text.replace(/\n/g, " · ");
    const hits = this.hits(flat, words);
    let best = 0;
    let most = 0;
    for (const { start } of hits) {
      const near = new Set(hits.filter((one) => one.start >= start && one.end <= start + this.EXCERPT - this.LEAD).map((one) => one.fold));
      if (near.size > most) {
        most = near.size;
        best = start;
      }
    }
    let from = best > this.LEAD ? flat.indexOf(" ", best - this.LEAD) + 1 : 0;
    from = Math.min(from, best);
    const cut = flat.indexOf(" ", from + this.EXCERPT);
    const until = cut < 0 ? flat.length : cut;
    return [from ? "… " : "", ...this.marked(flat.slice(from, until), words), until < flat.length ? " …" : ""];
  },

  marked(text, words) {
    const composed = text.normalize("NFC");
    const nodes = [];
    let at = 0;
    for (const { start, end } of this.hits(composed, words)) {
      nodes.push(composed.slice(at, start), this.element("mark", "", [composed.slice(start, end)]));
      at = end;
    }
    return [...nodes, composed.slice(at)];
  },

  hits(text, words) {
    const found = [];
    for (const match of text.matchAll(/[\p{L}\p{N}\u0300-\u036f]+/gu)) {
      const fold = Fold.fold(match[0]);
      if (words.some((word) => fold === word.fold || (word.isOpen && fold.startsWith(word.fold)))) {
        found.push({ start: match.index, end: match.index + match[0].length, fold });
      }
    }
    return found;
  },

  element(name, className, children) {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    made.append(...children);
    return made;
  },

  /** Where no server turns a folder into its page, the page is named. */
  addressOf(address) {
    return `../${address}${location.protocol === "file:" ? "index.html" : ""}`;
  },

  writeAddress() {
    const asked = new URLSearchParams(Array.from(new FormData(this.form)).filter(([, value]) => value));
    const query = asked.toString();
    try {
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
    } catch {
      // A browser may forbid it for files; the page works without.
    }
  },
};

SearchPage.start();
