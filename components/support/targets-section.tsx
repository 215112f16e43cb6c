import { useTranslations } from 'next-intl';
import { TextField } from '@/components/forms/text-field';
import { SettingsSection } from '@/components/settings/settings-section';
import type { FormAction } from '@/lib/forms/form-state';
import type { Targets } from '@/lib/support/rule';

type Props = { targets: Targets; action: FormAction; version: string };

/** Within how many hours the business means to answer. */
export function TargetsSection({ targets, ...form }: Props) {
  const t = useTranslations('support.targets');
  const textOf = (hours: number | null) => (hours === null ? '' : String(hours));
  return (
    <SettingsSection title={t('title')} lead={t('lead')} {...form}>
      <TextField
        name="firstResponseHours"
        label={t('first')}
        hint={t('hint')}
        inputMode="numeric"
        defaultValue={textOf(targets.firstResponseHours)}
      />
      <TextField
        name="resolutionHours"
        label={t('resolution')}
        inputMode="numeric"
        defaultValue={textOf(targets.resolutionHours)}
      />
    </SettingsSection>
  );
}
