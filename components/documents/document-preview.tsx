import { useTranslations } from 'next-intl';
import { PdfPages } from '@/components/documents/pdf-pages';
import { Messages } from '@/components/layout/messages';
import { buttonClass } from '@/components/ui/button';
import { previewOf } from '@/lib/documents/rule';

type Props = { address: string; contentType: string; title: string };

/** A file inside the page, where browsers can draw it: phones have no viewer that could be put into one. */
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
