/** The members that have a value; an object without any gives `{}`. */
export function defined<Values extends Record<string, unknown>>(
  values: Values,
): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  const kept: Record<string, unknown> = {};
  for (const key in values) if (values[key] !== undefined) kept[key] = values[key];
  return kept as { [Key in keyof Values]?: Exclude<Values[Key], undefined> };
}

/** A list with members, or nothing. */
export function orNothing<Member>(list: readonly Member[]): readonly Member[] | undefined {
  return list.length === 0 ? undefined : list;
}
