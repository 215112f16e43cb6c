import { useTranslations } from 'next-intl';
import { SettingSwitch } from '@/components/settings/setting-switch';
import { SettingsSection } from '@/components/settings/settings-section';
import type { FormAction } from '@/lib/forms/form-state';

type Props = { action: FormAction; version: string; shown: boolean };

/** Whether clients read how planned dates moved. */
export function DatesSection({ shown, ...form }: Props) {
  const t = useTranslations('schedule.settings');
  return (
    <SettingsSection title={t('title')} lead={t('lead')} {...form}>
      <SettingSwitch name="dateHistoryShown" label={t('shown')} hint={t('shownHint')} checked={shown} />
    </SettingsSection>
  );
}
