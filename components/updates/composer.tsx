import { useTranslations } from 'next-intl';
import { WhoWillSee } from '@/components/explain/who-will-see';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { ChoiceField } from '@/components/picker/choice-field';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { UpdateFields } from '@/components/updates/update-fields';
import type { Choices } from '@/lib/choices';
import type { FormAction } from '@/lib/forms/form-state';
import type { Photo } from '@/lib/gallery/schemas';

type Place =
  | { projectId: string; clientName: string; phases: readonly { id: string; name: string }[]; photos: readonly Photo[] }
  | { projects: Choices };

type Props = {
  action: FormAction;
  place: Place;
  /** Whether the writer may ask who will see it. */
  asks: boolean;
  timeZone: string;
};

/** A new update: of one project, or of one that is chosen. It is published at once, or kept as a draft that photos can be added to. */
export function Composer({ action, place, asks, timeZone }: Props) {
  const t = useTranslations('updates.composer');
  const isPlaced = 'projectId' in place;
  return (
    <details className="mb-10">
      <summary className={buttonClass('primary')}>
        <Icon name="notebook-pen" />
        {t('title')}
      </summary>
      <Form
        action={action}
        hidden={isPlaced ? { id: place.projectId } : {}}
        doneMessage={null}
        className="mt-4 space-y-5 rounded-card bg-sunken p-4 sm:p-6"
      >
        {!isPlaced && (
          <ChoiceField
            name="id"
            label={t('project')}
            required
            placeholder={t('chooseProject')}
            choices={place.projects}
          />
        )}
        <UpdateFields phases={isPlaced ? place.phases : []} photos={isPlaced ? place.photos : []} timeZone={timeZone} />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton name="publish" value="true">
            {t('publish')}
          </SubmitButton>
          <SubmitButton name="publish" value="false" look="secondary">
            {t('draft')}
          </SubmitButton>
        </div>
        <p className="text-sm text-ink-soft">
          {isPlaced ? t('visible', { client: place.clientName }) : t('visibleToClient')}
        </p>
        {asks && <WhoWillSee ahead="project_update" project={isPlaced ? { id: place.projectId } : { field: 'id' }} />}
      </Form>
    </details>
  );
}
