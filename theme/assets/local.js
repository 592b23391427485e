/* Opened from a folder (file://) a link to a folder shows its list of files: lead it, and the search form, to its
   index.html. What needs a server is hidden. */
"use strict";

(() => {
  if (location.protocol !== "file:") {
    return;
  }

  const led = (address) => {
    const target = new URL(address, location.href);
    if (target.protocol === "file:" && target.pathname.endsWith("/")) {
      target.pathname += "index.html";
    }
    return target.href;
  };

  const lead = (link) => {
    const written = link.getAttribute("href");
    if (written && !written.startsWith("#")) {
      link.href = led(written);
    }
  };

  const leadAll = () => {
    document.querySelectorAll("a[href]").forEach(lead);
    for (const form of document.querySelectorAll("form[action]")) {
      form.action = led(form.getAttribute("action"));
    }
    for (const online of document.querySelectorAll(".stick")) {
      online.hidden = true;
    }
  };

  // Links that scripts put in later are led when they are about to be used.
  const leadUsed = (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (link) {
      lead(link);
    }
  };

  leadAll();
  for (const use of ["pointerdown", "keydown", "click", "auxclick", "contextmenu"]) {
    document.addEventListener(use, leadUsed, true);
  }
})();
