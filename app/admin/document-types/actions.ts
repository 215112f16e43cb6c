'use server';

import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { documentTypeEdit } from '@/lib/documents/types/checks';
import { changeDocumentType, createDocumentType } from '@/lib/documents/types/commands';
import { changeDocumentTypeInput, createDocumentTypeInput } from '@/lib/documents/types/schemas';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';

// Browsers omit an unchecked checkbox, so absence means false.
const box = z.boolean().default(false);
const boxes = { requiresApproval: box, forbidsOwnApproval: box, isActive: box };

export const createDocumentTypeAction = defineAction({
  guard: adminUser,
  input: createDocumentTypeInput.extend(boxes),
  run: createDocumentType,
  redirectTo: paths.admin.documentTypes.list,
});

export const changeDocumentTypeAction = defineAction({
  guard: adminUser,
  input: changeDocumentTypeInput.extend(boxes),
  edits: documentTypeEdit,
  run: changeDocumentType,
  redirectTo: paths.admin.documentTypes.list,
});
