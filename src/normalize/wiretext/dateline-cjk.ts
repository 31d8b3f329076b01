import { agencyOf } from '../lexicon/agencies.ts';
import type { PrintedDate } from './dateline-date.ts';

/** A dateline of Chinese, Japanese or Korean copy: city and agency share one bracket or one run of characters. */
export interface CjkDateline {
  readonly rule: string;
  readonly city?: string;
  readonly agency: string;
  readonly date?: PrintedDate;
  readonly reporter?: string;
  readonly length: number;
}

/** `【ワシントン共同】`, `【ワシントン=共同】`, `【北京時事】`. */
const LENTICULAR = /^\s*【([^【】]{2,40})】\s*/u;
/** `(서울=연합뉴스) 김철수 기자 = `, `[서울=뉴시스]`. */
const KOREAN = /^\s*[([]([^()[\]=]{1,20})=([^()[\]=]{2,20})[)\]]\s*(?:([\p{L}·]{2,12})\s*(?:특파원|기자)\s*=\s*)?/u;
/** `新华社北京3月12日电`, `中新社上海12日電`. */
const CHINESE = /^\s*(\p{Script=Han}{2,4}社)\s?(\p{Script=Han}{2,8}?)\s?(?:(\d{1,2})月)?(\d{1,2})日(?:电|電|讯|訊)\s*/u;

/** Reads the beginning of a line; undefined where it is no such dateline. */
export function readCjkDateline(text: string): CjkDateline | undefined {
  return readLenticular(text) ?? readKorean(text) ?? readChinese(text);
}

function readLenticular(text: string): CjkDateline | undefined {
  const match = LENTICULAR.exec(text);
  if (match?.[1] === undefined) return undefined;
  const [inside = '', reporter] =
    match[1].split(/[=＝](?=[\p{Script=Han}]{2,6}$)/u).length > 1 && agencyOf(match[1].split(/[=＝]/u).at(-1) ?? '') === undefined
      ? match[1].split(/[=＝]/u)
      : [match[1]];
  for (let cut = 0; cut < inside.length; cut += 1) {
    const agency = agencyOf(inside.slice(cut).replace(/^[=＝・\s]/u, ''));
    if (agency === undefined) continue;
    const city = inside.slice(0, cut).replace(/(?<![=＝・\s])[=＝・\s]+$/u, '');
    return {
      rule: 'lenticular',
      agency: agency.code,
      ...(city === '' ? {} : { city }),
      ...(reporter === undefined ? {} : { reporter }),
      length: match[0].length,
    };
  }
  return undefined;
}

function readKorean(text: string): CjkDateline | undefined {
  const [all, city, name, reporter] = KOREAN.exec(text) ?? [];
  const agency = agencyOf(name ?? '');
  if (all === undefined || city === undefined || agency === undefined) return undefined;
  return { rule: 'korean', city: city.trim(), agency: agency.code, ...(reporter === undefined ? {} : { reporter }), length: all.length };
}

function readChinese(text: string): CjkDateline | undefined {
  const [all, name, city, month, day] = CHINESE.exec(text) ?? [];
  const agency = agencyOf(name ?? '');
  if (all === undefined || city === undefined || agency === undefined) return undefined;
  return {
    rule: 'chinese',
    city,
    agency: agency.code,
    date: { ...(month === undefined ? {} : { month: Number(month) }), day: Number(day) },
    length: all.length,
  };
}
