/* The search index as a browser reads it: finds the numbers of pages, and what is shown of each.
   Its files are scripts, which load from every place where the page itself loads, file:// included. */
"use strict";

/* Those who wait for a file of the index, by its name; each file calls searchPart when it arrives. */
const searchAwaited = new Map();

function searchPart([name, holds]) {
  searchAwaited.get(name)(holds);
}

class SearchIndex {
  /** `folder` ends in a slash. */
  constructor(folder) {
    this.folder = folder;
    this.parts = new Map();
  }

  async open() {
    this.columns = await this.part("columns", "columns");
    this.half = this.columns.signs.length / 2;
    this.value = new Uint8Array(128);
    Array.from(this.columns.signs).forEach((sign, value) => { this.value[sign.charCodeAt(0)] = value; });
    this.standings = new Array(this.columns.count).fill("");
    for (const [standing, pages] of Object.entries(this.columns.standings)) {
      this.each(pages, (page) => { this.standings[page] = standing; });
    }
    this.times = this.validity();
  }

  /** When pages that hold for a time begin and cease to hold, in milliseconds. */
  validity() {
    const { timed, since, until, epoch } = this.columns;
    const begins = this.numbers(since);
    const lasts = this.numbers(until);
    const times = new Map();
    this.each(timed, (page) => {
      const begin = (epoch + begins[times.size]) * 1000;
      times.set(page, { since: begin, until: begin + lasts[times.size] * 1000 });
    });
    return times;
  }

  /** What a page is worth at a moment; empty where time changes nothing. */
  standing(page, now) {
    const time = this.times.get(page);
    if (this.standings[page] || !time) {
      return this.standings[page];
    }
    if (now < time.since) {
      return "coming";
    }
    return now <= time.until ? "in_force" : "expired";
  }

  /** The pages that hold all words and pass the filters, best first; `some` when none holds all.
      A word that is `open` may go on. Each has a `rank`, equal where only age tells them apart. */
  async find(query, filters, now) {
    const { words, isId } = wordsOf(query);
    const levels = await Promise.all(words.map((word) => this.levels(word)));
    const passes = this.passing(filters, now);
    const all = this.ranked({ levels, passes, isId, now, least: words.length });
    if (all.length || words.length < 2) {
      return { pages: all, words, some: false };
    }
    return { pages: this.ranked({ levels, passes, isId, now, least: 1 }), words, some: true };
  }

  ranked({ levels, passes, isId, now, least }) {
    const keys = [];
    for (let page = 0; page < this.columns.count; page += 1) {
      if (passes && !passes[page]) {
        continue;
      }
      let held = 0;
      let level = 0;
      for (const one of levels) {
        held += one[page] ? 1 : 0;
        level += one[page];
      }
      if (held >= least) {
        const standing = this.standing(page, now);
        const isNamed = isId && level >= 2 * levels.length ? 1 : 0;
        const isUsed = SearchIndex.isUsable(standing) ? 1 : 0;
        const holds = standing === "in_force" ? 1 : 0;
        const rank = (((isNamed * 2 + isUsed) * 32 + held) * 128 + level) * 2 + holds;
        keys.push(rank * SearchIndex.MOST + page);
      }
    }
    const sorted = Float64Array.from(keys).sort().reverse();
    return Array.from(sorted, (key) => ({
      page: key % SearchIndex.MOST,
      rank: Math.floor(key / SearchIndex.MOST),
    }));
  }

  /** For each page how well it holds a word: 0 not at all, then text, title, as typed in either. */
  async levels(word) {
    const levels = new Uint8Array(this.columns.count);
    const { firsts, segment } = this.columns;
    await Promise.all(firsts.map(async (stretches, number) => {
      for (const holds of await Promise.all(this.shards(number, stretches, word))) {
        for (const fold of Object.keys(holds)) {
          if (fold === word.fold || (word.isOpen && fold.startsWith(word.fold))) {
            this.raise(levels, number * segment, holds[fold], word);
          }
        }
      }
    }));
    return levels;
  }

  raise(levels, start, spellings, word) {
    for (let i = 0; i < spellings.length; i += 3) {
      const level = word.isMarked && spellings[i] === word.spelling ? 3 : 1;
      for (const [pages, gain] of [[spellings[i + 1], 0], [spellings[i + 2], 1]]) {
        this.each(pages, (page) => {
          levels[start + page] = Math.max(levels[start + page], level + gain);
        });
      }
    }
  }

  /** The files of a segment in which a word can stand. */
  shards(number, stretches, word) {
    const marks = this.columns.shards[number];
    const wanted = [];
    let at = 0;
    while (at + 1 < stretches.length && stretches[at + 1] <= word.fold) {
      at += 1;
    }
    do {
      wanted.push(this.part(`${number}-${at}`, `${number}-${at}-${markAt(marks, at)}`));
      at += 1;
    } while (word.isOpen && at < stretches.length && stretches[at].startsWith(word.fold) && wanted.length < SearchIndex.WIDEST);
    return stretches.length ? wanted : [];
  }

  /** Which pages pass the filters; null when all do. */
  passing(filters, now) {
    let passes = null;
    const keep = (visit) => {
      const kept = new Uint8Array(this.columns.count);
      visit((page) => { kept[page] = !passes || passes[page] ? 1 : 0; });
      passes = kept;
    };
    for (const [name, column] of Object.entries(SearchIndex.FILTERS)) {
      if (filters[name]) {
        keep((mark) => this.each(this.columns[column][filters[name]] || "", mark));
      }
    }
    if (filters.now) {
      keep((mark) => this.times.forEach((_, page) => this.standing(page, now) === "in_force" && mark(page)));
    }
    return passes;
  }

  /** What is shown of a page. */
  async result(page) {
    const number = Math.floor(page / this.columns.handful);
    const texts = await this.part(`t${number}`, `t${number}-${markAt(this.columns.texts, number)}`);
    const [address, title, id, marks, text] = texts[page % this.columns.handful];
    return { page, address, title, id, marks, text };
  }

  part(name, file) {
    if (!this.parts.has(name)) {
      const arriving = new Promise((resolve, reject) => {
        searchAwaited.set(name, resolve);
        const script = document.createElement("script");
        script.src = `${this.folder}${file}.js`;
        script.onerror = () => { this.parts.delete(name); reject(new Error(file)); };
        document.head.append(script);
      });
      this.parts.set(name, arriving);
    }
    return this.parts.get(name);
  }

  /** The numbers that a text codes, see generator/targets/search/postings.py. */
  numbers(text) {
    const found = [];
    this.read(text, (number) => found.push(number));
    return found;
  }

  /** The pages of a list, of which each is coded by its distance from the one before. */
  each(pages, visit) {
    let page = -1;
    this.read(pages, (step) => {
      page += step;
      visit(page);
    });
  }

  read(text, visit) {
    const { value, half } = this;
    let number = 0;
    let scale = 1;
    for (let i = 0; i < text.length; i += 1) {
      const sign = value[text.charCodeAt(i)];
      if (sign < half) {
        visit(number + sign * scale);
        number = 0;
        scale = 1;
      } else {
        number += (sign - half) * scale;
        scale *= half;
      }
    }
  }
}

SearchIndex.FILTERS = { kind: "kinds", area: "areas", topic: "topics", event: "events" };
/** Whether what has a standing may be used, as the site says (assets/site.js); a page may have none. */
SearchIndex.isUsable = (standing) => !standing || self.bulletin.standings[standing].usable;
SearchIndex.MOST = 2 ** 20;
/* Files of one segment that are read for a word that goes on. */
SearchIndex.WIDEST = 3;

function markAt(marks, number) {
  return marks.slice(number * 8, number * 8 + 8);
}

/** The words of a query; a query typed without any mark asks for all spellings alike. */
function wordsOf({ text, isOpen }) {
  const id = /^\s*([a-z]{2})[\s-]*(\d{4})[\s-]*(\d{4,})(\s*\/\s*v\d+)?\s*$/i.exec(text);
  const written = Fold.written(id ? id.slice(1, 4).join(" ") : text).slice(0, 8);
  const isMarked = written.some((one) => Fold.spelling(one) !== one.toLowerCase() || Fold.fold(one) !== one.toLowerCase());
  const words = written.map((one) => ({ fold: Fold.fold(one), spelling: Fold.spelling(one), isMarked, isOpen: false }));
  if (words.length && isOpen && !id && /[\p{L}\p{N}\p{M}]$/u.test(text)) {
    words[words.length - 1].isOpen = true;
  }
  return { words, isId: Boolean(id) };
}
