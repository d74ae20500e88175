// Draws rows of the chat: one message, or the messages of one album. It knows no routes and keeps no messages.

import { element, icon } from "./dom.js";
import { clockTime, firstLine } from "./format.js";
import { inlineKeyboard } from "./keyboard.js";
import { isTile, mediaKind, mediaOf } from "./media.js";
import { richText } from "./rich.js";
import { word } from "./words.js";

/** The plain text of a message or of its caption. */
export function plainText(message) {
  return message.text ?? message.caption ?? "";
}

/** One line that stands for a message in quotes and announcements. */
export function summary(message) {
  const kind = mediaKind(message);
  return firstLine(plainText(message)) || (message.document?.file_name ?? (kind ? word(kind) : ""));
}

/** Draws bubbles for one chat; `actions` are what presses in a bubble lead to. */
export class BubblePainter {
  constructor(actions) {
    this.actions = actions;
    this.opened = new Map();
  }

  /** (Re)draws the row of these messages: one, or an album. */
  paint(row, messages, { quoted = null } = {}) {
    const [first] = messages;
    const album = messages.length > 1;
    row.className = `row ${first.from === "me" ? "me" : "bot"}${first.inline?.length ? " keyed" : ""}`;
    const bubble = album ? this.album(messages) : this.single(first, row);
    if (quoted || first.reply_to) bubble.prepend(this.quote(first, quoted));
    const keyboard = first.inline?.length ? this.keyboard(first) : null;
    row.replaceChildren(element("div", { class: "stack" }, bubble, keyboard));
  }

  single(message, row) {
    const bubble = element("article", {
      class: `bubble ${mediaKind(message) ?? "text"}`, "data-testid": "bubble", "data-message-id": message.message_id,
      "data-from": message.from, tabindex: "-1",
    });
    bubble.append(...[this.media(message, row), this.text(message), this.meta(message), this.replySign(message)].filter(Boolean));
    return bubble;
  }

  album(messages) {
    const tiles = messages.map((message) => element("div", {
      class: "tile", "data-testid": "bubble", "data-message-id": message.message_id, "data-from": message.from,
    }, this.media(message, null)));
    const pictures = messages.every(isTile);
    const grid = element("div", { class: pictures ? `grid of${Math.min(messages.length, 10)}` : "stacked" }, tiles);
    const captions = messages.map((message) => this.text(message)).filter(Boolean);
    const bubble = element("article", { class: `bubble album ${pictures ? "photo" : "document"}`, tabindex: "-1" });
    bubble.append(grid, ...captions, this.meta(messages[messages.length - 1]), this.replySign(messages[0]) ?? "");
    return bubble;
  }

  // A picture whose file did not change keeps its element, so that an edit of the text does not make it blink.
  media(message, row) {
    const kind = mediaKind(message);
    if (!kind) return null;
    const known = row?.querySelector(`[data-file="${kind}:${CSS.escape(message[kind].file_id ?? "")}"]`);
    return known ?? mediaOf(message, { onPicture: this.actions.onPicture, local: message.local });
  }

  text(message) {
    const html = message.html ?? "";
    if (!html) return null;
    if (!this.opened.has(message.message_id)) this.opened.set(message.message_id, new Set());
    return element("div", { class: "words", dir: "auto" }, ...richText(html, { opened: this.opened.get(message.message_id), onCommand: this.actions.onCommand }));
  }

  meta(message) {
    const bits = [];
    if (message.edited && message.from === "me") bits.push(word("edited"));
    bits.push(element("time", { datetime: new Date(message.date * 1000).toISOString() }, clockTime(message.date)));
    if (message.from === "me") bits.push(this.mark(message));
    return element("span", { class: "meta" }, ...bits);
  }

  // A mouse finds the reply here; a finger finds it by a long press.
  replySign(message) {
    if (message.waiting) return null;
    const node = element("button", { type: "button", class: "reply-side", "aria-label": word("reply"), title: word("reply") }, icon("reply"));
    node.addEventListener("click", () => this.actions.onReply(message));
    return node;
  }

  mark(message) {
    const state = message.waiting ?? "sent";
    const name = { sent: "check", sending: "clock", waiting: "clock", failed: "warn" }[state];
    const node = element("span", { class: `mark ${state}`, role: "img", "aria-label": word(state), title: word(state), "data-state": state }, icon(name));
    return node;
  }

  quote(message, quoted) {
    const name = quoted?.from === "me" ? word("you") : this.actions.botName();
    const node = element("button", { type: "button", class: "quoted" },
      element("span", { class: "quoted-name" }, name),
      element("span", { class: "quoted-text" }, quoted ? summary(quoted) : word("gone")));
    node.addEventListener("click", () => this.actions.onQuote(message.reply_to));
    return node;
  }

  keyboard(message) {
    return inlineKeyboard(message.inline, (data, node) => this.actions.onTap(message, data, node));
  }
}
