import { median, type Round } from '@/tests/bench/measure';
import type { Target } from '@/tests/bench/targets';
import { type WriteLine, writeGoal } from '@/tests/bench/writes';

/** A target's medians over its rounds, and their ratios to its control in the same round. */
export type Line = { target: Target; rate: number; cpu: number; ratio: number | null; cpuRatio: number | null };

/** The medians of all targets. Ratios are of rounds that ran one after the other, before their median. */
export function linesOf(targets: Target[], results: Map<string, Round[]>): Line[] {
  return targets.map((target) => {
    const rounds = results.get(target.name) ?? [];
    const controls = target.control === null ? [] : (results.get(target.control) ?? []);
    const against = (of: (round: Round) => number) =>
      controls.length === 0 ? null : median(rounds.flatMap((round, at) => of(round) / of(controls[at] ?? round)));
    return {
      target,
      rate: median(rounds.map(({ rate }) => rate)),
      cpu: median(rounds.map(({ cpu }) => cpu)),
      ratio: against(({ rate }) => rate),
      cpuRatio: against(({ cpu }) => cpu),
    };
  });
}

type Bytes = Map<string, { bytes: number; elements: number }>;

/** Prints the table in Markdown, as docs/performance.md shows it. */
export function printTable(lines: Line[], bytes: Bytes): void {
  const head = ['address', 'requests/s', 'CPU ms', 'kB', 'elements', 'of its control', 'CPU', 'goal'];
  const rows = lines.map(({ target, rate, cpu, ratio, cpuRatio }) => {
    const size = bytes.get(target.name);
    return [
      target.name,
      rate.toFixed(0),
      (cpu * 1000).toFixed(2),
      ((size?.bytes ?? 0) / 1000).toFixed(1),
      String(size?.elements ?? 0),
      ratio?.toFixed(2) ?? '',
      cpuRatio ? `${cpuRatio.toFixed(2)} ×` : '',
      target.goal ? `≥ ${target.goal.toFixed(2)}` : '',
    ];
  });
  printRows(head, rows);
}

/** Prints the commands against their bare transactions. */
export function printWrites(lines: WriteLine[]): void {
  const head = ['command', 'ms', 'bare transaction, ms', 'times', 'goal'];
  const rows = lines.map(({ name, command, bare, ratio }) => [
    ...[name, command.toFixed(2), bare.toFixed(2), ratio.toFixed(2), `≤ ${writeGoal}`],
  ]);
  printRows(head, rows);
}

function printRows(head: string[], rows: string[][]): void {
  console.log(`\n${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}`);
}

/** How far below its goal, or what is reached of it, a target may be in a quick run beside other work. */
export const tolerance = 1.5;

/**
 * The targets far below their goal. Requests per second fall with whatever else the machine does, the database's processes first,
 * so a page also passes by its processor time; a list does not, because what grows with a tenant is the database's work.
 */
export function missed(lines: Line[]): Line[] {
  return lines.filter(({ target: { goal, reached = goal, control }, ratio, cpuRatio }) => {
    if (reached === null || ratio === null) return false;
    const best = control?.endsWith('tenant') ? ratio : Math.max(ratio, 1 / (cpuRatio ?? Infinity));
    return best * tolerance < reached;
  });
}
