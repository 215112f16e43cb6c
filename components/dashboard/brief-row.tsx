import { clsx } from 'clsx';
import { Icon, type IconName } from '@/components/ui/icon';
import { PlainLink } from '@/components/ui/text-link';

type Props = { icon: IconName; href: string; title: string; detail?: string; end?: string; tone?: 'bad' | undefined };

/** A line that says one thing and leads to it, low enough for several on a phone's first screen. */
export function BriefRow({ icon, href, title, detail, end, tone }: Props) {
  return (
    <li className={clsx('brief', end && 'brief-priced', tone && 'brief-bad')}>
      <Icon name={icon} />
      <span className="brief-text">
        <PlainLink href={href} className="brief-title cover">
          {title}
        </PlainLink>
        {detail && <small>{detail}</small>}
      </span>
      {end && <span className="numerals">{end}</span>}
    </li>
  );
}
