'use client';

import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import type { Option } from '@/components/search/box-options';
import { kindIcons } from '@/components/search/kind-icons';
import { MarkedText } from '@/components/search/marked-text';
import { Icon, type IconName } from '@/components/ui/icon';

type Props = {
  id: string;
  option: Option;
  question: string;
  current: boolean;
  choose: (option: Option, event: MouseEvent) => void;
  point: () => void;
};

/** One line of the box. A link where it leads to a page, so that it opens in a new tab too. */
export function BoxOption({ id, option, question, current, choose, point }: Props) {
  const t = useTranslations('search');
  const address = option.of === 'recent' ? undefined : option.address;
  const { icon, title, detail } = lineOf(option);
  return (
    <a
      id={id}
      role="option"
      aria-selected={current}
      tabIndex={-1}
      href={address}
      data-opens="box"
      onClick={(event) => choose(option, event)}
      onPointerMove={point}
      className="box-option"
    >
      <Icon name={icon} className="mt-0.5 size-5 shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1">
        <span className="two-lines">
          {option.of === 'all' && t('box.all', { question })}
          {option.of === 'action' && t(`do.${option.action.key}`, { name: option.action.name })}
          {option.of === 'recent' && option.question}
          {title !== null && <MarkedText text={title || t('page.draft')} question={question} />}
        </span>
        {detail && (
          <span className="two-lines text-sm text-ink-soft">
            <MarkedText text={detail} question={question} />
          </span>
        )}
      </span>
    </a>
  );
}

function lineOf(option: Option): { icon: IconName; title: string | null; detail: string } {
  if (option.of === 'result') {
    const { type, title, excerpt, number, project_name, client_name } = option.result;
    const place = [number && number !== title ? `#${number}` : null, project_name, client_name];
    return { icon: kindIcons[type], title, detail: [excerpt, ...place].filter(Boolean).join(' · ') };
  }
  const icons = { recent: 'clock', action: 'plus', all: 'search' } as const;
  return { icon: icons[option.of], title: null, detail: '' };
}
