import { useTranslations } from 'next-intl';
import { type FirstPage, PdfPreview } from '@/components/documents/pdf-preview';
import { Messages } from '@/components/layout/messages';
import { previewOf } from '@/lib/documents/rule';

type Props = {
  /** The address of the file, to be shown in a page. */
  address: string;
  contentType: string;
  title: string;
  /** The picture of a PDF's first page; null where there is none. */
  picture: FirstPage | null;
};

/** Shows a picture, or the first page of a PDF, in the page; other files are only downloaded. */
export function DocumentPreview({ address, contentType, title, picture }: Props) {
  const t = useTranslations('documents.preview');
  const kind = previewOf(contentType);
  if (kind === 'image')
    return <img src={address} alt={title} className="max-h-[80vh] w-auto max-w-full rounded-card shadow-raised" />;
  if (kind === 'pdf')
    return (
      <Messages for={['documents.preview']}>
        <PdfPreview key={address} address={address} picture={picture} />
      </Messages>
    );
  return <p className="text-ink-soft">{t('none')}</p>;
}
