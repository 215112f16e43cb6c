import { describe, expect, it } from 'vitest';
import {
  allowedSteps,
  canTakeBack,
  documentStatuses,
  refuseStep,
  statusOfNewVersion,
  stepBack,
} from '@/lib/documents/transitions/rule';

// SPEC 3.2 as a table, independent of the rule: every status × status × role × type × own or other user's upload.
//   ok: allowed · adm: admins only · dir: admins only, when the type requires no approval
//   apr: allowed, except for the uploader when the type forbids own approval · no: never allowed
const table = {
  draft: { draft: 'no', pending: 'ok', approved: 'no', published: 'dir', rejected: 'no' },
  pending: { draft: 'no', pending: 'no', approved: 'apr', published: 'no', rejected: 'ok' },
  approved: { draft: 'no', pending: 'no', approved: 'no', published: 'adm', rejected: 'ok' },
  published: { draft: 'no', pending: 'no', approved: 'adm', published: 'no', rejected: 'no' },
  rejected: { draft: 'ok', pending: 'no', approved: 'no', published: 'no', rejected: 'no' },
} as const;

const both = [true, false];
const cells = documentStatuses.flatMap((from) =>
  documentStatuses.flatMap((to) =>
    (['admin', 'staff'] as const).flatMap((userType) =>
      both.flatMap((requiresApproval) =>
        both.flatMap((forbidsOwnApproval) =>
          both.map((isUploader) => ({ from, to, userType, requiresApproval, forbidsOwnApproval, isUploader })),
        ),
      ),
    ),
  ),
);

function expected({ from, to, userType, requiresApproval, forbidsOwnApproval, isUploader }: (typeof cells)[number]) {
  const entry = table[from][to];
  if (userType === 'staff' && (to === 'published' || entry === 'adm')) return 'adminsOnly';
  if (entry === 'ok' || entry === 'adm') return null;
  if (entry === 'dir') return requiresApproval ? 'notFromHere' : null;
  if (entry === 'apr') return forbidsOwnApproval && isUploader ? 'ownUpload' : null;
  return 'notFromHere';
}

describe('every cell of the transition table', () => {
  it.each(cells)(
    '$from → $to by $userType (approval required: $requiresApproval, own approval forbidden: $forbidsOwnApproval, uploader: $isUploader)',
    (cell) => {
      expect(refuseStep(cell.from, cell.to, cell, cell)).toBe(expected(cell));
    },
  );

  it('has 400 cells, of which the table allows these', () => {
    expect(cells).toHaveLength(400);
    expect(cells.filter((cell) => refuseStep(cell.from, cell.to, cell, cell) === null)).toHaveLength(96);
  });

  it('allowed steps are exactly those that are not refused', () => {
    for (const cell of cells) {
      const may = allowedSteps(cell.from, cell, cell).includes(cell.to);
      expect(may).toBe(refuseStep(cell.from, cell.to, cell, cell) === null);
    }
  });
});

describe('what follows from it', () => {
  const admin = { userType: 'admin', isUploader: false } as const;

  it('where approval is required, published is reached from approved alone', () => {
    const ways = documentStatuses.filter((from) =>
      allowedSteps(from, { requiresApproval: true, forbidsOwnApproval: false }, admin).includes('published'),
    );
    expect(ways).toEqual(['approved']);
  });

  it('where it is not, a draft is published in one step', () => {
    const rule = { requiresApproval: false, forbidsOwnApproval: false };
    expect(allowedSteps('draft', rule, admin)).toEqual(['pending', 'published']);
  });

  it('no document is stuck: an admin who did not upload it can go on from everywhere', () => {
    for (const from of documentStatuses)
      for (const requiresApproval of both)
        for (const forbidsOwnApproval of both)
          expect(allowedSteps(from, { requiresApproval, forbidsOwnApproval }, admin)).not.toEqual([]);
  });

  it('a new version starts as a draft', () => {
    expect(statusOfNewVersion).toBe('draft');
  });
});

it('only publishing an approved document and withdrawing it take each other back, for the same people', () => {
  const back = cells.filter(({ from, to }) => canTakeBack(from, to) && refuseStep(from, to, rules, admin) === null);
  expect([...new Set(back.map(({ from, to }) => `${from} to ${to}`))].sort()).toEqual([
    'approved to published',
    'published to approved',
  ]);
  for (const { from, to } of back) expect(refuseStep(to, from, rules, admin)).toBeNull();
});

const rules = { requiresApproval: true, forbidsOwnApproval: true };
const admin = { userType: 'admin', isUploader: true } as const;

it('a step of many documents is taken back only where one step leads all of them back', () => {
  expect(stepBack('publish', ['approved', 'approved'])).toBe('withdraw');
  expect(stepBack('withdraw', ['published'])).toBe('publish');
  expect(stepBack('publish', ['approved', 'draft'])).toBeNull();
  expect(stepBack('publish', ['draft'])).toBeNull();
  expect(stepBack('submit', ['draft'])).toBeNull();
  expect(stepBack('publish', [])).toBeNull();
});
