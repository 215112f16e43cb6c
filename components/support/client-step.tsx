import { useTranslations } from 'next-intl';
import { Messages } from '@/components/layout/messages';
import { Picker } from '@/components/picker/picker';
import { Button } from '@/components/ui/button';
import type { Choices } from '@/lib/choices';
import { paths } from '@/lib/paths';

/** Chooses the client to write to, by which the rest of the page is made. */
export function ClientStep({ clients, chosen }: { clients: Choices; chosen: string | undefined }) {
  const t = useTranslations('support.write');
  return (
    <form method="get" action={paths.admin.newTicket()} className="mb-10 flex max-w-form flex-wrap items-center gap-3">
      <Messages for={['common.picker']}>
        <Picker
          id="client"
          name="client_id"
          aria-label={t('client')}
          placeholder={t('client')}
          choices={clients}
          value={chosen}
          className="min-w-0 flex-1 basis-48"
        />
      </Messages>
      <Button type="submit">{chosen ? t('other') : t('choose')}</Button>
    </form>
  );
}
