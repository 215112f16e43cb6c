'use client';

import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { SharePhoto } from '@/components/gallery/share-photo';
import type { ShownPhoto } from '@/components/gallery/shown-photo';
import type { usePhotoAddress } from '@/components/gallery/use-photo-address';
import { Icon } from '@/components/ui/icon';
import { paths, withQuery } from '@/lib/paths';

type Props = {
  photo: ShownPhoto;
  address: ReturnType<typeof usePhotoAddress>;
  compares: boolean;
  asks: boolean;
  /** Whether a download is noted, which its address then says. */
  counts: boolean;
};

/** Controls above the photo. All but sharing are links, so that they work without JavaScript. */
export function LightboxBar({ photo, address, compares, asks, counts }: Props) {
  const t = useTranslations('photos.box');
  const instead = (action: () => void) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    action();
  };
  return (
    <div className="flex shrink-0 items-center gap-1 p-2 pt-[max(0.5rem,env(safe-area-inset-top))] sm:p-3">
      <a
        href={address.hrefOf({ photo: null, compare: null })}
        onClick={instead(address.close)}
        aria-label={t('close')}
        className={tool}
      >
        <Icon name="x" />
      </a>
      <span className="flex-1" />
      {compares && (
        <a
          href={address.hrefOf({ photo: null, compare: photo.id })}
          onClick={instead(() => address.move({ photo: null, compare: photo.id }))}
          title={t('compareHint')}
          className={tool}
        >
          <Icon name="columns-2" />
          <span className="text-sm">{t('compare')}</span>
        </a>
      )}
      {asks && (
        <a href={paths.client.newTicket({ about_type: 'photo', about_id: photo.id })} title={t('ask')} className={tool}>
          <Icon name="message-circle" />
          <span className="text-sm max-sm:sr-only">{t('ask')}</span>
        </a>
      )}
      <SharePhoto key={photo.id} photo={photo} className={tool} />
      <a
        href={counts ? withQuery(photo.large.jpeg, { download: true }) : photo.large.jpeg}
        download
        aria-label={t('save')}
        title={t('save')}
        className={tool}
      >
        <Icon name="download" />
      </a>
    </div>
  );
}

const tool =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-field px-3 text-ink-soft hover:bg-raised hover:text-ink [&_svg]:size-5';
