import type { ReadDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';
import { parseInput } from '@/lib/forms/validation';
import { type Checked, recordsOf } from '@/lib/imports/records/checks';
import { references } from '@/lib/imports/records/queries';
import {
  type Found,
  filled,
  orProblems,
  type Pass,
  type Planned,
  placeIn,
  remembered,
  type SourceRow,
  textOf,
} from '@/lib/imports/records/rule';
import { notStarted, type PhaseStatus, phaseErrors, settlePhase } from '@/lib/projects/phases/rule';
import { addPhaseInput } from '@/lib/projects/phases/schemas';
import { freeSlug, slugOf } from '@/lib/slug';

/** Phases of projects, by external id, or by project and name; new ones come behind those that a project has. */
export const phasesKind = recordsOf({
  kind: 'phases',
  table: {
    name: 'phases',
    columns: {
      ...{ client_id: 'uuid', project_id: 'uuid', key: 'text', name: 'text', position: 'int', status: 'phase_status' },
      ...{ percent: 'int', weight: 'int', planned_start_on: 'date', planned_end_on: 'date' },
      ...{ actual_start_on: 'date', actual_end_on: 'date' },
    },
  },
  fields: {
    ...({ client_id: null, project_id: 'project', key: null, name: 'name', position: null, status: null } as const),
    ...({
      percent: null,
      weight: 'weight',
      planned_start_on: 'plannedStartOn',
      planned_end_on: 'plannedEndOn',
    } as const),
    ...({ actual_start_on: 'actualStartOn', actual_end_on: 'actualEndOn' } as const),
  },
  fixed: ['project_id', 'client_id'],
  onlyNew: ['key', 'position'],
  defaults: () => ({ weight: 1, status: 'not_started', percent: 0, position: 0 }),
  check: async (db, rows, pass, problems) => {
    const clientOf = await references(db, pass, 'clients', rows, 'client');
    const projectOf = await references(db, pass, 'projects', rows, 'project');
    const hasState = ['status', 'percent', 'actualStartOn', 'actualEndOn'].some((name) =>
      pass.mapped.has(name as 'status'),
    );
    return rows.map((row): Checked | null =>
      orProblems(problems, placeIn('phases', row.line, { id: 'project' }), () => {
        const project = projectIn(row, projectOf, clientOf);
        const typed = parseInput(addPhaseInput, { ...filled(row, 'project', 'client'), id: project.id });
        // Status and percent follow each other as in a form; a day on which something happened is never made up.
        const { status, percent } = settlePhase(notStarted, typed, pass.today);
        const { actualStartOn = null, actualEndOn = null, plannedStartOn = null, plannedEndOn = null } = typed;
        const wrong = phaseErrors({ status, percent, actualStartOn, actualEndOn, plannedStartOn, plannedEndOn });
        if (Object.keys(wrong).length > 0) throw invalid(wrong);
        const data = {
          ...{
            client_id: project.clientId,
            project_id: project.id,
            name: typed.name,
            weight: typed.weight ?? undefined,
          },
          ...(hasState ? { status, percent } : {}),
          ...{ planned_start_on: plannedStartOn, planned_end_on: plannedEndOn },
          ...{ actual_start_on: actualStartOn, actual_end_on: actualEndOn },
        };
        return { data, natural: `${project.id}/${typed.name}` };
      }),
    );
  },
  byName: async (db, keys) => {
    const projectIds = [...new Set(keys.map((key) => key.slice(0, 36)))];
    const rows = await db.phase.findMany({
      where: { projectId: { in: projectIds } },
      select: { id: true, name: true, projectId: true },
    });
    return new Map(
      keys.map((key) => [key, rows.filter((row) => `${row.projectId}/${row.name}` === key).map(({ id }) => id)]),
    );
  },
  settle,
  referrers: [
    { what: 'photos', table: 'photos', column: 'phase_id' },
    { what: 'updates', table: 'project_updates', column: 'phase_id' },
    { what: 'instalments', table: 'instalments', column: 'phase_id' },
  ],
});

type Lookup = Awaited<ReturnType<typeof references>>;

/** The project that a row names, among those of the client that it names. Throws VALIDATION. */
export function projectIn(row: SourceRow, projectOf: Lookup, clientOf: Lookup) {
  const client = textOf(row, 'client');
  const of = client === null ? null : clientOf(client);
  if (of && !('one' in of)) throw invalid({ client: 'none' in of ? 'unknownClient' : 'importAmbiguous' });
  const found = projectOf(textOf(row, 'project') ?? '', of?.one.id ?? null);
  if (!('one' in found)) throw invalid({ project: 'none' in found ? 'unknownProject' : 'importAmbiguous' });
  return found.one;
}

type Place = { keys: Set<string>; next: number };

/** Gives new phases their places and short names, and holds changed ones to the rules of a phase as a whole. */
async function settle(db: ReadDb, planned: Planned[], pass: Pass, problems: Found[]): Promise<void> {
  const places = remembered(pass, 'phases', () => new Map<string, Place>());
  const unknown = [...new Set(planned.map(({ data }) => String(data.project_id)))].filter((id) => !places.has(id));
  const rows = await db.phase.findMany({
    where: { projectId: { in: unknown } },
    select: { projectId: true, key: true, position: true },
  });
  for (const id of unknown) places.set(id, { keys: new Set(), next: 0 });
  for (const { projectId, key, position } of rows) {
    const place = places.get(projectId);
    place?.keys.add(key);
    if (place) place.next = Math.max(place.next, position + 1);
  }
  for (const one of planned) {
    const { line, action, data } = one;
    const place = places.get(String(data.project_id));
    if (action === 'create' && place) {
      data.key = freeSlug(slugOf(String(data.name), 'phase'), place.keys);
      place.keys.add(data.key);
      data.position = place.next++;
    }
    if (action === 'change')
      for (const [field, key] of Object.entries(phaseErrors(stateOf(data))))
        problems.push({ ...placeIn('phases', line)(field), message: { key } });
  }
}

function stateOf(data: Planned['data']) {
  const day = (value: Planned['data'][string]) => (typeof value === 'string' ? value : null);
  return {
    // A status of the column's enum.
    ...{ status: String(data.status) as PhaseStatus, percent: Number(data.percent) },
    ...{ actualStartOn: day(data.actual_start_on ?? null), actualEndOn: day(data.actual_end_on ?? null) },
    ...{ plannedStartOn: day(data.planned_start_on ?? null), plannedEndOn: day(data.planned_end_on ?? null) },
  };
}
