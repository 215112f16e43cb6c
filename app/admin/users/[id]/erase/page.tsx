import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { eraseUserAction } from '@/app/admin/users/[id]/erase/actions';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Alert } from '@/components/ui/alert';
import { CsvLink } from '@/components/ui/csv-link';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { ErasureProtocol } from '@/components/users/erasure-protocol';
import { FateList } from '@/components/users/fate-list';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';
import { findErasure } from '@/lib/users/erasure/queries';
import { fates, partsOf } from '@/lib/users/erasure/rule';
import { getUser } from '@/lib/users/queries';

type Props = PageProps<'/admin/users/[id]/erase'>;

const load = cache(async (id: string) => {
  const me = await forPage(adminUser);
  return readPage(me, async (db) => ({
    ...{ me, user: await getUser(db, { id }), erasure: await findErasure(db, { id }) },
  }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ user, erasure }, t] = await Promise.all([load(await pageId(params)), getTranslations('erasure')]);
  return { title: erasure ? t('protocol') : t('title', { name: user.name }) };
}

export default async function EraseUserPage({ params }: Props) {
  const { me, user, erasure } = await load(await pageId(params));
  const [t, list] = await Promise.all([getTranslations('erasure'), getTranslations('users.list')]);
  const { id, name, email, userType } = user;
  const trail = [
    { href: paths.admin.users.list, label: list('title') },
    { href: paths.admin.users.show(id), label: name },
  ];
  if (erasure)
    return (
      <div className="max-w-4xl">
        <PageHeader
          title={t('protocol')}
          lead={t('protocolLead')}
          trail={trail}
          actions={<CsvLink href={paths.files.erasureCsv(id)} />}
        />
        <ErasureProtocol erasure={erasure} timeZone={me.tenant.timeZone} />
      </div>
    );
  const isMe = id === me.userId;
  return (
    <div className="max-w-3xl">
      <PageHeader title={t('title', { name })} lead={t('lead')} trail={trail} />
      {fates.map((fate) => (
        <Section key={fate} title={t(`fate.${fate}`)} lead={t(`fateLead.${fate}`)}>
          <FateList parts={partsOf(userType, fate)} />
        </Section>
      ))}
      <Section title={t('limits')}>
        <p className="max-w-prose text-ink-soft">{t(userType === 'client' ? 'limitsClient' : 'limitsTeam')}</p>
      </Section>
      <Section title={t('confirm')}>
        {isMe ? (
          <Alert tone="warn">{t('notYourself')}</Alert>
        ) : (
          <Form action={eraseUserAction} hidden={{ id }}>
            <p className="max-w-prose text-ink-soft">{t('confirmLead', { email })}</p>
            <TextField name="email" type="email" label={t('email')} autoComplete="off" required maxLength={320} />
            <SubmitButton look="danger">{t('erase')}</SubmitButton>
          </Form>
        )}
      </Section>
    </div>
  );
}
