"use strict";
// One key decides and goes on to the next quote; a selection in the text says what is right.
const page = document.getElementById("review");
const state = document.getElementById("state");
const form = document.getElementById("correct");
const field = document.getElementById("name");
const NUMBERS = ["1", "2", "3"]; // those in question as the speaker
let chosen = null, busy = false;

function say(text) { if (state) state.textContent = text; }

// The place of a point of the selection in the article, in code points.
function placeOf(node, offset, end) {
  let segment = (node.nodeType === 3 ? node.parentElement : node).closest("[data-o]");
  if (!segment) {
    const near = node.childNodes && node.childNodes[end ? offset - 1 : offset];
    segment = near && near.nodeType === 1 && (near.matches("[data-o]") ? near : near.querySelector("[data-o]"));
    if (!segment) return null;
    return Number(segment.dataset.o) + (end ? Number(segment.dataset.l) : 0);
  }
  const start = Number(segment.dataset.o), length = Number(segment.dataset.l);
  const text = segment.textContent;
  if (node.nodeType !== 3) return start + (offset > 0 ? length : 0);
  if ([...text].length !== length) return end ? start + length : start; // something is spelt out
  return start + [...text.slice(0, offset)].length;
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const passage = document.getElementById("passage");
  if (!passage || !passage.contains(range.commonAncestorContainer)) return null;
  const start = placeOf(range.startContainer, range.startOffset, false);
  const end = placeOf(range.endContainer, range.endOffset, true);
  if (start === null || end === null || start >= end) return null;
  return { place: [start, end], text: selection.toString().replace(/\s+/g, " ").trim() };
}

async function post(decision) {
  if (busy) return;
  busy = true;
  say("Storing…");
  try {
    const answer = await fetch("/review/decide", {
      method: "POST",
      headers: { "content-type": "application/json", "x-csrftoken": page.dataset.token },
      body: JSON.stringify({ quote: page.dataset.quote, ...decision }),
    });
    const said = await answer.json().catch(() => ({ error: `answer ${answer.status}` }));
    if (answer.ok) return location.assign(decision.verdict === "open" ? location.href : page.dataset.after || page.dataset.next);
    say(`Not stored: ${said.error}`);
  } catch (error) {
    say("Not stored: the server does not answer; start quotes review again");
  }
  busy = false;
  return undefined;
}

function act(what) {
  if (!page.dataset.quote || busy) return;
  if (what === "accept" || what === "reject" || what === "open") post({ verdict: what });
  else if (what === "before" && page.dataset.before) location.assign(page.dataset.before);
  else if (what === "after" && page.dataset.after) location.assign(page.dataset.after);
  else if (what === "bounds") {
    const words = selected();
    if (words) post({ verdict: "correct", bounds: words.place });
    else say("Select the right words in the text, then press B.");
  } else if (NUMBERS.includes(what)) {
    const choice = page.querySelector(`[data-do="${what}"]`);
    if (choice) post({ verdict: "correct", speaker: choice.dataset.name });
  } else if (what === "speaker") {
    chosen = selected();
    form.hidden = false;
    if (chosen) field.value = chosen.text;
    field.focus();
    field.select();
  }
}

// A click on a button must not undo the selection.
page.addEventListener("mousedown", (event) => { if (event.target.closest("[data-do]")) event.preventDefault(); });
page.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) act(button.dataset.do);
});
if (form) form.addEventListener("submit", (event) => {
  event.preventDefault();
  const name = field.value.trim();
  if (!name) return say("Write a name.");
  return post({ verdict: "correct", speaker: name, source: chosen && chosen.text === name ? chosen.place : null });
});
const KEYS = { a: "accept", r: "reject", s: "speaker", b: "bounds", u: "open", k: "before", j: "after" };
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && form) { form.hidden = true; return; }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  const what = KEYS[event.key.toLowerCase()] || (NUMBERS.includes(event.key) ? event.key : "");
  if (what) { event.preventDefault(); act(what); }
});
const now = document.querySelector(".now");
if (now) now.scrollIntoView({ block: "nearest" });
