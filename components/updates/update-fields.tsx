import { useTranslations } from 'next-intl';
import { FoldOut } from '@/components/forms/fold-out';
import { SelectField } from '@/components/forms/select-field';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { useShownPhotos } from '@/components/gallery/client-gallery';
import { PhotoChoice } from '@/components/updates/photo-choice';
import type { Photo } from '@/lib/gallery/schemas';
import type { TeamUpdate } from '@/lib/updates/schemas';

type Props = {
  /** The phases and the newest photos of the project. */
  phases: readonly { id: string; name: string }[];
  photos: readonly Photo[];
  timeZone: string;
  /** The update to change, and its chosen photos; without one, a new one. */
  update?: Pick<TeamUpdate, 'title' | 'body' | 'phaseId' | 'photos'>;
  /** Opens the optional fields at once. */
  open?: boolean;
};

/** The fields of an update: title and text first, phase and photos on demand. */
export function UpdateFields({ phases, photos, timeZone, update, open = false }: Props) {
  const t = useTranslations('updates.composer');
  const shown = useShownPhotos(timeZone);
  const chosen = update?.photos.map(({ id }) => id) ?? [];
  const more = (
    <>
      {phases.length > 0 && (
        <SelectField
          name="phaseId"
          label={t('phase')}
          placeholder={t('noPhase')}
          defaultValue={update?.phaseId ?? null}
          options={phases.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {photos.length > 0 && <PhotoChoice photos={photos.map(shown)} chosen={chosen} />}
    </>
  );
  const hasMore = phases.length + photos.length > 0;
  return (
    <>
      <TextField name="title" label={t('heading')} required maxLength={200} defaultValue={update?.title ?? null} />
      <TextAreaField
        name="body"
        label={t('body')}
        required
        rows={open ? 8 : 4}
        maxLength={10_000}
        defaultValue={update?.body ?? null}
      />
      {hasMore &&
        (open ? (
          more
        ) : (
          <FoldOut title={t('more')} names={['phaseId', 'photoIds']}>
            {more}
          </FoldOut>
        ))}
    </>
  );
}
