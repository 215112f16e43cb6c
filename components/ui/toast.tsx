'use client';

import * as Toast from '@radix-ui/react-toast';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Message = { id: number; text: string; tone: 'good' | 'bad' };

const Say = createContext<(text: string, tone?: Message['tone']) => void>(() => {});

/**
 * Shows a toast with the outcome of an action that has no form of its own. Messages that must not be missed belong in an
 * Alert.
 */
export function useToast() {
  return useContext(Say);
}

/** Renders the toasts. Used once, in the root layout. */
export function Toasts({ children }: { children: ReactNode }) {
  const t = useTranslations('common.toast');
  const [messages, setMessages] = useState<Message[]>([]);
  const say = useCallback((text: string, tone: Message['tone'] = 'good') => {
    setMessages((before) => [...before.slice(-2), { id: (before.at(-1)?.id ?? 0) + 1, text, tone }]);
  }, []);
  const forget = (id: number) => setMessages((before) => before.filter((message) => message.id !== id));
  return (
    <Say value={say}>
      <Toast.Provider label={t('label')} duration={6000}>
        {children}
        {messages.map(({ id, text, tone }) => (
          <Toast.Root
            key={id}
            type={tone === 'bad' ? 'foreground' : 'background'}
            onOpenChange={(open) => open || forget(id)}
            className="flex items-center gap-3 rounded-card bg-ink py-2 ps-4 pe-2 text-paper shadow-floating"
          >
            <span
              aria-hidden="true"
              className={tone === 'bad' ? 'size-2 rounded-full bg-bad-soft' : 'size-2 rounded-full bg-good-soft'}
            />
            <Toast.Description className="min-w-0 flex-1 text-[0.9375rem]">{text}</Toast.Description>
            <Toast.Close
              aria-label={t('dismiss')}
              className="inline-flex size-9 items-center justify-center rounded-field hover:bg-paper/15 focus-visible:outline-paper"
            >
              <X aria-hidden="true" className="size-4" />
            </Toast.Close>
          </Toast.Root>
        ))}
        <Toast.Viewport className="fixed inset-x-4 bottom-24 z-50 flex flex-col gap-2 sm:inset-x-auto sm:end-6 sm:bottom-6 sm:w-96" />
      </Toast.Provider>
    </Say>
  );
}
