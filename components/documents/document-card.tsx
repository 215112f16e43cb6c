import { useLocale, useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { PlainLink } from '@/components/ui/text-link';
import type { TeamDocument } from '@/lib/documents/schemas';
import { type Day, dayOf, formatDistance } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = { document: TeamDocument; today: Day; timeZone: string; form: string };

/** A document on the board. The card links to the document; its checkbox selects the document for the form. */
export function DocumentCard({ document, today, timeZone, form }: Props) {
  const t = useTranslations('documents');
  const locale = useLocale();
  const { id, title, projectName, clientName, documentTypeName, version, status, publishedVersion, updatedAt } =
    document;
  const changed = formatDistance(dayOf(new Date(updatedAt), timeZone), today, locale);
  return (
    <li className="group relative flex gap-3 rounded-card bg-raised p-4 shadow-raised hover:shadow-floating has-checked:outline-2 has-checked:outline-accent-text">
      <div className="min-w-0 flex-1">
        <p title={title} className="two-lines font-medium leading-snug">
          <PlainLink
            href={paths.admin.documents.show(id)}
            className="after:absolute after:inset-0 after:rounded-card group-hover:text-accent-text"
          >
            {title}
          </PlainLink>
        </p>
        <p className="two-lines mt-1 text-sm text-ink-soft">
          {projectName} · {clientName}
        </p>
        <p className="two-lines mt-1 text-sm text-ink-faint">
          {documentTypeName} · {t('version', { number: version })} · {changed}
        </p>
        {publishedVersion !== null && status !== 'published' && (
          <p className="mt-1 text-sm font-medium text-good">{t('board.clientSees', { number: publishedVersion })}</p>
        )}
      </div>
      <SelectBox document={document} form={form} />
    </li>
  );
}

/** Sends the version shown, so that the action refuses a document with a newer version. */
export function SelectBox({ document, form }: { document: TeamDocument; form: string }) {
  const t = useTranslations('documents.board');
  const { id, version, title } = document;
  return (
    <label
      htmlFor={`select-${id}`}
      className="relative -m-2.5 flex size-10 shrink-0 cursor-pointer items-center justify-center"
    >
      <Checkbox
        id={`select-${id}`}
        form={form}
        name="documents"
        value={`${id}:${version}`}
        aria-label={t('select', { title })}
      />
    </label>
  );
}
