/** The members that have a value; an object without any gives `{}`. */
export function defined<Values extends Record<string, unknown>>(
  values: Values,
): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Values]?: Exclude<Values[Key], undefined>;
  };
}

/** A list with members, or nothing. */
export function orNothing<Member>(list: readonly Member[]): readonly Member[] | undefined {
  return list.length === 0 ? undefined : list;
}
