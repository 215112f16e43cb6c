import type { WriteDb } from '@/lib/db/handles';
import type { As } from '@/prisma/seed/as';
import { type Clock, clockOf } from '@/prisma/seed/clock';
import type { Files } from '@/prisma/seed/files';
import { type IdOf, newIds } from '@/prisma/seed/ids';
import type { Notice } from '@/prisma/seed/notices';
import type { BusinessStory, ClientStory, PersonStory, ProjectStory } from '@/prisma/seed/story';
import type { Deed } from '@/prisma/seed/trail';

/** What every part of the seed needs to put its share of one business into the database. */
export type Stage = Clock & {
  story: BusinessStory;
  tenantId: string;
  idOf: IdOf;
  as: As;
  files: Files;
  /** Acts in a person's own role and name, as the wall demands. */
  inNameOf: <T>(person: PersonStory, work: (db: WriteDb) => Promise<T>) => Promise<T>;
  /** What its people are told about, and what they did; written at the very end, in the order it happened. */
  notices: Notice[];
  deeds: Deed[];
};

export function stageFor(story: BusinessStory, as: As, now: Date, files: Files): Stage {
  const idOf = newIds();
  const tenantId = idOf(story.tenant);
  return {
    ...clockOf(story.tenant.timeZone, now),
    story,
    tenantId,
    idOf,
    as,
    files,
    inNameOf: (person, work) =>
      as(
        {
          role: `oriel_${person.userType}`,
          userId: idOf(person),
          tenantId,
          ...('client' in person ? { clientId: idOf(person.client) } : {}),
        },
        work,
      ),
    notices: [],
    deeds: [],
  };
}

/** The columns by which a row hangs under a project. */
export function under({ tenantId, idOf }: Stage, project: ProjectStory) {
  return { tenantId, clientId: idOf(project.client), projectId: idOf(project) };
}

/** Everybody of a client. */
export function peopleOf({ story }: Stage, client: ClientStory): PersonStory[] {
  return story.people.filter((person) => 'client' in person && person.client === client);
}
