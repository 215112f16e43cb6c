'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useTransition } from 'react';

const pause = 300; // milliseconds without a key, after which a search text applies

type Props = { address: string; className: string; children: ReactNode };

/**
 * A GET form that opens its own address as soon as a choice changes or typing pauses, without leaving the page. Its controls
 * follow the address when a link changes that.
 */
export function FilterForm({ address, className, children }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, start] = useTransition();
  const query = useSearchParams().toString();

  const apply = (how: 'push' | 'replace') => {
    clearTimeout(timer.current);
    if (!form.current) return;
    const fields = [...new FormData(form.current)].flatMap(([name, value]) =>
      value === '' ? [] : [[name, String(value)]],
    );
    const wanted = new URLSearchParams(fields).toString();
    if (wanted === query) return;
    start(() => router[how](wanted ? `${address}?${wanted}` : address, { scroll: false }));
  };
  const onInput = ({ target }: { target: EventTarget }) => {
    // What is typed into a picker searches its choices; the hidden field beside it tells what was chosen.
    if (target instanceof HTMLInputElement && target.name === '') return;
    clearTimeout(timer.current);
    const isChoice =
      target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'hidden');
    if (isChoice) apply('push');
    else timer.current = setTimeout(() => apply('replace'), pause);
  };

  useEffect(() => () => clearTimeout(timer.current), []);
  // A typed text that waits for its pause stays: only what has lost the focus follows the address.
  useEffect(() => {
    const shown = new URLSearchParams(query);
    for (const control of form.current?.elements ?? []) {
      if (control === document.activeElement) continue;
      if (control instanceof HTMLSelectElement) control.value = shown.get(control.name) ?? '';
      // A date that the address does not name may be the page's own, such as the start of a statement.
      if (control instanceof HTMLInputElement && control.name !== '')
        control.value = shown.get(control.name) ?? (control.type === 'date' ? control.defaultValue : '');
    }
  }, [query]);

  return (
    <form
      ref={form}
      action={address}
      onInput={onInput}
      onSubmit={(event) => {
        event.preventDefault();
        apply('push');
      }}
      aria-busy={pending}
      className={className}
    >
      {children}
      {pending && <div aria-hidden="true" className="navigation-bar" />}
    </form>
  );
}
