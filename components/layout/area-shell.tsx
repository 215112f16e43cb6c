import { useTranslations } from 'next-intl';
import { Accent } from '@/components/layout/accent';
import { Frame, type FrameProps } from '@/components/layout/frame';

type Props = Omit<FrameProps, 'words'> & { accent: string };

/** The shell of an area, in the tenant's accent colour. */
export function AreaShell({ accent, ...rest }: Props) {
  const t = useTranslations('common.nav');
  const words = {
    ...{ skip: t('skip'), main: t('main'), more: t('more'), menu: t('menu') },
    account: t('account', { name: rest.account.name }),
  };
  return (
    <>
      <Accent colour={accent} />
      <Frame {...rest} words={words} />
    </>
  );
}
