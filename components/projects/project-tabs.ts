import { paths } from '@/lib/paths';

/** A view of a project; the name is the key of its label in `projects.tabs`. */
export type ProjectTab = 'overview' | 'phases' | 'updates' | 'photos' | 'documents';

const { client, admin } = paths;

/** The tabs of a project in each area, in their order. A new one is one line. */
export const projectTabs = {
  client: [
    ['overview', client.project.show],
    ['phases', client.project.phases],
    ['updates', client.project.updates],
    ['photos', client.project.photos],
    ['documents', client.project.documents],
  ],
  admin: [
    ['overview', admin.projects.show],
    ['phases', admin.projects.phases],
    ['photos', admin.projects.photos],
    ['documents', admin.projects.documents],
  ],
} as const satisfies Record<string, readonly (readonly [ProjectTab, (id: string) => string])[]>;
