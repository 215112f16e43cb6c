/** The event of the window by which live messages reach the parts of a page. */
export const liveEvent = 'oriel:live';

/**
 * A live message: that a record of this type changed (`notification`, `ticket`, `project`), or `resync` where messages may have been
 * lost. Ids only.
 */
export type LiveMessage = { type: string; record?: string };

declare global {
  interface WindowEventMap {
    'oriel:live': CustomEvent<LiveMessage>;
  }
}
