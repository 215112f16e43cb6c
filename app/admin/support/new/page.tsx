import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { openTicketForAction } from '@/app/admin/support/actions';
import { Messages } from '@/components/layout/messages';
import { ClientStep } from '@/components/support/client-step';
import { TicketForm } from '@/components/support/ticket-form';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { teamMember } from '@/lib/authz/guards';
import { listClientChoices } from '@/lib/clients/queries';
import { onceMark } from '@/lib/doors/once-mark';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { recordId } from '@/lib/fields';
import { paths } from '@/lib/paths';
import { acceptOf, uploadKinds } from '@/lib/storage/kinds';
import { listPortalPeople, listProjectsOf } from '@/lib/support/opening/team-queries';
import { ticketCategories, ticketPriorities } from '@/lib/support/rule';
import { mostFiles } from '@/lib/support/uploads';

const query = z.strictObject({ clientId: recordId().optional(), projectId: recordId().optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('support.write'))('title') };
}

/** A ticket for a person of a client: first the client, then the person and what it is about. Both steps are plain forms. */
export default async function WriteTicketPage({ searchParams }: PageProps<'/admin/support/new'>) {
  const me = await forPage(teamMember);
  const { clientId, projectId } = await pageFilter(query, searchParams);
  const { clients, people, projects } = await readPage(me, async (db) => ({
    clients: await listClientChoices(db, clientId),
    people: clientId ? await listPortalPeople(db, { clientId }) : [],
    projects: clientId ? await listProjectsOf(db, { clientId }) : [],
  }));
  const [t, words] = await Promise.all([getTranslations('support.write'), getTranslations('support')]);
  const client = clients.options.find(({ id }) => id === clientId);
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id: value, name: label }) => ({ value, label }));
  const choices = {
    categories: ticketCategories.map((value) => ({ value, label: words(`category.${value}`) })),
    priorities: ticketPriorities.map((value) => ({ value, label: words(`priority.${value}`) })),
    projects: named(projects),
  };
  return (
    <>
      <PageHeader
        title={client ? t('titleTo', { client: client.name }) : t('title')}
        lead={t('lead')}
        trail={[{ href: paths.admin.support, label: words('inbox.title') }]}
      />
      <ClientStep clients={clients} chosen={client?.id} />
      {client && people.length === 0 && (
        <EmptyState
          title={t('nobody', { client: client.name })}
          icon={<Icon name="user-round" />}
          action={<LinkButton href={paths.admin.clients.show(client.id)}>{t('toClient')}</LinkButton>}
        >
          {t('nobodyText')}
        </EmptyState>
      )}
      {client && people.length > 0 && (
        <Messages
          for={[
            'support.openNew',
            'support.files',
            'errors.field.required',
            'errors.field.tooLong',
            'errors.field.tooNested',
          ]}
        >
          <TicketForm
            key={client.id}
            area="admin"
            people={named(people)}
            action={openTicketForAction}
            hidden={onceMark()}
            choices={choices}
            projectId={projects.some(({ id }) => id === projectId) ? (projectId ?? null) : null}
            accept={acceptOf('attachment')}
            mostFiles={mostFiles}
            maxBytes={uploadKinds.attachment.maxBytes}
          />
        </Messages>
      )}
    </>
  );
}
