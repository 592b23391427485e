/* Copy, send and print at one tap. The text is the one that stands on the page ([data-short]); reading.js hides what is
   not in force at the moment of reading, so that it can neither be copied nor sent. */
"use strict";

(() => {
  const acts = document.querySelector(".acts");
  if (!acts) {
    return;
  }
  const short = document.querySelector("[data-short]");
  const done = acts.querySelector(".act-done");

  const selectByHand = (button) => {
    for (let around = short.closest("details"); around; around = around.parentElement.closest("details")) {
      around.open = true;
    }
    getSelection().selectAllChildren(short);
    short.scrollIntoView({ block: "nearest" });
    done.textContent = button.dataset.byHand;
  };

  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(short.textContent);
      done.textContent = button.dataset.done;
    } catch {
      selectByHand(button); // refused, or the page does not come over https
    }
  };

  const send = async () => {
    const text = short.textContent;
    if (!navigator.share) {
      location.href = `sms:?body=${encodeURIComponent(text)}`;
      return;
    }
    try {
      await navigator.share({ text });
    } catch {
      done.textContent = ""; // the reader closed the sheet
    }
  };

  const ways = { copy, send, print: () => print() };
  for (const button of acts.querySelectorAll("[data-act]")) {
    if (!button.dataset.when) button.hidden = false;
    button.addEventListener("click", () => {
      document.dispatchEvent(new Event("reading")); // the time may have come since the last look
      if (button.checkVisibility()) ways[button.dataset.act](button);
    });
  }
})();
