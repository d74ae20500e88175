// One open chat: follows its events, sends what the person does. Drawing is the other files' work.

import { Phone } from "./api.js";
import { Follower } from "./events.js";
import { asPhoto } from "./pictures.js";
import { word } from "./words.js";

const READ_PAUSE = 300;

/** The chat of one person with the bot; `show` is the page's side of everything that changes. */
export class Conversation {
  constructor(person, { chat, outgoing, show }) {
    this.person = person;
    this.phone = new Phone(person.id);
    this.chat = chat;
    this.outgoing = outgoing;
    this.show = show;
    this.state = { offline: person.offline, blocked: person.blocked, queued: 0, started: true, broken: false };
    this.answered = new Set();
    this.tapped = new Map();
    this.turn = Promise.resolve();
    this.readTimer = null;
    this.ready = new Promise((resolve) => { this.loaded = resolve; });
    this.follower = new Follower(person.id, {
      load: () => this.load(),
      onEvent: (event) => this.hear(event),
      onBroken: () => this.change({ broken: true }),
      onBack: () => this.change({ broken: false }),
    });
    this.follower.connect();
  }

  close() {
    this.closed = true;
    clearTimeout(this.readTimer);
    this.follower.close();
  }

  async load() {
    const state = await this.phone.chat();
    if (this.closed) return state.seq;
    this.chat.sync(state.messages);
    for (const message of state.messages) if (message.from === "me") this.outgoing.arrived(message);
    this.show.keyboard(state.keyboard);
    this.show.commands(state.commands);
    const { offline, blocked, queued } = { ...this.state, ...state };
    this.change({ started: state.started, offline, blocked, queued });
    this.show.arrived();
    this.loaded();
    this.read();
    return state.seq;
  }

  change(state) {
    this.state = { ...this.state, ...state };
    this.show.state(this.state);
  }

  hear(event) {
    switch (event.type) {
      case "message": return this.receive(event.message);
      case "edit": return this.receive(event.message, true);
      case "delete": return [event.message_id ?? event.message_ids].flat().forEach((id) => this.chat.remove(id));
      case "keyboard": return this.show.keyboard(event.keyboard ?? null);
      case "commands": return this.show.commands(event.commands);
      case "answer": return this.answer(event);
      case "action": return this.show.action(event.action);
      case "state": return this.takeState(event);
      default: return undefined;
    }
  }

  receive(message, edited = false) {
    this.chat.put(message);
    if (message.from === "me") {
      this.outgoing.arrived(message);
      if (!this.state.started) this.change({ started: true });
    } else {
      this.read();
      this.show.action(null);
    }
    if (edited) this.show.edited(message);
    else this.show.arrived(message);
  }

  takeState({ offline, blocked, queued, started }) {
    const taken = Object.entries({ offline, blocked, queued, started }).filter(([, value]) => value !== undefined);
    this.change(Object.fromEntries(taken));
    if (!offline && queued === 0) this.outgoing.flushed();
  }

  read() {
    clearTimeout(this.readTimer);
    if (document.hidden) return;
    this.readTimer = setTimeout(() => this.phone.read().catch(() => {}), READ_PAUSE);
  }

  /** Runs an act and tells the person when the stand-in refused it or did not answer. */
  async attempt(act) {
    try {
      return await act();
    } catch (error) {
      this.show.notice(error.text ? word("failure", { error: error.text }) : word("noServer"));
      return null;
    }
  }

  say(text, replyTo) {
    const draft = { text, html: escapeHtml(text), reply_to: replyTo };
    return this.send([draft], () => this.phone.say(text, replyTo));
  }

  press(text) {
    return this.send([{ text, html: escapeHtml(text) }], () => this.phone.press(text));
  }

  async upload(kind, chosen, { caption, replyTo } = {}) {
    const preparing = Promise.all(chosen.map((file) => (kind === "photo" ? asPhoto(file) : { file })));
    const send = async () => this.phone.upload(kind, (await preparing).map((part) => part.file), { caption, replyTo });
    // The turn is taken before the pictures are ready, so that a text written meanwhile does not overtake them.
    let first = this.inTurn(send);
    const parts = await preparing;
    const group = parts.length > 1 ? `draft-${Date.now()}` : undefined;
    const drafts = parts.map((part, place) => ({
      ...draftOf(kind, part),
      media_group_id: group,
      reply_to: replyTo,
      ...(caption && place === 0 ? { caption, html: escapeHtml(caption) } : {}),
    }));
    return this.attempt(() => this.outgoing.add(drafts, () => {
      const sending = first ?? this.inTurn(send);
      first = null;
      return sending;
    }));
  }

  location(place) {
    return this.send([{ location: place }], () => this.phone.location(place.latitude, place.longitude));
  }

  edit(message, text) {
    return this.attempt(() => this.phone.edit(message.message_id, text));
  }

  start(payload) {
    const text = payload ? `/start ${payload}` : "/start";
    this.change({ started: true });
    return this.send([{ text, html: escapeHtml(text) }], () => this.phone.start(payload));
  }

  send(drafts, act) {
    return this.attempt(() => this.outgoing.add(drafts, () => this.inTurn(act)));
  }

  /** What a phone sends leaves in the order in which it was sent. */
  inTurn(act) {
    const done = this.turn.then(act);
    this.turn = done.catch(() => {});
    return done;
  }

  /** Presses a button under a message; `node` shows that the press is on its way until the bot answers. */
  async tap(message, data, node) {
    node.classList.add("busy");
    const answer = await this.attempt(() => this.phone.tap(message.message_id, data));
    if (!answer || answer.lost) node.classList.remove("busy");
    if (!answer) return;
    if (answer.lost) this.show.notice(word("tapLost"));
    else if (this.answered.delete(answer.query_id)) node.classList.remove("busy");
    else this.tapped.set(answer.query_id, node);
  }

  answer({ query_id: id, text, alert }) {
    const node = this.tapped.get(id);
    // The answer may overtake the reply to the tap itself.
    if (!node) this.answered.add(id);
    node?.classList.remove("busy");
    this.tapped.delete(id);
    if (!text) return;
    if (alert) this.show.alert(text);
    else this.show.notice(text);
  }
}

function escapeHtml(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

function draftOf(kind, { file, width, height }) {
  const local = URL.createObjectURL(file);
  const about = { file_id: "", file_name: file.name, file_size: file.size, mime_type: file.type };
  return { [kind]: { ...about, width, height }, local };
}
