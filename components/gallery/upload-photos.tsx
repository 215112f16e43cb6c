'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { OwnerField } from '@/components/forms/form-owner';
import { keepFocus } from '@/components/forms/keep-focus';
import { UploadFields, type UploadPlace } from '@/components/gallery/upload-fields';
import { isCutShort, UploadProgress } from '@/components/gallery/upload-progress';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useUploads } from '@/components/uploads/use-uploads';

/** No HEIC, which the server cannot decode; phones convert to JPEG when a page does not accept HEIC. */
const accept = 'image/jpeg,image/png,image/webp';

type Props = {
  /** The upload address; `maxBytes` is the limit per photo in bytes. */
  address: string;
  maxBytes: number;
  place: UploadPlace;
  /** Below the choice of who sees the photos, while that is the client. */
  ahead: ReactNode;
};

/**
 * Uploads many photos at once by drop, file picker or phone camera, each with its own progress and retry, and folds to one line
 * when all have arrived. Without JavaScript it is a plain form that sends one photo.
 */
export function UploadPhotos({ address, maxBytes, place, ahead }: Props) {
  const t = useTranslations('photos.upload');
  const form = useRef<HTMLFormElement>(null);
  const [ready, setReady] = useState(false);
  const [over, setOver] = useState(false);
  useEffect(() => setReady(true), []);
  const { uploads, busy, send, retry, remove } = useUploads({ address, fileField: 'photo', dateField: 'file_date' });
  // A note about a photo must be read first.
  const isOver = uploads.length > 0 && uploads.every(({ state, answer }) => state === 'done' && !isCutShort(answer));
  useWhileUploading(busy, uploads.filter(({ state }) => state === 'done').length);

  const add = (files: FileList | null) => {
    if (!form.current?.reportValidity()) return;
    const fields = [...new FormData(form.current)].map(([name, value]) => [name, String(value)] as const);
    send([...(files ?? [])], Object.fromEntries(fields.filter(([, value]) => value !== '')));
  };
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    add(target.files);
    target.value = '';
  };
  const drag = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(is);
  };
  const input = { type: 'file', accept, 'aria-describedby': 'photos-hint' } as const;

  return (
    <section aria-label={t('title')}>
      {isOver && (
        <Folded
          count={uploads.length}
          onMore={() => {
            for (const { key } of uploads) remove(key);
          }}
        />
      )}
      {/* Hidden and not removed, so that project, phase and visibility stay chosen for the next photos. */}
      <form
        ref={form}
        method="post"
        encType="multipart/form-data"
        action={address}
        hidden={isOver}
        className="space-y-4"
      >
        <OwnerField />
        <UploadFields place={place} />
        <div className="in-[form:has(option[value=client]:checked)]:block hidden">{ahead}</div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: drag and drop is optional; the button inside does the same */}
        <div
          onDragOver={drag(true)}
          onDragLeave={drag(false)}
          onDrop={(event) => {
            drag(false)(event);
            add(event.dataTransfer.files);
          }}
          className={`flex flex-col items-center gap-4 rounded-card border-2 border-dashed px-5 py-8 text-center ${over ? 'border-accent-text bg-accent-soft' : 'border-line-strong/50'}`}
        >
          {/* Drawn by the server too, so that nothing moves when the script takes over. */}
          <p className="noscript:hidden font-medium pointer-coarse:hidden">{t('drop')}</p>
          <div className="noscript:hidden flex flex-wrap justify-center gap-3">
            <label className={`${buttonClass('primary')} ${focused}`}>
              <Icon name="image-plus" />
              {t('choose')}
              <input {...input} disabled={!ready} multiple onChange={choose} className="sr-only" />
            </label>
            <label className={`${buttonClass('secondary')} ${focused} pointer-fine:hidden`}>
              <Icon name="camera" />
              {t('camera')}
              <input
                {...input}
                disabled={!ready}
                accept="image/*"
                capture="environment"
                onChange={choose}
                className="sr-only"
              />
            </label>
          </div>
          {!ready && (
            <div className="noscript:flex hidden w-full flex-wrap items-center justify-center gap-3">
              <input {...input} name="photo" aria-label={t('choose')} required className="min-h-11 min-w-0" />
              <Button type="submit" look="primary">
                {t('send')}
              </Button>
            </div>
          )}
          <p id="photos-hint" className="max-w-prose text-sm text-ink-soft">
            {t('hint', { megabytes: Math.floor(maxBytes / 1024 / 1024) })}
          </p>
        </div>
      </form>
      {!isOver && <UploadProgress uploads={uploads} retry={retry} remove={remove} />}
    </section>
  );
}

/** What is left of the uploader after its work. */
function Folded({ count, onMore }: { count: number; onMore: () => void }) {
  const t = useTranslations('photos.upload');
  const files = useTranslations('common.upload');
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <p role="status" className="flex min-h-11 items-center gap-2 text-good">
        <Icon name="check" className="size-5 shrink-0" />
        {files('sum', { done: count, count })}
      </p>
      <Button
        onClick={({ currentTarget }) => {
          onMore();
          keepFocus(currentTarget);
        }}
      >
        <Icon name="image-plus" />
        {t('more')}
      </Button>
    </div>
  );
}

const focused = 'focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent-text';

/** Warns before leaving the page during an upload. Refreshes the page after the last upload if any has succeeded. */
function useWhileUploading(busy: boolean, done: number) {
  const router = useRouter();
  const drawn = useRef(0);
  useEffect(() => {
    if (busy) {
      const ask = (event: BeforeUnloadEvent) => event.preventDefault();
      window.addEventListener('beforeunload', ask);
      return () => window.removeEventListener('beforeunload', ask);
    }
    if (done === drawn.current) return;
    let isCurrent = true;
    const draw = async () => {
      if (!(await isServerThere()) || !isCurrent) return;
      drawn.current = done;
      router.refresh();
    };
    void draw();
    window.addEventListener('online', draw);
    return () => {
      isCurrent = false;
      window.removeEventListener('online', draw);
    };
  }, [busy, done, router]);
}

/** Next reloads the whole page when a refresh fails. Offline that would lose the page and the photos waiting for a retry. */
async function isServerThere(): Promise<boolean> {
  if (!navigator.onLine) return false;
  return fetch('/api/health', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}
