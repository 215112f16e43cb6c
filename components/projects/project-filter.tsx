import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';

type Props = {
  search: string | undefined;
  clientId: string | undefined;
  status: string | undefined;
  clients: { id: string; name: string }[];
};

/** Narrows the list of projects: a GET form, so that the address tells what is shown. The status stays as it is. */
export function ProjectFilter({ search, clientId, status, clients }: Props) {
  const t = useTranslations('projects.list');
  return (
    <search className="mb-8">
      <form className="flex flex-wrap gap-3">
        {status && <input type="hidden" name="status" value={status} />}
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
