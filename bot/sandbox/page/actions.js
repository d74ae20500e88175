// The small menu of one message: reply, edit, copy. Opened by a long press, the other mouse button or the menu key.

import { byId, element, icon, keepFocus } from "./dom.js";
import { plainText } from "./bubbles.js";
import { word } from "./words.js";

const LONG_PRESS = 450;

/** Listens on the list of messages; `onReply` and `onEdit` receive the message. */
export class MessageMenu {
  constructor(list, chat, { onReply, onEdit, onCopied }) {
    this.chat = chat;
    this.handlers = { onReply, onEdit, onCopied };
    this.panel = byId("message-menu");
    this.timer = null;
    list.addEventListener("contextmenu", (event) => this.ask(event, event.clientX, event.clientY));
    list.addEventListener("dblclick", (event) => this.replyTo(event));
    list.addEventListener("touchstart", (event) => this.press(event), { passive: true });
    for (const name of ["touchend", "touchmove", "touchcancel"]) {
      list.addEventListener(name, () => clearTimeout(this.timer), { passive: true });
    }
    document.addEventListener("pointerdown", (event) => !this.panel.contains(event.target) && this.close());
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
  }

  press(event) {
    const [touch] = event.touches;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(event, touch.clientX, touch.clientY), LONG_PRESS);
  }

  messageAt(event) {
    const node = event.target.closest("[data-message-id]");
    return node ? this.chat.get(Number(node.dataset.messageId)) : undefined;
  }

  replyTo(event) {
    const message = this.messageAt(event);
    if (!message || event.target.closest("button, a, .words")) return;
    this.handlers.onReply(message);
  }

  ask(event, left, top) {
    const message = this.messageAt(event);
    if (!message || event.target.closest("a")) return;
    if (event.cancelable) event.preventDefault();
    const entries = [this.entry("reply", () => this.handlers.onReply(message))];
    if (message.from === "me" && message.text) entries.push(this.entry("edit", () => this.handlers.onEdit(message)));
    if (plainText(message)) entries.push(this.entry("copy", () => this.copy(message)));
    this.panel.replaceChildren(...entries);
    this.panel.hidden = false;
    const box = this.panel.getBoundingClientRect();
    this.panel.style.left = `${Math.max(8, Math.min(left, innerWidth - box.width - 8))}px`;
    this.panel.style.top = `${Math.max(8, Math.min(top, innerHeight - box.height - 8))}px`;
  }

  entry(name, act) {
    const drawing = { reply: "reply", edit: "pen", copy: "copy" }[name];
    const node = element("button", { type: "button", role: "menuitem", class: "menu-entry", "data-testid": `message-${name}` },
      icon(drawing), element("span", {}, word(name)));
    keepFocus(node);
    node.addEventListener("click", () => {
      this.close();
      act();
    });
    return node;
  }

  async copy(message) {
    await navigator.clipboard.writeText(plainText(message));
    this.handlers.onCopied();
  }

  close() {
    this.panel.hidden = true;
  }
}
