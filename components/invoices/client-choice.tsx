import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { FilterForm } from '@/components/ui/filter-form';
import { Select } from '@/components/ui/select';
import { paths } from '@/lib/paths';

/** Asks for the client of a new invoice, whose currency and projects its form then has. */
export function ClientChoice({ clients }: { clients: { id: string; name: string }[] }) {
  const t = useTranslations('invoices.form');
  return (
    <FilterForm address={paths.admin.invoices.new} className="max-w-form space-y-6">
      <div>
        <label htmlFor="client" className="mb-1.5 block text-[0.9375rem] font-medium">
          {t('client')}
        </label>
        <Select
          id="client"
          name="client"
          required
          placeholder={t('chooseClient')}
          options={clients.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <Button type="submit" look="primary" className="scripted:hidden">
        {t('go')}
      </Button>
    </FilterForm>
  );
}
