// The messages of the open chat and their rows on the page. It knows no routes; painting is the painter's.

import { element } from "./dom.js";
import { dayKey, dayName } from "./format.js";
import { summary } from "./bubbles.js";
import { focusPlace, focusedPlace } from "./keyboard.js";

/** The list of messages. Edits redraw a row in place, everything else keeps its element. */
export class Chat {
  constructor(list, painter, scroll) {
    this.list = list;
    this.painter = painter;
    this.scroll = scroll;
    this.messages = new Map();
    this.rows = new Map();
  }

  get(messageId) {
    return this.messages.get(messageId);
  }

  get size() {
    return this.messages.size;
  }

  /** Forgets everything, for another person's chat. */
  clear() {
    this.messages.clear();
    this.rows.clear();
    this.list.replaceChildren();
    this.painter.opened.clear();
  }

  /** Takes over the server's full list, touching only what differs. */
  sync(messages) {
    const kept = new Set(messages.map((message) => message.message_id));
    for (const id of [...this.messages.keys()]) if (!kept.has(id)) this.remove(id);
    for (const message of messages) {
      const known = this.messages.get(message.message_id);
      if (!known || JSON.stringify(known) !== JSON.stringify(message)) this.put(message);
    }
  }

  /** Adds a message or redraws it in place; answers with its row. */
  put(message) {
    const known = this.messages.has(message.message_id);
    this.messages.set(message.message_id, message);
    const row = this.rows.get(message.message_id) ?? this.albumRow(message) ?? this.newRow(message);
    this.rows.set(message.message_id, row);
    this.scroll.keep(() => {
      this.redraw(row);
      if (!known) this.markDays();
    }, row);
    return row;
  }

  remove(messageId) {
    const row = this.rows.get(messageId);
    if (!row) return;
    this.messages.delete(messageId);
    this.rows.delete(messageId);
    this.scroll.keep(() => {
      if (this.members(row).length) this.redraw(row);
      else row.remove();
      this.markDays();
    }, row);
  }

  /** Redraws everything, after the language changed. */
  repaint() {
    for (const row of new Set(this.rows.values())) this.redraw(row);
    this.markDays();
  }

  members(row) {
    const ids = [...this.rows].filter(([, other]) => other === row).map(([id]) => id);
    return ids.sort((one, other) => one - other).map((id) => this.messages.get(id));
  }

  redraw(row) {
    const messages = this.members(row);
    const place = focusedPlace(row.querySelector(".inline"));
    this.painter.paint(row, messages, { quoted: this.messages.get(messages[0].reply_to) });
    focusPlace(row.querySelector(".inline"), place);
  }

  albumRow(message) {
    const group = message.media_group_id;
    if (!group) return null;
    const mate = [...this.messages.values()].find(
      (other) => other.media_group_id === group && other.message_id !== message.message_id,
    );
    return mate ? this.rows.get(mate.message_id) : null;
  }

  newRow(message) {
    const row = element("li", { class: "row" });
    row.dataset.first = message.message_id;
    row.dataset.day = dayKey(message.date);
    row.dataset.date = message.date;
    const later = [...this.list.children].find((other) => Number(other.dataset.first) > message.message_id);
    this.list.insertBefore(row, later ?? null);
    return row;
  }

  // Only what differs is touched: a reader's screen reads out whatever is added to the list.
  markDays() {
    let day = null;
    for (const row of this.list.querySelectorAll(":scope > .row")) {
      const before = row.previousElementSibling;
      const name = row.dataset.day === day ? null : dayName(Number(row.dataset.date));
      if (!before?.classList.contains("day")) {
        if (name) this.list.insertBefore(dayLine(name), row);
      } else if (!name) before.remove();
      else if (before.textContent !== name) before.replaceWith(dayLine(name));
      day = row.dataset.day;
    }
    if (this.list.lastElementChild?.classList.contains("day")) this.list.lastElementChild.remove();
  }

  /** The row of a message, for scrolling to it. */
  rowOf(messageId) {
    return this.rows.get(messageId);
  }

  /** One line about a message, for announcements. */
  summaryOf(messageId) {
    const message = this.messages.get(messageId);
    return message ? summary(message) : "";
  }
}

function dayLine(name) {
  return element("li", { class: "day" }, element("span", {}, name));
}
