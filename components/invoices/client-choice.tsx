import { Messages } from '@/components/layout/messages';
import { Picker } from '@/components/picker/picker';
import { Button } from '@/components/ui/button';
import { FilterForm } from '@/components/ui/filter-form';
import type { Choices } from '@/lib/choices';

type Props = {
  address: string;
  clients: Choices;
  texts: { label: string; choose: string; go: string };
};

/** Asks for the client of a new invoice or payment, whose currency and records its form then has. */
export function ClientChoice({ address, clients, texts }: Props) {
  return (
    <FilterForm address={address} className="max-w-form space-y-6">
      <div>
        <label htmlFor="client" className="mb-1.5 block text-[0.9375rem] font-medium">
          {texts.label}
        </label>
        <Messages for={['common.picker']}>
          <Picker id="client" name="client" required placeholder={texts.choose} choices={clients} />
        </Messages>
      </div>
      <Button type="submit" look="primary" className="scripted:hidden">
        {texts.go}
      </Button>
    </FilterForm>
  );
}
