import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { importKinds } from '@/lib/imports/rule';
import { paths } from '@/lib/paths';

/** A template file for each kind, in the order in which a business moves in. */
export function Templates() {
  const t = useTranslations('imports');
  return (
    <Section title={t('start.templates')} lead={t('start.templatesLead')}>
      <ol className="max-w-form divide-y divide-line">
        {importKinds.map((kind) => (
          <li key={kind} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-60">
              <p className="font-medium">{t(`kind.${kind}`)}</p>
              <p className="text-sm text-ink-soft">{t(`about.${kind}`)}</p>
            </div>
            <a
              href={paths.files.importTemplate(kind)}
              className={buttonClass('secondary', 'small')}
              aria-label={t('templateOf', { kind })}
              download
            >
              {t('template')}
            </a>
          </li>
        ))}
      </ol>
    </Section>
  );
}
