
// Pictures of people answer questions: pointing at a person, a tap or the keyboard shows what is said about them and whom their lines lead to;
// a search and a filter for each name among the data-tags fade everybody else; lines come and go by kind. On a narrow window the boxes are a
// list at first.
const narrow = window.matchMedia("(max-width: 640px)");
const textOf = (g) => g.querySelector(":scope > title")?.textContent.split("\n") ?? [];
const elementOf = (tag, parent, text, name = "") => {
  const e = make(tag, name, parent);
  e.textContent = text;
  return e;
};
const buttonOf = (parent, text, act, name = "") => {
  const b = elementOf("button", parent, text, name);
  b.type = "button";
  b.addEventListener("click", act);
  return b;
};

// The people, boxes and lines of a picture.
const readPicture = (svg) => {
  const cards = [...svg.querySelectorAll("g.node[data-tags]")].map((g) => {
    const facts = textOf(g);
    const link = g.querySelector(":scope > a");
    return {
      g, facts, name: facts[0] ?? "", box: g.dataset.in, key: g.dataset.key !== undefined, address: link?.getAttribute("href"), link, lines: [],
      tags: g.dataset.tags.split("\n").map((line) => line.split("\t")),
    };
  });
  const byId = new Map(cards.map((c) => [c.g.id, c]));
  const lines = [];
  for (const g of svg.querySelectorAll("g[data-from]")) {
    const line = { g, from: byId.get(g.dataset.from), to: byId.get(g.dataset.to), kind: g.dataset.kind, said: textOf(g).join(" ") };
    if (!line.from || !line.to) continue;
    line.trunk = g.parentElement.closest(".edge"); // of the lines that leave a card together
    line.label = g.id ? document.getElementById(g.id.replace(/edge(\d+)$/, "label$1")) : null;
    line.from.lines.push(line);
    if (line.to !== line.from) line.to.lines.push(line);
    lines.push(line);
  }
  for (const c of cards) { // what lines say in words is said once
    const said = new Set(c.lines.map((line) => line.said));
    c.facts = c.facts.filter((fact) => fact && !said.has(fact));
    c.text = plain(c.facts.join(" "));
  }
  const boxes = [...svg.querySelectorAll("g.cluster")].map((g) => ({ g, in: g.dataset.in, name: textOf(g)[0] ?? "" }));
  return { cards, lines, boxes };
};

// The people of each box, as a list for a narrow window: every card as it is on the picture, and who decides in the head.
const listOf = ({ cards, boxes }, parent, pick) => {
  const list = make("div", "units inked", parent);
  const items = new Map();
  for (const box of [null, ...boxes]) {
    const people = cards.filter((c) => (c.box || undefined) === box?.g.id);
    if (!people.length) continue;
    const unit = make(box ? "details" : "div", "unit", list);
    if (box) {
      const head = make("summary", "", unit);
      elementOf("strong", head, box.name);
      elementOf("span", head, String(people.length), "count");
      const deciders = people.filter((c) => c.key).map((c) => c.name);
      if (deciders.length) elementOf("span", head, deciders.join(", "), "deciders");
    }
    for (const c of people) {
      const b = c.g.getBBox();
      const button = buttonOf(unit, "", () => pick(c, button), "person");
      button.setAttribute("aria-label", c.facts.slice(0, 2).join(", "));
      const small = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      small.setAttribute("viewBox", [b.x - 1.5, b.y - 1.5, b.width + 3, b.height + 3].join(" "));
      for (const a of ["font-family", "fill"]) small.setAttribute(a, c.g.ownerSVGElement.getAttribute(a));
      small.style.width = 1.4 * b.width + "px";
      small.setAttribute("aria-hidden", "true");
      const copy = c.g.cloneNode(true);
      for (const a of ["id", "tabindex", "role", "aria-label"]) copy.removeAttribute(a);
      small.append(copy);
      button.append(small);
      items.set(c, button);
    }
  }
  return items;
};

// The controls above a picture. changed is called whenever what is meant may have changed; asked tells it.
const controlsOf = (picture, parent, label, changed) => {
  const bar = make("div", "ask", parent);
  bar.setAttribute("role", "search");
  bar.setAttribute("aria-label", label);
  const field = make("label", "", bar);
  elementOf("span", field, words.find);
  const input = make("input", "", field);
  input.type = "search";
  input.autocomplete = "off";
  input.spellcheck = false;
  input.addEventListener("input", changed);

  const filters = [];
  const values = new Map();
  for (const c of picture.cards) {
    for (const [name, value] of c.tags) {
      if (!values.has(name)) values.set(name, new Map());
      const counts = values.get(name);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  for (const [name, counts] of values) {
    if (counts.size < 2) continue;
    const box = make("label", "", bar);
    elementOf("span", box, name);
    const select = make("select", "", box);
    elementOf("option", select, words.all).value = "";
    [...counts.keys()].sort(collator.compare).forEach((value) => { elementOf("option", select, `${value} (${counts.get(value)})`).value = value; });
    select.addEventListener("change", changed);
    filters.push({ name, select });
  }

  const off = new Set();
  const kinds = [...new Set(picture.lines.map((line) => line.kind))];
  let fold = null;
  if (kinds.length && words.lines) {
    fold = make("details", "kinds", bar);
    elementOf("summary", fold, words.lines);
    const set = make("fieldset", "", fold);
    set.setAttribute("aria-label", words.lines);
    for (const kind of kinds) {
      const box = make("label", "", set);
      const check = make("input", "", box);
      check.type = "checkbox";
      check.checked = true;
      elementOf("span", box, kind);
      check.addEventListener("change", () => {
        off[check.checked ? "delete" : "add"](kind);
        changed();
      });
    }
    fold.addEventListener("keydown", (e) => {
      if (e.key !== "Escape" || !fold.open) return;
      fold.open = false;
      fold.firstElementChild.focus();
    });
    document.addEventListener("pointerdown", (e) => { if (!fold.contains(e.target)) fold.open = false; });
  }
  const count = make("output", "", bar);
  const reset = buttonOf(bar, words.reset, () => {
    input.value = "";
    filters.forEach((f) => { f.select.value = ""; });
    off.clear();
    bar.querySelectorAll("[type=checkbox]").forEach((check) => { check.checked = true; });
    changed();
    input.focus();
  });
  return {
    bar, input, off,
    asked: () => {
      const parts = plain(input.value).split(/\s+/).filter(Boolean);
      const wanted = filters.filter((f) => f.select.value !== "");
      const meant = picture.cards.filter((c) => parts.every((part) => c.text.includes(part)) &&
        wanted.every((f) => c.tags.some(([name, value]) => name === f.name && value === f.select.value)));
      const some = parts.length + wanted.length > 0;
      const here = (all) => all.filter((c) => !c.g.classList.contains("left")).length; // as the head of the picture counts
      count.textContent = some ? words.matches.replace("{0}", here(meant)).replace("{1}", here(picture.cards)) : "";
      reset.hidden = !some && off.size === 0;
      return { some, meant: new Set(meant) };
    },
  };
};

const askable = (box) => {
  const svg = box.firstElementChild;
  const picture = readPicture(svg);
  const { cards, lines, boxes } = picture;
  if (!words.find || cards.length < 2) return;
  const byElement = new Map(cards.map((c) => [c.g, c]));
  let picked = null; // stays until somebody else is picked
  let opener = null; // gets the focus when what is said is closed
  let pointed = null; // under the mouse or with the focus
  let items = null;

  const update = () => {
    const { some, meant } = controls.asked();
    const one = picked ?? pointed;
    const lit = one ? new Set(one.lines.filter((l) => !controls.off.has(l.kind)).flatMap((l) => [l.from, l.to]).concat(one)) : meant;
    svg.classList.toggle("asked", Boolean(one) || some);
    const open = new Set();
    for (const c of cards) {
      c.g.classList.toggle("lit", lit.has(c));
      c.g.classList.toggle("one", c === one);
      c.g.setAttribute("aria-pressed", c === picked);
      if (lit.has(c) && c.box) open.add(c.box);
      if (items) items.get(c).hidden = !meant.has(c);
    }
    for (const b of [...boxes].reverse()) {
      b.g.classList.toggle("lit", open.has(b.g.id));
      if (open.has(b.g.id) && b.in) open.add(b.in);
    }
    for (const l of lines) l.trunk?.classList.remove("lit", "off");
    for (const l of lines) {
      const is = one ? l.from === one || l.to === one : lit.has(l.from) && lit.has(l.to);
      if (is) l.trunk?.classList.add("lit");
      if (controls.off.has(l.kind)) l.trunk?.classList.add("off");
      for (const g of [l.g, l.label]) {
        g?.classList.toggle("lit", is);
        g?.classList.toggle("off", controls.off.has(l.kind));
      }
    }
    for (const unit of asking.querySelectorAll(".unit")) {
      const left = [...unit.querySelectorAll(".person")].filter((p) => !p.hidden).length;
      unit.hidden = left === 0;
      const shown = unit.querySelector(".count");
      if (shown) shown.textContent = left;
      if (some && left && unit.tagName === "DETAILS") unit.open = true;
    }
    tell(one);
  };

  const tell = (c) => {
    panel.hidden = !c;
    panel.classList.toggle("fixed", c !== null && c === picked);
    panel.replaceChildren();
    if (!c) return;
    panel.setAttribute("aria-label", c.name);
    const at = c.g.getBoundingClientRect();
    const frame = asking.getBoundingClientRect();
    panel.classList.toggle("left", at.left + at.width / 2 > frame.left + frame.width / 2);
    if (c === picked) {
      const end = buttonOf(panel, "\u2715", close, "close");
      end.title = words.close;
      end.setAttribute("aria-label", words.close);
    }
    elementOf("p", panel, c.name, "name");
    for (const fact of c.facts.slice(1)) {
      if (c.address === "mailto:" + encodeURI(fact) || c.address === "mailto:" + fact) elementOf("a", elementOf("p", panel, ""), fact).href = c.address;
      else elementOf("p", panel, fact);
    }
    const said = c.lines.filter((l) => !controls.off.has(l.kind));
    if (!said.length) return;
    const list = make("ul", "", panel);
    for (const l of said) {
      const item = make("li", "", list);
      const other = l.from === c ? l.to : l.from;
      if (c === picked) buttonOf(item, l.said || other.name, () => {
        pick(other, shut() ? items.get(other) : other.g);
        panel.firstElementChild.focus();
      });
      else item.textContent = l.said || other.name;
    }
  };

  const pick = (c, by) => {
    picked = c;
    if (c) opener = by ?? c.g;
    else pointed = null;
    update();
  };
  const close = () => {
    pick(null);
    opener.focus();
  };

  const over = document.createElement("div");
  over.className = "over";
  const tools = box.previousElementSibling?.classList.contains("tools") ? box.previousElementSibling : null;
  (tools ?? box).before(over);
  const controls = controlsOf(picture, over, box.getAttribute("aria-label"), () => { picked = pointed = null; update(); });
  if (tools) over.append(tools);
  const asking = document.createElement("div");
  asking.className = "asking";
  box.before(asking);
  asking.append(box);
  const panel = make("section", "told", asking);
  const shut = () => narrow.matches && asking.classList.contains("shut");

  svg.setAttribute("role", "group");
  cards.forEach((c, i) => {
    c.g.querySelector(":scope > title")?.remove(); // the panel says it
    c.link?.removeAttribute("href");
    c.g.setAttribute("role", "button");
    c.g.setAttribute("aria-label", c.facts.join("; "));
    c.g.setAttribute("tabindex", i === 0 ? 0 : -1);
  });
  const cardAt = (e) => byElement.get(e.target.closest?.("g.node"));
  svg.addEventListener("pointerover", (e) => {
    if (e.pointerType !== "mouse" || e.buttons) return;
    const c = cardAt(e) ?? null;
    if (c !== pointed) {
      pointed = c;
      if (!picked) update();
    }
  });
  svg.addEventListener("pointerleave", () => {
    pointed = null;
    if (!picked) update();
  });
  svg.addEventListener("click", (e) => {
    if (e.defaultPrevented) return; // it was moved
    const c = cardAt(e) ?? null;
    if (c || picked) pick(c === picked ? null : c);
  });
  svg.addEventListener("focusin", (e) => {
    pointed = cardAt(e) ?? null;
    for (const c of cards) c.g.setAttribute("tabindex", c === pointed ? 0 : -1);
    if (!picked) update();
  });
  svg.addEventListener("focusout", () => {
    pointed = null;
    if (!picked) update();
  });
  const step = (from, x, y) => {
    const middle = (c) => { const r = c.g.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; };
    const [fx, fy] = middle(from);
    let next = null;
    let least = Infinity;
    for (const c of cards) {
      const [cx, cy] = middle(c);
      const along = (cx - fx) * x + (cy - fy) * y;
      const far = along + 2 * Math.abs((cx - fx) * y + (cy - fy) * x);
      if (along > 2 && far < least) [next, least] = [c, far];
    }
    return next;
  };
  svg.addEventListener("keydown", (e) => {
    const c = cardAt(e);
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
    if (!c || e.ctrlKey || e.metaKey || e.altKey) return;
    if (way) {
      const next = step(c, ...way);
      if (picked) picked = null;
      next?.g.focus();
      next?.g.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else if (e.key === "Enter" || e.key === " ") pick(c === picked ? null : c);
    else return;
    e.preventDefault();
    e.stopPropagation();
  });
  asking.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && picked) close();
  });
  controls.input.addEventListener("keydown", (e) => {
    if (e.key !== "Enter") return;
    const first = cards.find((c) => c.g.classList.contains("lit"));
    if (!svg.classList.contains("asked") || !first) return;
    e.preventDefault();
    const found = shut() ? items.get(first) : first.g;
    found.focus();
    found.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const fit = () => {
    if (!narrow.matches || items || !boxes.length || !words.whole) return;
    items = listOf(picture, asking, pick);
    const whole = buttonOf(asking, words.whole, () => {
      for (const e of [asking, over]) e.classList.toggle("shut");
      whole.setAttribute("aria-expanded", String(!shut()));
    }, "show-map");
    whole.setAttribute("aria-expanded", "false");
    for (const e of [asking, over]) e.classList.add("shut");
    asking.prepend(asking.querySelector(".units"), whole);
    update();
  };
  narrow.addEventListener("change", fit);
  update();
  fit();
};

document.querySelectorAll(".picture").forEach((box) => {
  if (box.firstElementChild?.tagName !== "svg") return;
  zoomable(box);
  askable(box);
});
