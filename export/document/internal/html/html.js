// What makes the page easier to use: tables that can be sorted and searched, pictures that can be enlarged and moved. The page is whole
// without it, and what it adds is not there without it. It fetches nothing, keeps nothing and writes text only as text.
const words = document.body.dataset;
const language = document.documentElement.lang;
const make = (tag, name, parent) => {
  const e = document.createElement(tag);
  e.className = name;
  parent.append(e);
  return e;
};

// A number as the language writes it; NaN for any other text.
const decimal = new Intl.NumberFormat(language).formatToParts(1.5).find((p) => p.type === "decimal").value;
const number = (text) => {
  const found = /[-\u2212]?\d[\d.,'\u2019\s]*/.exec(text);
  if (!found) return NaN;
  const digits = found[0].replace("\u2212", "-").split(decimal).map((part) => part.replace(/[^\d-]/g, ""));
  return Number(digits.join("."));
};
const collator = new Intl.Collator(language, { numeric: true });
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase(language).replace(/\u03c2/g, "\u03c3");

// Sorting: a click on a heading sorts by its column, another one the other way round, a third one puts the rows back.
const keyOf = (row, column) => {
  const cell = row.cells[column];
  if (cell.dataset.sort !== undefined) return cell.dataset.sort;
  const text = cell.textContent.trim();
  return cell.classList.contains("n") && text !== "" ? number(text) : text;
};
const compare = (a, b) => {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a), String(b));
};
const isEmpty = (key) => key === "" || Number.isNaN(key);
const sortBody = (rows, column, way) => {
  const keyed = rows.map((row) => [keyOf(row, column), row]);
  keyed.sort(([a], [b]) => isEmpty(a) - isEmpty(b) || (isEmpty(a) ? 0 : way * compare(a, b)));
  return keyed.map(([, row]) => row);
};
const sortable = (table) => {
  const heads = [...table.tHead.rows[0].cells];
  const bodies = [...table.tBodies].map((body) => [body, [...body.rows].filter((row) => !row.classList.contains("group"))]);
  heads.forEach((head, column) => {
    if (head.tagName !== "TH" || !head.textContent.trim()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const way = { ascending: "descending", descending: "none" }[head.getAttribute("aria-sort")] || "ascending";
      heads.forEach((h) => h.removeAttribute("aria-sort"));
      if (way !== "none") head.setAttribute("aria-sort", way);
      for (const [body, rows] of bodies) {
        body.append(...(way === "none" ? rows : sortBody(rows, column, way === "ascending" ? 1 : -1)));
      }
    });
  });
};

// Searching: only rows that hold every word typed stay, and how many they are is said.
const searchable = (table, box, name) => {
  const rows = [...table.querySelectorAll("tbody > tr:not(.group)")];
  const texts = rows.map((row) => plain(row.innerText));
  const find = document.createElement("div");
  find.className = "find";
  box.before(find);
  const label = make("label", "", find);
  const caption = make("span", "", label);
  caption.textContent = words.search;
  caption.id = name + ".find";
  const input = make("input", "", label);
  input.type = "search";
  input.autocomplete = "off";
  input.spellcheck = false;
  input.setAttribute("aria-labelledby", [caption.id, box.getAttribute("aria-labelledby") || ""].join(" ").trim());
  const found = make("output", "", find);
  input.addEventListener("input", () => {
    const parts = plain(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, i) => {
      row.hidden = !parts.every((part) => texts[i].includes(part));
      if (!row.hidden) shown++;
    });
    for (const title of table.querySelectorAll("tbody > tr.group")) {
      title.hidden = ![...title.parentElement.rows].some((row) => row !== title && !row.hidden);
    }
    if (table.tFoot) table.tFoot.hidden = parts.length > 0; // its sums are of all rows
    found.textContent = parts.length ? (words.found || "{0} / {1}").replace("{0}", shown).replace("{1}", rows.length) : "";
  });
};

document.querySelectorAll(".scroll > table").forEach((table, i) => {
  const cells = [...table.querySelectorAll("tbody > tr:not(.group) > *")];
  const rows = table.querySelectorAll("tbody > tr:not(.group)").length;
  if (rows < 2 || cells.some((c) => c.colSpan > 1 || c.rowSpan > 1)) return;
  if (table.tHead && table.tHead.rows.length === 1) sortable(table);
  if (rows >= 8 && words.search) searchable(table, table.parentElement, "find." + (i + 1));
});

// Pictures: Ctrl and the wheel, two fingers, the keys + - 0 and buttons enlarge; the mouse drags; what scrolls scrolls as ever.
const zoomable = (box) => {
  const svg = box.firstElementChild;
  const width = Number(svg.getAttribute("width"));
  let scale = 0; // 0 is as the page lays it out
  const at = () => scale || svg.getBoundingClientRect().width / width;
  const zoom = (to, x, y) => {
    const old = svg.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    if (!scale) box.style.height = Math.min(frame.height, window.innerHeight * 0.9) + "px";
    const px = x ?? frame.left + frame.width / 2;
    const py = y ?? frame.top + frame.height / 2;
    const fx = (px - old.left) / old.width;
    const fy = (py - old.top) / old.height;
    scale = Math.min(6, Math.max(0.1, to));
    box.classList.add("zoomed");
    svg.style.width = scale * width + "px";
    const now = svg.getBoundingClientRect();
    box.scrollLeft += now.left + fx * now.width - px;
    box.scrollTop += now.top + fy * now.height - py;
  };
  const reset = () => {
    scale = 0;
    box.classList.remove("zoomed");
    box.style.height = svg.style.width = "";
  };
  const step = (factor) => zoom(at() * factor);

  box.classList.add("live");
  box.addEventListener("wheel", (e) => {
    if (!e.ctrlKey && !e.metaKey) return;
    e.preventDefault();
    zoom(at() * Math.exp(-Math.max(-60, Math.min(60, e.deltaY)) / 200), e.clientX, e.clientY);
  }, { passive: false });
  box.addEventListener("keydown", (e) => {
    const act = { "+": () => step(1.25), "=": () => step(1.25), "-": () => step(0.8), 0: reset }[e.key];
    if (!act || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    act();
  });

  let from = null; // where the mouse went down
  let moved = false;
  box.addEventListener("pointerdown", (e) => {
    moved = false;
    if (e.pointerType === "mouse" && e.button === 0) from = [e.clientX + box.scrollLeft, e.clientY + box.scrollTop];
  });
  box.addEventListener("pointermove", (e) => {
    if (!from || !(e.buttons & 1)) return;
    const left = from[0] - e.clientX;
    const top = from[1] - e.clientY;
    if (!moved && Math.hypot(left - box.scrollLeft, top - box.scrollTop) < 5) return;
    if (!moved) box.setPointerCapture(e.pointerId);
    moved = true;
    box.scrollTo(left, top);
  });
  for (const end of ["pointerup", "pointercancel"]) box.addEventListener(end, () => { from = null; });
  box.addEventListener("click", (e) => { if (moved) e.preventDefault(); }, true);
  box.addEventListener("dragstart", (e) => e.preventDefault());

  let apart = 0; // how far the fingers were when the picture had its scale
  const span = (t) => Math.hypot(t[0].clientX - t[1].clientX, t[0].clientY - t[1].clientY);
  box.addEventListener("touchstart", (e) => { if (e.touches.length === 2) apart = span(e.touches); }, { passive: true });
  box.addEventListener("touchmove", (e) => {
    if (e.touches.length !== 2 || !apart) return;
    e.preventDefault();
    const [a, b] = e.touches;
    zoom(at() * span(e.touches) / apart, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
    apart = span(e.touches);
  }, { passive: false });

  const tools = [["zoomIn", "+", () => step(1.25)], ["zoomOut", "\u2212", () => step(0.8)], ["zoomReset", words.zoomReset, reset]].filter(([word]) => words[word]);
  if (!tools.length) return;
  const bar = document.createElement("div");
  bar.className = "tools";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", box.getAttribute("aria-label"));
  box.before(bar);
  for (const [word, sign, act] of tools) {
    const button = make("button", "", bar);
    button.type = "button";
    button.textContent = sign;
    if (sign !== words[word]) {
      button.title = words[word];
      button.setAttribute("aria-label", words[word]);
    }
    button.addEventListener("click", act);
  }
};
// A link into a folded section opens it, and paper has no folds.
const unfold = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && (target.querySelector(":scope > details") || target.closest("details"));
  if (fold && !fold.open) {
    fold.open = true;
    target.scrollIntoView();
  }
};
window.addEventListener("hashchange", unfold);
unfold();
let folded = [];
window.addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  folded.forEach((fold) => { fold.open = true; });
});
window.addEventListener("afterprint", () => folded.forEach((fold) => { fold.open = false; }));
