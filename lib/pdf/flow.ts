import type { Sheet } from '@/lib/pdf/sheet';
import { page } from '@/lib/pdf/sheet';

/** Where the next block goes, from the top of a page down to `bottom`. */
export type Flow = {
  sheet: Sheet;
  y: number;
  bottom: number;
  /** Drawn at the end of a page and at the start of the next one while a table runs on. */
  runningOn: { height: number; atEnd(): void; atStart(): void } | null;
};

/** Starts a page; a running table ends on the old one and begins again on the new one. */
export function breakPage(flow: Flow): void {
  flow.runningOn?.atEnd();
  flow.sheet.pen.addPage();
  flow.y = page.top;
  flow.runningOn?.atStart();
}

/** The lowest point that content may reach: what runs on needs room below it. */
export function floorOf({ bottom, runningOn }: Flow): number {
  return bottom - (runningOn?.height ?? 0);
}

/** Starts a page unless the height fits on this one, so that a block is not torn apart. */
export function keepTogether(flow: Flow, height: number): void {
  if (flow.y + height > floorOf(flow) && flow.y > page.top) breakPage(flow);
}
