// Keeps the page as tall as what a phone's keyboard leaves of the screen, also where CSS units do not follow it.

/** Follows the visible part of the window; a page that is zoomed by fingers is left alone. */
export function followKeyboard() {
  const { visualViewport } = window;
  if (!visualViewport) return;
  const fit = () => {
    if (visualViewport.scale > 1.01) return;
    document.documentElement.style.setProperty("--height", `${visualViewport.height}px`);
    window.scrollTo(0, 0);
  };
  visualViewport.addEventListener("resize", fit);
  fit();
}
