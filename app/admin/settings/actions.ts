'use server';

import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { billingEdits } from '@/lib/invoices/settings/checks';
import { changeBilling } from '@/lib/invoices/settings/commands';
import { billingSections, changeBillingInput } from '@/lib/invoices/settings/schemas';
import { targetsEdit } from '@/lib/support/settings/checks';
import { changeTargets } from '@/lib/support/settings/commands';
import { changeTargetsInput } from '@/lib/support/settings/schemas';
import { settingsEdits } from '@/lib/tenants/settings/checks';
import { changeSettings, removeLogo } from '@/lib/tenants/settings/commands';
import { changeSettingsInput, settingsSections } from '@/lib/tenants/settings/schemas';

export const changeBusinessAction = defineAction({
  guard: adminUser,
  input: changeSettingsInput.pick(settingsSections.business),
  edits: settingsEdits.business,
  run: changeSettings,
});

export const changeReadingAction = defineAction({
  guard: adminUser,
  input: changeSettingsInput.pick(settingsSections.reading),
  edits: settingsEdits.reading,
  run: changeSettings,
});

export const changeColourAction = defineAction({
  guard: adminUser,
  input: changeSettingsInput.pick(settingsSections.colour),
  edits: settingsEdits.colour,
  run: changeSettings,
});

export const changeShowcaseAction = defineAction({
  guard: adminUser,
  input: changeSettingsInput.pick(settingsSections.showcase),
  edits: settingsEdits.showcase,
  run: changeSettings,
});

export const changeGuestsAction = defineAction({
  guard: adminUser,
  input: changeSettingsInput.pick(settingsSections.guests),
  edits: settingsEdits.guests,
  run: changeSettings,
});

export const changeDatesAction = defineAction({
  guard: adminUser,
  input: changeSettingsInput.pick(settingsSections.dates),
  edits: settingsEdits.dates,
  run: changeSettings,
});

export const removeLogoAction = defineAction({ guard: adminUser, input: z.strictObject({}), run: removeLogo });

export const changeNumbersAction = defineAction({
  guard: adminUser,
  input: changeBillingInput.pick(billingSections.numbers),
  edits: billingEdits.numbers,
  run: changeBilling,
});

export const changePaymentAction = defineAction({
  guard: adminUser,
  input: changeBillingInput.pick(billingSections.payment),
  edits: billingEdits.payment,
  run: changeBilling,
});

export const changeTargetsAction = defineAction({
  guard: adminUser,
  input: changeTargetsInput,
  edits: targetsEdit,
  run: changeTargets,
});
