// The search: claims and sentences first, figures by what they come to. The engine is MiniSearch; the data a script.
(() => {
  "use strict";
  const { terms, words } = window.usmexFigures;
  const { documents, glossary } = window.usmexSearch;
  const SHOWN = 40;
  const RANK = { claim: 3, sentence: 1.4, page: 1 };

  const engine = new MiniSearch({
    fields: ["text", "quote", "about"],
    tokenize: terms,
    processTerm: (term) => term,
    searchOptions: {
      boost: { text: 3, quote: 2 },
      prefix: (term) => !term.startsWith("#") && term.length > 2,
      fuzzy: (term) => (term.startsWith("#") || term.length < 5 ? false : 0.2),
      boostDocument: (id) => RANK[documents[id].kind],
    },
  });
  engine.addAll(documents.map((each, id) => ({ ...each, id })));

  // What readers call things, and what the texts call them: each entry has the names and the words to look for instead.
  function explained(query) {
    const asked = ` ${words(query).join(" ")} `;
    return glossary.filter((entry) => entry.names.some((name) => asked.includes(` ${words(name).join(" ")} `)));
  }

  function found(query, entries) {
    const all = engine.search(query, { combineWith: "AND" });
    const others = entries.flatMap((entry) => entry.search).flatMap((each) => engine.search(each, { combineWith: "AND" }));
    const hits = all.length || others.length ? [...all, ...others] : engine.search(query, { combineWith: "OR" });
    const seen = new Set();
    return hits.filter((hit) => !seen.has(hit.id) && seen.add(hit.id)).map((hit) => ({ ...documents[hit.id], terms: hit.terms }));
  }

  // The quote with the claim's own figure marked, or else the words that were found.
  function shown(hit) {
    const line = document.createElement("p");
    const [start, end] = hit.mark || [0, 0];
    if (end > start) {
      const mark = document.createElement("mark");
      mark.textContent = hit.quote.slice(start, end);
      line.append(hit.quote.slice(0, start), mark, hit.quote.slice(end));
    } else {
      line.textContent = hit.quote;
    }
    return line;
  }

  function item(hit) {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    link.href = hit.address;
    link.textContent = hit.title;
    const where = document.createElement("span");
    where.className = "search-where";
    where.textContent = hit.where;
    entry.append(link, " ", where, shown(hit));
    return entry;
  }

  function run(query) {
    const list = document.getElementById("search-results");
    const summary = document.getElementById("search-summary");
    const note = document.getElementById("search-glossary");
    list.replaceChildren();
    const entries = explained(query);
    note.hidden = !entries.length;
    note.textContent = entries.map((entry) => `${entry.names[0]}: ${entry.means}`).join(" ");
    if (!query.trim()) return void (summary.textContent = "");
    const hits = found(query, entries);
    const claims = hits.filter((hit) => hit.kind === "claim").length;
    summary.textContent = hits.length
      ? `${hits.length} found, ${claims} of them claims${hits.length > SHOWN ? `; the first ${SHOWN} are shown` : ""}.`
      : `Nothing found for “${query}”. Try a figure (104), a word of the texts (pipeline) or a year.`;
    list.append(...hits.slice(0, SHOWN).map(item));
  }

  const box = document.getElementById("search-words");
  const query = new URLSearchParams(location.search).get("q") || "";
  box.value = query;
  run(query);
  box.addEventListener("input", () => {
    history.replaceState(null, "", `?q=${encodeURIComponent(box.value)}`);
    run(box.value);
  });
  document.querySelector(".search-form").addEventListener("submit", (event) => event.preventDefault());
  if (!query) box.focus();
})();
