// The two keyboards of a chat: buttons under a message, and keys below the composer. They report presses and know no routes.

import { byId, element, icon, keepFocus } from "./dom.js";
import { word } from "./words.js";

/** The buttons under a message; `onTap(button data, node)` reports a press. */
export function inlineKeyboard(rows, onTap) {
  const group = element("div", { class: "inline", role: "group", "aria-label": word("buttons") });
  for (const row of rows) {
    group.append(element("div", { class: "inline-row" }, row.map((button) => inlineButton(button, onTap))));
  }
  return group;
}

function inlineButton(button, onTap) {
  const label = element("span", {}, button.text);
  if (button.url) {
    return element("a", {
      class: "inline-button", "data-testid": "inline-button", href: button.url, title: button.text,
      target: "_blank", rel: "noopener noreferrer",
    }, label, icon("out"));
  }
  const node = element("button", {
    type: "button", class: "inline-button", "data-testid": "inline-button", title: button.text,
  }, label);
  keepFocus(node);
  node.addEventListener("click", () => onTap(button.data, node));
  return node;
}

/** Where the focus is inside a keyboard, as row and column, or null. */
export function focusedPlace(keyboard) {
  if (!keyboard?.contains(document.activeElement)) return null;
  const row = document.activeElement.parentElement;
  return { row: [...keyboard.children].indexOf(row), column: [...row.children].indexOf(document.activeElement) };
}

/** Puts the focus back to the same place of a redrawn keyboard, without scrolling. */
export function focusPlace(keyboard, place) {
  if (!place || !keyboard) return;
  const row = keyboard.children[Math.min(place.row, keyboard.children.length - 1)];
  row?.children[Math.min(place.column, row.children.length - 1)]?.focus({ preventScroll: true });
}

/** The keys below the composer, shown and hidden by a button of the composer. */
export class ReplyKeyboard {
  constructor({ onPress, onChange }) {
    this.panel = byId("reply-keys");
    this.toggle = byId("keys-toggle");
    this.handlers = { onPress, onChange };
    this.shown = true;
    keepFocus(this.toggle);
    this.toggle.addEventListener("click", () => this.show(!this.shown));
  }

  set(keyboard) {
    const rows = keyboard?.rows ?? [];
    this.panel.replaceChildren(...rows.map((row) => element("div", { class: "key-row" }, row.map((text) => this.key(text)))));
    this.filled = rows.length > 0;
    this.toggle.hidden = !this.filled;
    this.show(this.shown);
  }

  key(text) {
    const node = element("button", { type: "button", class: "reply-key", "data-testid": "reply-key", title: text },
      element("span", {}, text));
    keepFocus(node);
    node.addEventListener("click", () => this.handlers.onPress(text));
    return node;
  }

  show(shown) {
    this.shown = shown;
    this.panel.hidden = !(this.filled && shown);
    this.toggle.setAttribute("aria-pressed", String(this.filled && shown));
    this.handlers.onChange?.();
  }
}
