import type { AdminActor } from '@/lib/authz/actor';
import { defineEdit } from '@/lib/edits/edit';
import { getSettings } from '@/lib/tenants/settings/queries';
import { type Settings, settingsSections } from '@/lib/tenants/settings/schemas';

/** The form of one section: a change of another section is no conflict. */
const edit = (section: Partial<Record<keyof Settings, true>>) =>
  defineEdit<unknown, AdminActor, Settings>({
    table: 'tenants',
    id: (_, { tenantId }) => tenantId,
    read: (db, _, actor) => getSettings(db, actor),
    fields: (settings) => Object.fromEntries(Object.entries(settings).filter(([name]) => name in section)),
    events: { record: 'tenant', names: ['settings.changed'] },
  });

/** The forms of the settings, by section. */
export const settingsEdits = {
  business: edit(settingsSections.business),
  reading: edit(settingsSections.reading),
  colour: edit(settingsSections.colour),
  showcase: edit(settingsSections.showcase),
  guests: edit(settingsSections.guests),
  dates: edit(settingsSections.dates),
};
