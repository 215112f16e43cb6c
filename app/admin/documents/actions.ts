'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { adminUser, teamMember } from '@/lib/authz/guards';
import { documentEdit } from '@/lib/documents/checks';
import { changeDocument, removeDocument } from '@/lib/documents/commands';
import { changeDocumentInput, documentId, moveDocumentInput, moveDocumentsInput } from '@/lib/documents/schemas';
import { moveDocument, moveDocuments, withdrawDocument } from '@/lib/documents/transitions/commands';
import { documentStepNames, stepBack } from '@/lib/documents/transitions/rule';
import { defineAction } from '@/lib/doors/action';
import { text } from '@/lib/fields';
import { wordsOf } from '@/lib/i18n/error-texts';
import { paths } from '@/lib/paths';

export const moveDocumentAction = defineAction({ guard: teamMember, input: moveDocumentInput, run: moveDocument });

/** The form requires a reason; the API route does not. */
export const rejectDocumentAction = defineAction({
  guard: teamMember,
  input: moveDocumentInput.extend({ to: z.literal('rejected'), reason: text(1000) }),
  run: moveDocument,
});

/** Browsers omit unchecked checkboxes: an absent field shows `chooseSome` instead of a missing-field error. */
const ticked = z.array(moveDocumentsInput.shape.documents.element, 'chooseSome').min(1, 'chooseSome').max(200);

const bulkResult = z.object({
  summary: z.string(),
  refused: z.array(z.object({ title: z.string(), why: z.string() })),
  undo: z.object({ step: z.enum(documentStepNames), documents: z.array(z.string()) }).nullable(),
});

export const moveDocumentsAction = defineAction({
  guard: teamMember,
  input: moveDocumentsInput.extend({ documents: ticked }).refine(({ step, reason }) => step !== 'reject' || reason, {
    path: ['reason'],
    message: 'required',
  }),
  run: async (db, input, actor) => {
    const { moved, refused } = await moveDocuments(db, input, actor);
    const [locale, t] = await Promise.all([getLocale(), getTranslations('documents.bulk')]);
    const back = stepBack(
      input.step,
      moved.map(({ from }) => from),
    );
    return {
      summary: t('result', { moved: moved.length }),
      undo: back && { step: back, documents: moved.map(({ id, version }) => `${id}:${version}`) },
      refused: refused.map(({ title, error }) => ({ title, why: wordsOf(error, locale).detail })),
    };
  },
  answer: bulkResult,
});

export const changeDocumentAction = defineAction({
  guard: teamMember,
  input: changeDocumentInput,
  edits: documentEdit,
  run: changeDocument,
  redirectTo: ({ id }) => paths.admin.documents.show(id),
});

export const withdrawDocumentAction = defineAction({ guard: adminUser, input: documentId, run: withdrawDocument });

export const removeDocumentAction = defineAction({
  guard: adminUser,
  input: documentId,
  run: removeDocument,
  redirectTo: () => paths.admin.documents.list,
});
