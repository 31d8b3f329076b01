import { sha256 } from '../../src/article/hash.ts';
import { normalizeBatch } from '../../src/pipeline/normalize.ts';
import { normalizeRaw } from '../../src/pipeline/normalize-raw.ts';
import { takesBack } from '../../src/publish/event.ts';
import { gate } from '../../src/publish/gate.ts';
import type { GateView, Journal } from '../../src/store/journal.ts';
import { documentOf, START, type Step } from './sequence.ts';

/** Where the process dies at an arrival: after the bytes are kept, or after the commit but before anybody was told, so that it is done again. */
export const CRASHES = ['none', 'kept', 'committed'] as const;
export type Crash = (typeof CRASHES)[number];

export interface Stage {
  journal: Journal;
  /** In place of the real one, to see that a broken one is noticed. */
  readonly gate?: typeof gate;
  /** Seconds since START on the journal's clock. */
  setClock(seconds: number): void;
  reopen(): Promise<Journal>;
}

/** What the outside world sees at one moment. */
export interface Sight {
  readonly t: number;
  /** Everything that anybody can read now: the texts, whichever way they come out. */
  readonly texts: readonly string[];
  /** What somebody has, or is given from the start, who may have copy before its time. */
  readonly early: readonly string[];
  /** The steps that are in the journal by now. */
  readonly arrived: readonly Step[];
}

export interface Outcome {
  readonly sights: readonly Sight[];
  readonly kills: number;
  /** Revisions in the order in which a live reader got them. */
  readonly revisions: readonly number[];
  readonly finalText: string;
  readonly notes: readonly string[];
  readonly buried: boolean;
  readonly kept: readonly string[];
}

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Plays a sequence through the real way in and looks at every way out between its steps. */
export async function play(
  stage: Stage,
  steps: readonly Step[],
  given: { run: string; crashAt: number; crash: Crash; looks: readonly number[] },
): Promise<Outcome> {
  const { run, crashAt, crash } = given;
  let clock = 0;
  let shift = 0;
  const setClock = (t: number): void => {
    clock = t + shift;
    stage.setClock(clock);
  };
  setClock(0);
  const from = await stage.journal.head();
  // What other runs left is nobody's business here.
  for (const sink of [`sink-${run}`, `early-${run}`]) await stage.journal.acknowledge(sink, from, []);
  const judge = stage.gate ?? gate;
  const passes = (view: GateView): boolean => judge(view).pass;
  const passesEarly = (view: GateView): boolean => judge(view, { embargoed: true }).pass;
  const [screen, early] = [screenOf(passes), screenOf(passesEarly)];
  const sights: Sight[] = [];
  const arrived: Step[] = [];
  let down = false;
  const look = async (t: number): Promise<void> => {
    setClock(t);
    if (down) return;
    await stage.journal.releaseDue(1_000);
    const views = await stage.journal.events(from, 1_000);
    const texts = [...(await readable(stage.journal, views, { sink: `sink-${run}`, passes })), ...screen.shows(views, clock)];
    const given = await readable(stage.journal, views, { sink: `early-${run}`, passes: passesEarly });
    sights.push({ t, texts, early: [...given, ...early.shows(views, clock)], arrived: [...arrived] });
  };
  let nth = 0;
  for (const [index, step] of steps.entries()) {
    const before = index === 0 ? -1 : (steps[index - 1]?.t ?? 0);
    for (const t of given.looks) if (t > before && t < step.t) await look(t);
    setClock(step.t);
    if (step.type === 'clock') shift += step.jump ?? 0;
    if (step.type === 'crash') {
      await stage.journal.close();
      down = true;
    }
    if (step.type === 'restart') {
      stage.journal = await stage.reopen();
      down = false;
    }
    if (step.type === 'item') {
      await arrive(stage, documentOf(step, run), nth === crashAt ? crash : 'none');
      arrived.push(step);
      nth += 1;
    }
    await look(step.t);
  }
  const end = Math.max(...steps.map(({ t }) => t), ...given.looks.filter((t) => t < 1e6));
  for (const t of given.looks) if (t > (steps.at(-1)?.t ?? 0) && t < 1e6) await look(t);
  await look(end + 1);
  return { ...(await outcomeOf(stage.journal, from, screen)), sights };
}

async function arrive(stage: Stage, text: string, crash: Crash): Promise<void> {
  const raw = { feed: 'velmar', bytes: Buffer.from(text), sha256: sha256(text), receivedAt: await stage.journal.now() };
  // A document that is sent again is known by its bytes; here it comes by another road.
  const again = { ...raw, feed: 'velmar-2' };
  const kept = await stage.journal.keepRaw(raw);
  const ids = kept.fresh ? [kept.id] : [(await stage.journal.keepRaw(again)).id];
  const normalize = async (): Promise<void> => {
    const wake = (): Promise<void> => Promise.resolve();
    await normalizeBatch(ids, { journal: stage.journal, normalizeRaw, readingOf: () => ({}), wake, log: quiet });
  };
  if (crash === 'none') {
    await normalize();
    return;
  }
  if (crash === 'committed') await normalize();
  await stage.journal.close();
  stage.journal = await stage.reopen();
  // What the reconciler finds after a restart; the job itself comes a second time too.
  for (const { id } of await stage.journal.claimPendingRaws(0, 1_000)) if (!ids.includes(id)) throw new Error('a row of another run');
  await normalize();
}

/** Texts of a story that anybody gets who asks now: from the start, as a sink, or for the story itself. */
async function readable(
  journal: Journal,
  views: readonly GateView[],
  reader: { readonly sink: string; readonly passes: (view: GateView) => boolean },
): Promise<string[]> {
  const sink = await journal.claimDeliveries(reader.sink, 1_000, 0);
  const asked: GateView[] = [];
  for (const id of new Set(views.map(({ event }) => event.articleId))) {
    const found = await journal.article(id);
    const event = { cursor: '0', type: 'article.updated' as const, articleId: id, revision: 0, occurredAt: '' };
    if (found !== null) asked.push({ ...found.view, event });
  }
  const passing = [...views, ...sink.filter(({ event }) => views.some((view) => view.event.articleId === event.articleId)), ...asked];
  return passing.filter((view) => reader.passes(view) && !takesBack(view.event.type)).map(({ article }) => article.body.text);
}

/** A live reader who shows what it was sent until it is told otherwise. */
function screenOf(passes: (view: GateView) => boolean) {
  let cursor = '';
  const shown = new Map<string, { text: string; expires: number }>();
  const revisions: number[] = [];
  return {
    revisions,
    shows: (views: readonly GateView[], clock: number): string[] => {
      const at = views.findIndex(({ event }) => event.cursor === cursor);
      for (const view of views.slice(at + 1)) {
        cursor = view.event.cursor;
        if (!passes(view)) continue;
        if (takesBack(view.event.type)) shown.delete(view.event.articleId);
        else {
          revisions.push(view.event.revision);
          const utc = view.article.status.expires?.utc;
          shown.set(view.event.articleId, {
            text: view.article.body.text,
            expires: utc === undefined || utc === null ? Number.POSITIVE_INFINITY : Date.parse(utc),
          });
        }
      }
      return [...shown.values()].filter(({ expires }) => expires > START + clock * 1_000).map(({ text }) => text);
    },
  };
}

async function outcomeOf(journal: Journal, from: string, screen: { revisions: readonly number[] }): Promise<Omit<Outcome, 'sights'>> {
  const views = await journal.events(from, 1_000);
  const last = views.at(-1);
  const found = last === undefined ? null : await journal.article(last.event.articleId);
  const revisions = found?.article.identity.revision ?? 0;
  const kept: string[] = [];
  for (let n = 1; n <= revisions; n += 1) kept.push((await journal.article(found?.article.id ?? '', n))?.article.body.text ?? '');
  return {
    kills: new Set(views.filter(({ event }) => event.type === 'article.killed').map(({ event }) => `${event.articleId}@${event.revision}`))
      .size,
    revisions: screen.revisions,
    finalText: found?.article.body.text ?? '',
    notes: views.flatMap(({ article }) => [...article.provenance.warnings.map(({ code }) => code), ...article.status.reasons]),
    buried: found?.view.tombstone !== null && found !== null,
    kept,
  };
}
