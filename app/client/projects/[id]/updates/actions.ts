'use server';

import { clientUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { writeComment } from '@/lib/updates/comments/commands';
import { writeCommentInput } from '@/lib/updates/comments/schemas';

export const writeCommentAction = defineAction({ guard: clientUser, input: writeCommentInput, run: writeComment });
