import { inZone } from '@/lib/calendar';
import type { FirstSteps, Milestone, News, NextDate } from '@/lib/dashboard/schemas';
import type { Day } from '@/lib/format';
import type { OpenInvoices } from '@/lib/invoices/open/schemas';
import type { PortalProject } from '@/lib/projects/schemas';

/**
 * Planned ends of unfinished phases, the earliest first, so that overdue ones lead. Phases of projects on hold or finished
 * are left out, because their dates no longer hold.
 */
export function nextMilestones(projects: readonly PortalProject[], today: Day): Milestone[] {
  return projects
    .filter(({ status }) => status === 'active' || status === 'planned')
    .flatMap((project) =>
      project.phases.flatMap(({ id, name, status, percent, plannedEndOn: dueOn }) =>
        status === 'completed' || dueOn === null
          ? []
          : {
              phaseId: id,
              phaseName: name,
              projectId: project.id,
              projectName: project.name,
              dueOn,
              isOverdue: dueOn < today,
              percent,
            },
      ),
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** The next dates from `today` on: planned ends of phases, and due dates of open invoices that nobody claims to have paid. */
export function nextDates(
  milestones: readonly Milestone[],
  invoices: Pick<OpenInvoices, 'first'>,
  today: Day,
  count: number,
): NextDate[] {
  const ends = milestones.map(({ phaseId, phaseName, projectId, projectName, dueOn }) => {
    return { kind: 'phase' as const, id: phaseId, title: phaseName, projectId, projectName, on: dueOn };
  });
  const dues = invoices.first.flatMap(({ id, number, projectName, dueOn, isClaimed }) =>
    isClaimed ? [] : [{ kind: 'invoice' as const, id, title: number, projectId: null, projectName, on: dueOn }],
  );
  return [...ends, ...dues]
    .filter(({ on }) => on >= today)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .slice(0, count);
}

/** The starts and completions of a project's phases, unordered. */
function phaseNews(project: PortalProject): News[] {
  return project.phases.flatMap(({ id, name: title, actualStartOn, actualEndOn, status }) => {
    const about = { id, title, projectId: project.id, projectName: project.name };
    const facts = { ...about, excerpt: null, authorName: null, comments: 0 };
    const completed = status === 'completed' && actualEndOn;
    return [
      ...(completed ? [{ ...facts, kind: 'phase_completed' as const, on: completed }] : []),
      ...(actualStartOn ? [{ ...facts, kind: 'phase_started' as const, on: actualStartOn }] : []),
    ];
  });
}

/** Updates, and starts and completions of the phases of `projects`, the latest first. Nothing after `today`. */
export function latestNews(
  updates: readonly News[],
  projects: readonly PortalProject[],
  today: Day,
  count: number,
): News[] {
  return [...updates, ...projects.flatMap(phaseNews)]
    .filter(({ on }) => on <= today)
    .sort(latestFirst)
    .slice(0, count);
}

/** Array.sort is stable, so the order within a day stays: updates first, a phase's completion before its start. */
function latestFirst(a: News, b: News): number {
  return a.on > b.on ? -1 : a.on < b.on ? 1 : 0;
}

export type DayPart = 'morning' | 'afternoon' | 'evening';

/** The part of the day on the tenant's clock, for the greeting: morning from 4, afternoon from 12, evening from 18 to 4. */
export function dayPartOf(at: Date, timeZone: string): DayPart {
  const { hour } = inZone(at, timeZone);
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}

/** The name to greet a person by: the first word of their name after a title with a dot, such as “Dr.”. */
export function greetingName(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return words.find((word) => !word.endsWith('.')) ?? name;
}

/** Whether a business has taken its first steps, up to somebody of a client who can look. */
export function isSettled({ hasDetails, hasClient, hasProject, hasShared, hasInvited }: FirstSteps): boolean {
  return hasDetails && hasClient && hasProject && hasShared && hasInvited;
}

/** Whether a photo was taken within the last seven days. */
export function isOfThisWeek(takenAt: string, now: Date): boolean {
  return now.getTime() - new Date(takenAt).getTime() < 7 * 24 * 3_600_000;
}
