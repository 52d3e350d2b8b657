// Opens a page in Chromium as readers do, and tells what it finds as JSON: node browser.cjs PAGE CHROMIUM PROFILE [FOLDER FOR SCREENSHOTS]
// Needs the npm packages axe-core and puppeteer-core, found through NODE_PATH.
"use strict";
const puppeteer = require("puppeteer-core");
const axe = require("axe-core");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const [page_, chromium, profile, shots] = process.argv.slice(2);
const url = pathToFileURL(page_).href;

// What a page does when it is used, told by the page itself.
const use = () => {
  const told = { errors: [] };
  const all = (q, e = document) => [...e.querySelectorAll(q)];
  told.controls = all("button, input").length;
  told.unnamed = all("button").filter((b) => !(b.getAttribute("aria-label") || b.textContent).trim()).length;

  const table = all("table").find((t) => t.querySelector(".sort"));
  if (table) {
    const column = () => all("tbody tr:not(.group)", table).map((r) => r.cells[0].textContent);
    const head = table.querySelector("th:has(.sort)");
    told.before = column();
    for (const way of ["ascending", "descending", "none"]) {
      head.querySelector(".sort").click();
      told[way] = column();
      told[way + "State"] = head.getAttribute("aria-sort");
    }
  }
  const input = document.querySelector(".find input");
  if (input) {
    const rows = () => all("tbody tr:not(.group)", input.closest(".find").nextElementSibling).filter((r) => !r.hidden);
    told.rows = rows().length;
    input.value = rows()[1].cells[0].textContent.toUpperCase();
    input.dispatchEvent(new Event("input"));
    told.found = rows().map((r) => r.cells[0].textContent);
    told.said = input.closest(".find").querySelector("output").textContent;
    input.value = "";
    input.dispatchEvent(new Event("input"));
    told.after = rows().length;
  }
  const box = document.querySelector(".picture");
  if (box) {
    const width = () => Math.round(box.firstElementChild.getBoundingClientRect().width);
    const key = (k) => box.dispatchEvent(new KeyboardEvent("keydown", { key: k, cancelable: true }));
    told.zoom = [width()];
    key("+");
    told.zoom.push(width());
    box.dispatchEvent(new WheelEvent("wheel", { deltaY: -40, ctrlKey: true, cancelable: true }));
    told.zoom.push(width());
    box.dispatchEvent(new WheelEvent("wheel", { deltaY: -40, cancelable: true })); // scrolls the page
    told.zoom.push(width());
    key("0");
    told.zoom.push(width());
  }
  return told;
};

// What a picture of people answers, told through the mouse, the keyboard and a finger.
const ask = async (open) => {
  const told = { Ground: {} };
  const page = await open("asked", { width: 1280 });
  const cards = await page.$$("#mapa .picture g.node");
  const lit = () => page.$$eval("#mapa .picture g.node", (all) => all.filter((g) => getComputedStyle(g).opacity > 0.9 && (g.classList.contains("lit")
    || !g.ownerSVGElement.classList.contains("asked"))).map((g) => g.getAttribute("aria-label").split("; ")[0]));
  const settled = async () => { await new Promise((r) => setTimeout(r, 200)); return lit(); };
  const texts = (q) => page.$$eval("#mapa .told " + q, (all) => all.map((e) => e.textContent));
  told.Controls = await page.$$eval("#mapa .ask > label > span, #mapa .ask summary", (all) => all.map((e) => e.textContent));
  told.Roles = (await page.$$("#mapa .picture g.node[role=button][aria-label]")).length;
  told.Start = await settled();
  await cards[0].scrollIntoView();
  await cards[0].hover();
  told.Pointed = await settled();
  await page.mouse.move(2, 2);
  told.Left = await settled();
  await cards[0].click();
  told.Picked = await settled();
  told.Told = await texts("p");
  told.Ties = await texts("li");
  told.Address = await page.$eval("#mapa .told a", (a) => a.getAttribute("href"));
  await (await page.$("#mapa .told li:last-child button")).click();
  told.Tied = (await texts(".name"))[0];
  await page.keyboard.press("Escape");
  await page.$eval("#mapa .picture g.node", (g) => g.focus());
  await page.keyboard.press("ArrowDown");
  told.Focus = await page.evaluate(() => document.activeElement.getAttribute("aria-label").split("; ")[0]);
  told.Moved = await settled();
  await page.keyboard.press("Enter");
  await page.$eval("#mapa .kinds", (e) => { e.open = true; });
  await page.$$eval("#mapa .kinds input", (all) => all[1].click());
  await page.$eval("#mapa .kinds", (e) => { e.open = false; });
  await cards[1].click();
  told.Stays = await settled();
  told.Off = await page.$$eval("#mapa .picture .off", (all) => all.length === 2 && all.every((g) => getComputedStyle(g).display === "none"));
  await page.keyboard.press("Escape");
  told.Closed = await settled();
  await page.type("#mapa .ask [type=search]", "EVA");
  told.Found = await settled();
  told.Count = await page.$eval("#mapa .ask output", (e) => e.textContent);
  await page.$eval("#mapa .ask > button", (b) => b.click());
  await page.select("#mapa .ask select", "Champion");
  told.Filtered = await settled();
  await page.$eval("#mapa .ask > button", (b) => b.click());
  told.All = await settled();
  await page.close();

  const ground = (p) => p.$eval("#mapa .picture g.node path", (e) => getComputedStyle(e).fill);
  for (const dark of [false, true]) {
    const seen = await open("ground", { width: 1280, dark });
    told.Ground[dark ? "dark" : "light"] = await ground(seen);
    await seen.emulateMediaType("print");
    if (dark) told.Ground.printed = await ground(seen);
    await seen.close();
  }

  const phone = await open("phone", { width: 390 });
  const spaced = (all) => all.map((e) => [...e.children].map((c) => c.textContent).join(" "));
  const sheet = () => phone.$eval("#mapa .picture", (e) => getComputedStyle(e).display);
  told.Units = await phone.$$eval("#mapa .unit > summary", spaced);
  told.Sheet = [await sheet()];
  const press = (q) => phone.$eval(q, (e) => e.click()); // where the button is when it is pressed: the list has moved it
  await press("#mapa .unit > summary");
  await press("#mapa .unit .person:nth-of-type(2)");
  told.Person = await phone.$$eval("#mapa .told p", (all) => all.map((e) => e.textContent));
  await press("#mapa .told .close");
  await press("#mapa .show-map");
  told.Sheet.push(await sheet());
  await phone.close();
  return told;
};

const asks = async (open) => {
  const page = await open("asks", { width: 1280 });
  const bar = await page.$("#mapa .ask");
  await page.close();
  return bar !== null;
};

(async () => {
  const browser = await puppeteer.launch({
    executablePath: chromium, userDataDir: profile, headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const result = { errors: [], violations: [], looks: {} };
  const open = async (name, { width, dark = false, script = true }) => {
    const page = await browser.newPage();
    page.on("pageerror", (e) => result.errors.push(name + ": " + e.message));
    page.on("console", (m) => { if (m.type() === "error") result.errors.push(name + ": " + m.text()); });
    page.on("request", (r) => { if (r.url() !== url && !r.url().startsWith("data:image/")) result.errors.push(name + ": asks for " + r.url()); });
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
    await page.setJavaScriptEnabled(script);
    await page.goto(url);
    if (shots) await page.screenshot({ path: path.join(shots, name + ".png"), fullPage: true });
    return page;
  };

  for (const [name, look] of Object.entries({ light: { width: 1280 }, dark: { width: 1280, dark: true }, phone: { width: 390 } })) {
    const page = await open(name, look);
    await page.evaluate(axe.source + ";void 0"); // not as an element: the page's policy forbids that
    const found = await page.evaluate(() => axe.run());
    for (const v of found.violations) result.violations.push(`${name}: ${v.id}: ${v.help}: ${v.nodes.map((n) => n.html.slice(0, 200)).join(" | ")}`);
    result.looks[name] = await page.evaluate(() => ({
      passes: 0,
      wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ground: getComputedStyle(document.body).backgroundColor,
    }));
    result.looks[name].passes = found.passes.length;
    await page.close();
  }

  const printed = await open("printed", { width: 1280 });
  result.printed = path.join(profile, "printed.pdf");
  await printed.pdf({ path: result.printed, preferCSSPageSize: true, printBackground: true });
  await printed.close();

  const used = await open("used", { width: 1280 });
  result.used = await used.evaluate(use);
  await used.close();
  result.asked = await asks(open) ? await ask(open) : {};
  const still = await open("still", { width: 1280, script: false });
  result.still = { buttons: (await still.$$("button, input")).length, rows: (await still.$$("tbody tr")).length };
  await still.close();
  await browser.close();
  console.log(JSON.stringify(result));
})().catch((e) => { console.error(e); process.exit(1); });
