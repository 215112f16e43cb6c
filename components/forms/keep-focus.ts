/** How long a page may take to be drawn anew after a deed. */
const patience = 2000;

/**
 * Where a deed takes its own button off the page, the browser forgets where the keyboard was. Once `had` has gone, the page's
 * title has the focus, unless something else has taken it meanwhile.
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
