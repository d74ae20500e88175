// What the person sent and the chat has not shown yet: on its way, waiting for the network, or failed.

import { element } from "./dom.js";
import { mediaKind } from "./media.js";

let counter = 0;

/** The rows below the chat with a clock for a mark. One line of them is kept for every person. */
export class Outgoing {
  constructor(list, painter, scroll, chat) {
    this.list = list;
    this.painter = painter;
    this.scroll = scroll;
    this.chat = chat;
    this.lines = new Map();
    this.items = [];
  }

  /** Shows the line of one person. */
  open(personId) {
    if (!this.lines.has(personId)) this.lines.set(personId, []);
    this.items = this.lines.get(personId);
    this.list.replaceChildren(...this.items.map((item) => item.row));
  }

  /**
   * Shows these messages as being sent, and sends them.
   *
   * `send` answers with `message_id` or `message_ids`, or with `queued` on a phone without a network.
   */
  async add(messages, send) {
    const now = Math.floor(Date.now() / 1000);
    const drafts = messages.map((message) => ({
      ...message, message_id: `draft-${(counter += 1)}`, date: now, from: "me", waiting: "sending",
    }));
    const item = { drafts, send, left: drafts.length, ids: null, row: element("li", { class: "row me" }) };
    item.row.addEventListener("click", () => item.drafts[0].waiting === "failed" && this.deliver(item));
    this.items.push(item);
    this.list.append(item.row);
    this.mark(item, "sending");
    this.scroll.toEnd();
    await this.deliver(item);
  }

  async deliver(item) {
    this.mark(item, "sending");
    try {
      const answer = await item.send();
      if (answer.queued !== undefined) this.mark(item, "waiting");
      else this.confirm(item, answer.message_ids ?? [answer.message_id]);
    } catch (error) {
      this.mark(item, "failed");
      throw error;
    }
  }

  confirm(item, ids) {
    item.ids = ids.filter((id) => id !== undefined && !this.chat.get(id));
    if (!item.ids.length) this.drop(item);
  }

  /** A message of the person has come back from the server: its draft goes. */
  arrived(message) {
    const item = this.items.find((one) => (one.ids ? one.ids.includes(message.message_id) : resembles(one, message)));
    if (!item) return;
    item.ids = item.ids?.filter((id) => id !== message.message_id) ?? null;
    item.left -= 1;
    if (item.left <= 0 || item.ids?.length === 0) this.drop(item);
  }

  /** Nothing waits on the phone any more: drafts that were never matched go too. */
  flushed() {
    for (const item of [...this.items]) if (item.drafts[0].waiting === "waiting") this.drop(item);
  }

  drop(item) {
    const place = this.items.indexOf(item);
    if (place < 0) return;
    this.items.splice(place, 1);
    this.scroll.keep(() => item.row.remove());
    for (const draft of item.drafts) if (draft.local) setTimeout(() => URL.revokeObjectURL(draft.local), 10_000);
  }

  mark(item, state) {
    for (const draft of item.drafts) draft.waiting = state;
    item.row.dataset.state = state;
    const quoted = this.chat.get(item.drafts[0].reply_to);
    this.scroll.keep(() => this.painter.paint(item.row, item.drafts, { quoted }));
  }
}

function resembles(item, message) {
  const [draft] = item.drafts;
  const kind = mediaKind(draft);
  if (kind !== mediaKind(message)) return false;
  return kind ? true : draft.text === message.text;
}
