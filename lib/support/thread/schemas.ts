import { recordId } from '@/lib/fields';
import { pageQuery } from '@/lib/paging';

const isId = (cursor: string) => recordId().safeParse(cursor).success;

/** The messages of ticket `id`. The cursor is the id of the last message of the page before. */
export const messageFilter = pageQuery({ accepts: isId }).extend({ id: recordId() });

export type MessageFilter = { id: string; limit: number; cursor?: string | undefined };
