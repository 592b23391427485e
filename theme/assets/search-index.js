/* The search index as a browser reads it: finds the numbers of pages, and what is shown of each.
   Its files are scripts, which load from every place where the page itself loads, file:// included. */
"use strict";

/* What files of the index have handed over, by name, and those who wait for one. A small site hands over all at once. */
const searchArrived = new Map();
const searchAwaited = new Map();

function searchPart([name, holds]) {
  searchArrived.set(name, holds);
  searchAwaited.get(name)?.(holds);
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
    this.worths = new Uint8Array(this.columns.count);
    for (const [worth, pages] of Object.entries(this.columns.worths)) {
      this.each(pages, (page) => { this.worths[page] = Number(worth); });
    }
    this.guide = new Uint8Array(this.columns.count);
    this.each(this.columns.kinds.guide || "", (page) => { this.guide[page] = 1; });
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

  /** How a page stands at a moment; empty where time changes nothing, and where the clock is wrong. */
  standing(page, now) {
    const time = this.times.get(page);
    if (this.standings[page] || !time) {
      return this.standings[page];
    }
    const built = Date.parse(self.bulletin.built);
    if (Math.max(now, built) > time.until) {
      return "expired";
    }
    if (now < built - SearchIndex.SLACK) {
      return "";
    }
    return now < time.since ? "coming" : "in_force";
  }

  /** The pages that hold what is asked and pass the filters, best first; `some` when none holds all words.
      A word that is `open` may go on. The guide is asked only by its filter, or where nothing else answers. */
  async find(query, filters, now) {
    const { words, isId } = wordsOf(query);
    const levels = await Promise.all(words.map((word) => this.levels(word)));
    const passes = this.passing(filters, now);
    const kinds = this.pagesAsked(words);
    const asked = { words, levels, passes, isId, now, kinds };
    const found = filters.kind === "guide" ? [] : this.ranked({ ...asked, isGuide: 0 });
    const pages = found.length ? found : this.ranked({ ...asked, isGuide: 1 });
    const some = words.length > 1 && pages.length > 0 && !pages.some((one) => one.hasAll);
    return { pages, words, isId, some, isGuide: !found.length };
  }

  /** 1 for each page of a kind that the question asks for, more where it says so twice. */
  pagesAsked(words) {
    const asked = new Float32Array(this.columns.count);
    for (const kind of kindsAsked(words)) {
      this.each(this.columns.kinds[kind] || "", (page) => { asked[page] += asked[page] ? 0.5 : 1; });
    }
    return asked;
  }

  ranked({ words, levels, passes, isId, now, kinds, isGuide }) {
    const found = [];
    this.weigh(words, levels, isGuide);
    const whole = words.reduce((sum, word) => sum + word.weight, 0) || 1;
    for (let page = 0; page < this.columns.count; page += 1) {
      if ((passes && !passes[page]) || this.guide[page] !== isGuide) {
        continue;
      }
      let held = 0;
      let gained = 0;
      words.forEach((word, number) => {
        const level = levels[number][page];
        held += level ? word.weight : 0;
        gained += word.weight * (word.isMarked ? SearchIndex.MARKED : SearchIndex.BARE)[level];
      });
      const isNamed = isId && words.every((_, number) => levels[number][page] % 2 === 0 && levels[number][page]);
      if (!words.length || (isId ? isNamed : held > 0)) {
        const rank = gained / whole + SearchIndex.WORTHS[this.worth(page, now)] + SearchIndex.ASKED * kinds[page];
        found.push({ page, rank, held: held / whole, hasAll: held > whole - 1e-9 });
      }
    }
    const most = Math.max(0, ...found.map((one) => one.held));
    return found.filter((one) => one.held >= most / 2).sort((a, b) => b.rank - a.rank || b.page - a.page);
  }

  /** The best results again: those come first whose one sentence, or question with its answer, says the most of what is
      asked, and in the same order. */
  async nearest({ pages, words, isId }) {
    const best = isId ? [] : pages.slice(0, SearchIndex.JUDGED);
    const texts = await Promise.all(best.map((one) => this.result(one.page)));
    const judged = best.map((one, place) => ({ ...one, rank: one.rank + SearchIndex.PASSAGE * passage(texts[place], words) }));
    judged.sort((a, b) => b.rank - a.rank || b.page - a.page);
    return [...judged, ...pages.slice(best.length)];
  }

  /** What a page is worth at a moment: as columns.js says, and 0 for what may not be used any more. */
  worth(page, now) {
    return SearchIndex.isUsable(this.standing(page, now)) ? this.worths[page] : 0;
  }

  /** A rare word decides, one that is everywhere or means nothing alone hardly. */
  weigh(words, levels, isGuide) {
    let count = 0;
    for (const one of this.guide) {
      count += one === isGuide ? 1 : 0;
    }
    words.forEach((word, number) => {
      let pages = 0;
      levels[number].forEach((level, page) => { pages += level && this.guide[page] === isGuide ? 1 : 0; });
      const rarity = Math.log(1 + count / (1 + pages));
      word.weight = rarity * (word.isCommon ? SearchIndex.COMMON : 1);
      word.near = rarity * (word.isCommon ? SearchIndex.COMMON_NEAR : 1);
    });
  }

  /** For each page how well it holds a word, or another for the same: 0 not at all, then text, title, as typed in either. */
  async levels(word) {
    const levels = await this.levelsOf(word);
    if (word.also) {
      const others = await this.levelsOf({ ...word, fold: word.also, isMarked: false, isOpen: false });
      others.forEach((level, page) => { levels[page] = Math.max(levels[page], level); });
    }
    return levels;
  }

  async levelsOf(word) {
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
    const [address, title, id, marks, text, state, tone, say, until, who] = texts[page % this.columns.handful];
    return { page, address, title, id, marks, text, state, tone, say, until, who };
  }

  part(name, file) {
    if (searchArrived.has(name)) {
      return Promise.resolve(searchArrived.get(name));
    }
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
/* What a word adds by its level: not at all; in the text, in the title or a question; as typed in either. */
SearchIndex.BARE = [0, 0.6, 1];
SearchIndex.MARKED = [0, 0.3, 0.45, 0.7, 1];
/* What a page adds by its worth (generator/views/site/search_entries.py): what is over, a list, the rest, a bulletin in
   force, a fact, an open event, a message in force. */
SearchIndex.WORTHS = [-9, 0, 0.05, 0.1, 0.25, 0.3, 0.45];
SearchIndex.COMMON = 0.1;
SearchIndex.SLACK = 120_000; // milliseconds by which a clock may be slow, as in reading.js
SearchIndex.COMMON_NEAR = 0.3; // beside other words they tell more
/* What a page adds whose kind the question asks for. */
SearchIndex.ASKED = 0.5;
/* How many results are judged by their sentences, and what the best of these adds. */
SearchIndex.JUDGED = 16;
SearchIndex.PASSAGE = 0.7;
/* Files of one segment that are read for a word that goes on. */
SearchIndex.WIDEST = 3;

function markAt(marks, number) {
  return marks.slice(number * 8, number * 8 + 8);
}

/** From 0 to 1: how much of what is asked stands in one line of a result or in two that follow, side by side if possible. */
function passage({ title, text }, words) {
  const whole = words.reduce((sum, word) => sum + word.near, 0) || 1;
  const lines = [title, ...text.split("\n")].map((line) => Fold.written(line));
  let best = 0;
  lines.forEach((line, number) => {
    const both = number && number + 1 < lines.length ? [...line, ...lines[number + 1]] : line;
    best = Math.max(best, holds(line, words) / whole, (0.9 * holds(both, words)) / whole);
  });
  return best;
}

/** The weight of the words that a line holds; half of it is for standing beside the one before as in the question. */
function holds(line, words) {
  const folds = line.map(Fold.fold);
  const isSaid = (word, fold) => fold === word.fold || fold === word.also || (word.isOpen && fold.startsWith(word.fold));
  const places = words.map((word) => folds.flatMap((fold, place) => (isSaid(word, fold) ? [place] : [])));
  return words.reduce((sum, word, number) => {
    const before = number ? places[number - 1] : [];
    const isBeside = places[number].some((place) => before.includes(place - 1));
    const after = places[number + 1] || [];
    const isLed = places[number].some((place) => after.includes(place + 1));
    const isSpelled = !word.isMarked || places[number].some((place) => Fold.spelling(line[place]) === word.spelling);
    const closeness = isBeside || isLed || words.length < 2 ? 1 : 0.6;
    return sum + (places[number].length ? word.near * closeness * (isSpelled ? 1 : 0.7) : 0);
  }, 0);
}

/** The words of a query; a query typed without any mark asks for all spellings alike. */
function wordsOf({ text, isOpen }) {
  const id = /^\s*([a-z]{2})[\s-]*(\d{4})[\s-]*(\d{4,})(\s*\/\s*v\d+)?\s*$/i.exec(text);
  const written = Fold.written(id ? id.slice(1, 4).join(" ") : text).slice(0, 16);
  const isMarked = written.some((one) => Fold.spelling(one) !== one.toLowerCase() || Fold.fold(one) !== one.toLowerCase());
  const words = written.map((one) => wordOf(one, isMarked));
  if (words.length && isOpen && !id && /[\p{L}\p{N}\p{M}]$/u.test(text)) {
    words[words.length - 1].isOpen = true;
  }
  return { words: id ? words.map((word) => ({ ...word, isCommon: false })) : words, isId: Boolean(id) };
}

function wordOf(one, isMarked) {
  const word = { fold: Fold.fold(one), spelling: Fold.spelling(one), isMarked, isOpen: false };
  const { common, also } = isMarked ? Meant.marked : Meant.bare;
  const said = isMarked ? word.spelling : word.fold;
  return { ...word, isCommon: common.has(said), also: also.get(said) || "" };
}

/* The table of words, folded and not: which set is asked depends on whether the question has marks. */
const Meant = (() => {
  const folded = (text) => Fold.written(text).map(Fold.fold).join(" ");
  const spelled = (text) => Fold.written(text).map(Fold.spelling).join(" ");
  const of = (form) => ({
    common: new Set(form(SearchWords.common).split(" ")),
    also: new Map(Object.entries(SearchWords.also).map(([said, meant]) => [form(said), Fold.fold(meant)])),
    asks: SearchWords.asks.map(([kinds, phrases]) => [kinds, phrases.split("|").map((one) => ` ${form(one)} `)]),
  });
  return { marked: of(spelled), bare: of(folded) };
})();

/** The kinds of pages that a question asks for. */
function kindsAsked(words) {
  const isMarked = words.some((word) => word.isMarked);
  const said = ` ${words.map((word) => (isMarked ? word.spelling : word.fold)).join(" ")} `;
  const { asks } = isMarked ? Meant.marked : Meant.bare;
  return asks.flatMap(([kinds, phrases]) => phrases.filter((one) => said.includes(one)).flatMap(() => kinds));
}
