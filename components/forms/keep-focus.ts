/** Milliseconds that a page may take to re-render after an action. */
const patience = 2000;

/**
 * The browser drops the focus when an action removes its own button from the page. Once `had` is removed, focuses the
 * page's title, unless another element has taken the focus.
 */
export function keepFocus(had: Element | null | undefined): void {
  const until = performance.now() + patience;
  const look = () => {
    if (had?.isConnected) {
      if (performance.now() < until) requestAnimationFrame(look);
      return;
    }
    const now = document.activeElement;
    const title = document.querySelector('h1');
    if ((now !== null && now !== document.body) || !title) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  };
  requestAnimationFrame(look);
}
