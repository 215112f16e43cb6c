'use client';

import { Icon, type IconName } from '@/components/ui/icon';
import { PlainLink } from '@/components/ui/text-link';

type Props = {
  icon: IconName;
  /** An update has a title of its own; other news are a sentence. */
  isUpdate: boolean;
  href: string;
  heading: string;
  on: string;
  /** The day in words, and its distance from today. */
  day: string;
  distance: string;
  excerpt: string | null;
  facts: string;
};

/** One line of the news. A browser component with texts only, so that its elements are not in the payload of a page. */
export function NewsRow({ icon, isUpdate, href, heading, on, day, distance, excerpt, facts }: Props) {
  return (
    <li className="group relative flex gap-4">
      <span aria-hidden="true" className="dot">
        <Icon name={icon} />
      </span>
      <div className="min-w-0 flex-1 pt-1">
        <div className="flex items-baseline justify-between gap-4">
          <h3 className={isUpdate ? 'text-lg leading-snug' : 'font-sans leading-snug'}>
            <PlainLink href={href} className="two-lines cover">
              {heading}
            </PlainLink>
          </h3>
          <time dateTime={on} title={day} className="shrink-0 text-sm text-ink-faint">
            {distance}
          </time>
        </div>
        {excerpt && <p className="mt-1.5 line-clamp-3 max-w-prose text-ink-soft">{excerpt}</p>}
        <p className="two-lines mt-1 text-sm text-ink-faint">{facts}</p>
      </div>
    </li>
  );
}
