/* Reading without a network: registers the worker (sw.js), asks it to bring the saved copies up to date, and tells the
   age of a page that came from them. The worker puts that moment into the page as <meta name="saved-at">. */
"use strict";

(() => {
  const MINUTE = 60_000;
  const UNITS = [["day", 1440], ["hour", 60], ["minute", 1]];
  const root = new URL("..", document.currentScript.src);
  const language = document.documentElement.lang;
  const status = document.getElementById("saved-copy");
  const kept = document.getElementById("saved-kept");

  const filled = (text, parts) => text.replace(/\{(\w+)\}/g, (mark, name) => parts[name] ?? mark);

  const moment = (time) => {
    const [minute, day] = [time.getMinutes(), time.getDate()].map((number) => String(number).padStart(2, "0"));
    const month = String(time.getMonth() + 1).padStart(time.getMonth() < 2 ? 2 : 1, "0");
    return filled(status.dataset.moment, { hour: time.getHours(), minute, day, month, year: time.getFullYear() });
  };

  const age = (time) => {
    const minutes = Math.max(0, Math.floor((Date.now() - time) / MINUTE));
    const [unit, size] = UNITS.find(([, length]) => minutes >= length) ?? [];
    if (!unit) {
      return status.dataset.now;
    }
    return new Intl.RelativeTimeFormat(language).format(-Math.floor(minutes / size), unit);
  };

  const tellAge = (time) => {
    const said = filled(status.dataset.copy, { moment: moment(time), age: age(time) });
    const line = status.querySelector("span");
    if (line.textContent !== said) {
      line.textContent = said;
    }
  };

  const showAge = (time) => {
    status.append(document.createElement("span"));
    tellAge(time);
    setInterval(tellAge, MINUTE, time);
  };

  const offerNewer = () => {
    if (status.querySelector("span") && !status.querySelector("a")) {
      const link = document.createElement("a");
      link.href = location.href;
      link.textContent = status.dataset.newer;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        location.reload();
      });
      status.append(" ", link);
    }
  };

  const tellKept = (saved) => {
    const size = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(saved.size / 1e6);
    kept.textContent = filled(kept.dataset.kept, { count: saved.pages, size, moment: moment(new Date(saved.at)) });
    kept.hidden = false;
  };

  const ask = (worker, question) =>
    new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = (answer) => resolve(answer.data);
      worker.postMessage(question, [channel.port2]);
    });

  const refresh = async (registration) => {
    const light = Boolean(navigator.connection?.saveData);
    const saved = await ask(registration.active, { wish: "refresh", light });
    if (saved.at) {
      tellKept(saved);
    }
    if (saved.reached) {
      offerNewer();
    }
  };

  const begin = async () => {
    await navigator.serviceWorker.register(new URL("sw.js", root), { updateViaCache: "none" });
    const registration = await navigator.serviceWorker.ready;
    addEventListener("online", () => refresh(registration));
    await refresh(registration);
  };

  const savedAt = document.querySelector('meta[name="saved-at"]');
  if (savedAt) {
    showAge(new Date(savedAt.content));
  }
  if (location.protocol !== "file:" && navigator.serviceWorker) {
    addEventListener("load", () => begin().catch(() => undefined));
  }
})();
