import type { Frame, Pen } from '@/prisma/seed/papers/page';

/** Draws into a frame on a page. Later versions of a document may show something else. */
export type Drawing = (pen: Pen, frame: Frame, of: { version: number; accent: string }) => void;
