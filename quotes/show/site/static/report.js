"use strict";
// Marks the words of the speaker that was clicked; shows the note on a quote beside the pointer.
const card = document.getElementById("card");
const find = (root, selector) => [...root.querySelectorAll(selector)];
let places = [], at = -1;

function pick(button) {
  const voice = button && button.getAttribute("aria-pressed") !== "true" ? button.dataset.v : null;
  find(document, "#voices button").forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.v === voice)));
  find(document, ".on, .at").forEach((each) => each.classList.remove("on", "at"));
  document.body.classList.toggle("picking", voice !== null);
  places = []; at = -1;
  const articles = new Set(), quotes = new Set();
  if (voice !== null) {
    for (const each of find(document, `article [data-v~="${voice}"]`)) {
      each.classList.add("on");
      articles.add(each.closest("article"));
      if (each.tagName === "LI") quotes.add(each.id);
    }
    places = find(document, ".notes li.on");
  }
  find(document, "article").forEach((each) => { each.hidden = voice !== null && !articles.has(each); });
  document.getElementById("moves").hidden = voice === null;
  const name = voice === null ? "" : button.querySelector("bdi").textContent;
  const count = (n, what) => `${n} ${what}${n === 1 ? "" : "s"}`;
  document.getElementById("picked").textContent = voice === null ? "" : `${name}: ${count(quotes.size, "quote")} in ${count(articles.size, "article")}`;
}

function move(by) {
  if (!places.length) return;
  find(document, ".at").forEach((each) => each.classList.remove("at"));
  at = (at + by + places.length) % places.length;
  if (at < 0) at = 0;
  const note = places[at];
  const words = wordsOf(note.closest("article"), note.dataset.n);
  words.forEach((each) => each.classList.add("at"));
  (words[0] || note).scrollIntoView({ block: "center" });
  document.getElementById("picked").textContent = document.getElementById("picked").textContent.replace(/^(\d+ of \d+, )?/, `${at + 1} of ${places.length}, `);
}

function wordsOf(article, number) { return find(article, `.q[data-n~="${number}"]`); }

function show(target) {
  hide();
  const article = target.closest("article");
  const numbers = (target.dataset.n || "").split(" ").filter(Boolean);
  if (!article || !numbers.length) return;
  const number = numbers[numbers.length - 1];
  const note = article.querySelector(`.notes li[data-n="${number}"]`);
  if (!note) return;
  find(article, `[data-n~="${number}"]`).forEach((each) => each.classList.add("hot"));
  if (target.closest(".notes")) return;
  const details = note.querySelector("details");
  if (details.open) return;
  const copy = details.cloneNode(true);
  card.replaceChildren(...copy.querySelector("summary").childNodes, ...copy.querySelectorAll("p"));
  card.hidden = false;
  const box = (target.getClientRects()[0] || target.getBoundingClientRect());
  const below = box.bottom + 8 + card.offsetHeight < innerHeight;
  card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 12))}px`;
  card.style.top = `${Math.max(8, below ? box.bottom + 8 : box.top - card.offsetHeight - 8)}px`;
}

function hide() {
  card.hidden = true;
  find(document, ".hot").forEach((each) => each.classList.remove("hot"));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button && button.dataset.v !== undefined) return pick(button);
  if (button && button.id === "all") return pick(null);
  if (button && button.id === "next") return move(1);
  if (button && button.id === "before") return move(at < 0 ? 0 : -1);
  if (button && button.id === "more") {
    find(document, "#voices li").forEach((each) => { each.hidden = false; });
    button.remove();
    return undefined;
  }
  const mark = event.target.closest("p [data-n]");
  if (mark && mark.tagName !== "A") show(mark); else if (!mark) hide();
  return undefined;
});
document.addEventListener("mouseover", (event) => {
  const mark = event.target.closest("article [data-n]");
  if (mark) show(mark); else hide();
});
document.addEventListener("focusin", (event) => {
  const mark = event.target.closest("article [data-n]");
  if (mark) show(mark); else hide();
});
document.addEventListener("scroll", () => { card.hidden = true; }, { passive: true });
document.addEventListener("keydown", (event) => { if (event.key === "Escape") { hide(); } });
window.addEventListener("hashchange", openNote);
function openNote() {
  find(document, ".at").forEach((each) => each.classList.remove("at"));
  const named = document.getElementById(location.hash.slice(1));
  const note = named && named.closest(".notes li");
  if (!note) return;
  note.querySelector("details").open = true;
  wordsOf(note.closest("article"), note.dataset.n).forEach((each) => each.classList.add("at"));
  note.closest(".row").scrollIntoView({ block: "center" });
}
const filter = document.getElementById("filter");
if (filter) filter.addEventListener("input", () => {
  const wanted = filter.value.toLowerCase();
  const more = document.getElementById("more");
  if (more) more.remove();
  find(document, "#voices li").forEach((each) => { each.hidden = !each.textContent.toLowerCase().includes(wanted); });
});
openNote();
