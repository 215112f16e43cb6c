import { useTranslations } from 'next-intl';
import { FoldOut } from '@/components/forms/fold-out';
import { SelectField } from '@/components/forms/select-field';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { useShownPhotos } from '@/components/gallery/client-gallery';
import { Messages } from '@/components/layout/messages';
import { PhotoChoice } from '@/components/updates/photo-choice';
import type { Photo } from '@/lib/gallery/schemas';
import type { TeamUpdate } from '@/lib/updates/schemas';

type Props = {
  /** The phases and the newest photos of the project. */
  phases: readonly { id: string; name: string }[];
  photos: readonly Photo[];
  timeZone: string;
  /** The update to change, and its chosen photos; without one, a new one. */
  update?: Pick<TeamUpdate, 'title' | 'body' | 'postedOn' | 'publishedAt' | 'isReport' | 'phaseId' | 'photos'>;
  /** Opens the optional fields at once. */
  open?: boolean;
};

/** The fields of an update: title and text first, date, phase and photos on demand. */
export function UpdateFields({ phases, photos, timeZone, update, open = false }: Props) {
  const t = useTranslations('updates.composer');
  const shown = useShownPhotos(timeZone);
  const chosen = update?.photos.map(({ id }) => id) ?? [];
  const more = (
    <>
      {!update?.publishedAt && (
        <TextField
          name="postedOn"
          type="date"
          label={t('postedOn')}
          hint={t('postedOnHint')}
          // A report shows the day of its publication, not the end of its week.
          defaultValue={update && !update.isReport ? update.postedOn : null}
          className="max-w-60"
        />
      )}
      {phases.length > 0 && (
        <SelectField
          name="phaseId"
          label={t('phase')}
          placeholder={t('noPhase')}
          defaultValue={update?.phaseId ?? null}
          options={phases.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {photos.length > 0 && (
        <Messages for={['updates.composer']}>
          <PhotoChoice photos={photos.map(shown)} chosen={chosen} />
        </Messages>
      )}
    </>
  );
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
      {open ? (
        more
      ) : (
        <FoldOut
          title={phases.length + photos.length > 0 ? t('more') : t('postedOn')}
          names={['postedOn', 'phaseId', 'photoIds']}
        >
          {more}
        </FoldOut>
      )}
    </>
  );
}
