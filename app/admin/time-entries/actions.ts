'use server';

import { teamMember } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';
import { hoursEdit } from '@/lib/time/checks';
import { changeHoursTyped, enterHoursTyped, removeHours } from '@/lib/time/commands';
import { changeHoursForm, enterHoursForm, timeEntryId } from '@/lib/time/schemas';
import { discardTimer, startTimer, stopTimer } from '@/lib/time/timers/commands';
import { noInput, startTimerInput, stopTimerInput } from '@/lib/time/timers/schemas';
import { saveWeek } from '@/lib/time/weeks/commands';
import { saveWeekInput } from '@/lib/time/weeks/schemas';

export const enterHoursAction = defineAction({ guard: teamMember, input: enterHoursForm, run: enterHoursTyped });

export const changeHoursAction = defineAction({
  guard: teamMember,
  input: changeHoursForm,
  edits: hoursEdit,
  run: changeHoursTyped,
  redirectTo: paths.admin.hours.list,
});

export const removeHoursAction = defineAction({
  guard: teamMember,
  input: timeEntryId,
  run: removeHours,
  redirectTo: paths.admin.hours.list,
});

export const startTimerAction = defineAction({ guard: teamMember, input: startTimerInput, run: startTimer });

export const stopTimerAction = defineAction({ guard: teamMember, input: stopTimerInput, run: stopTimer });

export const discardTimerAction = defineAction({ guard: teamMember, input: noInput, run: discardTimer });

export const saveWeekAction = defineAction({ guard: teamMember, input: saveWeekInput, run: saveWeek });
