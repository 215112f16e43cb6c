import type { PictureAnswer, PictureJob } from '@/lib/storage/picture-job';
import { jobProcesses } from '@/lib/storage/processes';

type Settings = {
  /** Processor time for one picture. */
  mostCpuMilliseconds: number;
  mostMilliseconds: number;
  idleMilliseconds: number;
};

/** Decodes pictures, each in a process of its own; the answer for one that takes too long is `slowPhoto` (processes.ts). */
export function pictureProcesses({ mostCpuMilliseconds, ...limits }: Settings) {
  const run = jobProcesses<PictureJob, PictureAnswer>({
    script: 'lib/storage/picture-process.mjs',
    killed: { kind: 'refused', message: { key: 'slowPhoto' } },
    ...limits,
  });
  return (job: Omit<PictureJob, 'mostCpuMilliseconds'>) => run({ ...job, mostCpuMilliseconds });
}
