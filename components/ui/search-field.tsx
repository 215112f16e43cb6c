import { Search } from 'lucide-react';
import { Input } from '@/components/ui/input';

type Props = {
  label: string;
  value?: string | null | undefined;
  /** The filters that stay on when searching. */
  keep?: Record<string, string | null | undefined>;
};

/** Searches the list it stands above: a GET form, so the address tells what is shown. Enter sends it. */
export function SearchField({ label, value, keep = {} }: Props) {
  return (
    <search className="w-full sm:w-72">
      <form className="relative">
        {Object.entries(keep).map(
          ([name, kept]) => kept && <input key={name} type="hidden" name={name} value={kept} />,
        )}
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 start-3 my-auto size-4 text-ink-faint"
        />
        <Input
          type="search"
          name="search"
          aria-label={label}
          placeholder={label}
          defaultValue={value ?? ''}
          className="ps-9"
        />
      </form>
    </search>
  );
}
