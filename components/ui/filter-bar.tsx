import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { Messages } from '@/components/layout/messages';
import { labelOf } from '@/components/picker/label-of';
import { Picker } from '@/components/picker/picker';
import { Button } from '@/components/ui/button';
import { FilterForm } from '@/components/ui/filter-form';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { TextLink } from '@/components/ui/text-link';
import type { Choice, Choices } from '@/lib/choices';
import { withQuery } from '@/lib/paths';

type Filter = {
  /** The key of the query parameter. */
  name: string;
  label: string;
  /** Label of the option for no filter. */
  all: string;
  value: string | undefined;
  /** All options; or clients or projects, of which a business may have thousands. */
  options: readonly Choice[] | Choices;
};

type Props = {
  /** The list's address without its query. */
  address: string;
  search?: { label: string; value: string | undefined };
  choices?: readonly Filter[];
  /** Calendar dates, each with the key of its query parameter. */
  dates?: readonly { name: string; label: string; value: string | undefined }[];
  /** Query parameters to keep, such as a tab or an order. A cursor is not kept, because the filter changes the list. */
  keep?: Record<string, string | undefined>;
  /** Whether there is a link to the list without a filter, the default. */
  clearable?: boolean;
  className?: string;
};

/**
 * Filters a list by a search text and choices, as soon as one changes. A GET form, so that the address holds the filter and
 * the button does the same without JavaScript. Choices with fewer than two options are left out.
 */
export function FilterBar({
  address,
  search,
  choices = [],
  dates = [],
  keep = {},
  clearable = true,
  className = 'mb-8',
}: Props) {
  const t = useTranslations('common.filter');
  const picker = useTranslations('common.picker');
  const offered = choices.filter(({ value, options }) => value || listOf(options).length > 1);
  if (!search && offered.length === 0 && dates.length === 0) return null;
  const isFiltered = Boolean(search?.value) || [...offered, ...dates].some(({ value }) => value);
  return (
    <search className={clsx('block', className)}>
      <FilterForm address={address} className="flex flex-wrap items-center gap-3">
        {Object.entries(keep).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {search && (
          <Input
            type="search"
            name="search"
            aria-label={search.label}
            placeholder={search.label}
            defaultValue={search.value ?? ''}
            className="sm:max-w-72"
          />
        )}
        {offered.map(({ name, label, all, value, options }) =>
          'more' in options && options.more ? (
            <Messages key={name} for={['common.picker']}>
              <Picker
                id={`filter-${name}`}
                name={name}
                aria-label={label}
                placeholder={all}
                value={value ?? ''}
                choices={options}
                className="min-w-0 flex-1 basis-full sm:max-w-72 sm:basis-48"
              />
            </Messages>
          ) : (
            <Select
              key={name}
              name={name}
              aria-label={label}
              placeholder={all}
              defaultValue={value ?? ''}
              options={listOf(options).map((option) => ({
                value: option.id,
                label: labelOf(option, (of) => picker('inactive', { name: of })),
              }))}
              className="min-w-0 flex-1 basis-36 sm:max-w-60"
            />
          ),
        )}
        {dates.map(({ name, label, value }) => (
          <div key={name} className="grid grid-cols-[auto_10rem] items-center gap-2 text-sm text-ink-soft">
            <label htmlFor={`filter-${name}`}>{label}</label>
            <Input type="date" id={`filter-${name}`} name={name} defaultValue={value ?? ''} />
          </div>
        ))}
        <Button type="submit" className="scripted:hidden">
          {t('show')}
        </Button>
        {isFiltered && clearable && <TextLink href={withQuery(address, keep)}>{t('clear')}</TextLink>}
      </FilterForm>
    </search>
  );
}

function listOf(options: Filter['options']): readonly Choice[] {
  return 'more' in options ? options.options : options;
}
