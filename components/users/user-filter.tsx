import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ClientName } from '@/lib/clients/schemas';

type Props = {
  search: string | undefined;
  clientId: string | undefined;
  /** The other filters, which stay as they are. */
  keep: Record<string, string | undefined>;
  clients: ClientName[];
};

/** Narrows the list of people: a GET form, so that the address tells what is shown. */
export function UserFilter({ search, clientId, keep, clients }: Props) {
  const t = useTranslations('users.list');
  return (
    <search className="mb-8">
      <form className="flex flex-wrap gap-3">
        {Object.entries(keep).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Input
          type="search"
          name="search"
          aria-label={t('search')}
          placeholder={t('search')}
          defaultValue={search ?? ''}
          className="sm:max-w-80"
        />
        <Select
          name="client_id"
          aria-label={t('client')}
          placeholder={t('allClients')}
          defaultValue={clientId ?? ''}
          options={clients.map(({ id, name }) => ({ value: id, label: name }))}
          className="min-w-0 flex-1 sm:max-w-60"
        />
        <Button type="submit">{t('show')}</Button>
      </form>
    </search>
  );
}
