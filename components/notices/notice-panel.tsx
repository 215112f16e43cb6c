'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { NavLink } from '@/components/layout/nav-link';
import { formatInstant } from '@/lib/intl';

type Told = { id: string; text: string; address: string; read_at: string | null; created_at: string };

/** The newest notifications by day, in the panel of the bell. */
export default function NoticePanel({ address, timeZone }: { address: string; timeZone: string }) {
  const t = useTranslations('notices.bell');
  const [notices, setNotices] = useState<Told[] | 'failed' | null>(null);
  useEffect(() => {
    const leave = new AbortController();
    fetch(`${address}?limit=12`, { signal: leave.signal })
      .then(async (answer) => setNotices(answer.ok ? (await answer.json()).data : 'failed'))
      .catch(() => undefined);
    return () => leave.abort();
  }, [address]);
  if (notices === null) return <p className="p-4 text-sm text-ink-soft">{t('loading')}</p>;
  if (notices === 'failed') return <p className="p-4 text-sm text-bad">{t('failed')}</p>;
  if (notices.length === 0) return <p className="p-4 text-sm text-ink-soft">{t('none')}</p>;
  return <Days notices={notices} timeZone={timeZone} />;
}

function Days({ notices, timeZone }: { notices: Told[]; timeZone: string }) {
  const locale = useLocale();
  const dayOf = (at: string) => formatInstant(new Date(at), { locale, timeZone }, 'date');
  const days = [...new Set(notices.map(({ created_at }) => dayOf(created_at)))];
  return days.map((day) => (
    <section key={day} aria-label={day}>
      <p className="eyebrow px-3 pt-3 pb-1">{day}</p>
      <ul>
        {notices
          .filter(({ created_at }) => dayOf(created_at) === day)
          .map(({ id, text, address, read_at }) => (
            <li key={id}>
              <NavLink href={address} className={read_at ? 'notice-line' : 'notice-line notice-unread'}>
                {text}
              </NavLink>
            </li>
          ))}
      </ul>
    </section>
  ));
}
