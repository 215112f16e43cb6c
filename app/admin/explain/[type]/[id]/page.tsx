import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { accessActions } from '@/app/admin/users/access-actions';
import { OnceShown } from '@/components/explain/once-shown';
import { PersonList } from '@/components/explain/person-list';
import { recordAddress } from '@/components/explain/record-address';
import { WillSee } from '@/components/explain/will-see';
import { OpeningList } from '@/components/openings/opening-list';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { Tabs } from '@/components/ui/tabs';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { aheadTypes } from '@/lib/explain/rule';
import { type Explanation, explainedType, explainOrder } from '@/lib/explain/schemas';
import { explainTo, getExplained } from '@/lib/explain/team-queries';
import { isOpened, mostOpenings } from '@/lib/openings/rule';
import { listRecordOpenings } from '@/lib/openings/team-queries';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

type Props = PageProps<'/admin/explain/[type]/[id]'>;

const shownPeople = pageQuery(explainOrder).extend({
  people: z.enum(['client', 'everybody']).default('client'),
  ahead: z.enum(aheadTypes).optional(),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('explain'))('title') };
}

export default async function ExplainPage({ params, searchParams }: Props) {
  const me = await forPage(adminUser);
  const id = await pageId(params);
  const { data: type } = explainedType.safeParse((await params).type);
  if (!type) notFound();
  const { people: shown, ...query } = await pageFilter(shownPeople, searchParams);
  const { record, page, openings } = await readPage(me, async (db) => {
    const record = await getExplained(db, { type, id });
    const client = shown === 'client' ? { clientId: record.clientId } : {};
    return {
      record,
      page: await explainTo(db, record, { ...query, ...client }, me),
      openings: isOpened(type)
        ? await listRecordOpenings(db, { recordType: type, recordId: id, limit: mostOpenings })
        : null,
    };
  });
  const t = await getTranslations('explain');
  const { clientName: client, hiddenBy } = record;
  const people = page.data;
  const title = record.title || t('untitled', { type: t(`type.${type}`) });
  // What will be made in a project is seen by those who see the project.
  const ahead = type === 'project' && shown === 'client' ? query.ahead : undefined;
  const isAhead = ahead !== undefined || (hiddenBy !== null && shown === 'client');
  const sees = ({ sees, willSee }: Explanation) => (ahead ? sees : willSee);
  // Those who will see it stand above, with the mail they get.
  const listed = isAhead ? people.filter((person) => !sees(person)) : people;
  const everybody = shown === 'everybody' ? ({ people: 'everybody' } as const) : {};
  const filter = { ahead: query.ahead };
  return (
    <>
      <PageHeader
        title={ahead ? t(`ahead.${ahead}.title`) : t(isAhead ? 'lookAhead' : 'title')}
        eyebrow={`${t(`type.${type}`)} · ${client}`}
        trail={[{ href: recordAddress(record), label: title }]}
        lead={t(ahead ? 'ahead.lead' : 'lead', {
          client,
          count: people.filter(({ sees, clientId }) => sees && clientId === record.clientId).length,
        })}
      />
      {hiddenBy && isAhead && <OnceShown record={record} hiddenBy={hiddenBy} people={people.filter(sees)} />}
      {ahead && <WillSee client={client} people={people.filter(sees)} />}
      <Tabs
        label={t('views')}
        className="mt-12 mb-4"
        tabs={[
          {
            href: paths.admin.explain(type, id, filter),
            label: t('ofClient', { client }),
            current: shown === 'client',
          },
          {
            href: paths.admin.explain(type, id, { ...filter, people: 'everybody' }),
            label: t('everybody'),
            current: shown === 'everybody',
          },
        ]}
      />
      {people.length === 0 ? (
        <EmptyState
          title={t('nobody.title', { client })}
          action={
            <LinkButton href={withQuery(paths.admin.users.new, { client_id: record.clientId })}>
              {t('nobody.add')}
            </LinkButton>
          }
        >
          {t('nobody.text', { client })}
        </EmptyState>
      ) : listed.length === 0 ? (
        <p className="text-ink-soft">{t('above', { client })}</p>
      ) : (
        <PersonList people={listed} actions={accessActions} />
      )}
      <Pagination
        firstHref={query.cursor ? paths.admin.explain(type, id, { ...filter, ...everybody }) : null}
        nextHref={
          page.nextCursor ? paths.admin.explain(type, id, { ...filter, ...everybody, cursor: page.nextCursor }) : null
        }
      />
      {openings && (
        <Section title={t('openings.title')} lead={t('openings.lead')}>
          <OpeningList openings={openings.data} timeZone={me.tenant.timeZone} />
        </Section>
      )}
    </>
  );
}
