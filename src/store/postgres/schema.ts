import { Misconfigured } from '../../faults.ts';
import type { Postgres, Sql } from './connection.ts';
import { fillIndex } from './search.ts';

/** Migrations in order; never changed once released. */
const MIGRATIONS: readonly string[] = [
  `
  create table feed(
    id text primary key, interval_ms bigint not null, paused boolean not null default false, active boolean not null default true,
    next_poll_at timestamptz not null, cursor text, validators text not null default '{}', failures integer not null default 0,
    failing_since timestamptz, last_error text, last_poll_at timestamptz, last_item_at timestamptz
  );
  create index feed_due on feed(next_poll_at) where active and not paused;

  create table raw(
    id bigint generated always as identity primary key, feed text not null, sha256 text not null, received_at text not null,
    meta text not null, state text not null default 'pending', attempts integer not null default 0, kept_at timestamptz not null,
    touched_at timestamptz not null, unique(feed, sha256)
  );
  create index raw_pending on raw(touched_at) where state = 'pending';
  -- The bytes apart and by month: retention drops a partition, and what was seen before is still known by its hash.
  create table raw_bytes(
    raw_id bigint not null, kept_at timestamptz not null, bytes bytea not null, primary key(raw_id, kept_at)
  ) partition by range (kept_at);
  -- Compressed already.
  alter table raw_bytes alter column bytes set storage external;
  create table raw_bytes_rest partition of raw_bytes default;

  create table raw_item(raw_id bigint not null references raw(id), item integer not null, outcome text not null, primary key(raw_id, item));

  create table quarantine(
    id bigint generated always as identity primary key, raw_id bigint not null references raw(id), item integer not null, code text not null,
    message text not null, bug boolean not null, at timestamptz not null, unique(raw_id, item)
  );
  `,
  `
  create table article(
    id text not null, revision integer not null, revision_key text not null, content_hash text not null, kind text not null,
    publishable boolean not null, doc text not null, at timestamptz not null, primary key(id, revision)
  );
  -- Half the server's time per insert. A server that was built without lz4 keeps its default.
  do $$ begin
    alter table article alter column doc set compression lz4;
  exception when feature_not_supported then null;
  end $$;
  create table head(
    id text primary key, revision integer not null, published boolean not null default false, provider text, slug text, version_at timestamptz
  );
  create index head_alike on head(provider, slug, version_at) where slug is not null;
  create table hold(id text not null, revision integer not null, until timestamptz, reason text not null, primary key(id, revision));
  create index hold_due on hold(until) where until is not null;
  create table tombstone(id text primary key, at timestamptz not null, revision integer not null);

  -- A journal that is restored elsewhere meets younger transaction numbers: it begins a new era, and the order stays.
  create table era(n integer not null);
  insert into era(n) values (0);
  create table outbox(
    era integer not null, xid xid8 not null default pg_current_xact_id(), seq bigint generated always as identity,
    type text not null, article_id text not null, revision integer not null, at timestamptz not null, primary key(era, xid, seq)
  );

  create table subscriber(
    name text primary key, era integer not null default 0, xid xid8 not null default '0', seq bigint not null default 0,
    failures integer not null default 0, next_attempt_at timestamptz, last_error text, disabled boolean not null default false,
    leased_until timestamptz
  );
  create table delivery(
    subscriber text not null, key text not null, outcome text not null, at timestamptz not null, primary key(subscriber, key)
  );
  `,
  `
  create table alias(
    provider text not null, role text not null, value text not null, id text not null, at timestamptz not null,
    primary key(provider, value, role, id)
  );
  create table named_kill(
    provider text not null, role text not null, value text not null, at timestamptz not null, primary key(provider, value, role)
  );
  `,
  `
  create table audit(
    id bigint generated always as identity primary key, at timestamptz not null, actor text not null, action text not null,
    subject text not null, reason text not null
  );
  create index audit_subject on audit(subject text_pattern_ops);
  alter table head add column withdrawn integer not null default 0;
  update head set withdrawn = hold.revision from hold join article using (id, revision)
    where hold.id = head.id and article.kind in ('withhold', 'disregard');
  create index outbox_story on outbox(article_id);
  `,
  `
  alter table subscriber add column paused text, add column rewind_to text;
  create table delivery_log(
    subscriber text not null, article_id text not null, revision integer not null, type text not null, outcome text not null,
    at timestamptz not null, primary key(subscriber, article_id, revision, type)
  );
  insert into delivery_log select subscriber, regexp_replace(key, '@[0-9]*$', ''), substring(key from '[0-9]+$')::integer, 'article.updated', outcome, at
    from delivery;
  drop table delivery;
  alter table delivery_log rename to delivery;
  create index delivery_at on delivery(subscriber, at);
  create index outbox_at on outbox(at);
  `,
  `
  create table consumer(
    name text primary key, era integer not null, xid xid8 not null, seq bigint not null, created_at timestamptz not null, moved_at timestamptz
  );
  create table outbox_floor(era integer not null, xid xid8 not null, seq bigint not null);
  insert into outbox_floor(era, xid, seq) values (0, '0', 0);
  `,
  `
  create sequence found_number;
  create table found(id text primary key, n bigint not null default nextval('found_number'), at timestamptz not null, words tsvector not null);
  create index found_words on found using gin(words);
  create unique index found_n on found(n);
  create index found_at on found(at);
  do $$ begin
    alter table found alter column words set compression lz4;
  exception when feature_not_supported then null;
  end $$;
  `,
  `
  create index article_age on article(at);
  `,
  `
  alter table raw_item add column article_id text;
  create index raw_received on raw(received_at);
  `,
  `
  create table access_token(
    name text primary key, hash text not null unique, role text not null, embargoed boolean not null, created_at timestamptz not null,
    expires_at timestamptz, revoked_at timestamptz
  );
  `,
  `
  create table request(
    actor text not null, key text not null, digest text not null, status integer, body text, at timestamptz not null, primary key(actor, key)
  );
  create index request_at on request(at);
  `,
  `
  alter table feed add column paused_reason text, add column resume_at timestamptz, add column backfill_since timestamptz,
    add column added_at timestamptz, add column learned text, add column alarms text not null default '[]';
  create table feed_day(feed text not null, day text not null, counts text not null, primary key(feed, day));
  create table incident(
    id bigint generated always as identity primary key, place text not null, began_at timestamptz not null, ended_at timestamptz, detail text not null
  );
  create unique index incident_open on incident(place) where ended_at is null;
  `,
  // What narrows a search begins with a sign that no word has, so that no beginning finds it. Filled again below.
  'delete from found',
  // Whoever made a consumer moves it.
  'alter table consumer add column owner text',
  `
  create table hub(
    feed text primary key, state text not null default 'wanted', topic text, hub text, lease_until timestamptz, next_at timestamptz not null,
    failures integer not null default 0, last_error text
  );
  `,
  `
  create table followed(feed text not null, key text not null, at timestamptz not null, primary key(feed, key));
  create index followed_at on followed(feed, at);
  `,
  `
  alter table outbox add column early boolean not null default false;
  update outbox set early = true where type = 'article.embargoed';
  `,
  `
  create table subscription(
    name text primary key, url text not null, encoding text not null, filter text not null, salt text not null, key_id text not null,
    secret_number integer not null default 1, old_secret_until timestamptz, version integer not null default 1, created_at timestamptz not null,
    removed_at timestamptz
  );
  `,
];

/** Any number that nobody else uses: one process migrates, the others wait for it. */
const LOCK = 7_749_203_517;
const OLDEST = 140_000;
const MONTHS_AHEAD = 2;

/** Brings the database up to date; several processes may do so at once. @throws {Misconfigured} `postgres.version` */
export async function migrate(db: Postgres): Promise<void> {
  await db.transaction(async (sql) => {
    await checkVersion(sql);
    await sql.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await sql.query('create table if not exists migration(number integer primary key, at timestamptz not null default now())');
    const [done] = await sql.query<{ n: number }>('select count(*) as n from migration');
    for (const [index, text] of MIGRATIONS.entries()) {
      if (index < (done?.n ?? 0)) continue;
      await sql.query(text);
      await sql.query('insert into migration(number) values ($1)', [index + 1]);
    }
    await fillIndex(sql);
    await addMonths(sql);
    await beginEra(sql);
  });
}

async function checkVersion(sql: Sql): Promise<void> {
  const [row] = await sql.query<{ number: string; version: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as version",
  );
  if (Number(row?.number) >= OLDEST) return;
  throw new Misconfigured('postgres.version', {
    message: `PostgreSQL ${row?.version ?? 'of unknown version'} is too old`,
    hint: 'wirecopy needs 14 or newer',
  });
}

/** A partition for the bytes of this month and of those ahead. What finds none lies in the rest. */
async function addMonths(sql: Sql): Promise<void> {
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
    const [month] = await sql.query<{ name: string; first: string; next: string; taken: boolean }>(
      `select to_char(first, '"raw_bytes_"YYYY"_"MM') as name, first::date::text as first, (first + interval '1 month')::date::text as next,
         to_regclass(to_char(first, '"raw_bytes_"YYYY"_"MM')) is not null
         or exists (select from raw_bytes_rest where kept_at >= first and kept_at < first + interval '1 month') as taken
       from (select date_trunc('month', now()) + make_interval(months => $1) as first) as month`,
      [ahead],
    );
    if (month === undefined || month.taken) continue;
    await sql.query(`create table ${month.name} partition of raw_bytes for values from ('${month.first}') to ('${month.next}')`);
  }
}

/** Events whose transactions this server has yet to come to were written by another one. */
async function beginEra(sql: Sql): Promise<void> {
  await sql.query(
    `update era set n = n + 1
     where (select xid from outbox where outbox.era = era.n order by xid desc limit 1) >= pg_snapshot_xmax(pg_current_snapshot())`,
  );
}
