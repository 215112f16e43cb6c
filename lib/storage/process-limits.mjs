// @ts-check
import { Worker } from 'node:worker_threads';

/**
 * Ends this process beyond its limits: milliseconds of processor time from now on, and bytes of memory. A thread of its own, because
 * the library at work keeps the main thread busy and no timer would run there. `terminate` ends the watch.
 *
 * @param {{ mostCpuMilliseconds: number, mostBytes: number }} limits
 */
export function watch({ mostCpuMilliseconds, mostBytes }) {
  const { user, system } = process.cpuUsage();
  const limits = { pid: process.pid, cpu: (user + system) / 1_000 + mostCpuMilliseconds, bytes: mostBytes };
  const code = `const limits = require('node:worker_threads').workerData;
    setInterval(() => {
      const { user, system } = process.cpuUsage();
      if ((user + system) / 1000 > limits.cpu || process.memoryUsage.rss() > limits.bytes) process.kill(limits.pid, 'SIGKILL');
    }, 50);`;
  return new Worker(code, { eval: true, workerData: limits });
}
