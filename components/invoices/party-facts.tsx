import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';

type Of = { clientId: string; clientName: string; projectId: string | null; projectName: string | null };

/** Whose an invoice or a credit note is, and of which project, for the team. */
export const partyFacts = (
  { clientId, clientName, projectId, projectName }: Of,
  labels: { client: string; project: string },
) => [
  {
    label: labels.client,
    value: <TextLink href={paths.admin.clients.show(clientId)}>{clientName}</TextLink>,
  },
  {
    label: labels.project,
    value: projectId && <TextLink href={paths.admin.projects.show(projectId)}>{projectName}</TextLink>,
  },
];
