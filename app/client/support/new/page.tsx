import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { openTicketAction } from '@/app/client/support/actions';
import { Messages } from '@/components/layout/messages';
import { TicketForm } from '@/components/support/ticket-form';
import { TopicCard } from '@/components/support/topic-card';
import { PageHeader } from '@/components/ui/page-header';
import { clientUser } from '@/lib/authz/guards';
import { onceMark } from '@/lib/doors/once-mark';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { recordId } from '@/lib/fields';
import { paths } from '@/lib/paths';
import { listProjectChoices } from '@/lib/projects/queries';
import { acceptOf, uploadKinds } from '@/lib/storage/kinds';
import { ticketCategories, ticketPriorities } from '@/lib/support/rule';
import { findTopicRecord } from '@/lib/support/topics/queries';
import { topicTypes } from '@/lib/support/topics/rule';
import { mostFiles } from '@/lib/support/uploads';

const query = z.strictObject({
  aboutType: z.enum(topicTypes).optional(),
  aboutId: recordId().optional(),
  projectId: recordId().optional(),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('support.openNew'))('title') };
}

export default async function NewTicketPage({ searchParams }: PageProps<'/client/support/new'>) {
  const me = await forPage(clientUser);
  const { aboutType: type, aboutId: id, projectId } = await pageFilter(query, searchParams);
  const about = type && id ? { type, id } : null;
  const { asked, projects } = await readPage(me, async (db) => ({
    asked: about && (await findTopicRecord(db, about)),
    projects: await listProjectChoices(db),
  }));
  const [t, list] = await Promise.all([getTranslations('support.openNew'), getTranslations('support')]);
  const choices = {
    categories: ticketCategories.map((value) => ({ value, label: list(`category.${value}`) })),
    priorities: ticketPriorities.map((value) => ({ value, label: list(`priority.${value}`) })),
    projects: projects.map(({ id: value, name: label }) => ({ value, label })),
  };
  return (
    <div className="max-w-page">
      <PageHeader
        title={t('title')}
        lead={t('lead', { tenant: me.tenant.name })}
        trail={[{ href: paths.client.support, label: list('title') }]}
      />
      {about && asked && (
        <TopicCard topic={{ ...asked.snapshot, ...about }} area="client" className="mb-8 max-w-form" />
      )}
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
          area="client"
          action={openTicketAction}
          hidden={{ ...onceMark(), ...(about && asked ? { 'about.type': about.type, 'about.id': about.id } : {}) }}
          choices={choices}
          projectId={asked?.projectId ?? projectId ?? null}
          accept={acceptOf('attachment')}
          mostFiles={mostFiles}
          maxBytes={uploadKinds.attachment.maxBytes}
        />
      </Messages>
    </div>
  );
}
