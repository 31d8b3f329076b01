import type { Explanation } from '../normalize/explain.ts';

/** Explanations for people: the value, the rule that won, where it looked, and each rejected reading with its reason. */
export function explanationLines(explanations: readonly Explanation[]): string[] {
  if (explanations.length === 0) return ['no rule settled this field'];
  return explanations.flatMap(({ path, value, rule, source, span, rejected }) => [
    `${path} = ${shortened(value)}`,
    `  rule      ${rule}`,
    `  source    ${source}${spanText(span)}`,
    ...rejected.map((loser) => `  rejected  ${JSON.stringify(loser.value)} by ${loser.rule}: ${loser.why}${spanText(loser.span)}`),
  ]);
}

function spanText(span: readonly [number, number] | undefined): string {
  return span === undefined ? '' : ` [${span[0]}-${span[1]}]`;
}

/** One line of a value; an instant is shown by what matters about it. */
function shortened(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'utc' in value && 'basis' in value) {
    const { utc, raw, offset, basis } = value as { utc: string | null; raw?: string; offset?: string; basis: string };
    return `${utc ?? 'unresolved'} (raw ${JSON.stringify(raw)}, offset ${offset ?? 'none'}, basis ${basis})`;
  }
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return 'absent';
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
}
