import { createHash } from 'node:crypto';

const STORY = /urn:velmar:(feed-\d+-s\d+)/;

/**
 * What was said and what arrived, kept by the observer alone. Nothing in it comes from the system under test but the deliveries themselves.
 * All times are of the observer's clock, in milliseconds.
 */
export function createLedger(subscribers) {
  const stories = new Map();
  const readers = new Map(subscribers.map((name) => [name, { keys: new Map(), stories: new Map() }]));
  const counts = { sent: 0, raw: 0, dup_raw: 0, dup_after_key: 0, rev_back: 0, killed_visible: 0, embargo_early: 0 };
  const findings = [];
  const find = (kind, detail) => {
    counts[kind] += 1;
    if (findings.length < 50) findings.push({ kind, ...detail });
  };

  /** The source has let a revision go. */
  const released = ({ story, version, kind }, { at, until }) => {
    counts.sent += 1;
    const known = stories.get(story) ?? { versions: [], killedBy: undefined, until };
    known.versions.push({ version, kind, at });
    if (kind === 'kill') known.killedBy = version;
    stories.set(story, known);
  };

  /** Bytes have reached a subscriber, whatever it answered. */
  const seen = (name, { body, began }) => {
    const story = STORY.exec(body)?.[1];
    const until = stories.get(story)?.until;
    if (until !== undefined && began < until) find('embargo_early', { name, story, ms: until - began });
  };

  /** A subscriber has taken a delivery. */
  const accepted = (name, { key, body, began }) => {
    counts.raw += 1;
    const reader = readers.get(name);
    const { type, articleId, article } = JSON.parse(body);
    const story = STORY.exec(articleId)?.[1];
    const had = reader.stories.get(story) ?? { versions: new Map(), highest: 0, killedAt: undefined };
    reader.stories.set(story, had);
    if (type !== 'article.killed' && had.killedAt !== undefined && began > had.killedAt)
      find('killed_visible', { name, story, key, ms: began - had.killedAt });
    const hash = createHash('sha1').update(body).digest('base64');
    const before = reader.keys.get(key);
    if (before !== undefined) {
      counts.dup_raw += 1;
      if (before !== hash) find('dup_after_key', { name, key, what: 'two contents under one key' });
      return;
    }
    reader.keys.set(key, hash);
    first(name, had, { type, story, key, version: Number(article?.identity.version ?? 0) });
  };

  const first = (name, had, { type, story, key, version }) => {
    const at = Date.now();
    if (type === 'article.killed') {
      if (had.killedAt !== undefined) find('dup_after_key', { name, key, what: 'two kills' });
      had.killedAt ??= at;
      return;
    }
    if (had.versions.has(version)) find('dup_after_key', { name, key, what: `version ${version} under two keys` });
    if (version < had.highest) find('rev_back', { name, story, version, after: had.highest });
    had.highest = Math.max(had.highest, version);
    had.versions.set(version, at);
  };
  return { counts, findings, stories, readers, released, seen, accepted };
}

/**
 * What has not arrived, as `{ name, story, version, at }` (`at`: when the source let it go). A kill must reach everybody, and the versions before
 * it need not once it is out. Of an embargoed story the last version must come, after its time. `passed(story, version)` says whether the journal has
 * a version that a newer one had overtaken before it could be handed out.
 */
export function missing({ stories, readers }, passed = () => false) {
  const gaps = [];
  for (const [story, { versions, killedBy, until }] of stories) {
    const last = versions.at(-1).version;
    for (const [name, reader] of readers) {
      const had = reader.stories.get(story);
      for (const { version, kind, at } of versions) {
        if (arrived(had, version, kind) || (killedBy !== undefined && kind !== 'kill')) continue;
        if (version < last && (until !== undefined || passed(story, version))) continue;
        gaps.push({ name, story, version, at });
      }
    }
  }
  return gaps;
}

function arrived(had, version, kind) {
  return kind === 'kill' ? had?.killedAt !== undefined : had?.versions.has(version) === true;
}
