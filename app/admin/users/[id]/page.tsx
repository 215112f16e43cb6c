import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { viewAsAction } from '@/app/(auth)/actions';
import { accessActions } from '@/app/admin/users/access-actions';
import {
  createUserLinkAction,
  deactivateUserAction,
  mailPasswordLinkAction,
  reactivateUserAction,
  trustAddressAction,
} from '@/app/admin/users/actions';
import { ActionButton } from '@/components/forms/action-button';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/link-button';
import { List, ListRow } from '@/components/ui/list';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { AccessNote } from '@/components/users/access-note';
import { ErasedUser } from '@/components/users/erased-user';
import { LinkForm } from '@/components/users/link-form';
import { NoticeFate } from '@/components/users/notice-fate';
import { RefusedAddress } from '@/components/users/refused-address';
import { UserFacts } from '@/components/users/user-facts';
import { listNotices } from '@/lib/auth/security-notices';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { getUser, hasProjects, listContactProjects } from '@/lib/users/queries';

type Props = PageProps<'/admin/users/[id]'>;

/** Cached per request by the id: the page and its title share one read, but not the promise of the params. */
const load = cache(async (id: string) => {
  const me = await forPage(adminUser);
  return readPage(me, async (db) => {
    const user = await getUser(db, { id });
    const [notice] = user.hasPassword ? await listNotices(db, id, 1) : [];
    const projects = await listContactProjects(db, { id });
    // A project whose contact the person is belongs to their client.
    return { me, user, notice, projects, seesProjects: projects.length > 0 || (await hasProjects(db, user)) };
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(await pageId(params))).user.name };
}

export default async function UserPage({ params }: Props) {
  const { me, user, notice, projects, seesProjects } = await load(await pageId(params));
  const { id, name, isActive, userType } = user;
  const [t, list, state, link, seen, type, erasure] = await Promise.all([
    getTranslations('users.show'),
    getTranslations('users.list'),
    getTranslations('users.state'),
    getTranslations('users.link'),
    getTranslations('explain.seen'),
    getTranslations('terms.userType'),
    getTranslations('erasure'),
  ]);
  const { timeZone, locale } = me.tenant;
  if (user.erasedAt) return <ErasedUser user={user} timeZone={timeZone} />;
  const isMe = id === me.userId;

  return (
    <>
      <PageHeader
        title={name}
        eyebrow={type(userType)}
        trail={[{ href: paths.admin.users.list, label: list('title') }]}
        badge={isMe ? <Badge>{t('you')}</Badge> : !isActive && <Badge tone="warn">{state('inactive')}</Badge>}
        actions={
          <>
            {userType === 'client' && (
              <LinkButton href={paths.admin.seenBy(id)} look="quiet">
                {seen('link', { name })}
              </LinkButton>
            )}
            {userType === 'client' && user.portalAccess && (
              <ActionButton action={viewAsAction} hidden={{ id }}>
                {t('viewAs')}
              </ActionButton>
            )}
            <LinkButton href={paths.admin.users.edit(id)}>{t('edit')}</LinkButton>
            {!isMe && (
              <LinkButton href={paths.admin.eraseUser(id)} look="quiet">
                {erasure('open')}
              </LinkButton>
            )}
            {isActive && !isMe && (
              <ConfirmButton
                action={deactivateUserAction}
                hidden={{ id }}
                title={t('deactivateTitle', { name })}
                description={t('deactivateText')}
                confirm={t('deactivate')}
                doneMessage={t('deactivated')}
              >
                {t('deactivate')}
              </ConfirmButton>
            )}
            {!isActive && userType !== 'client' && (
              <ActionButton action={reactivateUserAction} hidden={{ id }} doneMessage={t('reactivated')}>
                {t('reactivate')}
              </ActionButton>
            )}
          </>
        }
      />
      <RefusedAddress user={user} timeZone={timeZone} trust={trustAddressAction} />
      <UserFacts user={user} timeZone={timeZone} tenantLocale={locale} />
      {userType === 'client' && (
        <Section title={t('portal')}>
          <AccessNote user={user} seesProjects={seesProjects} actions={accessActions} />
        </Section>
      )}
      {notice && !isMe && (
        <Section title={link('noticeTitle')}>
          <NoticeFate notice={notice} timeZone={timeZone} />
        </Section>
      )}
      {isActive && !isMe && !(userType === 'admin' && user.hasPassword) && (
        <Section title={link('title')}>
          <LinkForm user={user} action={createUserLinkAction} />
        </Section>
      )}
      {isActive && !isMe && userType === 'admin' && user.hasPassword && env().mail.smtp && (
        <Section title={link('title')}>
          <p className="mb-4 max-w-prose text-ink-soft">{link('mailLead', { name })}</p>
          <ActionButton action={mailPasswordLinkAction} hidden={{ id }} doneMessage={link('mailed', { name })}>
            {link('mail')}
          </ActionButton>
        </Section>
      )}
      {projects.length > 0 && (
        <Section title={t('contactOf')}>
          <List label={t('contactOf')}>
            {projects.map((project) => (
              <ListRow key={project.id} href={paths.admin.projects.show(project.id)} title={project.name} />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
