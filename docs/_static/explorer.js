// The claims explorer: all rows in a table that draws only what is in sight, filtered and sorted, its state in the address.
(() => {
  "use strict";
  const root = document.getElementById("explorer");
  if (!root) return;
  const { columns, rows } = window.usmexClaims;
  const { words, read } = window.usmexFigures;
  const at = Object.fromEntries(columns.map((name, index) => [name, index]));
  const state = new URLSearchParams(location.hash.slice(1));
  const selects = [...root.querySelectorAll("select[name]")];
  const box = root.querySelector("input[type=search]");
  const heads = [...root.querySelectorAll("button[data-sort]")];
  const status = root.querySelector("[role=status]");
  const view = root.querySelector(".explorer-rows");
  const body = view.querySelector("tbody");
  const above = document.createElement("tr");
  const below = document.createElement("tr");
  const BESIDE = 12; // rows drawn beyond each edge
  let shown = [];
  let height = 0;
  let drawn = "";

  // Text is looked through without accents and capitals, figures by what they come to. Made when it is first asked for.
  let haystacks = null;
  const haystack = (row) => ` ${words(`${row[at.text]} ${row[at.quote]} ${row[at.what]} ${row[at.place]}`).join(" ")} `;
  function matches(index, asked, figures) {
    const text = haystacks[index] ?? (haystacks[index] = haystack(rows[index]));
    return asked.every((word) => text.includes(word)) && figures.every((each) => rows[index][at.numbers].includes(each));
  }

  // Of a column that holds several, one must be the one asked for.
  const holds = (cell, wanted) => (Array.isArray(cell) ? cell.includes(wanted) : cell === wanted);

  function filtered() {
    const wanted = selects.filter((each) => each.value).map((each) => [at[each.name], each.value]);
    const { values, rest } = read(box.value);
    const asked = words(rest);
    const figures = values.map(Number);
    if ((asked.length || figures.length) && !haystacks) haystacks = new Array(rows.length);
    const found = [];
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index];
      if (!wanted.every(([column, value]) => holds(row[column], value))) continue;
      if ((asked.length || figures.length) && !matches(index, asked, figures)) continue;
      found.push(index);
    }
    return found;
  }

  function sorted(found) {
    const [name, direction] = (state.get("sort") || "").split(" ");
    if (!(name in at)) return found;
    const column = at[name];
    const sign = direction === "down" ? -1 : 1;
    // What is not stated comes last, whichever way.
    const compare = (a, b) => {
      const [one, other] = [rows[a][column], rows[b][column]];
      if (one === "" || other === "") return (one === "") - (other === "") || a - b;
      return sign * (typeof one === "number" ? one - other : one < other ? -1 : one > other ? 1 : 0) || a - b;
    };
    return found.sort(compare);
  }

  function cell(row, name, tag = "td") {
    const outer = document.createElement(tag);
    outer.className = `explorer-${name}`;
    const made = document.createElement("div");
    outer.append(made);
    if (name === "value") {
      const link = document.createElement("a");
      link.href = row[at.address];
      link.textContent = row[at.text];
      made.append(link, document.createElement("br"), row[at.reading]);
    } else if (name === "quote") {
      const [start, end] = row[at.mark];
      const mark = document.createElement("mark");
      const quote = row[at.quote];
      mark.textContent = quote.slice(start, end);
      // The figure stays in sight: of a long sentence, what stands before it is cut.
      const from = start > 90 ? quote.indexOf(" ", start - 70) + 1 : 0;
      made.append((from ? "… " : "") + quote.slice(from, start), mark, quote.slice(end));
      made.title = quote;
    } else if (name === "place") {
      made.append(row[at.place], document.createElement("br"), row[at.period]);
    } else {
      made.textContent = row[at[name]];
    }
    return outer;
  }

  const NAMES = ["value", "quote", "what", "place", "source"];
  function line(index, position) {
    const made = document.createElement("tr");
    made.setAttribute("aria-rowindex", position + 2);
    made.append(...NAMES.map((name, place) => cell(rows[index], name, place ? "td" : "th")));
    made.firstChild.scope = "row";
    return made;
  }

  function draw() {
    if (!height) height = parseFloat(getComputedStyle(view).getPropertyValue("--row")) * parseFloat(getComputedStyle(document.documentElement).fontSize);
    const first = Math.max(0, Math.floor(view.scrollTop / height) - BESIDE);
    const last = Math.min(shown.length, Math.ceil((view.scrollTop + view.clientHeight) / height) + BESIDE);
    const key = `${first}-${last}`;
    if (key === drawn) return;
    drawn = key;
    const focused = body.contains(document.activeElement) ? document.activeElement.getAttribute("href") : "";
    above.style.height = `${first * height}px`;
    below.style.height = `${(shown.length - last) * height}px`;
    body.replaceChildren(above, ...shown.slice(first, last).map((index, offset) => line(index, first + offset)), below);
    if (focused) body.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  function update() {
    shown = sorted(filtered());
    drawn = "";
    view.scrollTop = 0;
    view.querySelector("table").setAttribute("aria-rowcount", shown.length + 1);
    draw();
    status.textContent = `${shown.length.toLocaleString("en-US")} of ${rows.length.toLocaleString("en-US")} claims`;
    const [by, way] = (state.get("sort") || "").split(" ");
    for (const head of heads) head.closest("th").setAttribute("aria-sort", "none");
    for (const head of heads) {
      head.dataset.way = head.dataset.sort === by ? way : "";
      if (head.dataset.way) head.closest("th").setAttribute("aria-sort", way === "down" ? "descending" : "ascending");
    }
    for (const each of selects) each.value ? state.set(each.name, each.value) : state.delete(each.name);
    box.value ? state.set("q", box.value) : state.delete("q");
    history.replaceState(null, "", `#${state}`);
  }

  // RFC 4180, with the columns of claims.csv that are shown here and the address of each sentence.
  function csv() {
    const quoted = (value) => (/[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : value);
    const names = columns.filter((name) => !["mark", "numbers"].includes(name));
    const lines = shown.map((index) => names.map((name) => quoted([rows[index][at[name]]].flat().join(";"))).join(","));
    return `${[names.join(","), ...lines].join("\n")}\n`;
  }

  function download() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
    link.download = "claims-shown.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  // The choices of each filter: what the rows have, most often first by its words.
  function fill(select) {
    const counts = new Map();
    for (const row of rows) for (const value of [row[at[select.name]]].flat()) if (value !== "") counts.set(value, (counts.get(value) || 0) + 1);
    const options = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
    select.append(...options.map(([value, count]) => new Option(`${value} (${count})`, value)));
    if (counts.has(state.get(select.name))) select.value = state.get(select.name);
  }

  function start() {
    for (const select of selects) {
      fill(select);
      select.addEventListener("change", update);
    }
    box.value = state.get("q") || "";
    let waiting = 0;
    box.addEventListener("input", () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(update);
    });
    for (const head of heads) {
      head.addEventListener("click", () => {
        const [name, direction] = (state.get("sort") || "").split(" ");
        const down = name === head.dataset.sort && direction !== "down";
        state.set("sort", `${head.dataset.sort} ${down ? "down" : "up"}`);
        update();
      });
    }
    root.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    root.querySelector("form").addEventListener("reset", () => setTimeout(() => (state.delete("sort"), update())));
    root.querySelector("[data-download]").addEventListener("click", download);
    view.addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
    window.addEventListener("resize", () => { height = 0; drawn = ""; draw(); });
    for (const spacer of [above, below]) spacer.setAttribute("aria-hidden", "true");
    root.hidden = false;
    update();
  }

  start();
})();
