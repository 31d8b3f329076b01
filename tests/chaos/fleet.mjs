import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const CLI = join(import.meta.dirname, '../../dist/cli/wirecopy.js');
/** What a supervisor waits before it starts a process again. */
const AGAIN_MS = 200;

/** A tree of real wirecopy processes, `[{ name, roles }]`, each started again whenever it is gone: the harness is their supervisor. */
export function createFleet({ config, members, folder, environment = {} }) {
  const crew = new Map(
    members.map((member) => [member.name, { ...member, child: undefined, isWanted: false, environment: {}, before: [] }]),
  );
  const fleet = { crew, peakRssKb: 0, ownExits: 0 };

  const start = (member) => {
    const log = openSync(join(folder, `${member.name}.log`), 'a');
    const command = [...member.before, process.execPath, CLI, 'run', '--config', config, '--roles', member.roles, '--log-level', 'warn'];
    const env = { ...process.env, ...environment, ...member.environment };
    const child = spawn(command[0], command.slice(1), { stdio: ['ignore', log, log], env });
    member.child = child;
    child.once('error', () => undefined);
    child.once('exit', (code) => {
      if (member.child !== child) return;
      member.child = undefined;
      if (code !== null && member.isWanted) fleet.ownExits += 1;
      setTimeout(() => {
        if (member.isWanted && member.child === undefined) start(member);
      }, AGAIN_MS);
    });
  };
  const measure = () => {
    for (const { child } of crew.values()) fleet.peakRssKb = Math.max(fleet.peakRssKb, rssKb(child?.pid));
  };
  const timer = setInterval(measure, 500);
  return Object.assign(fleet, {
    start: () => {
      for (const member of crew.values()) {
        member.isWanted = true;
        start(member);
      }
    },
    /** False where it is not there at the moment. */
    signal: (name, signal) => {
      measure();
      return crew.get(name).child?.kill(signal) === true;
    },
    stop: async () => {
      clearInterval(timer);
      for (const member of crew.values()) member.isWanted = false;
      const children = [...crew.values()].flatMap(({ child }) => child ?? []);
      const ended = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
      for (const child of children) child.kill('SIGCONT');
      for (const child of children) child.kill('SIGTERM');
      await Promise.race([Promise.all(ended), sleep(30_000, undefined, { ref: false })]);
      for (const child of children) child.kill('SIGKILL');
    },
  });
}

function rssKb(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
