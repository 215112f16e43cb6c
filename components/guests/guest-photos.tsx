import { getLocale, getTranslations } from 'next-intl/server';
import { dayOf, formatDay } from '@/lib/format';
import { paths } from '@/lib/paths';

/** `takenAt` is an instant. */
type Props = { photos: readonly { id: string; caption: string | null; takenAt: string }[]; timeZone: string };

/** Photos as a grid; each opens in full by a plain link. */
export async function GuestPhotos({ photos, timeZone }: Props) {
  const [t, locale] = await Promise.all([getTranslations('guests.shown'), getLocale()]);
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
      {photos.map(({ id, caption, takenAt }) => {
        const date = formatDay(dayOf(new Date(takenAt), timeZone), locale);
        return (
          <li key={id}>
            <a href={paths.guest.photo(id, 'large')} className="block">
              <img
                src={paths.guest.photo(id, 'thumbnail')}
                alt={caption || t('photo', { date })}
                loading="lazy"
                className="aspect-[4/3] w-full rounded-field bg-sunken object-cover"
              />
            </a>
            <p className="mt-1 break-words text-sm text-ink-soft">{caption ? `${caption} · ${date}` : date}</p>
          </li>
        );
      })}
    </ul>
  );
}
