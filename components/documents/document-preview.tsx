import { useTranslations } from 'next-intl';
import { PdfPages } from '@/components/documents/pdf-pages';
import { Messages } from '@/components/layout/messages';
import { buttonClass } from '@/components/ui/button';
import { previewOf } from '@/lib/documents/rule';

type Props = { address: string; contentType: string; title: string };

/** Embeds a file in the page on browsers that support it; phones have no viewer that can be embedded. */
export function DocumentPreview({ address, contentType, title }: Props) {
  const t = useTranslations('documents.preview');
  const kind = previewOf(contentType);
  if (kind === 'image')
    return <img src={address} alt={title} className="max-h-[80vh] w-auto max-w-full rounded-card shadow-raised" />;
  if (kind === 'pdf')
    return (
      <>
        <Messages for={['documents.preview']}>
          <PdfPages key={address} address={address} />
        </Messages>
        <noscript>
          <a href={address} className={buttonClass()}>
            {t('open')}
          </a>
        </noscript>
      </>
    );
  return <p className="text-ink-soft">{t('none')}</p>;
}
