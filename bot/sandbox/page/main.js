// Puts the page together: who is chosen, what the phone shows, where presses go.

import { MessageMenu } from "./actions.js";
import * as api from "./api.js";
import { Attachments } from "./attach.js";
import { BubblePainter, summary } from "./bubbles.js";
import { Chat } from "./chat.js";
import { Commands } from "./commands.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { byId, element, keepFocus, touching } from "./dom.js";
import { Drawer } from "./drawer.js";
import { firstLine } from "./format.js";
import { ReplyKeyboard } from "./keyboard.js";
import { chooseOpener, startPayload } from "./links.js";
import { Outgoing } from "./outgoing.js";
import { People } from "./people.js";
import { recordVoice } from "./recorder.js";
import { PLACE, sticker } from "./samples.js";
import { Scroll } from "./scroll.js";
import { TopSheet } from "./sheet.js";
import { StatusLine } from "./status.js";
import { alertBox, noToast, toast } from "./toast.js";
import { openPicture } from "./viewer.js";
import { followKeyboard } from "./viewport.js";
import { fillWords, locale, speak, spoken, word } from "./words.js";

const PEOPLE_EVERY = 2500;

let open = null;
let hints = {};
let unseen = 0;
let placeholder = "";

const status = new StatusLine();
const scroll = new Scroll(byId("view"), { onMove: showPill });
const painter = new BubblePainter({
  onTap: (message, data, node) => open.tap(message, data, node),
  onPicture: openPicture,
  onQuote: goTo,
  onCommand: (command) => open.say(command),
  onReply: replyTo,
  botName: () => byId("bot-name").textContent,
});
const chat = new Chat(byId("messages"), painter, scroll);
const outgoing = new Outgoing(byId("pending"), painter, scroll, chat);
const keys = new ReplyKeyboard({ onPress: (text) => open.press(text) });
const commands = new Commands({ onChoose: (text) => open.say(text) });
const composer = new Composer({ onSend: send, onInput: (text) => commands.follow(text) });
const attachments = new Attachments({ onChange: showTray, onPick: (what) => (what === "voice" ? sendVoice() : open.location(PLACE)) });
const sheet = new TopSheet();
const people = new People({ onChoose: (person) => choose(person) });
const drawer = new Drawer({
  offline: (on) => setPhone(() => open.phone.offline(on)),
  block: (on) => setPhone(() => open.phone.block(on)),
  location: () => act(() => open.location(PLACE)),
  sticker: () => act(async () => open.upload("sticker", [await sticker()])),
  dropAnswer: () => act(orderDrop),
  clock: (seconds) => act(() => moveClock(seconds)),
});

new MessageMenu(byId("view"), chat, {
  onReply: replyTo,
  onEdit: (message) => composer.turnTo({ mode: "edit", message, title: word("editing"), text: firstLine(message.text) }),
  onCopied: () => toast(word("copied")),
});

// What the conversation may change on the page.
const show = {
  state: showState,
  keyboard: (keyboard) => {
    keys.set(keyboard);
    placeholder = keyboard?.placeholder ?? "";
    showTray();
  },
  commands: (list) => commands.set(list),
  action: (action) => status.act(action),
  notice: toast,
  alert: alertBox,
  edited: (message) => status.announce(word("updated", { text: summary(message) })),
  arrived: (message) => {
    if (message?.from === "bot" && !scroll.atEnd()) unseen += 1;
    byId("empty").hidden = chat.size > 0;
    showPill(scroll.atEnd());
  },
};

function showState(state) {
  drawer.set(state);
  status.set(state);
  const person = people.get(open?.person.id) ?? open?.person;
  const writing = state.started && !state.blocked;
  byId("start").hidden = writing;
  byId("start").textContent = word(state.started ? "restart" : "start");
  byId("composer").hidden = !writing;
  byId("invitation").hidden = !writing || !person?.start;
  byId("reply-keys").classList.toggle("covered", !writing);
}

function showPill(atEnd) {
  const pill = byId("newest");
  if (atEnd) unseen = 0;
  pill.hidden = atEnd;
  pill.classList.toggle("count", unseen > 0);
  pill.querySelector("span").textContent = unseen ? word("newMessages", { n: unseen }) : "";
  pill.setAttribute("aria-label", unseen ? word("newMessages", { n: unseen }) : word("toEnd"));
}

function showTray() {
  byId("composer").classList.toggle("loaded", attachments.files.length > 0);
  composer.prompt(attachments.files.length ? word("caption") : placeholder);
}

function replyTo(message) {
  const name = message.from === "me" ? word("you") : byId("bot-name").textContent;
  composer.turnTo({ mode: "reply", message, title: word("replyTo", { name }), text: summary(message) });
}

function goTo(messageId) {
  const row = chat.rowOf(messageId);
  if (!row) return toast(word("gone"));
  scroll.toRow(row);
  row.classList.remove("flash");
  requestAnimationFrame(() => row.classList.add("flash"));
  return undefined;
}

function send({ text, replyTo, edit }) {
  if (edit) {
    if (text) open.edit(edit, text);
    return Boolean(text);
  }
  if (!attachments.files.length) {
    if (text) open.say(text, replyTo);
    return Boolean(text);
  }
  attachments.take().forEach((part, place) => {
    open.upload(part.kind, part.files, place === 0 ? { caption: text, replyTo } : { replyTo });
  });
  return true;
}

async function sendVoice() {
  try {
    const file = await recordVoice();
    if (file) open.upload("voice", [file]);
  } catch {
    toast(word("noMicrophone"));
  }
}

async function act(deed) {
  sheet.set(false);
  await open.attempt(deed);
}

async function setPhone(change) {
  await open.attempt(async () => open.takeState(await change()));
  refreshPeople();
}

async function orderDrop() {
  await api.orderFaults([{ method: "*", kind: "drop_before", times: 1 }]);
  toast(word("dropped"));
}

async function moveClock(seconds) {
  const { now } = await api.advanceClock(seconds);
  toast(word("clockNow", { time: new Date(now).toLocaleString(locale()) }));
}

async function startByInvitation() {
  await open.start(people.get(open.person.id)?.start);
  refreshPeople();
}

function choose(person) {
  sheet.set(false);
  if (person.id !== open?.person.id) openChat(person);
}

function openChat(person) {
  const left = open?.person.id;
  open?.close();
  attachments.clear();
  speak(person.language_code);
  fillWords();
  for (const part of [attachments, drawer]) part.fillWords();
  showHints();
  chat.clear();
  byId("empty").hidden = true;
  unseen = 0;
  outgoing.open(person.id);
  composer.open(person.id);
  show.keyboard(null);
  show.commands([]);
  status.act(null);
  noToast();
  byId("as").textContent = word("as", { name: person.first_name });
  open = new Conversation(person, { chat, outgoing, show });
  history.replaceState(null, "", `#${person.id}`);
  people.markRead(left);
  people.set(people.people, person.id);
  showState(open.state);
  open.ready.then(() => scroll.toEnd());
  if (!touching()) composer.focus();
}

function showHints() {
  const lines = hints[spoken()] ?? [];
  byId("hints").hidden = !lines.length;
  for (const list of document.querySelectorAll(".hint-lines")) {
    list.replaceChildren(...lines.map((line) => element("li", {}, line)));
  }
  byId("address").textContent = location.host;
}

async function refreshPeople() {
  const answer = await api.people().catch(() => null);
  if (!answer) return;
  hints = answer.hints ?? {};
  if (answer.bot) byId("bot-name").textContent = answer.bot.first_name;
  people.set(answer.people, open?.person.id);
  if (open) showState(open.state);
  showHints();
}

async function begin() {
  await refreshPeople();
  const wanted = Number(location.hash.slice(1));
  const person = people.get(wanted) ?? people.people[0];
  if (person && !open) openChat(person);
  else if (!person) setTimeout(begin, PEOPLE_EVERY);
}

byId("newest").addEventListener("click", () => scroll.toEnd({ smooth: true }));
byId("start").addEventListener("click", startByInvitation);
byId("invitation-open").addEventListener("click", startByInvitation);
byId("view").addEventListener("click", async (event) => {
  const link = event.target.closest("a[href]");
  const payload = link && startPayload(link.href);
  if (!payload) return;
  event.preventDefault();
  const person = await chooseOpener(people.people);
  if (!person) return;
  choose(person);
  open.start(payload);
});
document.addEventListener("visibilitychange", () => open?.read());
keepFocus(byId("attach"));
followKeyboard();
fillWords();
setInterval(() => document.hidden || refreshPeople(), PEOPLE_EVERY);
begin();
