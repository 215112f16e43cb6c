import { paths } from '@/lib/paths';

/** A view of a project; the name is the key of its label in `projects.tabs`. */
export type ProjectTab = 'overview' | 'phases' | 'updates' | 'photos' | 'documents' | 'invoices' | 'tickets';

const { client, admin } = paths;

const staffTabs = [
  ['overview', admin.projects.show],
  ['phases', admin.projects.phases],
  ['updates', admin.projects.updates],
  ['photos', admin.projects.photos],
  ['documents', admin.projects.documents],
  ['tickets', admin.projects.tickets],
] as const;

/** The tabs of a project for each kind of person, in their order. A new one is one line. */
export const projectTabs = {
  client: [
    ['overview', client.project.show],
    ['phases', client.project.phases],
    ['updates', client.project.updates],
    ['photos', client.project.photos],
    ['documents', client.project.documents],
    ['invoices', client.project.invoices],
    ['tickets', client.project.tickets],
  ],
  staff: staffTabs,
  admin: [...staffTabs, ['invoices', admin.projects.invoices]],
} as const satisfies Record<string, readonly (readonly [ProjectTab, (id: string) => string])[]>;
