'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useOwner } from '@/components/forms/form-owner';
import { NavLink } from '@/components/layout/nav-link';
import { joinLive } from '@/components/live/live-line';
import { announce } from '@/components/live/live-message';
import { Icon } from '@/components/ui/icon';
import { type FormAction, idle } from '@/lib/forms/form-state';
import { ownerField } from '@/lib/forms/marks';

/** Loaded with the first touch of the bell, so that no page pays for it. */
const NoticePanel = lazy(() => import('@/components/notices/notice-panel'));

export type BellProps = {
  userId: string;
  /** The number of unread notifications when the page was made; 100 stands for more. */
  unread: number;
  timeZone: string;
  /** The page of all notifications, the list as JSON, and the stream of live messages. */
  href: string;
  list: string;
  live: string;
  /** The instant before which `unread` was counted, in milliseconds. */
  since: number;
  /** Marks what an opened page is about as read. */
  opened: FormAction<{ unread: number }>;
};

/** Milliseconds in which further messages cause no other count. */
const pause = 300;

/** The bell of the frame: how many notifications are unread, always up to date, and the newest ones on demand. */
export function NoticeBell({ userId, unread, timeZone, href, list, live, since, opened }: BellProps) {
  const t = useTranslations('notices.bell');
  const [count, setCount] = useState(unread);
  const [asked, setAsked] = useState(false);
  const [moment, setMoment] = useState(0);
  const first = useRef(since);
  useEffect(() => setCount(unread), [unread]);
  useOpened(opened, count, setCount);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const recount = () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const answer = await fetch(`${list}?limit=1`).catch(() => null);
        if (answer?.ok) setCount((await answer.json()).totals.unread);
        setMoment(Date.now());
      }, pause);
    };
    const line = { address: live, name: `oriel-live-${userId}`, since: first.current };
    const leave = joinLive(line, (message) => {
      announce(message);
      if (message.type === 'notification' || message.type === 'resync') recount();
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [live, list, userId]);

  const shown = count >= 100 ? '99+' : String(count);
  return (
    <>
      <button
        type="button"
        popoverTarget="notices"
        onPointerEnter={() => setAsked(true)}
        onFocus={() => setAsked(true)}
        onClick={() => setAsked(true)}
        className="frame-bell"
      >
        <Icon name="bell" />
        <span className="sr-only" aria-live="polite">
          {count > 0 ? `${t('label')}: ${shown} ${t('unread')}` : t('label')}
        </span>
        {count > 0 && (
          <span aria-hidden="true" className="frame-bell-count numerals">
            {shown}
          </span>
        )}
      </button>
      <div id="notices" popover="auto" className="popover-panel frame-bell-panel">
        {asked && (
          <Suspense fallback={<p className="p-4 text-sm text-ink-soft">{t('loading')}</p>}>
            <NoticePanel key={moment} address={list} timeZone={timeZone} />
          </Suspense>
        )}
        <NavLink href={href} className="menu-line justify-center text-accent-text">
          {t('all')}
        </NavLink>
      </div>
    </>
  );
}

/** Marks what the present page is about as read, where anything is unread. Prefetches and previews run no effects. */
function useOpened(opened: BellProps['opened'], count: number, setCount: (count: number) => void) {
  const path = usePathname();
  const owner = useOwner();
  const marked = useRef('');
  useEffect(() => {
    const mark = `${path} ${count}`;
    if (count === 0 || marked.current === mark) return;
    marked.current = mark;
    const form = new FormData();
    form.set('path', path);
    form.set(ownerField, owner ?? '');
    void opened(idle, form).then((state) => {
      if (state?.status === 'done' && state.data) setCount(state.data.unread);
    });
  }, [path, count, owner, opened, setCount]);
}
