import { useTranslations } from 'next-intl';
import { Waiting } from '@/components/projects/attention-lists';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/link-button';
import { ListRow } from '@/components/ui/list';
import { type AccessActions, AccessMend } from '@/components/users/access-mend';
import type { Attention, UnseenProject } from '@/lib/dashboard/schemas';
import { paths, withQuery } from '@/lib/paths';

type Props = { projects: Attention['unseen']; actions: AccessActions };

/** Open projects that nobody of their client sees, each with the reason and what ends it. Renders nothing without any. */
export function UnseenProjects({ projects, actions }: Props) {
  const t = useTranslations('attention');
  if (projects.rows.length === 0) return null;
  return (
    <Waiting title={t('unseen.title')} lead={t('unseen.lead')} more={projects.more && t('more')}>
      {projects.rows.map((project) => (
        <ListRow
          key={project.id}
          href={paths.admin.projects.show(project.id)}
          title={project.name}
          detail={project.clientName}
          end={
            <span className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2">
              <Badge tone="warn">{t(`unseen.reason.${project.reason}`)}</Badge>
              <Mend project={project} actions={actions} />
            </span>
          }
        />
      ))}
    </Waiting>
  );
}

function Mend({
  project: { id, clientId, userId, reason },
  actions,
}: {
  project: UnseenProject;
  actions: AccessActions;
}) {
  const t = useTranslations('attention.unseen');
  if (reason === 'noPeople')
    return (
      <LinkButton href={withQuery(paths.admin.users.new, { client_id: clientId })} size="small">
        {t('addPerson')}
      </LinkButton>
    );
  if (reason === 'clientInactive' || userId)
    return <AccessMend refusal={reason} userId={userId ?? ''} clientId={clientId} actions={actions} />;
  return (
    <LinkButton href={paths.admin.projects.show(id)} size="small">
      {t('choosePerson')}
    </LinkButton>
  );
}
