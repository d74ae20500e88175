// A picture at full size. An address in, nothing else.

import { byId, element, icon } from "./dom.js";
import { word } from "./words.js";

/** Opens a picture over the whole page; any press closes it. */
export function openPicture(address) {
  const dialog = byId("viewer");
  const close = element("button", { type: "button", class: "round", "aria-label": word("close") }, icon("close"));
  dialog.replaceChildren(element("img", { src: address, alt: word("photo") }), close);
  dialog.onclick = () => dialog.close();
  dialog.showModal();
}
