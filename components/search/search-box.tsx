'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { BoxOption } from '@/components/search/box-option';
import { type Option, type OptionGroup, optionGroups } from '@/components/search/box-options';
import { forgetSearches, keepSearch, recentSearches } from '@/components/search/recent-searches';
import { useSuggestions } from '@/components/search/use-suggestions';
import { Icon } from '@/components/ui/icon';
import { withQuery } from '@/lib/paths';
import { actionAsked } from '@/lib/search/actions/rule';

export type SearchBoxProps = {
  userId: string;
  /** The page of the search, and its answer as JSON. */
  page: string;
  list: string;
  /** Null for people of a client. */
  team: 'staff' | 'admin' | null;
  close: () => void;
};

/** The search over every page: a field with its results as a list (the combobox of ARIA), in a dialog that Escape closes. */
export default function SearchBox({ userId, page, list, team, close }: SearchBoxProps) {
  const t = useTranslations('search');
  const router = useRouter();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [recent, setRecent] = useState<string[]>([]);
  const [at, setAt] = useState<number | null>(null);
  const question = typed.trim();
  const phrases = {
    newInvoice: t('do.newInvoice', { name: '' }),
    recordPayment: t('do.recordPayment', { name: '' }),
    newProject: t('do.newProject', { name: '' }),
  };
  const action = team ? actionAsked(question, phrases) : null;
  const { found, busy } = useSuggestions(list, action ? { q: action.rest, kinds: 'client' } : { q: question });
  const results = found !== null && found !== 'failed' ? found.results : [];
  const all = question === '' ? null : withQuery(page, { q: question });
  const groups = optionGroups({ recent, results, team, only: action?.key, all });
  const options = groups.flatMap((group) => group.options);
  const current = at === null ? undefined : options[Math.min(at, options.length - 1)];

  useEffect(() => {
    setRecent(recentSearches(userId));
    dialog.current?.showModal();
  }, [userId]);

  const choose = (option: Option) => {
    if (option.of === 'recent') {
      setTyped(option.question);
      setAt(null);
      return;
    }
    if (question !== '') keepSearch(userId, question);
    dialog.current?.close();
    router.push(option.address);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.nativeEvent.isComposing) return;
    if (step && options.length > 0) {
      event.preventDefault();
      // From the field to the first or last option, and from these back to the field.
      const next = at === null ? (step > 0 ? 0 : options.length - 1) : at + step;
      setAt(next < 0 || next >= options.length ? null : next);
    }
    const wanted = current ?? (all === null ? undefined : ({ of: 'all', address: all } as const));
    if (event.key === 'Enter' && wanted) {
      event.preventDefault();
      choose(wanted);
    }
  };
  const click = (option: Option, event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose(option);
  };
  const nameOf = (option: Option) => `${id}-${options.indexOf(option)}`;
  const summary =
    found === 'failed'
      ? t('box.failed')
      : busy || !found
        ? ''
        : results.length
          ? t('box.found', { count: results.length })
          : t('box.empty');

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the box closes it, and Escape does on a keyboard
    <dialog
      ref={dialog}
      aria-label={t('box.label')}
      onClose={close}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      className="search-box"
    >
      <div className="flex items-center gap-2 border-b border-line ps-4 pe-2">
        <Icon name="search" className="size-5 shrink-0 text-ink-faint" />
        <input
          type="text"
          role="combobox"
          aria-label={t('page.field')}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={current && nameOf(current)}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={200}
          placeholder={t('page.field')}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(null);
          }}
          onKeyDown={press}
          className="h-14 min-w-0 flex-1 bg-transparent text-ink outline-none placeholder:text-ink-faint"
        />
        <button
          type="button"
          aria-label={t('box.close')}
          onClick={() => dialog.current?.close()}
          className="frame-menu"
        >
          <Icon name="x" className="size-5" />
        </button>
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t('title')} className="min-h-0 flex-1 overflow-y-auto p-2">
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of a listbox, not of a form
          <div key={group.key} role="group" aria-label={headOf(group)}>
            {headOf(group) && (
              <p aria-hidden="true" className="eyebrow px-3 pt-3 pb-1">
                {headOf(group)}
              </p>
            )}
            {group.options.map((option) => (
              <BoxOption
                key={nameOf(option)}
                id={nameOf(option)}
                option={option}
                question={action ? action.rest : question}
                current={option === current}
                choose={click}
                point={() => setAt(options.indexOf(option))}
              />
            ))}
          </div>
        ))}
      </div>
      <div className="flex min-h-11 items-center justify-between gap-4 border-t border-line px-4 text-sm text-ink-soft">
        <span role="status">{summary}</span>
        {all === null && recent.length > 0 ? (
          <button
            type="button"
            onClick={() => {
              forgetSearches(userId);
              setRecent([]);
            }}
            className="link min-h-11"
          >
            {t('box.forget')}
          </button>
        ) : (
          <span className="hidden sm:pointer-fine:block">{t('box.keys')}</span>
        )}
      </div>
    </dialog>
  );

  function headOf({ key }: OptionGroup): string | undefined {
    if (key === 'all') return undefined;
    if (key === 'recent') return t('box.recent');
    return key === 'actions' ? t('box.actions') : t(`kinds.${key}`);
  }
}
