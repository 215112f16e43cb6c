import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';

type Choice = { id: string; name: string };

type Props = {
  filter: { search?: string | undefined; projectId?: string | undefined; type?: string | undefined };
  projects: readonly Choice[];
  types: readonly Choice[];
  /** What the address says besides and keeps. */
  keep?: Record<string, string | undefined>;
};

/** Narrows a list of documents: a GET form, so that the address tells what is shown. */
export function DocumentFilter({ filter, projects, types, keep = {} }: Props) {
  const t = useTranslations('documents.filter');
  return (
    <search className="mb-8 block">
      <form className="flex flex-wrap gap-3">
        {Object.entries(keep).map(
          ([name, kept]) => kept && <input key={name} type="hidden" name={name} value={kept} />,
        )}
        <Input
          type="search"
          name="search"
          aria-label={t('search')}
          placeholder={t('search')}
          defaultValue={filter.search ?? ''}
          className="sm:max-w-72"
        />
        {projects.length > 1 && (
          <Narrowing
            name="project_id"
            label={t('project')}
            all={t('allProjects')}
            value={filter.projectId}
            choices={projects}
          />
        )}
        {types.length > 1 && (
          <Narrowing name="type" label={t('type')} all={t('allTypes')} value={filter.type} choices={types} />
        )}
        <Button type="submit">{t('show')}</Button>
      </form>
    </search>
  );
}

type NarrowingProps = {
  name: string;
  label: string;
  all: string;
  value: string | undefined;
  choices: readonly Choice[];
};

function Narrowing({ name, label, all, value, choices }: NarrowingProps) {
  return (
    <Select
      name={name}
      aria-label={label}
      placeholder={all}
      defaultValue={value ?? ''}
      options={choices.map((choice) => ({ value: choice.id, label: choice.name }))}
      className="min-w-0 flex-1 basis-36 sm:max-w-56"
    />
  );
}
