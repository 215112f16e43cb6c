import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { deactivateClientAction, reactivateClientAction, revokeClientPassAction } from '@/app/admin/clients/actions';
import { accessActions } from '@/app/admin/users/access-actions';
import { ClientFacts } from '@/components/clients/client-facts';
import { ClientPeople } from '@/components/clients/client-people';
import { ClientProjects } from '@/components/clients/client-projects';
import { ActionButton } from '@/components/forms/action-button';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { PassList } from '@/components/guests/pass-list';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { teamMember } from '@/lib/authz/guards';
import { getClient } from '@/lib/clients/queries';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { listLivePasses } from '@/lib/guests/team-queries';
import { paths, withQuery } from '@/lib/paths';
import { listTeamProjects } from '@/lib/projects/team-queries';
import { listUsers } from '@/lib/users/queries';

type Props = PageProps<'/admin/clients/[id]'>;

/** Maximum rows of projects and of users; the separate lists show all. */
const limit = 50;

/** Cached per request by the id: the page and its title share one read, but not the promise of the params. */
const load = cache(async (id: string) => {
  const me = await forPage(teamMember);
  return readPage(me, async (db) => ({
    me,
    client: await getClient(db, { id }),
    projects: await listTeamProjects(db, { clientId: id, limit }),
    people: await listUsers(db, { clientId: id, limit }),
    passes: me.userType === 'admin' ? await listLivePasses(db, id, limit) : [],
  }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(await pageId(params))).client.name };
}

export default async function ClientPage({ params }: Props) {
  const { me, client, projects, people, passes } = await load(await pageId(params));
  const { id, name, isActive, internalNotes } = client;
  const [t, list, state, ledger, guests, handover] = await Promise.all([
    getTranslations('clients.show'),
    getTranslations('clients.list'),
    getTranslations('clients.state'),
    getTranslations('ledger'),
    getTranslations('guests.team'),
    getTranslations('exports.team'),
  ]);
  const isAdmin = me.userType === 'admin';
  const ofClient = { client_id: id };
  const newProject = withQuery(isAdmin ? paths.admin.clients.new : paths.admin.projects.new, ofClient);

  return (
    <>
      <PageHeader
        title={name}
        trail={[{ href: paths.admin.clients.list, label: list('title') }]}
        badge={!isActive && <Badge tone="warn">{state('inactive')}</Badge>}
        actions={
          <>
            {isActive && <LinkButton href={paths.admin.newTicket(ofClient)}>{t('write')}</LinkButton>}
            {isAdmin && (
              <>
                <LinkButton href={paths.admin.ledger({ party_id: id })}>{ledger('account')}</LinkButton>
                <LinkButton href={paths.admin.clientExports(id)}>{handover('link')}</LinkButton>
                <LinkButton href={paths.admin.clients.edit(id)}>{t('edit')}</LinkButton>
                {isActive && (
                  <ConfirmButton
                    action={deactivateClientAction}
                    hidden={{ id }}
                    title={t('deactivateTitle', { name })}
                    description={t('deactivateText')}
                    confirm={t('deactivate')}
                    doneMessage={t('deactivated')}
                  >
                    {t('deactivate')}
                  </ConfirmButton>
                )}
              </>
            )}
          </>
        }
      />
      {!isActive && (
        <Alert
          tone="warn"
          className="mb-8"
          action={
            isAdmin && (
              <ActionButton action={reactivateClientAction} hidden={{ id }} doneMessage={t('reactivated')}>
                {t('reactivate')}
              </ActionButton>
            )
          }
        >
          {t('isInactive')}
        </Alert>
      )}
      <ClientFacts client={client} timeZone={me.tenant.timeZone} />
      <Section
        title={t('projects')}
        aside={projects.data.length > 0 && <TextLink href={newProject}>{t('newProject')}</TextLink>}
      >
        {projects.data.length > 0 ? (
          <ClientProjects projects={projects.data} />
        ) : (
          <EmptyState title={t('noProjects')} action={<LinkButton href={newProject}>{t('newProject')}</LinkButton>}>
            {t('noProjectsText')}
          </EmptyState>
        )}
        {projects.nextCursor && (
          <p className="mt-4">
            <TextLink href={withQuery(paths.admin.projects.list, ofClient)}>{t('allProjects')}</TextLink>
          </p>
        )}
      </Section>
      {isAdmin && (
        <Section
          title={t('people')}
          lead={people.data.length > 0 && t('peopleLead')}
          aside={
            people.data.length > 0 && (
              <TextLink href={withQuery(paths.admin.users.new, ofClient)}>{t('addPerson')}</TextLink>
            )
          }
        >
          {people.data.length > 0 ? (
            <ClientPeople people={people.data} label={t('people')} actions={accessActions} />
          ) : (
            <EmptyState
              title={t('noPeople')}
              action={<LinkButton href={withQuery(paths.admin.users.new, ofClient)}>{t('addPerson')}</LinkButton>}
            >
              {t('noPeopleText')}
            </EmptyState>
          )}
          {people.nextCursor && (
            <p className="mt-4">
              <TextLink href={withQuery(paths.admin.users.list, ofClient)}>{t('allPeople')}</TextLink>
            </p>
          )}
        </Section>
      )}
      {passes.length > 0 && (
        <Section title={guests('title')} lead={guests('lead')}>
          <PassList passes={passes} timeZone={me.tenant.timeZone} revoke={revokeClientPassAction} />
        </Section>
      )}
      {internalNotes && (
        <Section title={t('notes')} lead={t('notesLead')}>
          <p className="max-w-prose whitespace-pre-line">{internalNotes}</p>
        </Section>
      )}
    </>
  );
}
