import { useTranslations } from 'next-intl';
import { FilterBar } from '@/components/ui/filter-bar';
import type { Choices } from '@/lib/choices';

type Named = readonly { id: string; name: string }[];

type Props = {
  /** The list's address without its query. */
  address: string;
  filter: { search?: string | undefined; projectId?: string | undefined; type?: string | undefined };
  projects: Named | Choices;
  types: Named;
  /** Query parameters to keep. */
  keep?: Record<string, string | undefined>;
};

/** Filters a list of documents by words, project and type. */
export function DocumentFilter({ address, filter, projects, types, keep = {} }: Props) {
  const t = useTranslations('documents.filter');
  const { search, projectId, type } = filter;
  const project = {
    name: 'project_id',
    label: t('project'),
    all: t('allProjects'),
    value: projectId,
    options: projects,
  };
  return (
    <FilterBar
      address={address}
      search={{ label: t('search'), value: search }}
      choices={[project, { name: 'type', label: t('type'), all: t('allTypes'), value: type, options: types }]}
      keep={keep}
    />
  );
}
