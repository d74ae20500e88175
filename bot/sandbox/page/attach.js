// Files on their way into a message: the attach menu, the tray above the composer, dropping and pasting.

import { byId, element, icon, keepFocus } from "./dom.js";
import { fileSize } from "./format.js";
import { Popover } from "./popover.js";
import { word } from "./words.js";

/** Telegram's most files in one album. */
const ALBUM = 10;

/** The tray of chosen files and the ways into it; `onPick(what)` hears the menu's other entries. */
export class Attachments {
  constructor({ onChange, onPick }) {
    this.files = [];
    this.plain = false;
    this.tray = byId("tray");
    this.handlers = { onChange, onPick };
    this.menu = new Popover(byId("attach"), byId("attach-menu"));
    for (const [id, plain] of [["input-photo", false], ["input-file", true]]) {
      const input = byId(id);
      input.addEventListener("change", () => {
        this.add([...input.files], plain);
        input.value = "";
      });
    }
    this.acceptDrops(byId("phone"), byId("drop"));
    byId("text").addEventListener("paste", (event) => this.paste(event));
    this.fillWords();
  }

  /** Writes the menu in the language in use. */
  fillWords() {
    const entries = [
      ["photo", "pickMedia", () => byId("input-photo").click()],
      ["file", "pickFile", () => byId("input-file").click()],
      ["mic", "recordVoice", () => this.handlers.onPick("voice")],
      ["pin", "sendLocation", () => this.handlers.onPick("location")],
    ];
    byId("attach-menu").replaceChildren(...entries.map(([drawing, text, act]) => {
      const entry = element("button", { type: "button", role: "menuitem", class: "menu-entry", "data-testid": `attach-${drawing}` },
        icon(drawing), element("span", {}, word(text)));
      keepFocus(entry);
      entry.addEventListener("click", () => {
        this.menu.close();
        act();
      });
      return entry;
    }));
    this.show();
  }

  add(files, plain) {
    if (!files.length) return;
    if (!this.files.length) this.plain = plain;
    this.files.push(...files.map((file) => ({ file, address: isPicture(file) ? URL.createObjectURL(file) : null })));
    this.show();
    this.handlers.onChange();
    byId("text").focus({ preventScroll: true });
  }

  clear() {
    for (const { address } of this.files) if (address) URL.revokeObjectURL(address);
    this.files = [];
    this.show();
    this.handlers.onChange();
  }

  /** The chosen files as uploads, each of one kind and at most one album long; the tray is empty afterwards. */
  take() {
    const kinds = new Map();
    for (const { file } of this.files) {
      const kind = this.plain ? "document" : kindOf(file);
      if (!kinds.has(kind)) kinds.set(kind, []);
      kinds.get(kind).push(file);
    }
    this.clear();
    return [...kinds].flatMap(([kind, files]) => albums(files).map((part) => ({ kind, files: part })));
  }

  show() {
    this.tray.hidden = !this.files.length;
    if (!this.files.length) {
      this.tray.replaceChildren();
      return;
    }
    const thumbs = element("div", { class: "thumbs" }, this.files.map((entry, place) => this.thumb(entry, place)));
    const notes = [];
    if (this.files.some((entry) => entry.address)) notes.push(this.plainSwitch());
    if (this.files.length > ALBUM) notes.push(element("span", { class: "note" }, word("tenAtMost")));
    this.tray.replaceChildren(thumbs, ...notes);
  }

  thumb({ file, address }, place) {
    const drop = element("button", { type: "button", class: "thumb-drop", "aria-label": `${word("remove")} ${file.name}` }, icon("close"));
    drop.addEventListener("click", () => {
      this.files.splice(place, 1);
      this.show();
      this.handlers.onChange();
    });
    const picture = address ? element("img", { src: address, alt: file.name })
      : element("span", { class: "thumb-file" }, icon("file"), element("span", {}, file.name), element("small", {}, fileSize(file.size)));
    return element("div", { class: `thumb${address ? "" : " wide"}`, "data-testid": "thumb" }, picture, drop);
  }

  plainSwitch() {
    const box = element("input", { type: "checkbox", "data-testid": "as-file" });
    box.checked = this.plain;
    box.addEventListener("change", () => {
      this.plain = box.checked;
    });
    return element("label", { class: "note" }, box, word("asFile"));
  }

  paste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.add(files, false);
  }

  acceptDrops(zone, sign) {
    let depth = 0;
    const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
    const show = (change) => {
      depth = Math.max(0, depth + change);
      sign.hidden = depth === 0;
    };
    zone.addEventListener("dragenter", (event) => carriesFiles(event) && show(1));
    zone.addEventListener("dragleave", (event) => carriesFiles(event) && show(-1));
    zone.addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
    zone.addEventListener("drop", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      show(-depth);
      this.add([...event.dataTransfer.files], false);
    });
  }
}

function isPicture(file) {
  return file.type.startsWith("image/");
}

function kindOf(file) {
  if (isPicture(file) && file.type !== "image/gif" && file.type !== "image/svg+xml") return "photo";
  if (file.type.startsWith("video/")) return "video";
  return "document";
}

function albums(files) {
  const parts = [];
  for (let start = 0; start < files.length; start += ALBUM) parts.push(files.slice(start, start + ALBUM));
  return parts;
}
