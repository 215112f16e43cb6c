/** The event of the window by which live messages reach the parts of a page. */
export const liveEvent = 'oriel:live';

/**
 * A live message: that a record of this type changed (`notification`, `ticket`, `project`), or `resync` where messages may have been
 * lost. Ids only. `at` is the instant of the server at which it was sent, in milliseconds; 0 for one of the page itself.
 */
export type LiveMessage = { type: string; record?: string; at: number };

declare global {
  interface WindowEventMap {
    'oriel:live': CustomEvent<LiveMessage>;
  }
}

/** Messages that a window remembers. */
const mostHeard = 100;
const heard: LiveMessage[] = [];

/** Tells the parts of this page of a message, and remembers it for those that come later. */
export function announce(message: LiveMessage): void {
  heard.push(message);
  // The oldest one stands for all before it.
  const [, second] = heard;
  if (heard.length > mostHeard && second) heard.splice(0, 2, { type: 'resync', at: second.at });
  window.dispatchEvent(new CustomEvent(liveEvent, { detail: message }));
}

/** The messages that this window heard at an instant of the server (in milliseconds) or later. */
export const heardSince = (since: number): LiveMessage[] => heard.filter(({ at }) => at >= since);
