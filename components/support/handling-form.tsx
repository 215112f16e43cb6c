import { useTranslations } from 'next-intl';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import type { FormAction } from '@/lib/forms/form-state';
import { ticketCategories, ticketPriorities, ticketStatuses } from '@/lib/support/rule';
import type { TeamTicketSummary } from '@/lib/support/schemas';

type Props = {
  ticket: TeamTicketSummary;
  team: readonly { id: string; name: string }[];
  action: FormAction;
  version: string;
};

/** The state of a ticket, its priority and kind, and who answers it. */
export function HandlingForm({ ticket, team, action, version }: Props) {
  const t = useTranslations('support.team');
  const words = useTranslations('support');
  const { assigneeId, assigneeName } = ticket;
  // Somebody who has left stays selectable while the ticket is theirs.
  const former =
    assigneeId && !team.some(({ id }) => id === assigneeId) ? [{ id: assigneeId, name: assigneeName ?? '' }] : [];
  return (
    <Form action={action} hidden={{ id: ticket.id }} version={version} className="max-w-none space-y-4">
      <SelectField
        name="status"
        label={t('status')}
        required
        defaultValue={ticket.status}
        options={ticketStatuses.map((value) => ({ value, label: words(`status.${value}`) }))}
      />
      <SelectField
        name="assigneeId"
        label={t('assignee')}
        placeholder={words('inbox.nobody')}
        defaultValue={assigneeId}
        options={[...former, ...team].map(({ id: value, name: label }) => ({ value, label }))}
      />
      <SelectField
        name="priority"
        label={t('priority')}
        required
        defaultValue={ticket.priority}
        options={ticketPriorities.map((value) => ({ value, label: words(`priority.${value}`) }))}
      />
      <SelectField
        name="category"
        label={t('category')}
        required
        defaultValue={ticket.category}
        options={ticketCategories.map((value) => ({ value, label: words(`category.${value}`) }))}
      />
      <SubmitButton look="secondary">{t('save')}</SubmitButton>
    </Form>
  );
}
