import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { OrielMark } from '@/components/layout/oriel-mark';
import { SideShell } from '@/components/layout/side-shell';
import { defaultAccent } from '@/lib/accent';

type Props = Omit<ComponentProps<typeof SideShell>, 'name' | 'accent' | 'logo'>;

/** The shell of the platform area, with the portal's own name and colour. */
export function PlatformShell(props: Props) {
  const t = useTranslations('common.app');
  return <SideShell name={t('name')} accent={defaultAccent} logo={<OrielMark className="size-8" />} {...props} />;
}
