import { fallbackLocale, type Locale, supported } from '@/lib/i18n/locales';

type Wishes = {
  /** The person's own setting. */
  person?: string | null | undefined;
  /** The default of the business they belong to. */
  tenant?: string | null | undefined;
  /** The browser's header, as it came. */
  acceptLanguage?: string | null | undefined;
};

/** The language to speak: the person's setting, else the business's default, else the browser's wish, else English. */
export function negotiateLocale({ person, tenant, acceptLanguage }: Wishes): Locale {
  return supported(person) ?? supported(tenant) ?? browserWish(acceptLanguage) ?? fallbackLocale;
}

/** The first language of an Accept-Language header, by weight and then by order, that we ship; `q=0` is a refusal. */
function browserWish(header: string | null | undefined): Locale | null {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/i.exec(parameter)?.[1]).find(Boolean);
      return { locale: supported(tag), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes.find((wish) => wish.locale !== null)?.locale ?? null;
}
