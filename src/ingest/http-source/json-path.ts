/** The member at a dotted path (`data.next_page`; '' is the root) of a JSON document; undefined where there is none, or no JSON. */
export function jsonMember(bytes: Uint8Array, path: string): unknown {
  try {
    return memberAt(JSON.parse(new TextDecoder().decode(bytes)) as unknown, path);
  } catch {
    return undefined;
  }
}

/** The same of a value that is already read. */
export function memberAt(value: unknown, path: string): unknown {
  let member = value;
  for (const name of path === '' ? [] : path.split('.')) {
    if (typeof member !== 'object' || member === null || !Object.hasOwn(member, name)) return undefined;
    member = (member as Readonly<Record<string, unknown>>)[name];
  }
  return member;
}
