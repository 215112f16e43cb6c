import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { Markdown } from '@/components/markdown/markdown';
import { Icon } from '@/components/ui/icon';
import { TextLink, textLinkClass } from '@/components/ui/text-link';
import { dayOf, formatDay } from '@/lib/format';
import { formatFileSize, formatInstant } from '@/lib/intl';
import { paths } from '@/lib/paths';
import type { TicketMessage } from '@/lib/support/schemas';

type Props = {
  ticketId: string;
  messages: readonly TicketMessage[];
  area: 'client' | 'admin';
  timeZone: string;
  /** The page with the messages before these; null where there are none. */
  earlierHref: string | null;
  /** The page with the latest messages, on a page with earlier ones. */
  latestHref: string | null;
};

/** The messages of a ticket, day by day, the oldest first. The reader's own side stands at the end of the line. */
export function Thread({ ticketId, messages, area, timeZone, earlierHref, latestHref }: Props) {
  const t = useTranslations('support');
  const locale = useLocale();
  const dayAt = ({ createdAt }: TicketMessage) => dayOf(new Date(createdAt), timeZone);
  return (
    <div className="space-y-5">
      {earlierHref && (
        <p className="text-center text-sm">
          <TextLink href={earlierHref}>{t('earlier')}</TextLink>
        </p>
      )}
      {messages.map((message, at) => {
        const day = dayAt(message);
        const before = messages[at - 1];
        return (
          <div key={message.id} className="space-y-5">
            {(!before || dayAt(before) !== day) && (
              <p className="flex items-center gap-4 text-sm text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
                {formatDay(day, locale, 'long')}
              </p>
            )}
            <Message message={message} ticketId={ticketId} area={area} timeZone={timeZone} />
          </div>
        );
      })}
      {latestHref && (
        <p className="text-center text-sm">
          <TextLink href={latestHref}>{t('latest')}</TextLink>
        </p>
      )}
    </div>
  );
}

type MessageProps = Pick<Props, 'ticketId' | 'area' | 'timeZone'> & { message: TicketMessage };

function Message({ message, ticketId, area, timeZone }: MessageProps) {
  const t = useTranslations('support');
  const locale = useLocale();
  const { id, authorName, byClient, isInternal, body, attachments, createdAt } = message;
  const isOwnSide = byClient === (area === 'client');
  const at = new Date(createdAt);
  return (
    <article
      id={id}
      className={clsx(
        'whole w-fit max-w-[min(44rem,100%)] min-w-0 rounded-card px-5 py-4 sm:min-w-80',
        isOwnSide && 'ms-auto',
        isInternal ? 'bg-warn-soft' : isOwnSide ? 'bg-accent-soft' : 'bg-raised ring-1 ring-line',
      )}
    >
      <header className="mb-2 flex flex-wrap items-baseline gap-x-3 text-sm">
        <span className="font-medium">{authorName}</span>
        <time dateTime={createdAt} className="numerals text-ink-faint">
          {formatInstant(at, { locale, timeZone }, 'time')}
        </time>
        {isInternal && (
          <span className="inline-flex items-center gap-1 font-medium text-warn">
            <Icon name="lock" className="size-3.5" />
            {t('internal')}
          </span>
        )}
      </header>
      <Markdown text={body} />
      {attachments.length > 0 && (
        <ul className="mt-3 space-y-1 text-sm">
          {attachments.map((file) => (
            <li key={file.id} className="flex items-start gap-2">
              <Icon name="paperclip" className="mt-0.5 size-4 shrink-0 text-ink-faint" />
              <a
                href={paths.files.ticketFile(area, ticketId, file.id)}
                target="_blank"
                rel="noopener"
                className={clsx(textLinkClass, 'wrap-anywhere')}
              >
                {file.fileName}
              </a>
              <span className="numerals shrink-0 text-ink-faint">{formatFileSize(file.byteSize, locale)}</span>
            </li>
          ))}
        </ul>
      )}
      <i hidden />
    </article>
  );
}
