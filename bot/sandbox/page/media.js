// What a message carries besides text: pictures, documents, voice, video, places, stickers. Values in, elements out.

import { fileAddress } from "./api.js";
import { element, icon } from "./dom.js";
import { duration, fileSize } from "./format.js";
import { word } from "./words.js";

const KINDS = ["photo", "video", "document", "voice", "audio", "location", "sticker"];
const PICTURE_SIDE = 320;

/** The kind of media a message carries, or null for a plain text. */
export function mediaKind(message) {
  return KINDS.find((kind) => message[kind]) ?? null;
}

/** True for media that albums show as a grid of pictures. */
export function isTile(message) {
  return Boolean(message.photo || message.video);
}

/** The element of a message's media, or null. `local` is the address of a file that is still on its way. */
export function mediaOf(message, { onPicture, local } = {}) {
  const kind = mediaKind(message);
  if (!kind) return null;
  const node = BUILDERS[kind](message[kind], local ?? addressOf(message[kind]), onPicture);
  node.dataset.file = `${kind}:${message[kind].file_id ?? ""}`;
  return node;
}

function addressOf(media) {
  return media.file_id ? fileAddress(media.file_id) : "";
}

function photo(media, address, onPicture) {
  const picture = element("img", {
    src: address, alt: word("photo"), loading: "lazy", decoding: "async", draggable: "false",
    width: media.width, height: media.height,
  });
  const button = element("button", { type: "button", class: "media photo", "aria-label": word("photo") }, picture);
  // The place is reserved before the bytes arrive, so that nothing below it moves.
  if (media.width && media.height) {
    button.style.aspectRatio = `${media.width} / ${media.height}`;
    button.style.width = `${Math.round(Math.min(PICTURE_SIDE, PICTURE_SIDE * (media.width / media.height)))}px`;
  }
  button.addEventListener("click", () => onPicture?.(address));
  return button;
}

function file(media, address) {
  const name = media.file_name ?? word("document");
  const ending = name.includes(".") ? name.split(".").pop().slice(0, 4).toLowerCase() : "";
  const label = element("span", { class: "file-ending" }, ending || icon("file"));
  const title = element("span", { class: "file-name" }, name);
  const about = element("span", { class: "file-size" }, fileSize(media.file_size));
  const body = [element("span", { class: `file-mark ${isSheet(ending) ? "sheet" : ""}` }, label),
    element("span", { class: "file-words" }, title, about)];
  if (!address) return element("span", { class: "media file", "data-testid": "document" }, ...body);
  return element("a", {
    class: "media file", "data-testid": "document", href: address, download: name,
    "aria-label": word("download", { name }),
  }, ...body);
}

function isSheet(ending) {
  return ending === "xlsx" || ending === "xls" || ending === "csv";
}

function recorded(kind) {
  return (media, address) => {
    const player = element(kind === "video" ? "video" : "audio", { controls: true, preload: "metadata", src: address });
    if (kind === "video") player.setAttribute("playsinline", "");
    const length = media.duration ? duration(media.duration) : "";
    const about = [length, fileSize(media.file_size)].filter(Boolean).join(" · ");
    const line = element("span", { class: "recorded-words" }, icon(kind === "video" ? "film" : "mic"),
      element("span", {}, word(kind)), element("span", { class: "file-size" }, about));
    const node = element("div", { class: `media recorded ${kind}` }, line, player);
    // A sample without playable bytes stays a labelled place instead of a dead player.
    player.addEventListener("error", () => player.remove());
    return node;
  };
}

function place(media) {
  const figure = `${media.latitude.toFixed(4)}, ${media.longitude.toFixed(4)}`;
  return element("div", { class: "media place", role: "img", "aria-label": `${word("location")} ${figure}` },
    element("div", { class: "map" }, icon("pin")), element("p", {}, figure));
}

function sticker(media, address) {
  const node = element("div", { class: "media sticker" });
  if (!address) return node;
  const picture = element("img", { src: address, alt: media.emoji ?? word("sticker"), width: 128, height: 128 });
  picture.addEventListener("error", () => node.replaceChildren(media.emoji ?? word("sticker")));
  node.append(picture);
  return node;
}

const BUILDERS = {
  photo,
  video: recorded("video"),
  document: file,
  voice: recorded("voice"),
  audio: recorded("audio"),
  location: place,
  sticker,
};
