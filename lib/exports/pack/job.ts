import { z } from 'zod';
import { readAsRecipient } from '@/lib/auth/on-behalf';
import type { JobActor, OnBehalfActor } from '@/lib/authz/actor';
import { read } from '@/lib/authz/scope';
import { AppError } from '@/lib/errors';
import { recordJobEvents } from '@/lib/events/record';
import { openArchive } from '@/lib/exports/pack/archive';
import { hoursSection } from '@/lib/exports/pack/hours';
import { indexPage } from '@/lib/exports/pack/index-page';
import { type Asked, make, type Progress, written } from '@/lib/exports/pack/making';
import { moneySection } from '@/lib/exports/pack/money';
import { packOf } from '@/lib/exports/pack/pack';
import { projectSections } from '@/lib/exports/pack/projects';
import { requestSection } from '@/lib/exports/pack/requests';
import { dayOf } from '@/lib/format';
import type { JobHandler } from '@/lib/jobs/job';
import type { SpooledFile } from '@/lib/storage/spool';

const jobArguments = z.object({ exportId: z.uuid() });

/** Makes the archive of an export: everything that its person may see, read as that person through the wall. */
export const packExport: JobHandler = (job, worker, renew) => {
  const { exportId: id } = jobArguments.parse(job.arguments);
  return make({ id, attempts: job.attempts }, worker, renew, (asked) => {
    const facts = { clientId: asked.clientId ?? '', userId: asked.userId ?? '' };
    return {
      fill: async (progress) => fill(await personOf(asked, worker), progress),
      stillMay: () => personOf(asked, worker),
      finished: (db, more) =>
        recordJobEvents(db, worker, [{ name: 'export.finished', recordId: id, facts: { ...facts, ...more } }]),
      failed: (db, reason) =>
        recordJobEvents(db, worker, [{ name: 'export.failed', recordId: id, facts: { ...facts, reason } }]),
    };
  });
};

async function fill(actor: OnBehalfActor, { begin, told }: Progress): Promise<SpooledFile> {
  const at = new Date();
  await begin(await countFiles(actor));
  const archive = openArchive({ fileName: `${actor.tenant.name} ${dayOf(at, actor.tenant.timeZone)}.zip`, at });
  return written(archive, async () => {
    const parts = packOf(actor, archive, told);
    const sections = [
      ...(await projectSections(parts)),
      await moneySection(parts),
      await hoursSection(parts),
      await requestSection(parts),
    ];
    await archive.add('index.html', await indexPage(parts, at, sections), true);
  });
}

/** The person with whose eyes it is read, who still belongs to that client. Throws FORBIDDEN. */
async function personOf({ userId, clientId }: Asked, worker: JobActor): Promise<OnBehalfActor> {
  const actor = await readAsRecipient(worker, userId ?? '');
  if (actor.userType !== 'client' || actor.clientId !== clientId) throw new AppError('FORBIDDEN');
  return actor;
}

/** The files that the archive will have, as far as they are there now. */
function countFiles(actor: OnBehalfActor): Promise<number> {
  return read(actor, async (db) => {
    const counts = [
      await db.document.count({ where: { publishedVersionId: { not: null } } }),
      await db.photo.count(),
      await db.invoice.count({ where: { issuedOn: { not: null } } }),
      await db.creditNote.count(),
      await db.ticketAttachment.count(),
    ];
    return counts.reduce((sum, count) => sum + count, 0);
  });
}
