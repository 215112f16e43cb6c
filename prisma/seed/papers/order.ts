import type { Clock } from '@/prisma/seed/clock';
import type { BusinessStory, DocumentStory } from '@/prisma/seed/story';

/** Which version of which document is to be written as a PDF. Versions count from 1. */
export type PaperOrder = { story: BusinessStory; clock: Clock; document: DocumentStory; version: number };
