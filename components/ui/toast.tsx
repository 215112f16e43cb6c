'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { keepFocus } from '@/components/forms/keep-focus';
import { Icon } from '@/components/ui/icon';

type Tone = 'good' | 'bad';
type Message = { text: string; tone: Tone; undo: (() => void) | undefined };

const Say = createContext<(text: string | null, tone?: Tone, undo?: () => void) => void>(() => {});

/** Milliseconds for which a message stays, without and with a button that has to be reached. */
const stay = { plain: 6_000, undo: 10_000 };

/**
 * Shows a toast with the outcome of an action that has no form of its own, and a button that takes the action back where `undo`
 * does so. Null takes the toast away: the next action has begun, and undoing the one before would collide with it. Messages that
 * must not be missed belong in an Alert.
 */
export function useToast() {
  return useContext(Say);
}

/** Renders the toast: one, which the next replaces, so that it never covers more than its own place. Used once, in the root layout. */
export function Toasts({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<Message | null>(null);
  const say = useCallback((text: string | null, tone: Tone = 'good', undo?: () => void) => {
    setMessage(text === null ? null : { text, tone, undo });
  }, []);
  const close = useCallback(() => setMessage(null), []);
  return (
    <Say value={say}>
      {children}
      <Toast message={message} onClose={close} />
    </Say>
  );
}

/**
 * Elements of its own, because a library's toast was 10 kB of script on every page. It stays while the pointer or the focus is on
 * it; F8 moves the focus to it, Escape takes it away. Screen readers need its live regions to be there before the text.
 */
function Toast({ message, onClose }: { message: Message | null; onClose: () => void }) {
  const t = useTranslations('common.toast');
  const box = useRef<HTMLElement>(null);
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (!message) setHeld(false);
    if (!message || held) return;
    const timer = setTimeout(onClose, message.undo ? stay.undo : stay.plain);
    return () => clearTimeout(timer);
  }, [message, held, onClose]);

  useEffect(() => {
    const reach = ({ key }: KeyboardEvent) => key === 'F8' && box.current?.querySelector('button')?.focus();
    document.addEventListener('keydown', reach);
    return () => document.removeEventListener('keydown', reach);
  }, []);

  const leave = () => {
    if (box.current?.contains(document.activeElement)) keepFocus(document.activeElement);
    onClose();
  };
  const isBad = message?.tone === 'bad';
  return (
    <section
      ref={box}
      aria-label={t('label')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={({ key }) => key === 'Escape' && leave()}
      className={clsx(
        'fixed inset-x-4 bottom-24 z-50 flex items-center gap-3 sm:inset-x-auto sm:end-6 sm:bottom-6 sm:w-96',
        message && 'rounded-card bg-ink py-2 ps-4 pe-2 text-paper shadow-floating forced-colors:border print:hidden',
      )}
    >
      {message && (
        <span aria-hidden="true" className={clsx('size-2 rounded-full', isBad ? 'bg-bad-soft' : 'bg-good-soft')} />
      )}
      <div className="min-w-0 flex-1 text-[0.9375rem]">
        <p role="status">{!isBad && message?.text}</p>
        <p role="alert">{isBad && message.text}</p>
      </div>
      {message?.undo && (
        <button
          type="button"
          onClick={() => {
            message.undo?.();
            leave();
          }}
          className="min-h-9 rounded-field px-3 font-medium underline underline-offset-4 hover:bg-paper/15 focus-visible:outline-paper"
        >
          {t('undo')}
        </button>
      )}
      {message && (
        <button
          type="button"
          aria-label={t('dismiss')}
          onClick={leave}
          className="inline-flex size-9 items-center justify-center rounded-field hover:bg-paper/15 focus-visible:outline-paper"
        >
          <Icon name="x" className="size-4" />
        </button>
      )}
    </section>
  );
}
