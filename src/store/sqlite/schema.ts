import type { Database } from 'better-sqlite3';

/** Migrations in order; never changed once released. */
const MIGRATIONS: readonly string[] = [
  `
  create table feed(
    id text primary key, interval_ms integer not null, paused integer not null default 0, active integer not null default 1,
    next_poll_at text not null, cursor text, validators text not null default '{}', failures integer not null default 0,
    failing_since text, last_error text, last_poll_at text, last_item_at text
  ) strict;
  create index feed_due on feed(active, paused, next_poll_at);

  create table raw(
    id integer primary key autoincrement, feed text not null, sha256 text not null, received_at text not null, meta text not null,
    bytes blob not null, state text not null default 'pending', attempts integer not null default 0, touched_at text not null,
    unique(feed, sha256)
  ) strict;
  create index raw_pending on raw(state, touched_at) where state = 'pending';

  create table raw_item(
    raw_id integer not null references raw(id), item integer not null, outcome text not null, primary key(raw_id, item)
  ) strict, without rowid;

  create table article(
    id text not null, revision integer not null, revision_key text not null, content_hash text not null, kind text not null,
    publishable integer not null, doc text not null, at text not null, primary key(id, revision)
  ) strict;
  create table head(id text primary key, revision integer not null, published integer not null default 0) strict;
  create table hold(id text not null, revision integer not null, until text, reason text not null, primary key(id, revision)) strict;
  create index hold_due on hold(until) where until is not null;
  create table tombstone(id text primary key, at text not null, revision integer not null) strict;

  create table outbox(
    seq integer primary key autoincrement, type text not null, article_id text not null, revision integer not null, at text not null
  ) strict;

  create table subscriber(
    name text primary key, cursor integer not null default 0, failures integer not null default 0, next_attempt_at text,
    last_error text, disabled integer not null default 0, leased_until text
  ) strict;
  create table delivery(
    subscriber text not null, key text not null, outcome text not null, at text not null, primary key(subscriber, key)
  ) strict, without rowid;

  create table quarantine(
    id integer primary key autoincrement, raw_id integer not null references raw(id), item integer not null, code text not null,
    message text not null, bug integer not null, at text not null, unique(raw_id, item)
  ) strict;
  `,
  `
  alter table head add column provider text;
  alter table head add column slug text;
  alter table head add column version_at text;
  create index head_alike on head(provider, slug, version_at) where slug is not null;
  `,
  `
  create table alias(
    provider text not null, role text not null, value text not null, id text not null, at text not null,
    primary key(provider, value, role, id)
  ) strict, without rowid;
  create table named_kill(
    provider text not null, role text not null, value text not null, at text not null, primary key(provider, value, role)
  ) strict, without rowid;
  `,
  `
  create table audit(
    id integer primary key autoincrement, at text not null, actor text not null, action text not null, subject text not null, reason text not null
  ) strict;
  create index audit_subject on audit(subject);
  alter table head add column withdrawn integer not null default 0;
  update head set withdrawn = revision where id in
    (select hold.id from hold join article on article.id = hold.id and article.revision = hold.revision where kind in ('withhold', 'disregard'));
  create index outbox_story on outbox(article_id);
  `,
  `
  alter table subscriber add column paused text;
  alter table subscriber add column rewind_to text;
  create table delivery_log(
    subscriber text not null, article_id text not null, revision integer not null, type text not null, outcome text not null,
    at text not null, primary key(subscriber, article_id, revision, type)
  ) strict, without rowid;
  insert into delivery_log select subscriber, substr(stem, 1, length(stem) - 1), cast(substr(key, length(stem) + 1) as integer), 'article.updated', outcome, at
    from (select *, rtrim(key, '0123456789') as stem from delivery);
  drop table delivery;
  alter table delivery_log rename to delivery;
  create index delivery_at on delivery(subscriber, at);
  create index outbox_at on outbox(at);
  `,
  `
  create table consumer(name text primary key, cursor integer not null, created_at text not null, moved_at text) strict;
  create table outbox_floor(seq integer not null) strict;
  insert into outbox_floor(seq) values (0);
  `,
  `
  create table found(n integer primary key autoincrement, id text not null unique, at text not null) strict;
  create index found_at on found(at);
  create virtual table words using fts5(
    headline, names, text, tags, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
  );
  `,
  `
  alter table raw add column forgotten integer not null default 0;
  create index raw_age on raw(touched_at) where forgotten = 0 and state <> 'pending';
  create index article_age on article(at);
  `,
  `
  alter table raw_item add column article_id text;
  create index raw_received on raw(received_at);
  `,
  `
  create table access_token(
    name text primary key, hash text not null unique, role text not null, embargoed integer not null, created_at text not null,
    expires_at text, revoked_at text
  ) strict;
  `,
  `
  create table request(
    actor text not null, key text not null, digest text not null, status integer, body text, at text not null, primary key(actor, key)
  ) strict;
  create index request_at on request(at);
  `,
  `
  alter table feed add column paused_reason text;
  alter table feed add column resume_at text;
  alter table feed add column backfill_since text;
  alter table feed add column added_at text;
  alter table feed add column learned text;
  alter table feed add column alarms text not null default '[]';
  create table feed_day(feed text not null, day text not null, counts text not null, primary key(feed, day)) strict, without rowid;
  create table incident(id integer primary key autoincrement, place text not null, began_at text not null, ended_at text, detail text not null) strict;
  create unique index incident_open on incident(place) where ended_at is null;
  `,
  // Beginnings of words from an index of their own: without it FTS5 joins the places of every word that begins so. Filled again at the next start.
  `
  delete from found;
  drop table words;
  create virtual table words using fts5(
    headline, names, text, tags, content = '', contentless_delete = 1, prefix = '3', tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
  );
  `,
  // Whoever made a consumer moves it.
  'alter table consumer add column owner text',
  `
  create table hub(
    feed text primary key, state text not null default 'wanted', topic text, hub text, lease_until text, next_at text not null,
    failures integer not null default 0, last_error text
  ) strict;
  `,
  `
  create table followed(feed text not null, key text not null, at text not null, primary key(feed, key)) strict, without rowid;
  create index followed_at on followed(feed, at);
  `,
  `
  alter table outbox add column early integer not null default 0;
  update outbox set early = 1 where type = 'article.embargoed';
  `,
  `
  create table subscription(
    name text primary key, url text not null, encoding text not null, filter text not null, salt text not null, key_id text not null,
    secret_number integer not null default 1, old_secret_until text, version integer not null default 1, created_at text not null,
    removed_at text
  ) strict;
  `,
];

/** Brings the database up to date; several processes may do so at once. */
export function migrate(db: Database): void {
  db.exec('create table if not exists migration(number integer primary key) strict');
  const run = db.transaction(() => {
    const done = db.prepare<[], { n: number }>('select count(*) as n from migration').get()?.n ?? 0;
    MIGRATIONS.slice(done).forEach((sql, index) => {
      db.exec(sql);
      db.prepare('insert into migration(number) values (?)').run(done + index + 1);
    });
  });
  run.immediate();
}
