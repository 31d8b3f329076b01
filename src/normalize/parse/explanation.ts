import { readCredit } from '../wiretext/credit.ts';
import { readLine } from '../wiretext/line.ts';
import { markOf } from '../wiretext/status-marks.ts';

type Answer = Readonly<Record<string, unknown>>;

/** A stretch of the string, in UTF-16 units, and what it was read as. */
export interface ExplainedSpan {
  readonly is: string;
  readonly span: readonly [start: number, end: number];
  readonly text: string;
}

/** A reading that was weighed and not taken. */
export interface RejectedReading {
  readonly value: string;
  readonly rule: string;
  readonly why: string;
}

/** Why a wire string reads as it does: the rule that won, what it took from where, and what was not taken. */
export interface ParseExplanation {
  readonly rule: string;
  readonly spans: readonly ExplainedSpan[];
  readonly rejected: readonly RejectedReading[];
}

/** Explains the answer of `wirecopy parse KIND` to `input`. */
export function explainParse(kind: string, input: string, answer: Answer): ParseExplanation {
  return (EXPLAINERS[kind] ?? explainGiven)(input, answer);
}

const EXPLAINERS: Readonly<Record<string, (input: string, answer: Answer) => ParseExplanation>> = {
  time: explainTime,
  line: explainLine,
  caption: explainCaption,
  status: explainStatus,
  dateline: explainDateline,
  byline: explainByline,
};

function explainGiven(input: string, answer: Answer): ParseExplanation {
  return {
    rule: text(answer['rule']),
    spans: spansOf(input, [['text', input]]),
    rejected: listOf(answer['rejected']) as RejectedReading[],
  };
}

function explainByline(input: string, answer: Answer): ParseExplanation {
  const people = [...listOf(answer['authors']), ...listOf(answer['contributors'])] as Answer[];
  const parts = people.flatMap((person): (readonly [string, unknown])[] => [
    [text(person['role']), person['raw'] ?? person['name']],
    ['title', person['title']],
    ['organisation', person['organisation']],
    ['location', person['location']],
  ]);
  const signoff = (answer['signoff'] as Answer | undefined)?.['raw'];
  const moment = (answer['published'] as Answer | undefined)?.['raw'];
  return { ...explainGiven(input, answer), spans: spansOf(input, [...parts, ['signoff', signoff], ['published', moment]]) };
}

function explainDateline(input: string, answer: Answer): ParseExplanation {
  const cities = (listOf(answer['cities']) as Answer[]).map((city) => ['city', city['raw']] as const);
  return { ...explainGiven(input, answer), spans: spansOf(input, [['dateline', answer['raw']], ...cities, ['text', answer['rest']]]) };
}

function explainCaption(input: string, answer: Answer): ParseExplanation {
  const credit = answer['credit'] as Answer | null;
  const tail = /(?:[([][^()[\]]{2,120}[)\]]|(?<=[.!?]\s)[^.!?]{2,80})\s*$/u.exec(input.slice(-200))?.[0].trim();
  const names = tail === undefined || credit !== null ? undefined : readCredit(tail);
  const why = names?.explained === false ? 'reads like a sentence' : 'names no agency that is known, and no label stands before it';
  return {
    rule: text(answer['rule']),
    spans: spansOf(input, [
      ['caption', answer['caption']],
      ['credit', credit?.['raw']],
    ]),
    rejected: names === undefined || tail === undefined ? [] : [{ value: tail, rule: 'caption/credit-at-end', why }],
  };
}

/** A line that only begins like one that leaves the text. */
function explainLine(input: string, answer: Answer): ParseExplanation {
  const words = input.trim().split(/\s+/u).slice(0, 6);
  const starts = answer['action'] === 'keep' ? words.slice(0, -1).map((_word, at) => words.slice(0, words.length - 1 - at).join(' ')) : [];
  const start = starts.map((value) => ({ value, reading: readLine(value, {}) })).find(({ reading }) => reading.action !== 'keep');
  return {
    rule: text(answer['rule']),
    spans: spansOf(input, [
      [text(answer['kind']), input.trim()],
      ['target', answer['targetTitle']],
    ]),
    rejected:
      start === undefined ? [] : [{ value: start.value, rule: start.reading.rule, why: 'the line goes on: only a whole line counts' }],
  };
}

/** A word that is a mark elsewhere, where the string uses it as a word. */
function explainStatus(input: string, answer: Answer): ParseExplanation {
  const marks = listOf(answer['markers']) as Answer[];
  const heads = [/^([^:：]{2,40})[:：]/u, /^([\p{L}\d. ]{2,40}?)\s?[-–—]/u, /\(([^()]{2,60})\)\s*$/u, /^(\p{L}{3,20})\s/u];
  const seen = heads.flatMap((pattern) => pattern.exec(input)?.[1]?.trim() ?? []);
  const rejected = [...new Set(seen)].flatMap((value): RejectedReading[] => {
    const mark = markOf(value, false);
    if (mark === undefined || marks.some(({ type }) => type === mark.type)) return [];
    return [
      { value, rule: `status/${mark.type}`, why: 'a word of the language here: a mark stands in capitals, in brackets or before its sign' },
    ];
  });
  const held = answer['embargo'] === undefined ? /\b(?:embargo|sperrfrist)\p{L}*/iu.exec(input)?.[0] : undefined;
  const topic =
    held === undefined ? [] : [{ value: held, rule: 'status/embargo', why: 'part of a sentence: no moment, and nothing else sets a hold' }];
  return {
    rule: text(answer['rule']),
    spans: spansOf(input, [...marks.map(({ type, raw }) => [text(type), raw] as const), ['headline', answer['headline']]]),
    rejected: [...rejected, ...topic],
  };
}

function explainTime(input: string, answer: Answer): ParseExplanation {
  const others = (listOf(answer['alternatives']) as Answer[]).map(({ utc, basis }) => ({
    value: text(utc),
    rule: `time/${text(basis)}`,
    why: answer['warning'] === undefined ? 'another reading of the same text' : text(answer['warning']),
  }));
  const refused = answer['utc'] === null ? [{ value: text(answer['raw']), rule: 'time/any', why: text(answer['warning']) }] : [];
  return { rule: `time/${text(answer['basis'])}`, spans: spansOf(input, [['instant', answer['raw']]]), rejected: [...others, ...refused] };
}

/** Where each value stands in the input, in order; values that are not printed there so have no span. */
function spansOf(input: string, parts: readonly (readonly [is: string, value: unknown])[]): ExplainedSpan[] {
  return parts.flatMap(([is, value]): ExplainedSpan[] => {
    if (typeof value !== 'string' || value === '') return [];
    const at = input.indexOf(value);
    return at < 0 ? [] : [{ is, span: [at, at + value.length], text: value }];
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
