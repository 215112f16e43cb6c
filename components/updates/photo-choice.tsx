'use client';

import { useTranslations } from 'next-intl';
import { FieldError } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';
import { PhotoPicture } from '@/components/gallery/photo-picture';
import { Placeholder } from '@/components/gallery/placeholder';
import type { ShownPhoto } from '@/components/gallery/shown-photo';
import { Checkbox } from '@/components/ui/checkbox';

type Props = { photos: readonly ShownPhoto[]; chosen?: readonly string[] };

/** Photos of a project to choose for an update: the picture is the label of its checkbox. */
export function PhotoChoice({ photos, chosen = [] }: Props) {
  const t = useTranslations('updates.composer');
  const field = useField('photoIds');
  return (
    <fieldset>
      <legend className="mb-1.5 text-[0.9375rem] font-medium">{t('photos')}</legend>
      <p className="mb-2 text-sm text-ink-soft">{t('photosHint')}</p>
      <ul className="grid grid-cols-3 gap-2 sm:grid-cols-6">
        {photos.map((photo) => (
          <li key={photo.id} className="min-w-0 rounded-field has-checked:outline-2 has-checked:outline-accent-text">
            <label
              htmlFor={`${field.id}-${photo.id}`}
              className="relative block aspect-[4/3] select-none overflow-hidden rounded-field bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-text"
            >
              <Placeholder value={photo.placeholder} />
              <PhotoPicture sources={photo.thumbnail} alt="" className="relative size-full object-cover" />
              <span className="absolute start-1.5 top-1.5 inline-flex rounded-[0.3125rem] bg-raised shadow-raised">
                <Checkbox
                  id={`${field.id}-${photo.id}`}
                  key={`${field.key}-${photo.id}`}
                  name="photoIds"
                  value={photo.id}
                  aria-label={t('choose', { photo: photo.alt })}
                  defaultChecked={field.checked(photo.id, chosen.includes(photo.id))}
                />
              </span>
            </label>
          </li>
        ))}
      </ul>
      <FieldError id={field.id} error={field.error} />
    </fieldset>
  );
}
