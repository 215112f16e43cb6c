import type { Clock } from '@/prisma/seed/clock';
import type { DocumentData } from '@/prisma/seed/document-data';
import type { Story } from '@/prisma/seed/story';

/** The version of a document that is to be written as a PDF. Versions count from 1. */
export type PaperOrder = { story: Story; clock: Clock; document: DocumentData; version: number };
