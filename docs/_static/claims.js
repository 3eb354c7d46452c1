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

  function setUp(link) {
    const card = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!card || typeof card.showPopover !== "function") return;
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
    const open = (event) => {
      event.preventDefault();
      if (card.matches(":popover-open")) return card.hidePopover();
      card.showPopover();
      place(card, link);
      card.focus({ preventScroll: true });
    };
    link.addEventListener("click", open);
    link.addEventListener("keydown", (event) => {
      if (event.key === " ") open(event);
    });
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
  }

  document.querySelectorAll(".claim > a[href^='#card-']").forEach(setUp);
  // A link out of a card to another claim of the page leaves the card.
  document.querySelectorAll(".claim-card a[href]").forEach((link) => {
    link.addEventListener("click", () => link.closest(".claim-card").hidePopover());
  });
})();
