// A mark opens its card beside it. Without this script the mark still leads to the card (see site.css, :target).
(() => {
  "use strict";
  const GAP = 8;

  function place(card, mark) {
    // A claim may run over two lines: its card stands above the first of them or below the last.
    const lines = [...mark.getClientRects()];
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const width = document.documentElement.clientWidth;
    const height = window.innerHeight;
    card.style.left = card.style.top = card.style.maxHeight = "";
    const size = card.getBoundingClientRect();
    if (width < 640) {
      // The card rises from below: bring the mark out from under it.
      const hidden = last.bottom + GAP - size.top;
      if (hidden > 0) window.scrollBy({ top: hidden, behavior: "instant" });
      return;
    }
    const below = height - last.bottom - 2 * GAP;
    const above = first.top - 2 * GAP;
    const goesBelow = size.height <= below || below >= above;
    // Where neither side has room for all of it, it scrolls: the mark stays in sight.
    const tall = Math.min(size.height, goesBelow ? below : above);
    card.style.maxHeight = `${tall}px`;
    card.style.left = `${Math.min(Math.max(GAP, first.left), width - size.width - GAP)}px`;
    card.style.top = `${goesBelow ? last.bottom + GAP : first.top - GAP - tall}px`;
  }

  // The cards lie in the page as text. One becomes an element when it is first asked for.
  const store = document.getElementById("claim-cards");
  let parsed = null;
  function cardOf(id) {
    const there = document.getElementById(id);
    if (there || !store) return there;
    if (!parsed) {
      parsed = document.createElement("template");
      parsed.innerHTML = store.textContent;
    }
    const card = parsed.content.getElementById(id);
    if (!card) return null;
    document.body.append(card);
    // A link out of a card to another claim of the page leaves the card.
    card.querySelectorAll("a[href]").forEach((each) => each.addEventListener("click", () => card.hidePopover()));
    return card;
  }

  function setUp(link) {
    const id = decodeURIComponent(link.hash.slice(1));
    if (typeof HTMLElement.prototype.showPopover !== "function") return;
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
    let card = null;
    const open = (event) => {
      event.preventDefault();
      card ??= listened(cardOf(id), link);
      if (!card) return;
      if (card.matches(":popover-open")) return card.hidePopover();
      card.showPopover();
      place(card, link);
      card.focus({ preventScroll: true });
    };
    link.addEventListener("click", open);
    link.addEventListener("keydown", (event) => {
      if (event.key === " ") open(event);
    });
  }

  function listened(card, link) {
    if (!card) return null;
    // Its row opens below the rest: there may be no room for it where the card stands.
    card.querySelector("details").addEventListener("toggle", () => {
      if (card.matches(":popover-open")) place(card, link);
    });
    // Browsers close it on Escape by themselves, but not all of them wherever the focus is.
    card.addEventListener("keydown", (event) => {
      if (event.key === "Escape") card.hidePopover();
    });
    card.addEventListener("toggle", (event) => {
      const isOpen = event.newState === "open";
      link.setAttribute("aria-expanded", String(isOpen));
      if (!isOpen && card.contains(document.activeElement)) link.focus({ preventScroll: true });
    });
    return card;
  }

  // What scrolls sideways can be scrolled by keyboard.
  const scrolling = () => {
    for (const each of document.querySelectorAll("pre, .table-wrapper, .cell_output, .drawing")) {
      if (each.scrollWidth > each.clientWidth) each.tabIndex = 0;
    }
  };
  window.addEventListener("load", scrolling);
  window.addEventListener("resize", scrolling);

  document.querySelectorAll(".claim > a[href^='#card-']").forEach(setUp);

  // A sentence that the search found: marked, and brought into sight. The page's own text is looked through, marks of
  // notes apart, with white space as single blanks.
  function find(words) {
    const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(".note-mark, noscript, .claim-card") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    let text = "";
    const places = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let index = 0; index < node.data.length; index += 1) {
        const blank = /\s/.test(node.data[index]);
        if (blank && (text === "" || text.endsWith(" "))) continue;
        text += blank ? " " : node.data[index];
        places.push([node, index]);
      }
    }
    const start = text.indexOf(words);
    if (start < 0) return null;
    const range = document.createRange();
    const last = places[start + words.length - 1];
    range.setStart(...places[start]);
    range.setEnd(last[0], last[1] + 1);
    return range;
  }

  const asked = new URLSearchParams(location.search).get("sentence");
  const range = asked ? find(asked.trim()) : null;
  if (range) {
    if (window.Highlight) CSS.highlights.set("sentence", new Highlight(range));
    const box = range.getBoundingClientRect();
    window.scrollBy({ top: box.top - window.innerHeight / 3, behavior: "instant" });
  }
})();
