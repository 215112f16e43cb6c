import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requestHandoverAction } from '@/app/admin/clients/[id]/export/actions';
import { ExportList } from '@/components/exports/export-list';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { adminUser } from '@/lib/authz/guards';
import { getClient } from '@/lib/clients/queries';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { listClientExports } from '@/lib/exports/team-queries';
import { formatInstant } from '@/lib/intl';
import { paths } from '@/lib/paths';
import { listViewers } from '@/lib/projects/team-queries';

type Props = PageProps<'/admin/clients/[id]/export'>;

/** The archives that this page shows; earlier ones have expired. */
const shown = 20;

const load = cache(async (id: string) => {
  const me = await forPage(adminUser);
  return readPage(me, async (db) => ({
    me,
    client: await getClient(db, { id }),
    people: await listViewers(db, { clientId: id }),
    exports: await listClientExports(db, { id, limit: shown }, { known: true }),
  }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { client } = await load(await pageId(params));
  return { title: `${(await getTranslations('exports.team'))('title')} · ${client.name}` };
}

export default async function ClientHandoverPage({ params }: Props) {
  const { me, client, people, exports: list } = await load(await pageId(params));
  const [t, team, clients, locale] = await Promise.all([
    getTranslations('exports'),
    getTranslations('exports.team'),
    getTranslations('clients.list'),
    getLocale(),
  ]);
  const { timeZone } = me.tenant;
  const readers = people.filter(({ refusal }) => refusal === null).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={team('title')}
        lead={team('lead', { client: client.name })}
        trail={[
          { href: paths.admin.clients.list, label: clients('title') },
          { href: paths.admin.clients.show(client.id), label: client.name },
        ]}
      />
      {readers.length === 0 ? (
        <EmptyState title={team('nobody')} />
      ) : (
        <Form action={requestHandoverAction} hidden={{ id: client.id }} doneMessage={t('asked')}>
          <SelectField
            name="userId"
            label={team('person')}
            hint={team('personHint')}
            required
            defaultValue={readers[0]?.value ?? null}
            options={readers}
          />
          <SubmitButton>{team('make')}</SubmitButton>
        </Form>
      )}
      <Section title={t('list')} lead={t('kept')}>
        {list.data.length === 0 && <EmptyState title={team('empty')} />}
        <ExportList
          timeZone={timeZone}
          exports={list.data.map(({ askedByName: by, userName, ...one }) => ({
            ...one,
            about: t('madeBy', {
              by,
              name: userName ?? '',
              at: formatInstant(new Date(one.createdAt), { locale, timeZone }),
            }),
            address: paths.files.clientExport('admin', one.id),
          }))}
        />
      </Section>
    </div>
  );
}
