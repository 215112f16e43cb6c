import { useLocale, useTranslations } from 'next-intl';
import { type InboxActions, InboxStep } from '@/components/dashboard/inbox-action';
import { Icon } from '@/components/ui/icon';
import { PlainLink } from '@/components/ui/text-link';
import type { InboxItem } from '@/lib/dashboard/inbox/schemas';
import { type Day, dayOf, formatDay, formatDistance, formatMoney } from '@/lib/format';
import { formatPercent } from '@/lib/intl';
import { paths } from '@/lib/paths';
import { ticketNumber } from '@/lib/support/rule';

type Props = { item: InboxItem; actions: InboxActions; today: Day; timeZone: string };

const icons = {
  ticket: 'message-circle',
  claim: 'banknote',
  invoice: 'receipt-text',
  phase: 'clock',
  document: 'file-text',
  draft: 'notebook-pen',
  instalment: 'wallet',
  invitation: 'mail',
} as const;

/** One thing that waits: what it is, of whom, since when, and the step that ends the waiting. */
export function InboxRow({ item, actions, today, timeZone }: Props) {
  const t = useTranslations('inbox');
  const locale = useLocale();
  const { kind, isLate, title, number, openMinor, currency } = item;
  const words =
    kind === 'document' && item.status === 'approved'
      ? 'publish'
      : kind === 'draft' && !item.personName
        ? 'report'
        : kind;
  return (
    <li className="waiting">
      <span className={isLate ? 'dot dot-bad' : 'dot'}>
        <Icon name={icons[kind]} />
      </span>
      <div className="min-w-0 flex-1 basis-52">
        <p className={isLate ? 'text-sm text-bad' : 'text-sm text-ink-faint'}>
          {t(`kind.${words}`, { number: number === null ? '' : ticketNumber(number) })}
        </p>
        <p className="font-medium">
          <PlainLink href={addressOf(item)} className="two-lines hover:text-accent-text">
            {kind === 'claim' || kind === 'invoice' ? t(`title.${kind}`, { number: title }) : title}
          </PlainLink>
        </p>
        <p className="two-lines text-sm text-ink-soft">{factsOf().join(' · ')}</p>
        {kind === 'ticket' && item.excerpt && <p className="line-clamp-2 mt-1 text-sm">{item.excerpt}</p>}
      </div>
      <div className="waiting-end">
        {openMinor !== null && <span className="numerals">{formatMoney(openMinor, currency ?? 'EUR', locale)}</span>}
        <InboxStep item={item} actions={actions} />
      </div>
    </li>
  );

  function factsOf(): string[] {
    const since = formatDistance(dayOf(new Date(item.since), timeZone), today, locale);
    const { dueOn, personName } = item;
    const due = dueOn && { date: formatDay(dueOn, locale, 'short'), distance: formatDistance(dueOn, today, locale) };
    const done = formatPercent((item.percent ?? 0) / 100, locale);
    const when = {
      ticket: t('fact.waiting', { distance: since }),
      claim: due && t('fact.paid', { date: due.date }),
      invoice: due && t('fact.due', due),
      phase: due && `${t('fact.due', due)} · ${t('fact.percent', { percent: done })}`,
      document: t('fact.version', { number: number ?? 1, name: personName ?? '' }),
      draft: since,
      instalment: due && t('fact.due', due),
      invitation: t('fact.invited', { distance: since }),
    }[kind];
    const whose = [kind === 'ticket' ? personName : null, item.projectName, item.clientName];
    return [...whose, when].flatMap((fact) => (fact ? [fact] : []));
  }
}

function addressOf({ kind, id, projectId }: InboxItem): string {
  const { admin } = paths;
  const project = projectId ?? '';
  return {
    ticket: admin.ticket(id),
    claim: admin.paymentClaim(id),
    invoice: admin.invoices.show(id),
    phase: admin.projects.phases(project),
    document: admin.documents.show(id),
    draft: admin.projects.update(project, id),
    instalment: admin.projects.invoices(project),
    invitation: admin.users.show(id),
  }[kind];
}
