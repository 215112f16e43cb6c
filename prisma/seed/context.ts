import type { Prisma } from '@/lib/db/generated/client';
import type { NotificationKind } from '@/lib/db/generated/enums';
import type { WriteDb } from '@/lib/db/handles';
import { fromDecimal } from '@/lib/money';
import { type Clock, clockOf } from '@/prisma/seed/clock';
import type { StoredFiles } from '@/prisma/seed/files/make-files';
import { rowOf } from '@/prisma/seed/row-of';
import type { PersonData, ProjectData, Story } from '@/prisma/seed/story';
import type { ActAs } from '@/prisma/seed/transaction';
import { uuid7 } from '@/prisma/seed/uuid7';

/** Tables whose rows have keys; a phase has the key `<project>/<phase>`. */
type KeyedTable = 'clients' | 'people' | 'projects' | 'phases' | 'documentTypes' | 'photos';

/** A notification for people of a client or of the team, by their keys. `facts` are the names and numbers for its sentence. */
export type Notice = {
  at: Date;
  kind: NotificationKind;
  recordType: 'document' | 'project' | 'ticket' | 'invoice' | 'payment' | 'phase' | 'project_update';
  recordId: string;
  projectId?: string;
  facts: Prisma.InputJsonObject;
  to: string[];
};

/** An action of a person, for the audit trail. */
export type AuditedAction = {
  at: Date;
  by: string;
  action: string;
  recordType?: string;
  recordId?: string;
  detail?: Prisma.InputJsonObject;
};

/** What the writers need to put one story into the database. The story has passed `checkStory`. */
export type SeedContext = Clock & {
  story: Story;
  tenantId: string;
  files: StoredFiles;
  actAs: ActAs;
  /** Runs `work` in the role and identity of a person of the story, as row security demands. */
  actAsPerson: <T>(key: string, work: (db: WriteDb) => Promise<T>) => Promise<T>;
  person: (key: string) => PersonData;
  project: (key: string) => ProjectData;
  /** The id of the row with this key, the same one at every call. */
  idOf: (table: KeyedTable, key: string) => string;
  /** '9120.00' in minor units of the tenant's currency. Throws RangeError for what is no such amount. */
  minor: (amount: string) => bigint;
  /** Notifications and audit entries that the writers collect; written last, in the order of their times. */
  notices: Notice[];
  auditedActions: AuditedAction[];
};

export function contextOf(story: Story, files: StoredFiles, now: Date, actAs: ActAs): SeedContext {
  const ids = new Map<string, string>();
  const tenantId = uuid7();
  const person = (key: string) => rowOf(story.people, key, 'person');
  const idOf: SeedContext['idOf'] = (table, key) => {
    const id = ids.get(`${table} ${key}`) ?? uuid7();
    ids.set(`${table} ${key}`, id);
    return id;
  };
  return {
    ...clockOf(story.tenant.timeZone, now),
    story,
    tenantId,
    files,
    actAs,
    actAsPerson: (key, work) => {
      const data = person(key);
      const client = data.userType === 'client' ? { clientId: idOf('clients', data.client) } : {};
      return actAs({ role: `oriel_${data.userType}`, userId: idOf('people', key), tenantId, ...client }, work);
    },
    person,
    project: (key) => rowOf(story.projects, key, 'project'),
    idOf,
    minor: (amount) => {
      const minor = fromDecimal(amount, story.tenant.currency);
      if (minor === null) throw new RangeError(`"${amount}" is not an amount in ${story.tenant.currency}`);
      return minor;
    },
    notices: [],
    auditedActions: [],
  };
}

/** The columns by which a row belongs to a project. */
export function projectColumns({ tenantId, idOf, project }: SeedContext, key: string) {
  return { tenantId, clientId: idOf('clients', project(key).client), projectId: idOf('projects', key) };
}

export function authorColumns({ idOf, person }: SeedContext, key: string) {
  return { authorId: idOf('people', key), authorName: person(key).name };
}

/** The keys of a client's people. */
export function peopleOf({ story }: SeedContext, client: string): string[] {
  return Object.keys(story.people).filter((key) => {
    const person = story.people[key];
    return person?.userType === 'client' && person.client === client;
  });
}
