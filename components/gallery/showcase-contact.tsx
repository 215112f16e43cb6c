import { useTranslations } from 'next-intl';
import { textLinkClass } from '@/components/ui/text-link';
import type { Showcase } from '@/lib/gallery/showcase/schemas';

/** How to reach the tenant of a showcase: those of telephone, e-mail and website that it has entered. */
export function ShowcaseContact({ tenant: { name, phone, email, website } }: { tenant: Showcase }) {
  const t = useTranslations('gallery.showcase');
  if (!phone && !email && !website) return null;
  return (
    <section aria-labelledby="contact" className="mt-16 border-line border-t pt-10">
      <h2 id="contact" className="text-xl">
        {t('contact', { tenant: name })}
      </h2>
      <ul className="mt-4 flex flex-col gap-x-8 gap-y-3 sm:flex-row sm:flex-wrap">
        {phone && (
          <li>
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className={textLinkClass}>
              {phone}
            </a>
          </li>
        )}
        {email && (
          <li>
            <a href={`mailto:${email}`} className={textLinkClass}>
              {email}
            </a>
          </li>
        )}
        {website && (
          <li>
            <a href={website} rel="noopener noreferrer" className={textLinkClass}>
              {hostOf(website)}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** `https://www.example.com/` → `example.com`; another text as it is. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : address;
}
