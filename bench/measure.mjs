// What the benches share: engines take turns within each round, the first round warms up, the median of the others counts. CPU time of
// this process, so that a busy machine disturbs less.

/** CPU milliseconds (user and system) that `work` takes. */
export async function cpuOf(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** Medians of CPU milliseconds by the engines' names; `engines` are pairs of a name and what it does in one round. */
export async function interleaved(engines, rounds) {
  const taken = new Map(engines.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, work] of engines) {
      const milliseconds = await cpuOf(work);
      if (round > 0) taken.get(name).push(milliseconds);
    }
  return new Map([...taken].map(([name, all]) => [name, median(all)]));
}

/** Prints rows under a title; the first column is words, the others are numbers with two digits. */
export function table(title, head, rows) {
  const cell = (value) => (typeof value === 'number' ? value.toFixed(2) : String(value));
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => cell(row[column]).length)));
  const line = (row) =>
    row.map((value, column) => (column === 0 ? cell(value).padEnd(widths[0]) : cell(value).padStart(widths[column]))).join('  ');
  console.log([`\n${title}`, line(head), ...rows.map(line)].join('\n'));
}

/** Modules that are measured against and may be absent: `npm ci` in bench/ brings them. */
export async function peer(load) {
  try {
    return await load();
  } catch {
    return undefined;
  }
}
