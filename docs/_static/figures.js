// How a figure is written, and what it comes to: "260,000", "$616.38 billion" and "0.26 million" as the numbers they are.
(() => {
  "use strict";
  const SCALES = { hundred: 2, thousand: 3, k: 3, million: 6, m: 6, billion: 9, bn: 9, trillion: 12 };
  const FIGURE = /(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:[\s-]*(hundred|thousand|million|billion|trillion|bn|k|m)\b)?/gi;

  // The digits moved by as many places as the scale has: no rounding of binary fractions.
  function shifted(whole, fraction, places) {
    const digits = whole.replaceAll(",", "") + fraction.padEnd(places, "0").slice(0, places);
    const rest = fraction.slice(places).replace(/0+$/, "");
    return digits.replace(/^0+(?=\d)/, "") + (rest ? `.${rest}` : "");
  }

  // What each figure of a text comes to, and the text without them.
  function read(text) {
    const values = [];
    const rest = text.replace(FIGURE, (_all, whole, fraction = "", scale = "") => {
      values.push(shifted(whole, fraction.slice(1), SCALES[scale.toLowerCase()] || 0));
      return " ";
    });
    return { values, rest };
  }

  // Words in small letters, without accents.
  function words(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
  }

  // What a text is found by: its words, and "#" with the number for each figure.
  function terms(text) {
    const { values, rest } = read(text);
    return [...words(rest), ...values.map((value) => `#${value}`)];
  }

  window.usmexFigures = { read, words, terms };
})();
