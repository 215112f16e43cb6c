'use client';

import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import { FormContext } from '@/components/forms/form-context';
import { SeenProject } from '@/components/onboarding/seen-project';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/link-button';
import { ReadyMessage } from '@/components/users/ready-message';
import type { OnboardedClient } from '@/lib/onboarding/schemas';
import { paths, withQuery } from '@/lib/paths';

/** What the surrounding form has created: a message for each person, the project as they see it, and what to do next. */
export function Onboarded({ business }: { business: string }) {
  const t = useTranslations('onboarding.done');
  const { state } = useContext(FormContext);
  // FormContext serves every form, so it does not know the data type of this form's action.
  const made = state.status === 'done' ? (state.data as OnboardedClient | undefined) : undefined;
  if (!made) return null;
  const { client, project, links } = made;
  return (
    <div className="space-y-6">
      {links.length === 0 && !made.hasPeople && (
        <Alert
          tone="warn"
          title={t('nobody', { client: client.name })}
          action={
            <LinkButton href={withQuery(paths.admin.users.new, { client_id: client.id })} size="small">
              {t('addPerson')}
            </LinkButton>
          }
        >
          {t('nobodyText')}
        </Alert>
      )}
      {links.map((link) => (
        <ReadyMessage key={link.id} link={link} />
      ))}
      {project && (
        <section className="space-y-4 pt-6">
          <h2 className="text-section">{t('seen', { client: client.name })}</h2>
          <SeenProject business={business} name={project.name} phases={project.phases} />
        </section>
      )}
      <section className="space-y-4 pt-6">
        <h2 className="text-section">{t('next')}</h2>
        <div className="flex flex-wrap gap-3">
          {project ? (
            <>
              <LinkButton href={paths.admin.projects.show(project.id)} look="primary">
                {t('openProject')}
              </LinkButton>
              <LinkButton href={paths.admin.projects.photos(project.id)}>{t('addPhotos')}</LinkButton>
              <LinkButton href={paths.admin.projects.documents(project.id)}>{t('addDocument')}</LinkButton>
            </>
          ) : (
            <LinkButton href={withQuery(paths.admin.clients.new, { client_id: client.id })} look="primary">
              {t('addProject')}
            </LinkButton>
          )}
          <LinkButton href={paths.admin.clients.show(client.id)} look="quiet">
            {t('openClient', { client: client.name })}
          </LinkButton>
        </div>
      </section>
    </div>
  );
}
