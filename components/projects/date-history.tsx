import { useLocale, useTranslations } from 'next-intl';
import { spanWords } from '@/components/charts/phase-words';
import { type Day, dayOf, formatDay } from '@/lib/format';
import type { DateChange } from '@/lib/projects/schedule/schemas';

type Props = {
  changes: readonly DateChange[];
  timeZone: string;
  /** Whose words the reasons are in: “your decision” is “the client's decision” for the team. */
  viewer: 'client' | 'team';
  /** Whether all are of one phase, whose name is above. */
  ofOnePhase?: boolean;
};

/** How planned dates moved, the newest first: what, why, by whom and when. */
export function DateHistory({ changes, timeZone, viewer, ofOnePhase = false }: Props) {
  const locale = useLocale();
  return (
    <ol className="divide-y divide-line/70 border-y border-line/70">
      {changes.map((change) => (
        <li key={change.id} className="grid gap-x-8 gap-y-1 py-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <p className="numerals text-sm text-ink-soft sm:pt-0.5">
            {formatDay(dayOf(new Date(change.createdAt), timeZone), locale)}
          </p>
          <div className="min-w-0">
            {!ofOnePhase && <p className="two-lines font-medium">{change.phaseName}</p>}
            <Moved change={change} />
            <Why change={change} viewer={viewer} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Moved({ change }: { change: DateChange }) {
  const t = useTranslations('schedule.history');
  const locale = useLocale();
  const { kind, fromStartOn, fromEndOn, toStartOn, toEndOn } = change;
  const from = words(fromStartOn, fromEndOn, locale) ?? t('undated');
  const to = words(toStartOn, toEndOn, locale) ?? t('undated');
  if (kind === 'removal') return <p>{t('removal', { from })}</p>;
  if (kind === 'move') return <p>{t('move', { from, to })}</p>;
  const isFirst = fromStartOn === null && fromEndOn === null;
  return <p>{isFirst ? t('plan', { to }) : t('newPlan', { from, to })}</p>;
}

/** The dates of a phase, or the only one of them. */
function words(start: Day | null, end: Day | null, locale: string): string | null {
  const one = start ?? end;
  return spanWords(one === null ? null : { from: one, to: end ?? one }, locale);
}

function Why({ change, viewer }: { change: DateChange; viewer: Props['viewer'] }) {
  const toClient = useTranslations('schedule.reasonForClient');
  const toTeam = useTranslations('schedule.reason');
  const { reason, note, changedByName } = change;
  const facts = [reason && (viewer === 'client' ? toClient(reason) : toTeam(reason)), changedByName].filter(Boolean);
  return (
    <>
      {facts.length > 0 && <p className="text-sm text-ink-soft">{facts.join(' · ')}</p>}
      {note && <p className="mt-1 max-w-prose whitespace-pre-line text-[0.9375rem]">{note}</p>}
    </>
  );
}
