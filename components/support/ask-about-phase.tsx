import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { paths } from '@/lib/paths';

/** The way to a ticket about one of the phases of a project. */
export function AskAboutPhase({ phases }: { phases: readonly { id: string; name: string }[] }) {
  const t = useTranslations('support.askPhase');
  return (
    <form
      method="get"
      action={paths.client.newTicket()}
      className="mt-10 flex flex-wrap items-center gap-3 print:hidden"
    >
      <input type="hidden" name="about_type" value="phase" />
      <Select
        name="about_id"
        aria-label={t('label')}
        placeholder={t('label')}
        options={phases.map(({ id: value, name: label }) => ({ value, label }))}
        className="min-w-0 flex-1 basis-48 sm:max-w-80"
      />
      <Button type="submit">{t('submit')}</Button>
    </form>
  );
}
