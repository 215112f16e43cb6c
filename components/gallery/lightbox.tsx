'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { BeforeAfter } from '@/components/gallery/before-after';
import { ChoosingBar } from '@/components/gallery/choosing-bar';
import { LightboxBar } from '@/components/gallery/lightbox-bar';
import { LightboxStage } from '@/components/gallery/lightbox-stage';
import type { ShownPhoto } from '@/components/gallery/shown-photo';
import { usePhotoAddress } from '@/components/gallery/use-photo-address';
import { RecordOpening } from '@/components/openings/record-opening';
import type { FormAction } from '@/lib/forms/form-state';

type Props = {
  /** All photos of the page in order, and those that the address names in addition. */
  photos: readonly ShownPhoto[];
  /** Whether two photos can be compared. */
  compares?: boolean;
  /** Notes each photo that is shown. */
  opened?: FormAction;
  /** The mosaic; a click on one of its links opens the lightbox. */
  children: ReactNode;
};

/**
 * Shows one photo at a time over the page; keys are arrows, Home, End and Escape. The native modal dialog keeps the focus
 * inside and restores it. Without JavaScript the server renders the open dialog with links between photos.
 */
export function Lightbox({ photos, compares = false, opened, children }: Props) {
  const t = useTranslations('photos.box');
  const address = usePhotoAddress();
  const dialog = useRef<HTMLDialogElement>(null);
  const index = photos.findIndex(({ id }) => id === address.photo);
  const photo = photos[index];
  const other = compares ? photos.find(({ id }) => id === address.compare && id !== address.photo) : undefined;
  const lastSeen = useRef('');
  const [servedOpen] = useState(photo !== undefined);
  const openId = photo?.id;

  // A layout effect, because a key pressed between paint and effect would still reach the closed dialog.
  useLayoutEffect(() => {
    const box = dialog.current;
    if (!box) return;
    if (openId && !box.matches(':modal')) {
      box.close(); // the server renders it open, but not modal
      box.showModal();
      box.querySelector<HTMLElement>('input')?.focus(); // the range input of a comparison
    }
    if (!openId && box.open) {
      box.close();
      // The browser restores the focus to the photo opened first; after stepping on it belongs on the photo shown last.
      document.querySelector<HTMLElement>(`[data-photo="${CSS.escape(lastSeen.current)}"]`)?.focus();
    }
    lastSeen.current = openId ?? '';
  }, [openId]);

  const openClicked = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-photo]');
    if (!link?.dataset.photo || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    address.open({ photo: link.dataset.photo });
  };
  const go = (step: number) => {
    const next = photos[index + step];
    if (next) address.move({ photo: next.id });
  };

  return (
    <>
      {compares && address.compare && !photo && (
        <ChoosingBar
          photo={photos.find(({ id }) => id === address.compare)}
          stopHref={address.hrefOf({ compare: null })}
          onStop={() => address.move({ compare: null })}
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: handles clicks on the links inside, which the keyboard triggers too */}
      <div onClick={openClicked}>{children}</div>
      <dialog
        ref={dialog}
        open={servedOpen || undefined}
        aria-label={photo?.alt ?? t('label')}
        onCancel={(event) => {
          event.preventDefault();
          address.close();
        }}
        onClose={(event) => {
          // Browsers close a dialog on a second Escape without a cancel event. The check skips the close() above that
          // precedes showModal().
          if (!event.currentTarget.open) address.close();
        }}
        onKeyDown={(event) => {
          if (other || event.defaultPrevented) return;
          const step = { ArrowRight: 1, ArrowLeft: -1, Home: -index, End: photos.length - 1 - index }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          go(document.dir === 'rtl' && event.key.startsWith('Arrow') ? -step : step);
        }}
        className="scheme-dark fixed inset-0 z-50 m-0 h-dvh max-h-none w-full max-w-none flex-col overscroll-contain bg-paper text-ink open:flex"
      >
        {photo && (
          <>
            {opened && <RecordOpening type="photo" id={photo.id} action={opened} />}
            <LightboxBar
              photo={photo}
              address={address}
              compares={compares && !other}
              asks={compares}
              counts={opened !== undefined}
            />
            {other ? (
              <BeforeAfter photos={[photo, other]} />
            ) : (
              <LightboxStage photos={photos} index={index} hrefOf={(id) => address.hrefOf({ photo: id })} onGo={go} />
            )}
          </>
        )}
      </dialog>
    </>
  );
}
