import type { Person } from '../../article/people.ts';
import { agencyOf } from '../lexicon/agencies.ts';
import { readCjkDateline } from './dateline-cjk.ts';

/** `홍길동 기자`, `[뉴시스] 홍길동 기자`. */
const KOREAN = /^(?:[[(]?(\p{L}{2,8})[\])]?\s)?(\p{Script=Hangul}{2,4})\s?(?:선임|수습)?(?:기자|특파원)$/u;
/** `新华社记者 王小明、李四`, `記者：王小明`. */
const CHINESE =
  /^(\p{Script=Han}{2,6}?)?(?:记者|記者|编辑|編輯)[\s:：]{0,3}(\p{Script=Han}{2,4}?(?:[、\s]\p{Script=Han}{2,4}?){0,5}?)(?:\s?(\p{Script=Han}{2,5})(?:报道|報道|报导|報導|电|電))?$/u;

/** `文・山田花子`, `撮影：山田花子`, `山田花子記者`. */
const JAPANESE =
  /^(?:(文|取材|執筆|構成|写真|撮影)(?:・文)?\s?[・:：／/＝]\s?)([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,5}\s?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{0,4})$/u;
const JAPANESE_REPORTER = /^(\p{Script=Han}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,6})記者$/u;

/** A byline of Chinese, Japanese or Korean copy, where the function stands beside the name; `【ワシントン共同】` names only the agency. */
export function readCjkByline(
  line: string,
): { readonly rule: string; readonly authors: readonly Person[]; readonly agencies: readonly string[] } | undefined {
  const dateline = readCjkDateline(line);
  if (dateline?.length === line.length) {
    return {
      rule: `byline/${dateline.rule}`,
      authors: dateline.reporter === undefined ? [] : [author(dateline.reporter)],
      agencies: [dateline.agency],
    };
  }
  const korean = KOREAN.exec(line);
  if (korean?.[2] !== undefined) return { rule: 'byline/korean', authors: [author(korean[2])], agencies: codes(korean[1]) };
  const japanese = JAPANESE.exec(line);
  const [label, name] = [japanese?.[1], japanese?.[2] ?? JAPANESE_REPORTER.exec(line)?.[1]];
  if (name !== undefined && agencyOf(name) === undefined) {
    const role = label === '写真' || label === '撮影' ? 'photographer' : 'author';
    return { rule: 'byline/japanese', authors: [{ name, role }], agencies: [] };
  }
  const chinese = CHINESE.exec(line);
  if (chinese?.[2] === undefined) return undefined;
  const place = chinese[3] === undefined ? {} : { location: chinese[3] };
  return {
    rule: 'byline/chinese',
    authors: chinese[2].split(/[、\s]/u).map((name) => ({ ...author(name), ...place })),
    agencies: codes(chinese[1]),
  };
}

function author(name: string): Person {
  return { name, role: 'author' };
}

function codes(name: string | undefined): readonly string[] {
  const agency = agencyOf(name ?? '');
  return agency === undefined ? [] : [agency.code];
}
