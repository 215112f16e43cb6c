import { ofWorkersTenant } from '@/tests/support/wall/row-rules';
import { adds, type WhoWrites } from '@/tests/support/wall/write-rules';

// Part of who-writes-what.ts: jobs and what they leave.

export const workActions = {
  jobs: {
    worker: {
      adds: adds(ofWorkersTenant),
      changes: {
        rows: ofWorkersTenant,
        columns: { only: ['pendingKey', 'dueAt', 'attempts', 'lease', 'lastError'] },
      },
      removes: ofWorkersTenant,
    },
  },
  schedule_runs: { worker: { adds: adds(ofWorkersTenant), removes: ofWorkersTenant } },
} satisfies Partial<WhoWrites>;
