import type { Schedule } from '@/lib/jobs/clock';
import type { JobHandlers } from '@/lib/jobs/job';

/** What a worker does for each kind of job. */
export const handlers: JobHandlers = {};

/** What each tenant has once per day or week. */
export const schedules: readonly Schedule[] = [];
