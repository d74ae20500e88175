// Builds page elements in one call. It knows nothing of chats.

/** An element with attributes (`on*` functions become listeners, false and null leave the attribute out) and children. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** One of the line drawings declared at the end of index.html. */
export function icon(name) {
  // The HTML parser gives SVG its namespace; building it by hand would need the namespace's address here.
  const holder = document.createElement("template");
  holder.innerHTML = `<svg class="icon" aria-hidden="true"><use href="#i-${name}"/></svg>`;
  return holder.content.firstChild;
}

/** The element with this id; the page's skeleton is index.html. */
export function byId(id) {
  return document.getElementById(id);
}

/** Keeps a press on this element from taking the focus away, so that a phone's keyboard stays as it is. */
export function keepFocus(node) {
  node.addEventListener("mousedown", (event) => event.preventDefault());
}

/** True where the main pointer is a finger. */
export function touching() {
  return matchMedia("(pointer: coarse)").matches;
}
