// The line below the bot's name, and quiet announcements for screen readers. It knows states, no messages.

import { byId, element } from "./dom.js";
import { word } from "./words.js";

const ACTION_SECONDS = 5;

/** Shows the most important thing there is to say: broken, offline, blocked, typing, or simply "bot". */
export class StatusLine {
  constructor() {
    this.line = byId("status");
    this.state = {};
    this.action = null;
    this.timer = null;
    this.quiet = element("p", { class: "unseen", role: "status", "aria-live": "polite" });
    document.body.append(this.quiet);
  }

  set(state) {
    this.state = state;
    this.show();
  }

  /** What the bot is doing (`typing`, `upload_document` …); it fades as in Telegram. */
  act(action) {
    clearTimeout(this.timer);
    this.action = action;
    if (action) this.timer = setTimeout(() => this.act(null), ACTION_SECONDS * 1000);
    this.show();
  }

  announce(text) {
    this.quiet.textContent = text;
  }

  show() {
    const { text, tone } = this.words();
    if (this.line.textContent !== text) this.line.textContent = text;
    this.line.dataset.tone = tone;
  }

  words() {
    const { broken, offline, blocked, queued } = this.state;
    if (broken) return { text: `${word("connecting")}…`, tone: "warn" };
    if (offline) return { text: [word("offline"), queued ? word("queued", { n: queued }) : ""].filter(Boolean).join(" · "), tone: "warn" };
    if (blocked) return { text: word("blocked"), tone: "warn" };
    if (this.action) return { text: `${word(this.action.startsWith("upload") ? "sendingFile" : "typing")}…`, tone: "live" };
    return { text: word("bot"), tone: "calm" };
  }
}
