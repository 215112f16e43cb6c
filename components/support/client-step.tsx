import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { type Option, Select } from '@/components/ui/select';
import { paths } from '@/lib/paths';

/** Chooses the client to write to, by which the rest of the page is made. */
export function ClientStep({ clients, chosen }: { clients: readonly Option[]; chosen: string | undefined }) {
  const t = useTranslations('support.write');
  return (
    <form method="get" action={paths.admin.newTicket()} className="mb-10 flex max-w-form flex-wrap items-center gap-3">
      <Select
        name="client_id"
        aria-label={t('client')}
        placeholder={t('client')}
        options={clients}
        defaultValue={chosen}
        className="min-w-0 flex-1 basis-48"
      />
      <Button type="submit">{chosen ? t('other') : t('choose')}</Button>
    </form>
  );
}
