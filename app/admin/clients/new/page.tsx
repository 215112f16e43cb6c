import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { z } from 'zod';
import { onboardClientAction } from '@/app/admin/clients/actions';
import { accessActions } from '@/app/admin/users/access-actions';
import { ActionButton } from '@/components/forms/action-button';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { UntilDone } from '@/components/forms/until-done';
import { Messages } from '@/components/layout/messages';
import { ClientPart } from '@/components/onboarding/client-part';
import { LivePreview } from '@/components/onboarding/live-preview';
import { Onboarded } from '@/components/onboarding/onboarded';
import { PeoplePart } from '@/components/onboarding/people-part';
import { ProjectPart } from '@/components/onboarding/project-part';
import type { TemplateChoice } from '@/components/onboarding/template-choice';
import { Alert } from '@/components/ui/alert';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { getClient } from '@/lib/clients/queries';
import { today } from '@/lib/dates';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { recordId } from '@/lib/fields';
import { fallbackLocale, supported } from '@/lib/i18n/locales';
import { paths } from '@/lib/paths';
import { listOwnTemplates, listPhaseTemplates } from '@/lib/projects/templates/queries';
import { builtInPhases, builtInTemplates } from '@/lib/projects/templates/rule';
import type { PhaseTemplateChoices, PhaseTemplateDetail } from '@/lib/projects/templates/schemas';

/** An existing client that gets a project and people, instead of a new one. */
const preset = z.object({ clientId: recordId().optional() });

/** Cached per request by the id: the page and its title share one read. */
const load = cache(async (clientId: string | undefined) => {
  const me = await forPage(adminUser);
  return readPage(me, async (db) => ({
    me,
    client: clientId === undefined ? null : await getClient(db, { id: clientId }),
    templates: await listPhaseTemplates(db),
    own: (await listOwnTemplates(db, { limit: 100 })).data,
  }));
});

type Props = PageProps<'/admin/clients/new'>;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { client } = await load((await pageFilter(preset, searchParams)).clientId);
  const t = await getTranslations('onboarding');
  return { title: client ? t('existing', { client: client.name }) : t('new') };
}

/** Takes on a client in one go: account, people, project and phases, and then a message for each person. */
export default async function OnboardClientPage({ searchParams }: Props) {
  const { me, client, templates, own } = await load((await pageFilter(preset, searchParams)).clientId);
  const [t, list, show] = await Promise.all([
    getTranslations('onboarding'),
    getTranslations('clients.list'),
    getTranslations('clients.show'),
  ]);
  const { name: business, timeZone, currency, locale } = me.tenant;
  const known = await choicesOf(templates, own, locale);
  const trail = [
    { href: paths.admin.clients.list, label: list('title') },
    ...(client ? [{ href: paths.admin.clients.show(client.id), label: client.name }] : []),
  ];
  const project = <ProjectPart today={today(timeZone)} templates={templates} />;
  return (
    <>
      <PageHeader
        title={client ? t('existing', { client: client.name }) : t('new')}
        lead={client ? t('existingLead') : t('newLead')}
        trail={trail}
      />
      {client && !client.isActive && (
        <Alert
          tone="warn"
          className="mb-8"
          action={
            <ActionButton action={accessActions.reactivateClient} hidden={{ id: client.id }}>
              {show('reactivate')}
            </ActionButton>
          }
        >
          {show('isInactive')}
        </Alert>
      )}
      <Form
        key={client?.id ?? 'new'}
        action={onboardClientAction}
        doneMessage={t('done.title')}
        {...(client && { hidden: { clientId: client.id } })}
      >
        <UntilDone>
          {client ? project : <ClientPart currency={currency} />}
          <PeoplePart />
          {!client && project}
          <Messages for={['onboarding.seen']}>
            <LivePreview business={business} templates={known} />
          </Messages>
          <SubmitButton>{t('submit')}</SubmitButton>
        </UntilDone>
        <Messages for={['onboarding.done', 'onboarding.seen', 'users.link.made']}>
          <Onboarded business={business} />
        </Messages>
      </Form>
    </>
  );
}

/** The templates as the preview knows them. Built-in names are in the language of the business, as they will be stored. */
async function choicesOf(
  { projects }: PhaseTemplateChoices,
  own: readonly PhaseTemplateDetail[],
  tenantLocale: string,
): Promise<TemplateChoice[]> {
  const locale = supported(tenantLocale) ?? fallbackLocale;
  const [names, t] = await Promise.all([
    getTranslations({ locale, namespace: 'templates' }),
    getTranslations('onboarding.seen'),
  ]);
  return [
    ...builtInTemplates.map((key) => ({
      value: `built-in:${key}`,
      phases: builtInPhases(key, (phase) => names(`phase.${phase}`)).map(({ name, days }) => ({ name, days })),
    })),
    ...own.map(({ id, phases }) => ({
      value: `own:${id}`,
      phases: phases.map(({ name, days }) => ({ name, days })),
    })),
    ...projects.map(({ id, name }) => ({ value: `project:${id}`, phases: [], note: t('copied', { project: name }) })),
  ];
}
