import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { viewAsAction } from '@/app/(auth)/actions';
import { ShownList } from '@/components/explain/shown-list';
import { ActionButton } from '@/components/forms/action-button';
import { Alert } from '@/components/ui/alert';
import { Facts } from '@/components/ui/facts';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { notFound } from '@/lib/errors';
import { explainedTypes } from '@/lib/explain/rule';
import { getSeen } from '@/lib/explain/seen/team-queries';
import { formatInstant } from '@/lib/format';
import { formatCount } from '@/lib/intl';
import { paths } from '@/lib/paths';
import { getUser } from '@/lib/users/queries';

type Props = PageProps<'/admin/users/[id]/sees'>;

/** Cached per request by the id: the page and its title share one read. */
const load = cache(async (id: string) => {
  const me = await forPage(adminUser);
  return readPage(me, async (db) => {
    const user = await getUser(db, { id });
    if (user.userType !== 'client') throw notFound();
    const { client, refusal } = user;
    return { me, user, seen: client && !refusal ? await getSeen(db, { userId: id, clientId: client.id }, me) : null };
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { user } = await load(await pageId(params));
  return { title: (await getTranslations('explain.seen'))('title', { name: user.name }) };
}

export default async function SeenPage({ params }: Props) {
  const { me, user, seen } = await load(await pageId(params));
  const { id, name, client, refusal, lastSignInAt } = user;
  const [t, list, show, locale] = await Promise.all([
    getTranslations('explain.seen'),
    getTranslations('users.list'),
    getTranslations('users.show'),
    getLocale(),
  ]);
  const { timeZone } = me.tenant;
  const at = (instant: string | null) =>
    instant ? formatInstant(new Date(instant), { locale, timeZone }) : t('never');
  return (
    <>
      <PageHeader
        title={t('title', { name })}
        eyebrow={client?.name}
        trail={[
          { href: paths.admin.users.list, label: list('title') },
          { href: paths.admin.users.show(id), label: name },
        ]}
        actions={
          seen && (
            <ActionButton action={viewAsAction} hidden={{ id }}>
              {show('viewAs')}
            </ActionButton>
          )
        }
      />
      {refusal && (
        <Alert
          tone="warn"
          title={t('nothing', { name })}
          action={
            <LinkButton href={paths.admin.users.show(id)} size="small">
              {t('toPerson')}
            </LinkButton>
          }
        >
          {show(`reason.${refusal}`, { client: client?.name ?? '' })}
        </Alert>
      )}
      {seen && (
        <>
          <Facts
            columns={2}
            facts={[
              { label: t('lastSignIn'), value: at(lastSignInAt) },
              { label: t('lastSeen'), value: at(seen.lastSeenAt) },
            ]}
          />
          <Section title={t('now')}>
            <dl className="grid grid-cols-2 gap-x-8 gap-y-5 sm:grid-cols-3 lg:grid-cols-5">
              {explainedTypes.map((type) => (
                <div key={type}>
                  <dt className="eyebrow">{t(`counts.${type}`)}</dt>
                  <dd className="numerals mt-1 font-serif text-section">{formatCount(seen.counts[type], locale)}</dd>
                </div>
              ))}
            </dl>
          </Section>
          <Section title={t('shown')} lead={t('shownLead', { name })}>
            <ShownList shown={seen.shown} name={name} timeZone={timeZone} />
          </Section>
        </>
      )}
    </>
  );
}
