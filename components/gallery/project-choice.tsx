import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';

type Props = {
  projects: readonly { id: string; name: string }[];
  chosen: string | undefined;
  /** The rest of the address that stays. */
  keep: Record<string, string>;
  words: { label: string; all: string; show: string };
};

/** Narrows a list of photos to one project; a plain form, so that the choice stands in the address. */
export function ProjectChoice({ projects, chosen, keep, words }: Props) {
  return (
    <form className="mb-6 flex max-w-xl items-end gap-3">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="min-w-0 flex-1">
        <label htmlFor="photos-of-project" className="eyebrow mb-1.5 block">
          {words.label}
        </label>
        <Select
          id="photos-of-project"
          name="project_id"
          defaultValue={chosen ?? ''}
          placeholder={words.all}
          options={projects.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <Button type="submit">{words.show}</Button>
    </form>
  );
}
