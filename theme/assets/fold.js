/* Words as they are searched for: the twin of generator/base/fold.py, held to it by tests/fold.json. */
"use strict";

const Fold = {
  /** Small letters without marks, đ as d. */
  fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").normalize("NFC");
  },

  /** Small letters with their marks, the tone last: hoà and hòa are one word. */
  spelling(word) {
    const parts = word.toLowerCase().normalize("NFD");
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
    return parts.replace(tone, "").normalize("NFC") + (parts.match(tone) || []).join("");
  },

  /** The words of a text as they are written, composed, in their order. */
  written(text) {
    return text.normalize("NFC").match(/[\p{L}\p{N}\u0300-\u036f]+/gu) || [];
  },
};

if (typeof module !== "undefined") {
  module.exports = Fold;
}
