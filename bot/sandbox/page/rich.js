// Turns the server's HTML of a message into page elements, letting only Telegram's own tags through. It knows no messages.

import { element } from "./dom.js";
import { word } from "./words.js";

const PLAIN = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "STRIKE", "DEL", "CODE", "PRE", "BR", "BLOCKQUOTE"]);
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;

const COMMAND = /^\/[A-Za-z0-9_]{1,32}(@\w+)?$/;

/**
 * The nodes of a rich text.
 *
 * `opened` remembers, by position, which folded quotes a reader has unfolded; `onCommand` hears a press on a /command.
 */
export function richText(html, { opened = new Set(), onCommand = null } = {}) {
  const source = document.createElement("template");
  source.innerHTML = html ?? "";
  const state = { opened, onCommand, quotes: 0 };
  const nodes = [...source.content.childNodes].flatMap((node) => copy(node, state));
  trimAroundBlocks(nodes);
  return nodes;
}

// A block ends its own line: the line break that Telegram counts beside it would show as an empty line.
function trimAroundBlocks(nodes) {
  nodes.forEach((node, place) => {
    if (node.nodeName !== "BLOCKQUOTE" && node.nodeName !== "PRE") return;
    const [before, after] = [nodes[place - 1], nodes[place + 1]];
    if (before?.nodeType === Node.TEXT_NODE) before.data = before.data.replace(/\n$/, "");
    if (after?.nodeType === Node.TEXT_NODE) after.data = after.data.replace(/^\n/, "");
  });
}

function copy(node, state) {
  // What Telegram finds by itself (commands, addresses) the server has marked: `3/6` with a bold 3 holds no command.
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  if (node.tagName === "BLOCKQUOTE") return [quote(node, state)];
  const children = [...node.childNodes].flatMap((child) => copy(child, state));
  if (node.tagName === "A") return [link(node, children, state)];
  if (isSpoiler(node)) return [spoiler(children)];
  if (PLAIN.has(node.tagName)) return [element(node.tagName.toLowerCase(), {}, ...children)];
  return children;
}

function isSpoiler(node) {
  return node.tagName === "TG-SPOILER" || node.classList.contains("tg-spoiler") || node.classList.contains("spoiler");
}

// A mark without an address is what Telegram found by itself: a /command, or an address written out.
function link(node, children, { onCommand }) {
  const address = node.getAttribute("href") ?? node.textContent;
  if (SAFE_LINK.test(address)) {
    return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
  }
  if (onCommand && COMMAND.test(address)) return commandButton(address, onCommand);
  return element("span", {}, ...children);
}

function commandButton(text, onCommand) {
  return element("button", { type: "button", class: "command", onclick: () => onCommand(text) }, text);
}

function spoiler(children) {
  const node = element("span", { class: "spoiler", role: "button", tabindex: "0" }, ...children);
  const reveal = () => node.classList.add("shown");
  node.addEventListener("click", reveal);
  node.addEventListener("keydown", (event) => event.key === "Enter" && reveal());
  return node;
}

function quote(node, state) {
  const folds = node.hasAttribute("expandable") || /expandable/.test(node.className);
  const children = [...node.childNodes].flatMap((child) => copy(child, state));
  const text = element("div", { class: "quote-text" }, ...children);
  const block = element("blockquote", {}, text);
  if (folds) addFold(block, state);
  return block;
}

function addFold(block, state) {
  const position = state.quotes++;
  const { opened } = state;
  const toggle = element("button", { type: "button", class: "fold" });
  const show = () => {
    const open = opened.has(position);
    block.classList.toggle("folded", !open);
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = word(open ? "fold" : "expand");
  };
  const flip = () => {
    if (!opened.delete(position)) opened.add(position);
    show();
  };
  toggle.addEventListener("click", flip);
  block.classList.add("foldable");
  block.append(toggle);
  show();
}
