// Short notices over the chat, and the alerts that want a press. Texts in, nothing else.

import { byId } from "./dom.js";

const SECONDS_PER_LETTER = 0.09;
const SHORTEST = 2.2;

let timer = null;

/** Shows a short notice for as long as it takes to read it. */
export function toast(text) {
  const node = byId("toast");
  node.textContent = text;
  node.hidden = false;
  clearTimeout(timer);
  const seconds = Math.max(SHORTEST, 1 + text.length * SECONDS_PER_LETTER);
  timer = setTimeout(() => {
    node.hidden = true;
  }, seconds * 1000);
}

/** Takes the notice away. */
export function noToast() {
  clearTimeout(timer);
  byId("toast").hidden = true;
}

/** Shows a text that stays until it is confirmed. */
export function alertBox(text) {
  const dialog = byId("alert");
  byId("alert-text").textContent = text;
  if (!dialog.open) dialog.showModal();
}
