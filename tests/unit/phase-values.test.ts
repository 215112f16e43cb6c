import { expect, it } from 'vitest';
import { followPhase, type PhaseValues, sameValues } from '@/components/projects/phase-values';

const values = (more: Partial<PhaseValues> = {}): PhaseValues => ({
  ...{ name: 'Walls', percent: '0', plannedStartOn: '', plannedEndOn: '', status: 'not_started' },
  ...{ actualStartOn: '', actualEndOn: '', weight: '1', key: 'walls', reason: '', reasonNote: '' },
  ...more,
});

it('what was typed and not sent stays, the rest follows the phase', () => {
  const before = values();
  const sent = values({ percent: '100', name: ' Walls ' });
  const typed = { ...sent, plannedEndOn: '2027-01-01' };
  const after = values({ percent: '100', status: 'completed', actualEndOn: '2026-12-01' });
  expect(followPhase(typed, { before, sent, after })).toEqual({ ...after, plannedEndOn: '2027-01-01' });
  expect(followPhase(typed, { before, sent: null, after })).toEqual({
    ...typed,
    status: 'completed',
    actualEndOn: '2026-12-01',
  });
});

it('values are the same where every field is', () => {
  expect(sameValues(values(), values())).toBe(true);
  expect(sameValues(values(), values({ key: 'roof' }))).toBe(false);
  expect(sameValues(values(), null)).toBe(false);
});
