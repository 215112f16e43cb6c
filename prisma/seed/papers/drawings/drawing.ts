import type { Frame, Pen } from '@/prisma/seed/papers/pen';

/** Draws into a frame on a page; some drawings differ between the versions of a document. `accent` is the tenant's colour. */
export type Drawing = (pen: Pen, frame: Frame, of: { version: number; accent: string }) => void;
