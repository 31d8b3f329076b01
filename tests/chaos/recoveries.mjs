/**
 * How long a process or store that was killed was felt: from the kill until everything that the source had let go by then has arrived. Later kills
 * may fall into that time; nothing is taken off for them.
 */
export function recoveriesOf(kills, { stories, readers }) {
  const waits = [];
  for (const [story, { versions, until, killedBy }] of stories) {
    if (until !== undefined || killedBy !== undefined) continue;
    for (const reader of readers.values())
      for (const { version, at } of versions) {
        const arrived = reader.stories.get(story)?.versions.get(version);
        if (arrived !== undefined) waits.push({ at, arrived });
      }
  }
  waits.sort((one, other) => one.at - other.at);
  return kills.map(({ at, store }) => {
    let last = at;
    for (const wait of waits) {
      if (wait.at > at) break;
      last = Math.max(last, wait.arrived);
    }
    return { ms: last - at, store };
  });
}
