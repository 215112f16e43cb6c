import { rao, ravi } from '@/prisma/seed/harbor-pine/people';
import type { ProjectStory } from '@/prisma/seed/story';

export const villa: ProjectStory = {
  client: rao,
  contact: ravi,
  name: 'Rao villa restoration',
  description:
    'Restoration of a villa from 1911 with its chapel wing: sound the structure, renew the roof, bring back the lime façade and the tiled hall, and hide a modern heating system where nobody looks.',
  status: 'active',
  address: 'Quinta da Nogueira, Sintra',
  created: -122,
  runs: [-118, 86],
  contractValueMinor: 298_000_00n,
  phases: [
    {
      key: 'survey',
      name: 'Survey and records',
      weight: 6,
      status: 'completed',
      percent: 100,
      planned: [-118, -100],
      actual: [-118, -101],
    },
    {
      key: 'structure',
      name: 'Structural repair',
      weight: 22,
      status: 'completed',
      percent: 100,
      planned: [-100, -60],
      actual: [-99, -54],
    },
    {
      key: 'roof',
      name: 'Roof and drainage',
      weight: 20,
      status: 'in_progress',
      percent: 85,
      planned: [-56, -3],
      actual: [-52],
    },
    {
      key: 'facade',
      name: 'Lime façade',
      weight: 18,
      status: 'on_hold',
      percent: 45,
      planned: [-40, 12],
      actual: [-36],
    },
    {
      key: 'interiors',
      name: 'Interiors and tiled hall',
      weight: 26,
      status: 'in_progress',
      percent: 10,
      planned: [-8, 70],
      actual: [-7],
    },
    { key: 'handover', name: 'Snags and handover', weight: 8, status: 'not_started', percent: 0, planned: [70, 86] },
  ],
};

export const terrace: ProjectStory = {
  client: rao,
  contact: ravi,
  name: 'Pool terrace and garden walls',
  description:
    'The terrace around the old water tank and the dry-stone walls below it. Paused until the municipality has decided on the retaining wall.',
  status: 'on_hold',
  address: 'Quinta da Nogueira, Sintra',
  created: -74,
  runs: [-58, 48],
  contractValueMinor: 57_800_00n,
  phases: [
    {
      key: 'survey',
      name: 'Survey and soil test',
      weight: 10,
      status: 'completed',
      percent: 100,
      planned: [-58, -50],
      actual: [-58, -49],
    },
    {
      key: 'walls',
      name: 'Retaining and dry-stone walls',
      weight: 45,
      status: 'on_hold',
      percent: 20,
      planned: [-48, -14],
      actual: [-46],
    },
    { key: 'paving', name: 'Paving and steps', weight: 35, status: 'not_started', percent: 0, planned: [4, 34] },
    { key: 'planting', name: 'Planting', weight: 10, status: 'not_started', percent: 0, planned: [34, 48] },
  ],
};
