// Links to the bot itself, as invitations carry them: pressed here they open in this page, by whoever is chosen.

import { byId, element } from "./dom.js";
import { word } from "./words.js";

const HOSTS = new Set(["t.me", "telegram.me"]);

/** The start payload of a link to a bot, or null for any other link. */
export function startPayload(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (HOSTS.has(url.hostname)) return url.searchParams.get("start");
  return url.protocol === "tg:" && url.hostname === "resolve" ? url.searchParams.get("start") : null;
}

/** Asks which of the sample people opens a link; resolves with the person, or null. */
export function chooseOpener(people) {
  const dialog = byId("chooser");
  return new Promise((resolve) => {
    const entries = people.map((person) => {
      const entry = element("button", { type: "button", class: "menu-entry", "data-testid": `open-as-${person.id}` }, person.first_name);
      entry.addEventListener("click", () => {
        resolve(person);
        dialog.close();
      });
      return entry;
    });
    const cancel = element("button", { type: "button", class: "text-button" }, word("cancel"));
    cancel.addEventListener("click", () => dialog.close());
    dialog.replaceChildren(element("p", {}, word("openAs")), ...entries, cancel);
    dialog.onclose = () => resolve(null);
    dialog.showModal();
  });
}
